import Foundation
import Testing

@testable import Documents

/// Real council documents, which are not part of the repository.
enum SharedSeeds {
  static let directory: URL = {
    if let shared = ProcessInfo.processInfo.environment["GOLDTHREAD_SHARED"] {
      return URL(fileURLWithPath: shared).appending(path: "seeds")
    }
    return Repository.root.deletingLastPathComponent().appending(path: "shared/seeds")
  }()

  static let harrow = directory.appending(path: "harrow-performance-report-2023-24-q2.txt")

  static let absent: Comment =
    "SKIPPED: the real Harrow report is not there. Put the seeds into ../shared/seeds or set GOLDTHREAD_SHARED."

  static var arePresent: Bool {
    let present = FileManager.default.fileExists(atPath: harrow.path)
    if !present { FileHandle.standardError.write(Data((absent.rawValue + "\n").utf8)) }
    return present
  }
}

enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let scripts = root.appending(path: "Tests/ImportsTests/Fixtures")
}

@Suite("The text of the Harrow report is read as it stands", .enabled(if: SharedSeeds.arePresent, SharedSeeds.absent))
struct HarrowTextTests {
  let report: SourceDocument

  init() throws {
    report = try SourceDocument(path: SharedSeeds.harrow.path)
  }

  @Test("three pairs of tables and the key")
  func tables() {
    #expect(report.tables.map(\.rows.count) == [14, 15, 15, 23, 16, 29, 3])
    #expect(report.tables.map { Set($0.rows.map(\.cells.count)) } == [[2], [4, 5], [2], [4, 5], [2], [4, 5], [1]])
  }

  @Test("64 indicators stand below their headers")
  func indicators() {
    let rows = [1, 3, 5].flatMap { report.tables[$0].rows.dropFirst() }
    #expect(rows.count == 64)
    #expect(rows.allSatisfy { $0.cells.count == 5 && $0.cells[0].text == "●" })
    #expect(rows.allSatisfy { ["▲", "▼"].contains($0.cells[2].text) })
  }

  @Test("a cell is found by the place it prints and is quoted word for word")
  func places() throws {
    let cell = report.tables[3].rows[16].cells[1]
    #expect(cell.locator.description == "table 4, row 17, column 2")
    #expect(cell.text == "Residual household waste per household (kg/household) (Oflog)")
    #expect(cell.line == 373)
    #expect(report.verbatim(at: cell.locator) == cell.text)
  }

  @Test("a cell may hold line breaks")
  func lineBreaks() {
    #expect(report.tables[1].rows[0].cells[3].text == "Actual\nQ2 2023/24")
    #expect(report.tables[1].rows[0].cells[1].text == "Polarity: High ▲ or Low ▼\nis 'good'")
    let attainment = report.tables[5].rows[7].cells[1].text
    #expect(
      attainment.hasPrefix("Key Stage 4 & Special Educational Needs\nThe Special Educational Needs (SEN)/non-SEN"))
    #expect(attainment.hasSuffix("at the end of Key Stage 4"))
  }

  @Test("footnotes leave the running text and keep their numbers")
  func footnotes() throws {
    #expect(report.footnotes.map(\.number) == Array(2...15))
    let texts = Dictionary(uniqueKeysWithValues: report.footnotes.map { ($0.number, $0.text) })
    #expect(texts[3] == texts[2])
    #expect(texts[4] == "Public Space Protection Order")
    #expect(texts[12] == "https://iconcope.org/about/")
    #expect(texts[13]?.hasSuffix("FAs for Clean & Safe is now 12 vs. the original 8 Flagship Actions") == true)
    #expect(!report.paragraphs.contains { $0.text.contains("[") })
    let calls = report.paragraphs.filter { $0.text.hasPrefix("CSC - all vacant posts") }
    #expect(calls.map(\.footnotes) == [[7, 8]])
    #expect(calls.map(\.text) == ["CSC - all vacant posts in MASH and First Response have been recruited to"])
    #expect(report.notes == [])
  }

  @Test(
    "headings are recovered to the letter",
    arguments: [
      (94, "Performance Indicators – Residents First Q2"), (17, "Achievements"),
      (6, "RAG summary Q2 – all Flagship Actions"),
    ])
  func headings(line: Int, text: String) {
    #expect(report.verbatim(at: .line(line)) == text)
  }

  @Test("list items lose their bullet and nothing else")
  func lists() {
    let items = report.paragraphs.filter { $0.style == .listItem(level: 0) }
    #expect(items.count == 92)
    #expect(items.contains { $0.text == "Accessibility\t\t91%" })
    #expect(items.contains { $0.text.hasPrefix("Taranto, the new Parking back-office system") })
    #expect(!report.paragraphs.contains { $0.text.contains("·") })
  }

  @Test("the eight charts keep their cached figures")
  func charts() {
    let figures = report.charts.map { chart in
      zip(chart.categories, chart.values).map { "\($0) \($1 ?? "–")" }.joined(separator: ", ")
    }
    #expect(
      figures == [
        "GREEN 18, AMBER 7, RED 1, COMPLETED 6", "RED 13, GREEN 43, AMBER 8", "AMBER 2, COMPLETED 3, GREEN 5",
        "RED 4, GREEN 9, AMBER 1", "RED 1, AMBER 3, GREEN 5, COMPLETED 1", "GREEN 19, AMBER 3",
        "RED 9, GREEN 15, AMBER 4", "AMBER 3, COMPLETED 2, GREEN 7",
      ])
    #expect(report.charts.map(\.title) == ["Sales", "Total", "Total", "Total", "", "Total", "Total", "Total"])
  }

  @Test("labels typed over a stale chart are kept beside it")
  func labels() {
    #expect(report.charts.map(\.labels.count) == [0, 0, 2, 0, 0, 0, 0, 0])
    #expect(report.charts[2].labels.map(\.value) == ["1", "6"])
    #expect(report.charts[2].labels.map(\.percentage) == ["10%", "60%"])
    #expect(report.charts[2].labels.map(\.text) == ["[CATEGORY NAME], 1, 10%", "[CATEGORY NAME], 6, 60%"])
  }
}
