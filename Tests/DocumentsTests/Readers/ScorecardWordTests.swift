import Foundation
import Testing

@testable import Documents

@Suite(
  "The Word file of the Harrow report says what its text says", .enabled(if: SharedSeeds.arePresent, SharedSeeds.absent)
)
struct ScorecardWordTests {
  let word: SourceDocument
  let text: SourceDocument

  init() async throws {
    word = try await SourceDocument(path: Scripts.scorecard.value.path)
    text = try SourceDocument(path: SharedSeeds.harrow.path)
  }

  @Test("every cell, word for word")
  func cells() {
    #expect(word.kind == .word)
    #expect(word.tables.count == 7)
    for (one, other) in zip(word.tables, text.tables) {
      #expect(one.rows.map { $0.cells.map(\.text) } == other.rows.map { $0.cells.map(\.text) })
    }
  }

  @Test("every paragraph and list item, word for word")
  func paragraphs() {
    // The last paragraph of the text is a page number behind the charts.
    #expect(word.paragraphs.map(\.text) == text.paragraphs.map(\.text).dropLast())
    let items = { (document: SourceDocument) in
      document.paragraphs.filter { $0.style == .listItem(level: 0) }.map(\.text)
    }
    #expect(items(word) == items(text))
    #expect(word.notes == [])
  }

  @Test("every footnote by its number")
  func footnotes() {
    #expect(word.footnotes == text.footnotes)
    #expect(word.paragraphs.flatMap(\.footnotes) == text.paragraphs.flatMap(\.footnotes))
  }

  @Test("every chart, standing below its caption")
  func charts() throws {
    let figures = { (chart: SourceChart) in zip(chart.categories, chart.values).map { "\($0) \($1 ?? "")" }.sorted() }
    #expect(Set(word.charts.map(figures)) == Set(text.charts.map(figures)))
    #expect(word.charts.count == 8)
    let stale = try #require(word.charts.first { !$0.labels.isEmpty })
    #expect(stale.locator.description == "chart 4")
    #expect(stale.labels.map(\.category) == ["AMBER", "GREEN"])
    #expect(stale.labels.map(\.value) == ["1", "6"])
    let index = try #require(word.blocks.firstIndex(of: .chart(stale)))
    #expect(word.verbatim(at: word.blocks[index - 1].locator) == "Residents First – Flagship Actions Q2")
  }

  @Test("headings are headings")
  func headings() {
    let headings = word.paragraphs.filter { if case .heading = $0.style { true } else { false } }
    #expect(headings.count == 14)
    #expect(headings.first?.style == .heading(1))
    #expect(headings.contains { $0.text == "Performance Indicators – Residents First Q2" })
  }

  @Test(
    "the dots carry the statuses that the report counts",
    arguments: [(1, [9, 1, 4]), (3, [19, 3, 0]), (5, [15, 4, 9])])
  func indicatorMarks(table: Int, counts: [Int]) {
    let marks = word.tables[table].rows.dropFirst().map { $0.cells[0].mark }
    #expect(["00B050", "FFC000", "FF0000"].map { colour in marks.count { $0 == colour } } == counts)
  }

  @Test("32 flagship actions: 6 completed, 18 green, 7 amber, 1 red")
  func actionMarks() {
    let marks = [0, 2, 4].flatMap { word.tables[$0].rows }.compactMap { $0.cells[0].mark }
    #expect(["0070C0", "00B050", "FFC000", "FF0000"].map { colour in marks.count { $0 == colour } } == [6, 18, 7, 1])
  }

  @Test("the script writes the same file every time")
  func deterministic() async throws {
    let first = try await Scripts.scorecard.value
    let second = first.deletingLastPathComponent().appending(path: "again.docx")
    try await Scripts.run("make_scorecard_docx.py", SharedSeeds.harrow.path, second.path)
    #expect(try Data(contentsOf: first) == Data(contentsOf: second))
  }
}
