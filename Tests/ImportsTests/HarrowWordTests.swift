import CorporatePlan
import Documents
import Foundation
import Testing

@testable import Imports

@Suite("The Word document of the Harrow report", .enabled(if: RealReport.isPresent, RealReport.absent))
struct HarrowWordTests {
  @Test("gives the same records as its text")
  func same() throws {
    let (word, text) = (try Self.ofWord.get(), try RealReport.ofText.get())
    #expect(Self.comparable(word) == Self.comparable(text))
    #expect(word.unplaced == [])
    #expect(word.counts == text.counts)
  }

  @Test("tells the printed statuses by their colours")
  func colours() throws {
    let word = try Self.ofWord.get()
    #expect(word.printedTally?.byStatus.map(\.count) == [43, 8, 13])
    let evidence = word.records("printed").compactMap { $0.revision.body?["evidence"]?.string }
    #expect(evidence.count == 64)
    #expect(evidence.allSatisfy { $0.hasPrefix("the colour of its mark") })
  }

  @Test("has the same contradictions as its text")
  func diagnostics() throws {
    let (word, text) = (try Self.ofWord.get(), try RealReport.ofText.get())
    func codes(_ proposal: ImportProposal) -> [String] {
      proposal.diagnostics.map(\.code.rawValue).filter { $0 != "page-number" }.sorted()
    }
    #expect(codes(word) == codes(text))
  }

  /// The records without what must differ: the file, the place in it, and how a status showed.
  private static func comparable(_ proposal: ImportProposal) -> [String] {
    proposal.changes.filter { $0.revision.kind != "source" }.map { change in
      guard case .members(let members)? = change.revision.body else { return change.revision.record }
      let kept = members.filter { !["source", "evidence"].contains($0.key) }
      return "\(change.revision.kind) \(change.revision.record) \(JSON.members(kept).canonical)"
    }
  }

  private static let ofWord = Result { try proposal() }

  private static func proposal() throws -> ImportProposal {
    let file = FileManager.default.temporaryDirectory.appending(path: "scorecard-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: file) }
    let script = RealReport.root.appending(path: "Tests/ImportsTests/Fixtures/make_scorecard_docx.py")
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", script.path, RealReport.text.path, file.path]
    try python.run()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0)
    return ImportProposal(try SourceDocument(path: file.path), fileDigest: RealReport.digest)
  }
}
