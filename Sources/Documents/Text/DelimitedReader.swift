/// Reads rows byte by byte.
struct DelimitedReader {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let limits: DelimitedText.Limits
  private var position = 0
  private var line = 1
  private var cellCount = 0

  init(_ bytes: [UInt8], _ delimiter: DelimitedText.Delimiter, _ limits: DelimitedText.Limits) {
    self.bytes = bytes
    self.delimiter = delimiter.rawValue
    self.limits = limits
  }

  /// All rows that are not blank.
  mutating func read() throws(DelimitedText.Refusal) -> [DelimitedText.Row] {
    var rows: [DelimitedText.Row] = []
    while position < bytes.count {
      let start = line
      let cells = try row()
      if cells != [""] { rows.append(DelimitedText.Row(line: start, cells: cells)) }
    }
    return rows
  }

  private mutating func row() throws(DelimitedText.Refusal) -> [String] {
    var cells: [String] = []
    while true {
      cells.append(try cell())
      cellCount += 1
      guard cellCount <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
      guard position < bytes.count else { return cells }
      if bytes[position] == delimiter {
        position += 1
      } else {
        endLine()
        return cells
      }
    }
  }

  /// A cell up to the delimiter or the end of the line. Quotation marks quote only at its start; within a cell
  /// that begins otherwise (6" pipes) they are letters.
  private mutating func cell() throws(DelimitedText.Refusal) -> String {
    var cell: [UInt8] = []
    if position < bytes.count, bytes[position] == 0x22 { try quoted(&cell) }
    while position < bytes.count, !isEnd(bytes[position]) {
      cell.append(bytes[position])
      position += 1
    }
    return String(decoding: cell, as: UTF8.self)
  }

  private mutating func quoted(_ cell: inout [UInt8]) throws(DelimitedText.Refusal) {
    let start = line
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 {
        let isDoubled = position + 1 < bytes.count && bytes[position + 1] == 0x22
        position += isDoubled ? 2 : 1
        if !isDoubled { return }
        cell.append(0x22)
      } else if byte == 0x0D || byte == 0x0A {
        endLine()
        cell.append(0x0A)
      } else {
        cell.append(byte)
        position += 1
      }
    }
    throw .unclosedQuotation(line: start)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0D || byte == 0x0A
  }

  /// Passes CR LF, LF, or the lone CR of old Macs.
  private mutating func endLine() {
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    position += 1
    line += 1
  }
}
