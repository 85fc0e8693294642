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
  /// The columns that are understood.
  let columns: [Column]
  let mapping: TableMapping

  /// `nil` when no row among the first five heads milestones and at least two of how they are measured and stand.
  init?(_ table: SourceTable, year: FinancialYear?, settled: [String: String]) {
    // Most tables have no milestones, and need no closer look.
    guard !settled.isEmpty || PlanTable.mentionsMilestones(table) else { return nil }
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
    let headed = table.rows[index].cells.map { cell in
      HeadedColumn(number: cell.column, span: cell.columnSpan, heading: cell.text.onOneLine, meaning: meaning(cell))
    }
    let all = PlanTable.withActions(PlanTable.aligned(headed, to: table.rows[(index + 1)...]))
    columns = all.compactMap { column in
      column.meaning.map { Column(number: column.number, span: column.span, heading: column.heading, meaning: $0) }
    }
    mapping = TableMapping(
      at: table.locator.description,
      columns: all.map { column in
        let isSettled = settled[column.heading.normalisedName] != nil
        return MappedColumn(
          column: column.number, heading: column.heading, meaning: column.meaning,
          confidence: isSettled ? 100 : column.meaning == nil ? 0 : column.heading.isEmpty ? 70 : 90)
      })
  }

  private static func mentionsMilestones(_ table: SourceTable) -> Bool {
    table.rows.prefix(5).contains { row in row.cells.contains { $0.text.lowercased().holds("milestone") } }
  }

  /// A column as its heading has it, understood or not.
  private struct HeadedColumn {
    var number: Int
    var span: Int
    let heading: String
    let meaning: ColumnMeaning?
  }

  /// Moves the headings one column on where the rows have one more: the heading over codes and actions was read as one
  /// column, and a row that begins with nothing but a code has the action's words where the headings have the milestones.
  private static func aligned(_ columns: [HeadedColumn], to rows: Slice<SourceRows>) -> [HeadedColumn] {
    guard columns.count > 1, [.plain(.priority), .plain(.code)].contains(columns[0].meaning), columns[1].meaning != nil,
      columns[1].number == columns[0].number + 1, !columns.contains(where: { $0.meaning == .plain(.action) }),
      rows.contains(where: { row in
        row.cells.first { $0.column == columns[0].number }.map { CellWords($0.text).isCode } ?? false
      })
    else { return columns }
    var columns = columns
    for place in columns.indices.dropFirst() { columns[place].number += 1 }
    return columns
  }

  /// "MISSION / PRIORITY" stands over the codes and, in the columns before the milestones, over the words of the actions.
  private static func withActions(_ columns: [HeadedColumn]) -> [HeadedColumn] {
    guard let first = columns.first, first.meaning == .plain(.priority),
      !columns.contains(where: { $0.meaning == .plain(.action) }),
      let milestone = columns.first(where: { $0.meaning == .plain(.milestone) })?.number, milestone > first.number + 1
    else { return columns }
    var columns = columns.filter { $0.number <= first.number || $0.number >= milestone || $0.meaning != nil }
    columns[0].span = 1
    columns.insert(
      HeadedColumn(
        number: first.number + 1, span: milestone - first.number - 1, heading: "", meaning: .plain(.action)), at: 1)
    return columns
  }

  /// The cells of the heading row.
  var headings: [SourceCell] { table.rows[header].cells }

  /// What stands above the heading row within the table, without empty cells.
  var titles: [SourceCell] {
    table.rows[..<header].flatMap(\.cells).filter { $0.continues == nil && !$0.text.trimmed.isEmpty }
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
