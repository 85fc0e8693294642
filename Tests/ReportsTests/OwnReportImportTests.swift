import CorporatePlan
import Documents
import Foundation
import Imports
import Testing

@testable import Reports

/// What a report says of a quarter, in words, so that two books can be laid side by side.
private struct Told: Equatable {
  let indicators: [String]
  let actions: [String]

  /// - Parameter asPrinted: whether statuses are those that the document showed.
  init(_ book: Book, _ quarter: Period, asPrinted: Bool = false) {
    let scorecard = Scorecard(book, quarter)
    indicators = scorecard.standings.map { standing in
      let status = asPrinted ? standing.printed?.status : standing.status
      let figure =
        standing.hasData
        ? "\(standing.valueText) \(standing.state.rawValue) \(standing.dataPeriod?.name ?? "")" : "none"
      let target = standing.hasData ? standing.targetText : ""
      return [standing.rowName, standing.indicator.polarity.rawValue, target, figure, status?.id ?? "none"]
        .joined(separator: " | ")
    }.sorted()
    let actions = scorecard.sections.flatMap(\.actions) + scorecard.unplacedActions
    self.actions = actions.map { action in
      let update = action.update
      return [
        action.rowName, action.status?.id ?? "none", update?.percent.map(String.init) ?? "", action.when ?? "",
        action.item.owner ?? "",
      ].joined(separator: " | ")
    }.sorted()
  }
}

private func proposal(_ document: Document, into book: Book = Book(), look: ReportLook = .plain) throws
  -> ImportProposal
{
  ImportProposal(
    try SourceDocument(document.word(look), named: "report.docx"),
    fileDigest: "sha256:" + String(repeating: "0", count: 64), into: book)
}

@Suite("A report in Word imports again to the same figures")
struct OwnReportImportTests {
  private let vale = ThornburyVale().book
  private let quarter = ThornburyVale.quarter
  private var report: Document { PerformanceReport(vale, quarter).document }

  @Test("into an empty book: the same indicators, targets, figures, statuses and actions")
  func anew() throws {
    let proposal = try proposal(report)
    #expect(proposal.recognition.kind == "own-report")
    #expect(proposal.period == quarter)
    let book = try Book().applying(proposal.changes.map(\.revision))
    let (before, after) = (Told(vale, quarter), Told(book, quarter, asPrinted: true))
    #expect(after.indicators.count == before.indicators.count)
    for (one, other) in zip(before.indicators, after.indicators) { #expect(other == one) }
    for (one, other) in zip(before.actions, after.actions) { #expect(other == one) }
    #expect(after.actions.count == before.actions.count)
    #expect(book.council?.name == "Thornbury Vale Council" && book.council?.actionWord == "Key Activity")
  }

  @Test("the key is read as the rule that rates as the report does")
  func key() throws {
    let book = try Book().applying(proposal(report).changes.map(\.revision))
    let rule = try #require(book.rule(for: "", in: quarter)?.rule)
    let own = try #require(vale.rule(for: "", in: quarter)?.rule)
    #expect(rule.bands == own.bands && rule.basis == own.basis && rule.equal == own.equal && rule.met == own.met)
  }

  @Test("into its own book: no figure, target, status or action is another")
  func again() throws {
    let proposal = try proposal(report, into: vale)
    let kinds: Set<String> = ["indicator", "target", "actual", "item", "update", "rule", "ruling", "commentary"]
    let other = proposal.changes.filter { $0.kind != .unchanged && kinds.contains($0.recordID.kind) }
    #expect(other.map { "\($0)" } == [])
    // Sentences that only count have no home and are shown as such.
    let told = proposal.diagnostics.filter {
      $0.code.rawValue != "unplaced" && [.error, .question].contains($0.severity)
    }
    #expect(told.map { "\($0.at): \($0.verbatim)" } == [])
  }

  @Test("in the looks of another Word file it says the same")
  func dressed() throws {
    let house = try Document(title: "House", blocks: [.paragraph("Style")]).word()
    let look = ReportLook(styleSource: try WordStyleSource(house, named: "house.docx"))
    let (one, other) = (try proposal(report), try proposal(report, look: look))
    #expect(one.counts == other.counts)
  }

  @Test("a figure that somebody changed in Word is a change")
  func edited() throws {
    var report = report
    for (index, block) in report.blocks.enumerated() {
      guard case .table(var table) = block, table.columns.contains(where: { $0.header == "Actual" }) else { continue }
      for group in table.groups.indices {
        for row in table.groups[group].rows.indices
        where table.groups[group].rows[row].cells[1].content.plainText == "Calls answered" {
          table.groups[group].rows[row].cells[4] = .text("81%")
        }
      }
      report.blocks[index] = .table(table)
    }
    let proposal = try proposal(report, into: vale)
    let changed = proposal.changes.filter { $0.kind == .changed }.map(\.recordID)
    #expect(changed == [RecordID("actual", "calls@\(quarter.code)")])
  }
}

@Suite("Harrow's quarter goes out in Word and comes back", .enabled(if: HarrowReport.isPresent))
struct HarrowReportImportTests {
  @Test("64 indicators and 32 actions, each with the same target, figure and status")
  func harrow() throws {
    let first = ImportProposal(
      try SourceDocument(path: HarrowReport.text.path), fileDigest: "sha256:" + String(repeating: "0", count: 64))
    let book = try Book().applying(first.changes.map(\.revision))
    let quarter = FinancialYear(2023).quarter(2)
    let second = try proposal(PerformanceReport(book, quarter).document)
    #expect(second.recognition.kind == "own-report")
    let again = try Book().applying(second.changes.map(\.revision))
    let (before, after) = (Told(book, quarter), Told(again, quarter, asPrinted: true))
    #expect(before.indicators.count == 64 && before.actions.count == 32)
    #expect(after.indicators == before.indicators)
    #expect(after.actions == before.actions)
    #expect(Told(again, quarter).indicators == before.indicators, "its key rates as the report does")
  }
}
