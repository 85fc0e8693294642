/// A place in a source document, worded so that a person with the document open finds it.
package enum Locator: Hashable, Sendable {
  case line(Int)
  case paragraph(Int)
  case table(Int)
  case cell(table: Int, row: Int, column: Int)
  case chart(Int)
  case footnote(Int)
  case endnote(Int)
  /// A sheet of a workbook, and what stands on it.
  case sheet(String)
  case sheetRows(String, ClosedRange<Int>)
  case sheetColumns(String, ClosedRange<Int>)
  case sheetCell(String, row: Int, column: Int)
  /// A part of an Office file, such as `word/header1.xml`.
  case part(String)
  case document
}

extension Locator: CustomStringConvertible {
  package var description: String {
    switch self {
    case .line(let number): "line \(number)"
    case .paragraph(let number): "paragraph \(number)"
    case .table(let number): "table \(number)"
    case .cell(let table, let row, let column): "table \(table), row \(row), column \(column)"
    case .chart(let number): "chart \(number)"
    case .footnote(let number): "footnote \(number)"
    case .endnote(let number): "endnote \(number)"
    case .sheet(let name): "sheet '\(name)'"
    case .sheetRows(let sheet, let rows): "sheet '\(sheet)', \(span("row", rows) { String($0) })"
    case .sheetColumns(let sheet, let columns): "sheet '\(sheet)', \(span("column", columns, CellName.letters))"
    case .sheetCell(let sheet, let row, let column): "sheet '\(sheet)', cell \(CellName(row: row, column: column))"
    case .part(let name): name
    case .document: "document"
    }
  }
}

extension Locator {
  /// The row of a cell; rows count from 1.
  package var row: Int? {
    switch self {
    case .cell(_, let row, _), .sheetCell(_, let row, _): row
    default: nil
    }
  }

  /// The column of a cell in the grid of its table; columns count from 1.
  package var column: Int? {
    switch self {
    case .cell(_, _, let column), .sheetCell(_, _, let column): column
    default: nil
    }
  }
}

private func span(_ word: String, _ range: ClosedRange<Int>, _ name: (Int) -> String) -> String {
  range.count == 1
    ? "\(word) \(name(range.lowerBound))" : "\(word)s \(name(range.lowerBound)) to \(name(range.upperBound))"
}
