/// Where the cells of some columns stand in the rows of a table, row by row, as far as each row reaches: never more than
/// the rows have cells.
package struct FoundCells {
  /// The places in their rows, below 0 where there is no cell or nothing in it.
  package private(set) var places: [Int32] = []
  private var starts: [Int] = []
  private let first: Int

  init(from first: Int, rows: Int, _ columns: Int) {
    self.first = first
    starts.reserveCapacity(rows)
    places.reserveCapacity(rows * Swift.min(columns, 8))
  }

  mutating func beginRow() { starts.append(places.count) }
  mutating func add(_ place: Int?) { places.append(place.map { Int32($0) } ?? -1) }

  /// Which of the places are of a row: one for each column that it reaches.
  package subscript(row: Int) -> Range<Int> {
    let index = row - first
    return starts[index]..<(index + 1 < starts.count ? starts[index + 1] : places.count)
  }
}

extension FoundCells {
  init(_ columns: [WantedColumn], in rows: [SourceRow], from first: Int) {
    self.init(from: first, rows: max(0, rows.count - first), columns.count)
    for row in rows.dropFirst(first) {
      beginRow()
      let reach = row.cells.reduce(0) { max($0, $1.gridColumn) }
      for column in columns where column.number <= reach {
        add(row.index(ofColumn: column.number).flatMap { column.countingBlank || !row.isBlank($0) ? $0 : nil })
      }
    }
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
