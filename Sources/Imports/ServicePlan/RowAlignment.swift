import CorporatePlan
import Documents

/// Finds the column of each cell of a row. A row that fits its headings is read by them; in one that does not, because
/// extraction lost or moved cells, the order of the columns holds and the cells are told by what they hold: a percentage
/// that stands alone is progress, wherever it stands.
struct RowAlignment {
  private(set) var placed: [(column: PlanTable.Column, cell: SourceCell)] = []
  /// Percentages beside the one that was taken for the progress.
  private(set) var percentages: [SourceCell] = []
  private(set) var left: [SourceCell] = []
  private(set) var isShifted = false

  init(_ cells: [SourceCell], _ columns: [PlanTable.Column]) {
    let direct = cells.map { cell in (columns.first { $0.spans(cell.column) }, cell) }
    if RowAlignment.fits(direct, columns) {
      for (column, cell) in direct {
        if let column { placed.append((column, cell)) } else { left.append(cell) }
      }
      return
    }
    isShifted = true
    let places = RowAlignment.best(cells, columns)
    for (cell, place) in zip(cells, places) {
      if let place {
        placed.append((place, cell))
      } else if CellWords(cell.text).percentages != nil {
        percentages.append(cell)
      } else {
        left.append(cell)
      }
    }
  }

  private static func fits(_ cells: [(PlanTable.Column?, SourceCell)], _ columns: [PlanTable.Column]) -> Bool {
    guard cells.count <= 40, columns.contains(where: { $0.meaning == .plain(.progress) }) else { return true }
    let percentages = cells.filter { CellWords($0.1.text).percentages != nil }
    if percentages.isEmpty { return true }
    return cells.allSatisfy { $0.0 != nil } && percentages.contains { $0.0?.meaning == .plain(.progress) }
  }

  /// The cheapest way to give cells to columns in order. A cell without a column is dear, a second percentage is not; a
  /// row with a percentage and no progress is dear too.
  private static func best(_ cells: [SourceCell], _ columns: [PlanTable.Column]) -> [PlanTable.Column?] {
    let width = columns.count + 1
    // Cost from cell i and column j on, without and with a progress found before.
    var costs = Array(repeating: [6, 0], count: (cells.count + 1) * width)
    var picks = Array(repeating: [Pick.end, .end], count: costs.count)
    for i in cells.indices.reversed() {
      let look = CellWords(cells[i].text).look
      let without = look == .percentages ? 2 : 8
      for j in (0...columns.count).reversed() {
        for found in 0...1 {
          var best = (costs[(i + 1) * width + j][found] + without, Pick.nowhere)
          if j < columns.count {
            let later = costs[i * width + j + 1][found]
            if later < best.0 { best = (later, .laterColumn) }
            if let price = price(of: cells[i], look, in: columns[j]) {
              let next = found == 1 || columns[j].meaning == .plain(.progress) ? 1 : 0
              let here = costs[(i + 1) * width + j + 1][next] + price
              if here < best.0 { best = (here, .here) }
            }
          }
          costs[i * width + j][found] = best.0
          picks[i * width + j][found] = best.1
        }
      }
    }
    return way(picks, cells.count, columns)
  }

  private enum Pick { case here, laterColumn, nowhere, end }

  private static func way(_ picks: [[Pick]], _ count: Int, _ columns: [PlanTable.Column]) -> [PlanTable.Column?] {
    var (places, j, found): ([PlanTable.Column?], Int, Int) = ([], 0, 0)
    while places.count < count {
      switch picks[places.count * (columns.count + 1) + j][found] {
      case .here:
        places.append(columns[j])
        if columns[j].meaning == .plain(.progress) { found = 1 }
        j += 1
      case .laterColumn: j += 1
      case .nowhere, .end: places.append(nil)
      }
    }
    return places
  }

  /// How badly a cell fits a column: how far away it stands, and how unlike its words are; `nil` for never.
  private static func price(of cell: SourceCell, _ look: CellWords.Look, in column: PlanTable.Column) -> Int? {
    unlikeness(look, column.meaning).map { $0 + min(abs(cell.column - column.number), 3) }
  }

  private static func unlikeness(_ look: CellWords.Look, _ meaning: ColumnMeaning) -> Int? {
    guard case .plain(let word) = meaning else { return look == .figure || look == .percentages ? 1 : 4 }
    if word == .progress { return look == .percentages ? 0 : nil }
    return switch look {
    case .percentages: [.target: 1, .baseline: 1][word] ?? 6
    case .comparison: [.target: 0, .comment: 6][word] ?? 4
    case .measure: word == .measure ? 0 : 3
    case .deed: [.milestone: 0, .measure: 0, .comment: 2, .target: 3][word] ?? 4
    case .notBegun: [.baseline: 0, .comment: 1, .target: 2, .measure: 3][word] ?? 5
    case .figure: [.baseline: 0, .target: 0, .comment: 2, .measure: 3][word] ?? 5
    case .other: word == .measure ? 1 : 0
    }
  }
}
