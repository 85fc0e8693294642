import CorporatePlan
import Foundation
import Ledger
import Testing

@testable import Web

@Suite("What was sealed stays on the site")
struct EditionTests {
  private let period = Period("2023-24-Q4")!

  @Test("A report sealed again keeps its earlier edition at an address of its own")
  func editions() async throws {
    let council = try await SampleCouncil.open()
    let first = try await council.sealSettingAside(period, author: "p-1", at: Moment("2024-05-20T10:00:00.000Z")!).seal
    try await correct(council)
    let site = try await Served(council)
    #expect(try await site.text("/").contains("sealed; figures recorded since"))
    #expect(try await site.text("/reports/2023-24-Q4").contains("Something has been recorded since."))
    let second = try await council.sealSettingAside(period, author: "p-1", at: Moment("2024-06-02T10:00:00.000Z")!).seal
    let text = try await site.text("/reports/2023-24-Q4")
    #expect(!text.contains("Something has been recorded since."))
    #expect(text.contains("Sealed on 20 May 2024 at ledger position \(first.position)"))
    #expect(try await site.text("/").contains("reported and sealed"))
    for seal in [first, second] {
      for file in seal.files {
        let address = "/reports/2023-24-Q4/editions/\(seal.position)/\(file.name)"
        #expect(text.contains(address))
        #expect(try await site.digest(address) == file.digest)
      }
    }
    #expect(try await site.digest("/reports/2023-24-Q4/files/report.html") == second.files.first?.digest)
    #expect(try await site.ask("/reports/2023-24-Q4/editions/1/report.html").status == .notFound)
  }

  @Test("A sealed report stays when its figures are taken back")
  func withdrawn() async throws {
    let council = try await SampleCouncil.open()
    let seal = try await council.sealSettingAside(period, author: "p-1", at: Moment("2024-05-20T10:00:00.000Z")!).seal
    let book = council.book
    let actuals = book.readings.values.flatMap(\.actuals).filter { $0.period == period }.map(\.recordID)
    let updates = book.updates.values.filter { $0.period == period }.map(\.recordID)
    try await council.append(reason: "Taken back", author: "p-1", at: Moment("2024-06-01T08:00:00.000Z")!) { _ in
      (actuals + updates).map { Revision(kind: $0.kind, record: $0.record, body: nil) }
    }
    let site = try await Served(council)
    #expect(try await site.ask("/?period=2023-24-Q4").status == .notFound)
    #expect(try await site.text("/reports").contains("/reports/2023-24-Q4/files/report.html"))
    let text = try await site.text("/reports/2023-24-Q4")
    #expect(text.contains("The figures have since been withdrawn."))
    #expect(!text.contains("<b>Draft.</b>"))
    for file in seal.files {
      #expect(try await site.digest("/reports/2023-24-Q4/files/\(file.name)") == file.digest)
    }
  }

  private func correct(_ council: Council) async throws {
    let period = period
    try await council.append(reason: "Late cases", author: "p-2", at: Moment("2024-06-01T08:00:00.000Z")!) { _ in
      [Actual(indicator: "calls-answered", period: period, value: try Value("94%"), state: .revised).revision]
    }
  }
}

extension Served {
  fileprivate func digest(_ path: String) async throws -> String {
    Digest(of: Array(try await ask(path).body.readableBytesView)).description
  }
}
