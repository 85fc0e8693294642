/// A place in a source document, worded so that a person with the document open finds it.
package enum Locator: Hashable, Sendable {
  case line(Int)
  case paragraph(Int)
  case table(Int)
  case cell(table: Int, row: Int, column: Int)
  case chart(Int)
  case footnote(Int)
  case endnote(Int)
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
    case .part(let name): name
    case .document: "document"
    }
  }
}
