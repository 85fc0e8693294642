package struct SourceTable: Hashable, Sendable {
  package var locator: Locator
  package var rows: [SourceRow]
  /// The cell that this table stands in, when it was nested in another table.
  package var nestedIn: Locator?

  package init(at locator: Locator, rows: [SourceRow] = [], nestedIn: Locator? = nil) {
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
      guard self.locator == .table(table), rows.indices.contains(row - 1) else { return nil }
      return rows[row - 1].cells.first { $0.locator == locator }
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

extension SourceRow {
  /// The number of the row in its table or sheet; a sheet leaves out the rows that are empty.
  package var number: Int { cells.first?.locator.row ?? 0 }
}

extension [SourceRow] {
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
