package struct SourceTable: Hashable, Sendable {
  package var locator: Locator
  package var rows: SourceRows
  /// The cell that this table stands in, when it was nested in another table.
  package var nestedIn: Locator?

  package init(at locator: Locator, rows: [SourceRow] = [], nestedIn: Locator? = nil) {
    self.init(at: locator, SourceRows(rows), nestedIn: nestedIn)
  }

  init(at locator: Locator, _ rows: SourceRows, nestedIn: Locator? = nil) {
    self.locator = locator
    self.rows = rows
    self.nestedIn = nestedIn
  }
}

package struct SourceRow: Hashable, Sendable {
  package var cells: [SourceCell]
  /// The author marked the row to be repeated at the top of every page.
  package var isHeader: Bool

  package init(_ cells: [SourceCell], isHeader: Bool = false) {
    self.cells = cells
    self.isHeader = isHeader
  }
}

extension SourceTable {
  package func cell(at locator: Locator) -> SourceCell? {
    switch locator {
    case .cell(let table, let row, _):
      // Of tables that stand below one another each begins further down.
      let index = row - max(1, rows.first?.number ?? 1)
      guard self.locator == .table(table), rows.indices.contains(index) else { return nil }
      return rows[index].cells.first { $0.locator == locator }
    case .sheetCell(let sheet, let row, _):
      let index = rows.index(from: row)
      guard self.locator == .sheet(sheet), index < rows.count else { return nil }
      return rows[index].cells.first { $0.locator == locator }
    default: return nil
    }
  }

  /// A cell's text, taken from the merged cell above where the cell only continues it.
  package func text(of cell: SourceCell) -> String {
    guard let origin = cell.continues else { return cell.text }
    return self.cell(at: origin)?.text ?? cell.text
  }
}

extension SourceTable {
  /// What stands in a grid column in the rows from one on, where a cell only continues a merged one what stands in that.
  package func mergedColumn(_ number: Int, from first: Int) -> DistinctColumn {
    rows.column(number, from: first) { row, index in row.isContinued(index) ? text(of: row.cells[index]) : nil }
  }
}

extension SourceRow {
  /// The number of the row in its table or sheet; a sheet leaves out the rows that are empty.
  package var number: Int { cells.first?.locator.row ?? 0 }
}

extension SourceRow {
  /// Where the cell of a grid column stands among the row's cells; rows of a sheet leave out empty ones.
  package func index(ofColumn column: Int) -> Int? {
    if column <= cells.count, column > 0, cells[column - 1].gridColumn == column { return column - 1 }
    return cells.firstIndex { $0.gridColumn == column }
  }

  /// What stands in a grid column; nothing where the row has no such cell.
  package func text(_ column: Int) -> String {
    guard let index = index(ofColumn: column) else { return "" }
    return cells[index].text
  }

  /// Whether a cell of it has nothing but white space.
  package func isBlank(_ index: Int) -> Bool { cells[index].text.isBlank }

  /// Whether at most one of its cells has something in it.
  package var isNearlyEmpty: Bool {
    var filled = 0
    for index in cells.indices where !cells[index].text.isBlank {
      filled += 1
      if filled > 1 { return false }
    }
    return true
  }

  /// Whether its last cell stands behind a grid column, or its first in none.
  package func reaches(beyond column: Int) -> Bool {
    guard let last = cells.indices.last else { return false }
    return cells[0].gridColumn == 0 || cells[last].gridColumn > column
  }

  /// Whether a cell of it only continues one further up.
  package func isContinued(_ index: Int) -> Bool { cells[index].continues != nil }
}

extension String {
  /// Whether nothing but white space stands in it.
  package var isBlank: Bool {
    guard let first = utf8.first else { return true }
    return first > 0x20 && first < 0x7F ? false : unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}

extension RandomAccessCollection<SourceRow> where Index == Int {
  /// Where the first row stands that has this number or a higher one.
  func index(from number: Int) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
