/// Reads rows as fields that only say where they stand; a text is made of one when it is asked for.
struct DelimitedReader {
  private let cells: DelimitedCells
  private let limit: Int
  private var position: Int
  private var line: UInt32
  private var cellCount = 0

  /// - Parameters:
  ///   - cells: the most cells.
  ///   - start: where the first row begins, and the line that is.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: DelimitedText.Delimiter, cells limit: Int,
    from start: (position: Int, line: Int) = (0, 1)
  ) {
    cells = DelimitedCells(bytes: bytes, delimiter: delimiter.rawValue)
    self.limit = limit
    (position, line) = (start.position, UInt32(start.line))
  }

  var bytes: UnsafeBufferPointer<UInt8> { cells.bytes }

  /// Adds the fields of the next row that is not blank; false when there is none.
  @inline(__always)
  mutating func next(_ fields: inout [DelimitedField]) throws(DelimitedText.Refusal) -> Bool {
    let first = fields.count
    while position < bytes.count {
      try row(&fields)
      if fields.count > first + 1 || !isBlank(fields[first]) { return true }
      fields.removeLast()
    }
    return false
  }

  @inline(__always)
  private mutating func row(_ fields: inout [DelimitedField]) throws(DelimitedText.Refusal) {
    while true {
      let start = position
      // Quotation marks quote only at the start of a cell; within one that begins otherwise (6" pipes) they are letters.
      if start < bytes.count, bytes[start] == 0x22 {
        let (field, end, line) = try cells.quoted(from: start + 1, line)
        fields.append(field)
        (position, self.line) = (end, line)
      } else {
        position = cells.end(from: start)
        fields.append(DelimitedField(start, position, line: line))
      }
      cellCount += 1
      guard cellCount <= limit else { throw .tooManyCells(limit: limit) }
      guard position < bytes.count else { return }
      guard bytes[position] == cells.delimiter else { break }
      position += 1
    }
    position = cells.nextLine(from: position)
    line += 1
  }

  private func isBlank(_ field: DelimitedField) -> Bool {
    bytes[field.range].allSatisfy { $0 == 0x20 }
  }
}
