/// The rows of a table. Those of a delimited file stay its bytes: a row is made when somebody looks at it, and columns are
/// gone through without.
package struct SourceRows: Sendable {
  private enum Kept: Sendable {
    case made([SourceRow])
    case listed(ListedRows)
  }

  private var kept: Kept

  package init(_ rows: [SourceRow] = []) { kept = .made(rows) }
  init(_ rows: ListedRows) { kept = .listed(rows) }
}

extension SourceRows: RandomAccessCollection, MutableCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch kept {
    case .made(let rows): rows.count
    case .listed(let rows): rows.count
    }
  }

  package subscript(row: Int) -> SourceRow {
    get {
      switch kept {
      case .made(let rows): rows[row]
      case .listed(let rows): rows[row]
      }
    }
    set { change { $0[row] = newValue } }
  }

  package mutating func append(_ row: SourceRow) { change { $0.append(row) } }

  /// Changes the rows in place.
  private mutating func change(_ change: (inout [SourceRow]) -> Void) {
    var rows = made
    kept = .made([])
    change(&rows)
    kept = .made(rows)
  }

  /// All of them as rows.
  package var made: [SourceRow] {
    switch kept {
    case .made(let rows): rows
    case .listed(let rows): (0..<rows.count).map { rows[$0] }
    }
  }
}

extension SourceRows: Hashable {
  package static func == (one: SourceRows, other: SourceRows) -> Bool { one.elementsEqual(other) }
  package func hash(into hasher: inout Hasher) { hasher.combine(made) }
}

extension SourceRows {
  /// How many cells all rows have.
  package var cellCount: Int {
    switch kept {
    case .made(let rows): rows.reduce(0) { $0 + $1.cells.count }
    case .listed(let rows): rows.cellCount
    }
  }

  /// A cell by its row and its place in that.
  package func cell(_ row: Int, _ index: Int) -> SourceCell {
    switch kept {
    case .made(let rows): rows[row].cells[index]
    case .listed(let rows): rows.cell(row, index)
    }
  }

  package func locator(_ row: Int, _ index: Int) -> Locator {
    switch kept {
    case .made(let rows): rows[row].cells[index].locator
    case .listed: ListedRows.locator(row, index)
    }
  }

  package func text(_ row: Int, _ index: Int) -> String {
    switch kept {
    case .made(let rows): rows[row].cells[index].text
    case .listed(let rows): rows.text(row, index)
    }
  }

  /// Lends the letters of all cells, of which no texts are made: for going through thousands of them.
  package func withLetters(_ body: (CellLetters) -> Void) {
    switch kept {
    case .made: body(CellLetters(nil))
    case .listed(let rows): rows.withLetters { letters in withUnsafePointer(to: letters) { body(CellLetters($0)) } }
    }
  }
}

extension SourceRows {
  /// What stands in a grid column in the rows from one on.
  package func column(_ number: Int, from first: Int) -> DistinctColumn {
    column(number, from: first) { _, _ in nil }
  }

  /// The same, with other texts for some of the cells; those of a delimited file are never merged.
  func column(_ number: Int, from first: Int, _ other: (SourceRow, Int) -> String?) -> DistinctColumn {
    switch kept {
    case .made(let rows):
      DistinctColumn(
        texts: rows.dropFirst(first).map { row in
          row.index(ofColumn: number).map { other(row, $0) ?? row.cells[$0].text } ?? ""
        })
    case .listed(let rows): rows.column(number, from: first)
    }
  }

  /// The texts in a grid column that are short and without a digit, as headings are: in a long list few are.
  package func words(inColumn number: Int, upTo length: Int) -> [(row: Int, text: String)] {
    switch kept {
    case .made(let rows):
      rows.indices.compactMap { row in
        guard let text = rows[row].index(ofColumn: number).map({ rows[row].cells[$0].text }), !text.isEmpty,
          text.utf8.count <= length, !text.utf8.contains(where: { $0 &- 0x30 < 10 })
        else { return nil }
        return (row, text)
      }
    case .listed(let rows): rows.words(inColumn: number, upTo: length)
    }
  }

  /// Where in each of the rows from one on the cell of a grid column stands; below 0 where there is none or nothing in it.
  package func places(ofColumn number: Int, from first: Int) -> [Int32] {
    let found = find([WantedColumn(number)], from: first)
    return (first..<Swift.max(first, count)).map { found[$0].first.map { found.places[$0] } ?? -1 }
  }

  /// Where the cells of some grid columns, which are given from left to right, stand in the rows from one on.
  package func find(_ columns: [WantedColumn], from first: Int) -> FoundCells {
    switch kept {
    case .made(let rows): FoundCells(columns, in: rows, from: first)
    case .listed(let rows): rows.find(columns, from: first)
    }
  }

  /// For each row from one on, whether it has at most one cell with something in it, or one that stands behind a grid
  /// column or in none.
  package func oddRows(from first: Int, beyond column: Int) -> [Bool] {
    switch kept {
    case .made(let rows): rows.dropFirst(first).map { $0.isNearlyEmpty || $0.reaches(beyond: column) }
    case .listed(let rows): rows.oddRows(from: first, beyond: column)
    }
  }
}
