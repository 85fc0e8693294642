import CorporatePlan
import Documents
import Foundation
import Imports
import Testing

@testable import Reports

@Suite("Every kind of report is made of the same record")
struct KindsTests {
  private static let kinds: [(name: String, report: Report)] = [
    ("performance", Report(.performance, YearOfTheVale.quarter)),
    ("exceptions", Report(.performance, YearOfTheVale.quarter, detail: .exceptions)),
    ("cabinet", Report(.cabinet, YearOfTheVale.quarter)), ("annual", Report(.annual, YearOfTheVale.quarter)),
    ("page", Report(.planOnAPage, YearOfTheVale.quarter)), ("briefing", Report(.briefing, YearOfTheVale.quarter)),
    (
      "briefing-council",
      Report(.briefing, YearOfTheVale.quarter, scope: RecordID(PlanItem.kind, "council"))
    ),
  ]

  @Test("made twice it has the same bytes, in HTML and in Word", arguments: KindsTests.kinds.map(\.report))
  func sameBytes(report: Report) throws {
    let (one, other) = (
      ComposedReport(try YearOfTheVale().book, report), ComposedReport(try YearOfTheVale().book, report)
    )
    for form in ReportFormat.allCases { #expect(try form.file(one.document) == form.file(other.document)) }
  }

  @Test(
    "each says what it said, tag for tag", arguments: ["cabinet", "annual", "page", "briefing", "briefing-council"])
  func golden(name: String) throws {
    let report = try #require(Self.kinds.first { $0.name == name }).report
    let document = ComposedReport(try YearOfTheVale().book, report).document
    try expectGolden(HTML.page(document, css: "").bytes, "kinds/\(name).html")
  }

  @Test("the register of risks is left out by one choice: of its section, a cabinet report's words and a briefing")
  func withoutRisks() throws {
    let book = try YearOfTheVale().book
    for (name, report) in Self.kinds where name != "page" {
      let whole = ComposedReport(book, report)
      #expect(
        whole.showsRegister && whole.document.plainText.contains("The river floods") || name == "briefing-council")
      var without = report
      without.isWithoutRisks = true
      let left = ComposedReport(book, without)
      #expect(!left.showsRegister && !left.document.plainText.contains("The river floods"), "\(name)")
      #expect(Reconciliation(left.document, book, without).findings == [])
    }
    let words = Passage(report: "cabinet@2025-26-Q2", key: "risk/text", text: "The lease may cost more.")
    var year = try YearOfTheVale()
    year.add(words)
    var cabinet = Report(.cabinet, YearOfTheVale.quarter)
    cabinet.isWithoutRisks = true
    #expect(ComposedReport(year.book, cabinet).document.plainText.contains("The lease may cost more."))
  }

  @Test("no heading stands over nothing, and no key names two sections", arguments: KindsTests.kinds.map(\.report))
  func headings(report: Report) throws {
    let composed = ComposedReport(try YearOfTheVale().book, report)
    #expect(Set(composed.sections.map(\.key)).count == composed.sections.count)
    var last: Heading?
    for block in composed.document.blocks {
      if case .heading(let heading) = block {
        if let last { #expect(heading.level.rawValue > last.level.rawValue, "“\(last.text)” has nothing under it") }
        last = heading
      } else {
        last = nil
      }
    }
    #expect(last == nil)
  }

  @Test("each adds up when it is counted again", arguments: KindsTests.kinds.map(\.report))
  func addsUp(report: Report) throws {
    let book = try YearOfTheVale().book
    #expect(Reconciliation(ComposedReport(book, report).document, book, report).findings == [])
  }

  @Test("a row that is not so is found", arguments: KindsTests.kinds.map(\.report).filter { $0.type != .briefing })
  func faults(report: Report) throws {
    let book = try YearOfTheVale().book
    var document = ComposedReport(book, report).document
    let last = try #require(
      document.blocks.lastIndex {
        if case .table(let table) = $0 {
          table.caption.contains("A vale") || table.caption.contains("priority") || table.caption.contains("Outturns")
        } else {
          false
        }
      })
    guard case .table(var table) = document.blocks[last] else { return }
    table.groups[0].rows.removeFirst()
    document.blocks[last] = .table(table)
    #expect(Reconciliation(document, book, report).findings != [])
  }

  @Test("it is written out for the eye", .enabled(if: ProcessInfo.processInfo.environment["REPORT_FILES"] != nil))
  func files() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["REPORT_FILES"] ?? ".")
    func write(_ name: String, _ book: Book, _ report: Report) throws {
      for file in try ReportFormat.allCases.map({ try $0.file(ComposedReport(book, report).document) }) {
        let suffix = file.name.split(separator: ".").last ?? ""
        try Data(file.bytes).write(to: folder.appending(path: "\(name).\(suffix)"))
      }
    }
    let vale = try YearOfTheVale().book
    for (name, report) in Self.kinds { try write("vale-\(name)", vale, report) }
    guard HarrowReport.isPresent else { return }
    let harrow = try HarrowReport.book
    let quarter = FinancialYear(2023).quarter(2)
    for type in ReportType.allCases { try write("harrow-\(type.code)", harrow, Report(type, quarter)) }
    try write("harrow-exceptions", harrow, Report(.performance, quarter, detail: .exceptions))
    let paper = try HarrowReport.paper
    try write(
      "harrow-paper", paper, Report(.cabinet, FinancialYear(2023).quarter(3), paper: paper.papers.values.first?.id))
  }
}

extension HarrowReport {
  static var book: Book {
    get throws { try read(text) }
  }

  /// The book of the cabinet paper of February 2024.
  static var paper: Book {
    get throws { try read(text.deletingLastPathComponent().appending(path: "harrow-cabinet-report-2024-02.txt")) }
  }

  private static func read(_ file: URL) throws -> Book {
    let proposal = ImportProposal(
      try SourceDocument(path: file.path), fileDigest: "sha256:" + String(repeating: "0", count: 64))
    return try Book().applying(proposal.changes.map(\.revision))
  }
}
