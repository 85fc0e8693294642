import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("The words of a report follow the record")
struct PassageTests {
  private static let period = FinancialYear(2025).quarter(2)
  private static let report = Report(.performance, period)

  private func composed(_ words: [String: String], _ more: [any Record] = []) throws -> ComposedReport {
    let passages = words.map { Passage(report: Self.report.id, key: $0, text: $1) }
    let book = try Larkmere.book.recording([Self.report.revision] + passages.map(\.revision) + more.map(\.revision))
    return ComposedReport(book, Self.report)
  }

  private func problems(_ text: String, at key: String = "summary/indicators") throws -> [PassageProblem] {
    try composed([key: text]).problems
  }

  private func printed(_ report: ComposedReport, _ key: String) throws -> String {
    let passage = try #require(report.passages.first { $0.key == key })
    return HTML.text(of: report.document.blocks[passage.place])
  }

  @Test("generated sentences say what they said when their numbers were typed, each number a reference")
  func generated() throws {
    let report = try composed([:])
    #expect(report.problems.isEmpty)
    let passage = try #require(report.passages.first { $0.key == "summary/indicators" })
    #expect(passage.generated.contains("[[plan: indicators rated]]"))
    #expect(passage.generated.allSatisfy { !$0.isNumber })
    #expect(try printed(report, passage.key).contains("\(report.scorecard.indicators.rated) are rated"))
    #expect(report.document == PerformanceReport(report.book, report.scorecard).document)
  }

  @Test("a figure named in a sentence is another when the record is another")
  func follows() throws {
    let words = ["summary/indicators": "Recycling stands at [[recycling: actual]], which is [[recycling: status]]."]
    let report = try composed(words)
    let standing = try #require(report.scorecard.standings.first { $0.indicator.id == "recycling" })
    #expect(try printed(report, "summary/indicators").contains("stands at \(standing.valueText), which is"))
    let period = try #require(standing.dataPeriod)
    let later = try composed(words, [Actual(indicator: "recycling", period: period, value: try Value("51.5%"))])
    #expect(try printed(later, "summary/indicators").contains("stands at 51.5%, which is"))
  }

  @Test(
    "an indicator is named by its id, its code or its name; what is named twice or not at all is said with its place")
  func names() throws {
    let indicator = try #require(Larkmere.book.indicators["recycling"])
    let all = [indicator.id, indicator.code, indicator.name.uppercased()].compactMap { $0 }
    #expect(try problems(all.map { "[[\($0): target]]" }.joined(separator: " ")).isEmpty)
    let unknown = try problems("It is [[recyling: actual]] and [[recycling: colour]].")
    #expect(unknown.map(\.code) == ["reference-names-no-figure", "reference-names-no-figure"])
    #expect(unknown.map(\.words) == ["recyling: actual", "recycling: colour"])
    #expect(unknown[1].sentence.contains("actual"))
    let other = Indicator(
      id: "recycling-twin", name: indicator.name, polarity: .highIsGood, unit: .percent, frequency: .quarter,
      items: indicator.items)
    let report = try composed(["summary/indicators": "[[\(indicator.name): actual]]"], [other])
    #expect(report.problems.map(\.code) == ["reference-names-no-figure"])
    #expect(report.problems[0].sentence.contains("recycling-twin"))
    #expect(try printed(report, "summary/indicators").contains("[no figure:"))
  }

  @Test("a number that was typed must be the record's; otherwise the nearest true figure is offered")
  func typed() throws {
    let report = try composed([:])
    let tally = report.scorecard.indicators
    let green = tally.count(of: .green)
    #expect(try problems("\(green) green, of \(tally.rated) that are rated.").isEmpty)
    let wrong = try problems("Well then. \(green + 100) green, of \(tally.rated) that are rated.")
    #expect(wrong.map(\.code) == ["prose-figure-not-of-record"])
    #expect(wrong[0].words == "\(green + 100)")
    #expect(wrong[0].place == 11..<11 + "\(green + 100)".count)
    #expect(wrong[0].suggestion?.name == "plan: indicators green" || wrong[0].suggestion?.name == "plan: actions green")
    // A true count of something else is no count of what is green.
    let red = tally.count(of: .red)
    if red != green, red != report.scorecard.actions.count(of: .green) {
      #expect(try problems("\(red) green.").count == 1)
    }
    #expect(report.findings.isEmpty)
    #expect(try composed(["summary/indicators": "99 red."]).findings.map(\.severity) == [.error])
  }

  @Test("a figure is true of the indicator that its sentence names, and of no other")
  func ofWhat() throws {
    let report = try composed([:])
    let standing = try #require(report.scorecard.standings.first { $0.indicator.id == "recycling" })
    let name = standing.indicator.name
    #expect(try problems("“\(name)” stands at \(standing.valueText).").isEmpty)
    let wrong = try problems("“\(name)” stands at 12.34%.")
    #expect(wrong.count == 1)
    #expect(wrong[0].suggestion?.name.hasPrefix("recycling: ") == true)
  }

  @Test(
    "years, dates, quarters, ordinals, pages and telephones are no figures",
    arguments: [
      "In 2025/26 and 2024-25, by 2029.", "On 14 October 2025 and 1/3/2025, at 10:30.",
      "In quarter 2, Q3 and the 3rd month.",
      "See page 12, paragraph 4.2 and appendix 3.", "Call 020 8863 5611 or +44 20 8863 5611.", "As P1 of KA01 says.",
      "See https://example.org/a/77 or a77@example.org.", "No numbers at all.", "1. First of a list",
    ])
  func noFigures(_ text: String) throws {
    #expect(TypedNumber.all(in: text) == [])
    #expect(try problems(text) == [])
  }

  @Test(
    "figures as people type them are read",
    arguments: [
      ("79% and 79.5 per cent", ["79%", "79.5"]), ("£1.2m of 1,635", ["£1.2m", "1,635"]),
      ("six indicators, two amber", ["six", "two"]), ("one day", []), ("3 million people", ["3 million"]),
      ("91/110 came", ["91", "110"]), ("(12)", ["12"]), ("from 7 to 9", ["7", "9"]),
    ])
  func figures(_ text: String, _ expected: [String]) {
    #expect(TypedNumber.all(in: text).map(\.text) == expected)
  }

  @Test("whoever edited words is told when the generated ones have changed since")
  func moved() throws {
    let old = Passage(report: Self.report.id, key: "summary/indicators", text: "Mine.", replaced: "Other words.")
    let book = try Larkmere.book.recording([old.revision])
    let passage = try #require(
      ComposedReport(book, Self.report).passages.first { $0.key == "summary/indicators" })
    #expect(passage.hasMoved)
  }

  @Test("people may say the counts in their own order: the report still adds up, and does not when a number is wrong")
  func reconciles() throws {
    let right = try composed([
      "summary/indicators": "Of [[plan: indicators rated]], [[plan: indicators green]] are green."
    ])
    #expect(Reconciliation(right.withoutOwnWords, right.book, right.scorecard).findings.isEmpty)
    #expect(right.findings.isEmpty)
  }

  @Test("the council's words for statuses stand in every chart, table, sentence and key, and the report adds up")
  func statusWords() throws {
    let template = ReportTemplate(.performance, statusWords: ["green": "On course", "red": "Off course"])
    let report = try composed([:], [template])
    #expect(Reconciliation(report.document, report.book, report.scorecard).findings.isEmpty)
    let text = HTML.text(of: report.document.blocks[...])
    #expect(text.contains("On course"))
    #expect(!text.contains("Green</span>"))
    let without = try composed([:])
    #expect(!Reconciliation(report.document, without.book, report.scorecard).findings.isEmpty)
  }

  @Test("what the template words for every report is checked as words of a person are")
  func opening() throws {
    let template = ReportTemplate(.performance, sections: [.init("summary", text: "There are 999 red indicators.")])
    let report = try composed([:], [template])
    #expect(report.problems.map(\.key) == ["summary/opening"])
  }

  @Test("answers to councillors print once approved, under their question, and their numbers are checked")
  func questions() throws {
    var question = Question(
      id: "q1", period: Self.period, subject: RecordID(Indicator.kind, "recycling"), text: "Why so little?",
      answer: "It is 1.23%.")
    #expect(try composed([:], [question]).places["questions"]?.isEmpty == true)
    question.isApproved = true
    let report = try composed([:], [question])
    #expect(report.places["questions"]?.isEmpty == false)
    #expect(report.problems.map(\.words) == ["1.23%"])
    question.answer = "It is [[recycling: actual]]."
    #expect(try composed([:], [question]).problems.isEmpty)
  }
}

@Suite("Two drafts compared")
struct DraftDifferenceTests {
  private let report = Report(.performance, FinancialYear(2025).quarter(2))

  @Test("words that changed are told word by word, a row of a table by its cells, and what is the same is not told")
  func differences() throws {
    let before = ComposedReport(Larkmere.book, report)
    #expect(ReportDifference(from: before, to: before).sections.isEmpty)
    let standing = try #require(before.scorecard.standings.first { $0.indicator.id == "recycling" })
    let period = try #require(standing.dataPeriod)
    let actual = Actual(indicator: "recycling", period: period, value: try Value("51.5%"))
    let words = Passage(report: report.id, key: "introduction/purpose", text: "This report shows how it went.")
    let after = ComposedReport(try Larkmere.book.recording([actual.revision, words.revision]), report)
    let difference = ReportDifference(from: before, to: after)
    let rows = difference.sections.flatMap(\.tables).flatMap(\.rows)
    #expect(
      rows.contains { row in
        if case .changed(_, let cells) = row { cells.contains { $0.after.hasPrefix("51.5%") } } else { false }
      })
    #expect(difference.sections.contains { !$0.lines.isEmpty })
  }

  @Test("taken out and put in stand where they belong")
  func words() {
    let difference = WordDifference("The cat sat on the mat", "The dog sat on a mat")
    #expect(
      difference.pieces == [
        .same("The"), .out("cat"), .new("dog"), .same("sat on"), .out("the"), .new("a"), .same("mat"),
      ])
  }
}

extension HTML {
  fileprivate static func text(of blocks: ArraySlice<Block>) -> String {
    var html = HTML()
    html.blocks(Array(blocks))
    return String(decoding: html.bytes, as: UTF8.self)
  }
}
