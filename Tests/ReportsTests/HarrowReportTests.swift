import CorporatePlan
import Documents
import Foundation
import Imports
import Testing

@testable import Reports

@Suite("Harrow's report of the second quarter, made again from its own figures", .enabled(if: HarrowReport.isPresent))
struct HarrowReportTests {
  private let book: Book
  private let quarter = FinancialYear(2023).quarter(2)

  init() throws {
    let proposal = ImportProposal(
      try SourceDocument(path: HarrowReport.text.path), fileDigest: "sha256:" + String(repeating: "0", count: 64))
    book = try Book().applying(proposal.changes.map(\.revision))
    if let folder = ProcessInfo.processInfo.environment["REPORT_FILES"] {
      for file in try ReportFiles(book, quarter).files {
        try Data(file.bytes).write(to: URL(filePath: folder).appending(path: "harrow-" + file.name))
      }
    }
  }

  @Test("24 promised actions are reported as 32, 8, 8 and 8 as 10, 10 and 12")
  func splits() {
    let table = PerformanceReport(book, quarter).document.tables.first { $0.caption.contains("promised and rated") }
    let rows = table?.groups.flatMap(\.rows).map { $0.cells.dropFirst().map(\.content.plainText) }
    #expect(rows == [["8", "10"], ["8", "10"], ["8", "12"], ["24", "32"]])
  }

  @Test("counts by the rule: 44 green, 7 amber, 13 red of 64")
  func counts() {
    let summary = PerformanceReport(book, quarter).document.paragraphs.first { $0.contains("64 indicators") }
    #expect(
      summary?.contains("64 indicators are in the plan: 64 were due, 64 have data and 64 are rated.") == true)
    #expect(summary?.contains("44 Green (69%), 7 Amber (11%) and 13 Red (20%)") == true)
  }

  @Test("it adds up, and the anomalies of the printed report are objections and warnings")
  func findings() {
    let scorecard = Scorecard(book, quarter)
    let findings = Checks.findings(book, scorecard)
    #expect(findings.filter { $0.severity == .error } == [])
    #expect(Reconciliation(PerformanceReport(book, scorecard).document, book, scorecard).findings == [])
    #expect(
      Set(findings.map(\.code)) == [
        "printed-status-unsettled", "red-without-commentary", "unit-disagreement", "count-in-percent",
        "prose-target-differs", "target-is-zero", "key-contradicts-ratings", "chart-contradicts-table",
        "footnote-names-other-priority",
      ])
    let prose = findings.filter { $0.code == "prose-target-differs" }
    #expect(prose.count == 1)
    #expect(prose.first?.sentence.contains("target of 500") == true)
  }
}

enum HarrowReport {
  /// The real report is not part of the repository.
  static let text: URL = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["GOLDTHREAD_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "seeds/harrow-performance-report-2023-24-q2.txt")
  }()

  static var isPresent: Bool {
    let present = FileManager.default.fileExists(atPath: text.path)
    if !present {
      FileHandle.standardError.write(
        Data(
          "SKIPPED: the real Harrow report is not there. Put the seeds into ../shared/seeds or set GOLDTHREAD_SHARED.\n"
            .utf8))
    }
    return present
  }
}
