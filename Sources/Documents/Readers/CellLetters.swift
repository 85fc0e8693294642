/// The letters of a table's cells while they are lent: asking for those of a cell makes no text, and counts no references.
package struct CellLetters {
  private enum Kept {
    case made([SourceRow])
    case listed(ListedRows.Letters)
  }

  private let kept: Kept

  init(_ rows: [SourceRow]) { kept = .made(rows) }
  init(_ rows: ListedRows.Letters) { kept = .listed(rows) }

  /// Lends those of a cell by its row and its place in that.
  package func of(_ row: Int, _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    switch kept {
    case .made(let rows):
      var text = rows[row].cells[index].text
      text.withUTF8(body)
    case .listed(let rows): rows.lend(row, index, body)
    }
  }
}
