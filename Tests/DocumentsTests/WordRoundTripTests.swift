import Testing

@testable import Documents

@Suite("What Goldthread writes in Word, Goldthread reads back")
struct WordRoundTripTests {
  let read: SourceDocument

  init() throws {
    read = try SourceDocument(SampleReport.document.word(), named: "report.docx")
  }

  @Test("headings, lists and footnotes are what they were")
  func text() {
    let headings = read.paragraphs.compactMap { paragraph in
      if case .heading(let level) = paragraph.style { "\(level) \(paragraph.text)" } else { nil }
    }
    #expect(
      headings == [
        "1 Strategic Performance Report, Quarter 2 2025/26", "2 Summary", "2 Counts by priority",
        "2 Customers & access",
        "3 Calls", "4 What the shapes mean",
      ])
    let items = read.paragraphs.filter { if case .listItem = $0.style { true } else { false } }
    #expect(items.count == 4)
    #expect(read.footnotes.map(\.number) == [1, 2])
    #expect(read.footnotes.last?.text.hasSuffix("P1: the service is down.") == true)
    #expect(read.notes.filter { $0.matter != .partLeftOut }.isEmpty)
  }

  @Test("tables keep their rows, and a status its word and colour")
  func tables() throws {
    #expect(read.tables.count == 2)
    #expect(read.tables.allSatisfy { $0.rows[0].isHeader && !$0.rows[1].isHeader })
    let calls = try #require(read.tables[1].rows.dropFirst().first)
    #expect(calls.cells.prefix(4).map(\.text) == ["Calls answered", "high", "90%", "79%"])
    let status = try #require(calls.cells.last)
    #expect(status.text.hasSuffix("Red "))
    #expect(status.mark == Tone.red.appearance.mark.hex)
  }

  @Test("charts keep their exact numbers and their gaps")
  func charts() throws {
    let line = try #require(read.charts.dropFirst().first)
    #expect(line.categories.last == "Q2 2025/26")
    #expect(line.values == ["88", "86.5", "83", nil, "71", "79"])
    #expect(line.series.map(\.name) == ["Actual", "Target"])
  }
}
