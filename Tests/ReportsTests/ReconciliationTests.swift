import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("A report that does not add up is refused")
struct ReconciliationTests {
  private let book = ThornburyVale().book
  private let scorecard: Scorecard
  private let document: Document

  init() {
    scorecard = Scorecard(book, ThornburyVale.quarter)
    document = PerformanceReport(book, scorecard).document
  }

  private func findings(_ change: (inout [Block]) throws -> Void) rethrows -> [Finding] {
    var changed = document
    try change(&changed.blocks)
    return Reconciliation(changed, book, scorecard).findings
  }

  @Test("as it was made, it adds up") func clean() { #expect(findings { _ in } == []) }

  @Test("a chart that kept the counts of an earlier draft")
  func staleChart() throws {
    let findings = try findings { blocks in
      try blocks.changeChart(3) { chart in
        guard case .strip(var strip) = chart.plot else { return }
        strip.bars[0].counts[0].count -= 1
        strip.bars[0].counts[1].count += 1
        chart.plot = .strip(strip)
      }
    }
    #expect(findings.map(\.code) == ["report-counts-disagree"])
    #expect(findings.first?.place == "indicators of “A vale that is green and well kept”")
    #expect(findings.first?.sentence.contains("2 Green, 3 Amber") == true)
  }

  @Test("a chart whose title or description was typed over", arguments: [0, 1, 4])
  func chartWords(index: Int) throws {
    let title = try findings { try $0.changeChart(index) { $0.title = $0.title.replacing(" of ", with: "9 of ") } }
    #expect(title.count == 1)
    let description = try findings { try $0.changeChart(index) { $0.description += " And 3 more." } }
    #expect(description.count == 1)
  }

  @Test("a number in a sentence that is not the scorecard's")
  func wrongNumber() throws {
    let findings = try findings { blocks in
      let index = try #require(blocks.firstIndex { $0.words.contains("17 are rated") })
      blocks[index] = .paragraph(blocks[index].words.replacing("17 are rated", with: "18 are rated"))
    }
    #expect(findings.map(\.place) == ["summary of indicators"])
  }

  @Test("a sentence that was left out")
  func missingSentence() throws {
    let findings = try findings { blocks in
      blocks.remove(at: try #require(blocks.firstIndex { $0.words.contains("3 Key Activities are under") }))
    }
    #expect(findings.map(\.place) == ["actions of “A council that answers”"])
  }

  @Test("a row that was dropped, and one whose status was changed by hand")
  func rows() throws {
    let dropped = try findings { try $0.changeTable("Calls answered") { $0.groups[0].rows.removeFirst() } }
    #expect(dropped.first?.sentence.contains("lacks the row “Calls answered” (Red)") == true)
    let recoloured = try findings { blocks in
      try blocks.changeTable("Calls answered") {
        $0.groups[0].rows[0].cells[0] = .status(StatusMark(.green, "Green"))
      }
    }
    #expect(recoloured.count == 2)
  }

  @Test("a group heading with another number than its rows")
  func heading() throws {
    let findings = try findings { blocks in
      try blocks.changeTable("Move the waste depot") { $0.groups[0].heading = "Completed: 2" }
    }
    #expect(findings.count == 1)
  }

  @Test("a count in the table of priorities")
  func counts() throws {
    let findings = try findings { blocks in
      try blocks.changeTable(PerformanceReport.all) { $0.groups[0].rows[0].cells[4] = "6" }
    }
    #expect(findings.first?.sentence.contains("has 6 for “A vale that is green and well kept”, rated") == true)
  }

  @Test("a section that is gone, and a not-rated list that is too short")
  func sections() throws {
    let gone = findings { blocks in
      blocks.removeAll {
        if case .heading(let heading) = $0 { heading.anchor == "priority-people-actions" } else { false }
      }
    }
    #expect(gone.contains { $0.sentence.hasPrefix("is missing from the report") })
    let short = try findings { try $0.changeTable("Trees planted", last: true) { $0.groups[0].rows.removeLast() } }
    #expect(short.map(\.place) == ["list of what is not rated"])
  }
}

extension Block {
  fileprivate var words: String {
    if case .paragraph(let content) = self { content.plainText } else { "" }
  }
}

extension [Block] {
  fileprivate mutating func changeChart(_ number: Int, _ change: (inout Chart) -> Void) throws {
    let charts = indices.filter { if case .chart = self[$0] { true } else { false } }
    let index = try #require(charts.indices.contains(number) ? charts[number] : nil)
    guard case .chart(var chart) = self[index] else { return }
    change(&chart)
    self[index] = .chart(chart)
  }

  /// Changes the first (or last) table that has this in a row's header.
  fileprivate mutating func changeTable(_ header: String, last: Bool = false, _ change: (inout Table) -> Void) throws {
    let found = indices.filter { index in
      guard case .table(let table) = self[index] else { return false }
      return table.groups.flatMap(\.rows).flatMap(\.cells)
        .contains { $0.isRowHeader && $0.content.plainText.hasPrefix(header) }
    }
    let index = try #require(last ? found.last : found.first)
    guard case .table(var table) = self[index] else { return }
    change(&table)
    self[index] = .table(table)
  }
}
