import CorporatePlan
import Documents

/// Counts a finished document again and compares it with the scorecard: every row of its tables, every bar of its
/// charts, every number in its sentences. Harrow's chart of the second quarter showed 5 green where its list had 6;
/// such a report is refused here.
///
/// It reads the document as a reader does, not the code that wrote it: what is expected is worked out afresh from the
/// tallies.
package struct Reconciliation: Sendable {
  package static let code = "report-counts-disagree"
  package private(set) var findings: [Finding] = []

  /// - Parameter detail: whether the document lists everything or what gives a reason; it counts everything either way.
  package init(
    _ document: Document, _ book: Book, _ scorecard: Scorecard, _ detail: Report.Detail = .full
  ) {
    self.init(document, ExpectedPart.all(book, scorecard, detail))
  }

  /// Counts a report of any kind again.
  package init(_ document: Document, _ book: Book, _ report: Report) {
    self.init(document, ExpectedPart.all(book, report))
  }

  private init(_ document: Document, _ expectedParts: [ExpectedPart]) {
    let parts = PartsOfDocument(document)
    for expected in expectedParts {
      guard let blocks = parts[expected.anchor] else {
        add(expected, "is missing from the report")
        continue
      }
      compareSentences(expected, blocks)
      compareCharts(expected, blocks)
      compareTables(expected, blocks)
      for problem in expected.list?.problems(parts.heading(expected.anchor), blocks) ?? [] { add(expected, problem) }
    }
  }

  private mutating func add(_ part: ExpectedPart, _ what: String) {
    findings.append(
      Finding(
        .error, code: Reconciliation.code, place: part.place, sentence: "\(what). Make the report again from the Book.")
    )
  }

  // MARK: Sentences

  private mutating func compareSentences(_ part: ExpectedPart, _ blocks: [Block]) {
    let paragraphs = blocks.compactMap { block -> String? in
      if case .paragraph(let content) = block { content.plainText } else { nil }
    }
    for (index, numbers) in part.sentences.enumerated() {
      guard index < paragraphs.count else {
        add(part, "A sentence with the numbers \(numbers.words) is missing")
        continue
      }
      compare(numbers, paragraphs[index], "The sentence “\(paragraphs[index])”", part)
    }
    for numbers in part.saidSomewhere where !paragraphs.contains(where: { $0.wholeNumbers == numbers }) {
      add(part, "No sentence has the numbers \(numbers.words), which the scorecard gives")
    }
  }

  private mutating func compare(_ expected: [Int], _ text: String, _ what: String, _ part: ExpectedPart) {
    let found = text.wholeNumbers
    guard found != expected else { return }
    add(part, "\(what) has the numbers \(found.words); the scorecard gives \(expected.words)")
  }

  // MARK: Charts

  private mutating func compareCharts(_ part: ExpectedPart, _ blocks: [Block]) {
    let charts = blocks.compactMap { block -> Chart? in if case .chart(let chart) = block { chart } else { nil } }
    if charts.count != part.charts.count { add(part, "\(charts.count) charts instead of \(part.charts.count)") }
    for (expected, chart) in zip(part.charts, charts) {
      compare(expected.titleNumbers, chart.title, "The chart title “\(chart.title)”", part)
      compare(expected.descriptionNumbers, chart.description, "The description of “\(chart.title)”", part)
      guard case .strip(let strip) = chart.plot else {
        add(part, "The chart “\(chart.title)” does not show counts")
        continue
      }
      if strip.bars.map(\.label) != expected.bars.map(\.label) {
        add(part, "The chart “\(chart.title)” has other bars than the scorecard")
      }
      for (bar, wanted) in zip(strip.bars, expected.bars) where bar.counts != wanted.counts {
        add(
          part,
          "The chart “\(chart.title)” shows \(bar.counts.words) for “\(bar.label)”; there are \(wanted.counts.words)")
      }
    }
  }

  // MARK: Tables

  private mutating func compareTables(_ part: ExpectedPart, _ blocks: [Block]) {
    let tables = blocks.compactMap { block -> Table? in if case .table(let table) = block { table } else { nil } }
    if tables.count != part.tables.count { add(part, "\(tables.count) tables instead of \(part.tables.count)") }
    for (expected, table) in zip(part.tables, tables) {
      switch expected {
      case .statuses(let rows): compareRows(rows, table, part)
      case .counts(let counts): compareCounts(counts, table, part)
      case .rows(let count):
        let found = table.groups.reduce(0) { $0 + $1.rows.count }
        if found != count { add(part, "“\(table.caption)” has \(found) rows; there are \(count)") }
      }
    }
  }

  private mutating func compareRows(_ expected: [ExpectedPart.StatusRow], _ table: Table, _ part: ExpectedPart) {
    let shown = table.groups.flatMap(\.rows).map { row in
      ExpectedPart.StatusRow(name: row.header, mark: row.firstMark)
    }
    for row in expected.without(shown) { add(part, "“\(table.caption)” lacks the row \(row.words)") }
    for row in shown.without(expected) { add(part, "“\(table.caption)” has the row \(row.words), which is not so") }
    for group in table.groups {
      guard let heading = group.heading, heading.wholeNumbers.last != group.rows.count else { continue }
      add(part, "“\(table.caption)” says “\(heading)” over \(group.rows.count) rows")
    }
  }

  private mutating func compareCounts(_ expected: [String: [String: Int]], _ table: Table, _ part: ExpectedPart) {
    let rows = table.groups.flatMap(\.rows)
    if Set(rows.map(\.header)) != Set(expected.keys) { add(part, "“\(table.caption)” has other rows than priorities") }
    for row in rows {
      for (column, cell) in zip(table.columns, row.cells).dropFirst() {
        let shown = Int(cell.content.plainText)
        guard let count = expected[row.header]?[column.header], shown != count else { continue }
        add(
          part,
          "“\(table.caption)” has \(cell.content.plainText) for “\(row.header)”, \(column.header.lowercased()); there are "
            + "\(count)")
      }
    }
  }
}

extension Table.Row {
  /// What names the row.
  fileprivate var header: String { (cells.first { $0.isRowHeader } ?? cells.first)?.content.plainText ?? "" }

  fileprivate var firstMark: StatusMark? {
    for inline in cells.flatMap(\.content) {
      if case .status(let mark) = inline { return mark }
    }
    return nil
  }
}

extension [ExpectedPart.StatusRow] {
  /// These without those, each as often as it occurs.
  fileprivate func without(_ others: [ExpectedPart.StatusRow]) -> [ExpectedPart.StatusRow] {
    var left = others
    return filter { row in
      guard let index = left.firstIndex(of: row) else { return true }
      left.remove(at: index)
      return false
    }
  }
}

extension [Int] {
  fileprivate var words: String { map(String.init).joined(separator: ", ") }
}

extension [StatusCount] {
  fileprivate var words: String { listed(map { "\($0.count) \($0.mark.word)" }) }
}
