import CorporatePlan
import Documents

/// A table of a service plan: a heading row with milestones and how they are measured, in any order and words, then
/// priorities, actions and their milestones.
struct PlanTable {
  struct Column: Hashable {
    /// Counted from 1 in the grid of the table.
    let number: Int
    let span: Int
    let heading: String
    let meaning: ColumnMeaning

    func spans(_ column: Int) -> Bool { (number..<number + span).contains(column) }
  }

  let table: SourceTable
  /// The heading row's index.
  let header: Int
  let headings: [SourceCell]
  /// The columns that are understood.
  let columns: [Column]
  let mapping: TableMapping
  let year: FinancialYear?

  /// `nil` when no row among the first five heads milestones and at least two of how they are measured and stand.
  init?(_ table: SourceTable, year: FinancialYear?, settled: [String: String]) {
    func meaning(_ cell: SourceCell) -> ColumnMeaning? {
      let heading = table.text(of: cell).onOneLine
      if let settled = settled[heading.normalisedName].flatMap({ ColumnMeaning($0) }) { return settled }
      return PlanHeading.meaning(heading, in: year)
    }
    guard
      let index = table.rows.prefix(5).firstIndex(where: { row in
        let words = Set(row.cells.compactMap(meaning))
        return words.contains(.plain(.milestone))
          && [.measure, .baseline, .target, .progress].count { words.contains(.plain($0)) } >= 2
      })
    else { return nil }
    self.table = table
    header = index
    self.year = year ?? table.rows[index].cells.flatMap { PlanHeading.years(in: $0.text) }.first
    headings = table.rows[...index].flatMap(\.cells)
    var columns = table.rows[index].cells.map { cell in
      (number: cell.column, span: cell.columnSpan, heading: cell.text.onOneLine, meaning: meaning(cell))
    }
    let shift = PlanTable.lacksActions(columns.map { ($0.number, $0.meaning) }, table, from: index + 1) ? 1 : 0
    let lead = columns.first { $0.meaning != nil }.map { $0.number + $0.span } ?? 2
    for place in columns.indices where columns[place].number >= lead { columns[place].number += shift }
    if !columns.contains(where: { $0.meaning == .plain(.action) }), columns.first?.meaning == .plain(.priority) {
      // "MISSION / PRIORITY" stands over the codes and over the words of the actions.
      let first = columns[0]
      columns[0].span = 1
      let milestone = columns.first { $0.meaning == .plain(.milestone) }?.number ?? first.number + 1
      if milestone > first.number + 1 {
        columns.removeAll { $0.number > first.number && $0.number < milestone && $0.meaning == nil }
        columns.insert((first.number + 1, milestone - first.number - 1, "", .plain(.action)), at: 1)
      }
    }
    self.columns = columns.compactMap { column in
      column.meaning.map { Column(number: column.number, span: column.span, heading: column.heading, meaning: $0) }
    }
    mapping = TableMapping(
      at: table.locator.description,
      columns: columns.map { column in
        MappedColumn(
          column: column.number, heading: column.heading, meaning: column.meaning,
          confidence: settled[column.heading.normalisedName] != nil
            ? 100 : column.meaning == nil ? 0 : column.heading.isEmpty ? 70 : 90)
      })
  }

  /// Whether the heading over codes and actions was read as one column while the rows have two: a row that begins with
  /// nothing but a code has the action's words in the next column, which the headings give to the milestones.
  private static func lacksActions(
    _ columns: [(number: Int, meaning: ColumnMeaning?)], _ table: SourceTable, from row: Int
  ) -> Bool {
    guard columns.count > 1, [.plain(.priority), .plain(.code)].contains(columns[0].meaning), columns[1].meaning != nil,
      columns[1].number == columns[0].number + 1, !columns.contains(where: { $0.meaning == .plain(.action) })
    else { return false }
    return table.rows[row...].contains { row in
      row.cells.first { $0.column == columns[0].number }.map { CellWords($0.text).isCode } ?? false
    }
  }

  func column(_ word: ColumnMeaning.Word) -> Column? { columns.first { $0.meaning == .plain(word) } }

  /// How much of what a service plan has is there, in per cent.
  var confidence: Int {
    let signs: [(Int, ColumnMeaning.Word)] = [
      (25, .milestone), (20, .progress), (15, .measure), (15, .baseline), (10, .target), (5, .comment),
    ]
    return 5 + signs.filter { column($0.1) != nil }.reduce(0) { $0 + $1.0 }
  }
}
