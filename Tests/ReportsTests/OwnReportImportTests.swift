import CorporatePlan
import Documents
import Foundation
import Testing

@testable import Imports
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
    // Sentences that only count are held against the tables; nobody is asked about them.
    let told = proposal.diagnostics.filter {
      [.error, .question].contains($0.severity) || $0.code.rawValue.hasPrefix("own-")
    }
    #expect(told.map { "\($0.code.rawValue) \($0.at): \($0.verbatim)" } == [])
    #expect(proposal.unplaced.isEmpty)
  }

  @Test("a report by exception brings what it lists to an empty book, and says that it is not the plan")
  func byException() throws {
    let year = try YearOfTheVale().book
    let short = PerformanceReport(year, quarter, .exceptions)
    let proposal = try proposal(short.document)
    #expect(proposal.recognition.kind == "own-report")
    let told = proposal.diagnostics.filter { $0.code.rawValue.hasPrefix("own-") }
    #expect(told.map(\.code.rawValue) == ["own-by-exception"])
    // A council that has set up its posts has no plan yet either.
    let posts = try Book().applying([Post(id: "head", title: "Head of Performance").revision])
    #expect(try ReportsTests.proposal(short.document, into: posts).diagnostics.contains { $0.code == .ownByException })
    let listed = Set(short.scorecard.standings.filter { !short.exceptions($0).isEmpty }.map(\.indicator.name))
    let book = try Book().applying(proposal.changes.map(\.revision))
    #expect(Set(book.indicators.values.map(\.name)) == listed)
    #expect(listed.count < year.indicators.count)
  }

  @Test("a figure of a term that this council has not entered is not taken for one of the quarter")
  func unknownTerm() throws {
    let figure = PrintedFigure("934\n(summer term 2024/25)", OwnReportDraft.periods(around: quarter, PeriodCalendar()))
    #expect(figure.unknownPeriod == "summer term 2024/25" && figure.period == nil)
    var report = report
    for index in report.blocks.indices {
      guard case .table(var table) = report.blocks[index],
        let row = table.groups[0].rows.firstIndex(where: { $0.cells.contains { $0.content.plainText == "79%" } }),
        let cell = table.groups[0].rows[row].cells.firstIndex(where: { $0.content.plainText == "79%" })
      else { continue }
      table.groups[0].rows[row].cells[cell] = Table.Cell(["79%", .lineBreak, "(summer term 2024/25)"])
      report.blocks[index] = .table(table)
    }
    let proposal = try proposal(report)
    #expect(proposal.diagnostics.contains { $0.severity == .error && $0.message.contains("is no period known here") })
    let book = try Book().applying(proposal.changes.map(\.revision))
    #expect(book.indicators.values.allSatisfy { $0.name != "Calls answered" }, "neither the indicator nor its target")
    #expect(book.indicators.count == vale.indicators.count - 1)
  }

  @Test("the figure of an indicator of two years is of those two years")
  func twoYears() throws {
    let figure = PrintedFigure("61%\n(2024–26)", OwnReportDraft.periods(around: quarter, PeriodCalendar()))
    #expect(figure.period?.grain == .twoYears && figure.unknownPeriod == nil)
  }

  @Test("nothing that the program wrote is asked about, in a report with changes and risks")
  func written() throws {
    let year = try YearOfTheVale().book
    let document = ComposedReport(year, Report(.performance, quarter)).document
    let told = try proposal(document, into: year).diagnostics.filter { [.error, .question].contains($0.severity) }
    #expect(told.map { "\($0.code.rawValue) \($0.at): \($0.verbatim)" } == [])
  }

  @Test("a count that was typed over in Word is told with what the tables give, and changes nothing")
  func typedOver() throws {
    var report = report
    let index = try #require(report.blocks.firstIndex { $0.words.contains("indicators are in the plan") })
    let words = report.blocks[index].words
    let first = try #require(words.split(separator: " ").first.flatMap { Int($0) })
    report.blocks[index] = .paragraph("\(first + 3)" + words.dropFirst("\(first)".count))
    for book in [vale, Book()] {
      let proposal = try proposal(report, into: book)
      let found = proposal.diagnostics.filter { $0.code.rawValue == "own-count-differs" }
      #expect(found.count == 1 && found[0].severity == .warning)
      #expect(found.first?.message.contains("counts \(first + 3), ") == true)
      #expect(found.first?.message.contains("gives \(first)") == true)
    }
  }

  @Test("the heading of a key whose last bracket was lost in Word names no rule, and is read all the same")
  func lostBracket() throws {
    var report = PerformanceReport(vale, quarter).document
    let index = try #require(
      report.blocks.firstIndex { block in
        guard case .heading(let heading) = block else { return false }
        return heading.text.hasPrefix("Key to indicators")
      })
    guard case .heading(var heading) = report.blocks[index] else { return }
    heading.text = "Key to indicators (draft) (rule thornbury-2025, version 1"
    report.blocks[index] = .heading(heading)
    #expect(try proposal(report).counts.actuals == proposal(PerformanceReport(vale, quarter).document).counts.actuals)
  }

  @Test("of two keys each becomes a rule, the second for the indicators it names")
  func twoKeys() throws {
    var vale = ThornburyVale()
    let rule = """
      {"id": "tight", "council": "Thornbury Vale Council", "basis": "relative", "met": "green", "equal": "green", \
      "bands": [{"status": "amber", "upTo": "1", "including": false}, {"status": "red"}], "zeroTarget": "worst"}
      """
    vale.records.add(try RuleRecord(JSON(parsing: rule)))
    for id in ["calls", "council-tax"] { vale.records.add(Ruling(indicator: id, rule: "tight")) }
    let report = PerformanceReport(vale.book, quarter).document
    let book = try Book().applying(proposal(report).changes.map(\.revision))
    let named = { (name: String) in book.indicators.values.first { $0.name.hasPrefix(name) }?.id ?? "" }
    for (name, id) in [("Calls answered", "calls"), ("Council tax", "council-tax"), ("Invoices", "invoices")] {
      let own = vale.book.rule(for: id, in: quarter)?.rule
      #expect(book.rule(for: named(name), in: quarter)?.rule.bands == own?.bands, "\(name)")
    }
  }

  @Test("the council's own words for statuses are read where the keys explain them, with the shapes gone too")
  func statusWords() throws {
    var vale = ThornburyVale()
    vale.records.add(
      ReportTemplate(
        .performance,
        statusWords: ["green": "Going well", "amber": "Some way to go", "red": "Behind", "complete": "Delivered"]))
    var document = ComposedReport(vale.book, ThornburyVale.report).document
    document.blocks = document.blocks.map { block in
      guard case .table(var table) = block else { return block }
      for group in table.groups.indices {
        for row in table.groups[group].rows.indices {
          for cell in table.groups[group].rows[row].cells.indices {
            let content = table.groups[group].rows[row].cells[cell].content
            if case .status(let mark)? = content.first { table.groups[group].rows[row].cells[cell] = .text(mark.word) }
          }
        }
      }
      return .table(table)
    }
    let book = try Book().applying(proposal(document).changes.map(\.revision))
    let (before, after) = (Told(vale.book, quarter), Told(book, quarter, asPrinted: true))
    #expect(after.indicators == before.indicators)
    #expect(after.actions == before.actions)
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

extension Block {
  fileprivate var words: String { if case .paragraph(let content) = self { content.plainText } else { "" } }
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
