import CorporatePlan
import Documents

/// A table of indicators: a heading row that names its columns, in whatever order and words, and a row for each.
struct IndicatorTable {
  struct Row {
    /// The cells by column; a cell without a known column is not among them.
    let cells: [IndicatorColumn: SourceCell]
    /// The cell with the coloured dot.
    let mark: SourceCell?
    /// Cells that no heading explains.
    let strays: [SourceCell]
    /// The heading row above it within the table, such as a priority.
    let group: SourceCell?
    /// The heading row above it that is a status.
    let statusGroup: SourceCell?

    var name: SourceCell? { cells[.name] }
    var locator: Locator { name?.locator ?? mark?.locator ?? .document }
  }

  let locator: Locator
  let columns: [IndicatorColumn]
  private(set) var rows: [Row] = []
  private(set) var places: [Locator] = []
  /// Quarters that the headings name.
  private(set) var periods: [Period] = []

  /// `nil` when no row among the first three heads a name, an actual and a target or polarity.
  init?(_ table: SourceTable) {
    locator = table.locator
    guard
      let index = table.rows.prefix(3).firstIndex(where: { row in
        let columns = row.cells.map { IndicatorColumn(heading: table.text(of: $0)) }
        return columns.contains(.name) && columns.contains(where: \.isActual)
          && columns.contains { $0.isTarget || $0 == .polarity }
      })
    else { return nil }
    let header = table.rows[index]
    columns = header.cells.map { IndicatorColumn(heading: table.text(of: $0)) }
    periods = header.cells.flatMap { PrintedPeriod.all(in: $0.text) }
    places = table.rows[...index].flatMap(\.cells).map(\.locator)
    var (group, statusGroup): (SourceCell?, SourceCell?) = (nil, nil)
    for row in table.rows[(index + 1)...] {
      let written = row.cells.filter { !$0.text.trimmed.isEmpty && !$0.text.isMark && $0.continues == nil }
      if written.count == 1, row.cells.allSatisfy({ $0.continues == nil }) {
        if Status(word: written[0].text) != nil {
          statusGroup = written[0]
        } else {
          (group, statusGroup) = (written[0], nil)
        }
      } else if !written.isEmpty {
        rows.append(self.row(row, table, header, (group, statusGroup)))
      }
    }
  }

  /// The quarter of the headings that stands for the reporting one: itself, or the latest where it is not among them.
  func reporting(_ period: Period) -> Period? { periods.contains(period) ? period : periods.max() }

  private func row(_ row: SourceRow, _ table: SourceTable, _ header: SourceRow, _ groups: (SourceCell?, SourceCell?))
    -> Row
  {
    var cells: [IndicatorColumn: SourceCell] = [:]
    var mark: SourceCell?
    var strays: [SourceCell] = []
    for (cell, column) in aligned(row, header) {
      var cell = cell
      if cell.continues != nil { cell.text = table.text(of: cell) }
      if cell.text.isMark, mark == nil {
        mark = cell
      } else if let column, column != .unknown, cells[column] == nil {
        cells[column] = cell
      } else if !cell.text.trimmed.isEmpty {
        strays.append(cell)
      }
    }
    return Row(cells: cells, mark: mark ?? cells[.status], strays: strays, group: groups.0, statusGroup: groups.1)
  }

  /// Each cell with its column: by the grid where the file has one; else in order, with the mark's cell left out when
  /// the heading row is one cell shorter.
  private func aligned(_ row: SourceRow, _ header: SourceRow) -> [(SourceCell, IndicatorColumn?)] {
    let width = header.cells.last.map { $0.column + $0.columnSpan } ?? 0
    if let last = row.cells.last, last.column + last.columnSpan <= width {
      return row.cells.map { cell in
        let index = header.cells.firstIndex {
          ($0.column..<$0.column + $0.columnSpan).contains(cell.column)
        }
        return (cell, index.map { columns[$0] })
      }
    }
    var index = 0
    return row.cells.map { cell in
      if cell.text.isMark && row.cells.count > header.cells.count { return (cell, nil) }
      defer { index += 1 }
      return (cell, columns.indices.contains(index) ? columns[index] : nil)
    }
  }
}

extension IndicatorColumn {
  var isActual: Bool {
    if case .actual = self { return true }
    return false
  }

  var isTarget: Bool {
    if case .target = self { return true }
    return false
  }

  /// The quarter that the heading names.
  var period: Period? {
    switch self {
    case .actual(let period), .target(let period): period
    default: nil
    }
  }
}

extension SourceCell {
  var column: Int { locator.column ?? 1 }
}
