#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads rows byte by byte, as fields that only say where they stand; a text is made of one when it is asked for.
struct DelimitedReader {
  /// Where a cell stands among the bytes, without its quotation marks.
  struct Field {
    var start: Int
    var end: Int
    /// The line on which it begins, from 1.
    var line: Int
    /// The quoted part holds doubled marks or line ends, or is followed by more: the bytes aren't yet the text.
    var isRaw: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let ends: ThreeBytes
  private let limit: Int
  private var position: Int
  private var line: Int
  private var cellCount = 0

  /// - Parameters:
  ///   - cells: the most cells.
  ///   - start: where the first row begins, and the line that is.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: DelimitedText.Delimiter, cells limit: Int,
    from start: (position: Int, line: Int) = (0, 1)
  ) {
    self.bytes = bytes
    self.delimiter = delimiter.rawValue
    ends = ThreeBytes(delimiter.rawValue, 0x0D, 0x0A)
    self.limit = limit
    (position, line) = start
  }

  /// The fields of the next row that is not blank; false when there is none.
  mutating func next(_ fields: inout [Field]) throws(DelimitedText.Refusal) -> Bool {
    while position < bytes.count {
      fields.removeAll(keepingCapacity: true)
      try row(&fields)
      if fields.count > 1 || !isBlank(fields[0]) { return true }
    }
    return false
  }

  /// The text of a field, each line end in it a line feed.
  func text(_ field: Field) -> String {
    guard field.isRaw else {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]), as: UTF8.self)
    }
    return String(decoding: unquoted(field), as: UTF8.self)
  }

  /// Whether two fields hold the very same bytes: long lists say the same on many lines.
  func isSame(_ one: Field, _ other: Field) -> Bool {
    let length = one.end - one.start
    guard length == other.end - other.start, one.isRaw == other.isRaw, let start = bytes.baseAddress else {
      return false
    }
    return memcmp(start + one.start, start + other.start, length) == 0
  }

  private mutating func row(_ fields: inout [Field]) throws(DelimitedText.Refusal) {
    while true {
      fields.append(try field())
      cellCount += 1
      guard cellCount <= limit else { throw .tooManyCells(limit: limit) }
      guard position < bytes.count else { return }
      if bytes[position] == delimiter {
        position += 1
      } else {
        endLine()
        return
      }
    }
  }

  /// A field up to the delimiter or the end of the line. Quotation marks quote only at its start; within a cell
  /// that begins otherwise (6" pipes) they are letters.
  private mutating func field() throws(DelimitedText.Refusal) -> Field {
    if position < bytes.count, bytes[position] == 0x22 { return try quoted() }
    let start = position
    skipLetters()
    return Field(start: start, end: position, line: line, isRaw: false)
  }

  private mutating func quoted() throws(DelimitedText.Refusal) -> Field {
    var field = Field(start: position + 1, end: position, line: line, isRaw: false)
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 {
        guard position + 1 < bytes.count, bytes[position + 1] == 0x22 else { return close(&field) }
        field.isRaw = true
        position += 2
      } else if byte == 0x0D || byte == 0x0A {
        if byte == 0x0D { field.isRaw = true }
        endLine()
      } else {
        position += 1
      }
    }
    throw .unclosedQuotation(line: field.line)
  }

  /// Passes the closing mark, and what follows it where there should be nothing.
  private mutating func close(_ field: inout Field) -> Field {
    field.end = position
    position += 1
    skipLetters()
    if position > field.end + 1 {
      field.isRaw = true
      field.end = position
    }
    return field
  }

  /// Eight bytes at a time, as long as none of them ends the cell.
  private mutating func skipLetters() {
    let raw = UnsafeRawBufferPointer(bytes)
    while position + 8 <= raw.count, !ends.occurs(in: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) {
      position += 8
    }
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
  }

  /// Goes through a raw field, which runs from behind its opening mark to the end of all that belongs to it.
  private func unquoted(_ field: Field) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(field.end - field.start)
    var index = field.start
    var isQuoted = true
    while index < field.end {
      let byte = bytes[index]
      let next = index + 1 < field.end ? bytes[index + 1] : 0
      index += 1
      if isQuoted, byte == 0x22 {
        if next == 0x22 { text.append(0x22) }
        if next == 0x22 { index += 1 } else { isQuoted = false }
      } else if byte == 0x0D {
        text.append(0x0A)
        if next == 0x0A { index += 1 }
      } else {
        text.append(byte)
      }
    }
    return text
  }

  private func isBlank(_ field: Field) -> Bool {
    bytes[field.start..<field.end].allSatisfy { $0 == 0x20 }
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

/// Looks for three bytes in eight at once: "Bit Twiddling Hacks", determine if a word has a byte equal to n.
private struct ThreeBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private let masks: (UInt64, UInt64, UInt64)

  init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    masks = (Self.ones * UInt64(first), Self.ones * UInt64(second), Self.ones * UInt64(third))
  }

  func occurs(in word: UInt64) -> Bool {
    (hasZero(word ^ masks.0) | hasZero(word ^ masks.1) | hasZero(word ^ masks.2)) != 0
  }

  private func hasZero(_ word: UInt64) -> UInt64 {
    (word &- Self.ones) & ~word & 0x8080_8080_8080_8080
  }
}
