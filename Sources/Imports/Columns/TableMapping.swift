/// How the columns of one table were understood, for a person to correct.
package struct TableMapping: Equatable, Sendable {
  /// The table: "table 4", "sheet 'PIs'".
  package let at: String
  package var columns: [MappedColumn]

  package init(at: String, columns: [MappedColumn]) {
    self.at = at
    self.columns = columns
  }
}

package struct MappedColumn: Equatable, Sendable {
  /// Counted from 1, in the grid of the table.
  package let column: Int
  /// As it stands in the table.
  package let heading: String
  /// `nil` when it was not understood.
  package let meaning: ColumnMeaning?
  /// In per cent; 100 where a person settled it.
  package let confidence: Int

  package init(column: Int, heading: String, meaning: ColumnMeaning?, confidence: Int) {
    self.column = column
    self.heading = heading
    self.meaning = meaning
    self.confidence = confidence
  }
}
