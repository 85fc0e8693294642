/// The rows of a delimited file as where their cells stand in its bytes: a long list has ten thousands of them, and few
/// are ever looked at.
final class ListedRows: Sendable {
  private let bytes: ArraySlice<UInt8>
  private let fields: [DelimitedField]
  /// Where each row begins among the fields, and where the last one ends.
  private let starts: [Int32]

  init(_ bytes: ArraySlice<UInt8>, _ reader: DelimitedReader) throws(DelimitedText.Refusal) {
    var reader = reader
    var fields: [DelimitedField] = []
    var starts: [Int32] = [0]
    fields.reserveCapacity(bytes.count / 6)
    while try reader.next(&fields) { starts.append(Int32(fields.count)) }
    (self.bytes, self.fields, self.starts) = (bytes, fields, starts)
  }

  var count: Int { starts.count - 1 }
  var cellCount: Int { fields.count }
  func cellCount(_ row: Int) -> Int { Int(starts[row + 1] - starts[row]) }

  /// A row as it is looked at: of the one table that the file is.
  subscript(row: Int) -> SourceRow {
    SourceRow((0..<cellCount(row)).map { cell(row, $0) })
  }

  func cell(_ row: Int, _ index: Int) -> SourceCell {
    let field = field(row, index)
    return SourceCell(text(field), table: 1, row: row + 1, column: index + 1, line: Int(field.line))
  }

  /// Of the one table that the file is.
  static func locator(_ row: Int, _ index: Int) -> Locator { .cell(table: 1, row: row + 1, column: index + 1) }

  func text(_ row: Int, _ index: Int) -> String { text(field(row, index)) }

  /// Lends the letters of all cells.
  @inline(__always)
  func withLetters<Result>(_ body: (Letters) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      fields.withUnsafeBufferPointer { fields in
        starts.withUnsafeBufferPointer { starts in body(Letters(bytes: bytes, fields: fields, starts: starts)) }
      }
    }
  }

  /// For each row from one on, whether it has cells behind a column, or at most one with something in it.
  func oddRows(from first: Int, beyond column: Int) -> [Bool] {
    withLetters { letters in
      each(from: first) { letters.cellCount($0) > column || letters.isNearlyEmpty($0) }
    }
  }

  /// The different texts of a column below a row.
  func column(_ number: Int, from first: Int) -> DistinctColumn {
    withLetters { letters in
      let none = DelimitedField(0, 0, line: 0)
      var distinct = DistinctFields(letters.bytes)
      let places = each(from: first) { row in
        let isThere = number > 0 && number <= letters.cellCount(row)
        return distinct.number(of: isThere ? letters.field(row, number - 1) : none)
      }
      return DistinctColumn(texts: distinct.texts, places: places)
    }
  }

  /// The short texts without a digit in a column.
  func words(inColumn number: Int, upTo length: Int) -> [(row: Int, text: String)] {
    withLetters { letters in
      (0..<count).compactMap { row in
        guard number <= letters.cellCount(row) else { return nil }
        let field = letters.field(row, number - 1)
        if !field.isRaw {
          if field.isEmpty || field.range.count > length { return nil }
          if letters.bytes[field.range].contains(where: { $0 &- 0x30 < 10 }) { return nil }
        }
        return (row, field.text(in: letters.bytes))
      }
    }
  }

  /// Where the cells of some columns stand in the rows from one on.
  func find(_ columns: [WantedColumn], from first: Int) -> FoundCells {
    withLetters { letters in
      // Rows mostly are as long as the one before, and a head of thousands of columns asks nothing of those that end
      // before them.
      var (cells, reach, end) = (-1, 0, 0)
      let ends = each(from: first) { row in
        if letters.cellCount(row) != cells {
          cells = letters.cellCount(row)
          reach = columns.prefix { $0.number <= cells }.count
        }
        end += reach
        return end
      }
      return FoundCells(from: first, ends: ends) { row, column in letters.place(in: columns[column], of: row) }
    }
  }

  /// Something of each row from one on.
  @inline(__always)
  private func each<Element>(from first: Int, _ element: (Int) -> Element) -> [Element] {
    let rows = first..<max(first, count)
    return Array(unsafeUninitializedCapacity: rows.count) { elements, filled in
      for row in rows { elements.initializeElement(at: row &- first, to: element(row)) }
      filled = rows.count
    }
  }

  private func field(_ row: Int, _ index: Int) -> DelimitedField { fields[Int(starts[row]) + index] }

  private func text(_ field: DelimitedField) -> String {
    bytes.withUnsafeBufferPointer { field.text(in: $0) }
  }
}

extension ListedRows {
  /// Where the letters of cells are, as long as they are lent.
  struct Letters {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let fields: UnsafeBufferPointer<DelimitedField>
    fileprivate let starts: UnsafeBufferPointer<Int32>

    fileprivate func cellCount(_ row: Int) -> Int { Int(starts[row + 1] - starts[row]) }
    fileprivate func field(_ row: Int, _ index: Int) -> DelimitedField { fields[Int(starts[row]) + index] }

    /// Those of a cell; `nil` where quotation marks or line ends make others of them.
    func of(_ row: Int, _ index: Int) -> UnsafeBufferPointer<UInt8>? {
      let field = field(row, index)
      return field.isRaw ? nil : UnsafeBufferPointer(rebasing: bytes[field.range])
    }

    /// Whether nothing but white space stands in a cell; most tell by their first letter.
    @inline(__always)
    fileprivate func isBlank(_ row: Int, _ index: Int) -> Bool {
      let field = field(row, index)
      if field.isEmpty { return true }
      let first = bytes[field.range.lowerBound]
      return first > 0x22 && first < 0x7F ? false : hasBlankText(field)
    }

    @inline(never)
    private func hasBlankText(_ field: DelimitedField) -> Bool { field.text(in: bytes).isBlank }

    /// Whether at most one of a row's cells has something in it.
    @inline(__always)
    fileprivate func isNearlyEmpty(_ row: Int) -> Bool {
      var filled = 0
      for index in 0..<cellCount(row) where !isBlank(row, index) {
        filled += 1
        if filled > 1 { return false }
      }
      return true
    }

    @inline(__always)
    fileprivate func place(in column: WantedColumn, of row: Int) -> Int32? {
      let index = column.number - 1
      return index >= 0 && (column.countingBlank || !isBlank(row, index)) ? Int32(index) : nil
    }
  }
}
