/// The letters of a table's cells where they stand in its file, while they are lent: for going through thousands of cells
/// without a text of each.
package struct CellLetters {
  private let lent: UnsafePointer<ListedRows.Letters>?

  init(_ lent: UnsafePointer<ListedRows.Letters>?) { self.lent = lent }

  /// Those of a cell by its row and its place in that; `nil` where the file holds them in another form.
  package func of(_ row: Int, _ index: Int) -> UnsafeBufferPointer<UInt8>? { lent?.pointee.of(row, index) }
}
