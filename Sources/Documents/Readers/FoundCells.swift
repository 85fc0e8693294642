/// Where the cells of some columns stand in the rows of a table, row by row, as far as each row reaches: never more than
/// the rows have cells.
package struct FoundCells {
  /// The places in their rows, below 0 where there is no cell or nothing in it.
  package let places: [Int32]
  /// Where those of each row end.
  private let ends: [Int]
  private let first: Int

  /// - Parameters:
  ///   - ends: how many of the columns the rows from the first one to each reach, all together.
  ///   - place: that of a row's cell in a column.
  @inline(__always)
  init(from first: Int, ends: [Int], _ place: (_ row: Int, _ column: Int) -> Int32?) {
    (self.first, self.ends) = (first, ends)
    places = Array(unsafeUninitializedCapacity: ends.last ?? 0) { places, filled in
      var row = first
      for end in ends {
        for index in filled..<end {
          places.initializeElement(at: index, to: place(row, index &- filled) ?? -1)
        }
        filled = end
        row += 1
      }
    }
  }

  /// Which of the places are of a row: one for each column that it reaches.
  package subscript(row: Int) -> Range<Int> { (row == first ? 0 : ends[row - first - 1])..<ends[row - first] }
}

extension FoundCells {
  init(_ columns: [WantedColumn], in rows: [SourceRow], from first: Int) {
    var end = 0
    let ends = rows.dropFirst(first).map { row in
      let reach = row.cells.reduce(0) { max($0, $1.gridColumn) }
      end += columns.prefix { $0.number <= reach }.count
      return end
    }
    self.init(from: first, ends: ends) { row, column in rows[row].place(in: columns[column]) }
  }
}

extension SourceRow {
  fileprivate func place(in column: WantedColumn) -> Int32? {
    index(ofColumn: column.number).flatMap { column.countingBlank || !isBlank($0) ? Int32($0) : nil }
  }
}

/// A grid column whose cells are looked for.
package struct WantedColumn: Sendable {
  let number: Int
  /// Whether a cell with nothing but white space is one.
  let countingBlank: Bool

  package init(_ number: Int, countingBlank: Bool = false) {
    (self.number, self.countingBlank) = (number, countingBlank)
  }
}
