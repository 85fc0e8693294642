/// Reads rows byte by byte, as fields that only say where they stand; a text is made of one when it is asked for.
struct DelimitedReader {
  /// Where a cell stands among the bytes, without its quotation marks.
  struct Field: Sendable {
    var start: UInt32
    var end: UInt32
    /// The line on which it begins, from 1.
    var line: UInt32
    /// The quoted part holds doubled marks or line ends, or is followed by more: the bytes aren't yet the text.
    var isRaw: Bool

    /// Where it stands among the bytes.
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  /// What ends a cell, and what a quoted one has to be looked at for.
  private let ends: ThreeBytes
  private let marks = ThreeBytes(0x22, 0x0D, 0x0A)
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
    self.bytes = bytes
    self.delimiter = delimiter.rawValue
    ends = ThreeBytes(delimiter.rawValue, 0x0D, 0x0A)
    self.limit = limit
    (position, line) = (start.position, UInt32(start.line))
  }

  /// Adds the fields of the next row that is not blank; false when there is none.
  mutating func next(_ fields: inout [Field]) throws(DelimitedText.Refusal) -> Bool {
    let first = fields.count
    while position < bytes.count {
      try row(&fields)
      if fields.count > first + 1 || !isBlank(fields[first]) { return true }
      fields.removeLast()
    }
    return false
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
    skip(to: ends)
    return field(start, position)
  }

  private func field(_ start: Int, _ end: Int) -> Field {
    Field(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), line: line, isRaw: false)
  }

  private mutating func quoted() throws(DelimitedText.Refusal) -> Field {
    var field = field(position + 1, position)
    position += 1
    while position < bytes.count {
      skip(to: marks)
      guard position < bytes.count else { break }
      let byte = bytes[position]
      if byte == 0x22 {
        guard position + 1 < bytes.count, bytes[position + 1] == 0x22 else { return close(&field) }
        field.isRaw = true
        position += 2
      } else {
        if byte == 0x0D { field.isRaw = true }
        endLine()
      }
    }
    throw .unclosedQuotation(line: Int(field.line))
  }

  /// Passes the closing mark, and what follows it where there should be nothing.
  private mutating func close(_ field: inout Field) -> Field {
    let mark = position
    position += 1
    skip(to: ends)
    field.isRaw = field.isRaw || position > mark + 1
    field.end = UInt32(truncatingIfNeeded: position > mark + 1 ? position : mark)
    return field
  }

  /// Eight bytes at a time, as long as none of them is one of those.
  @inline(__always)
  private mutating func skip(to wanted: ThreeBytes) {
    let raw = UnsafeRawBufferPointer(bytes)
    while position + 8 <= raw.count {
      let found = wanted.places(in: raw.loadUnaligned(fromByteOffset: position, as: SIMD8<UInt8>.self))
      if found != 0 {
        position += found.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while position < bytes.count, !wanted.contains(bytes[position]) { position += 1 }
  }

  private func isBlank(_ field: Field) -> Bool {
    bytes[field.range].allSatisfy { $0 == 0x20 }
  }

  /// Passes CR LF, LF, or the lone CR of old Macs.
  private mutating func endLine() {
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
    position += 1
    line += 1
  }
}

extension DelimitedReader.Field {
  /// Its text among the bytes of the file, each line end in it a line feed.
  func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    isRaw
      ? String(decoding: unquoted(bytes), as: UTF8.self)
      : String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Goes through a raw field, which runs from behind its opening mark to the end of all that belongs to it.
  private func unquoted(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    let end = range.upperBound
    text.reserveCapacity(range.count)
    var index = range.lowerBound
    var isQuoted = true
    while index < end {
      let byte = bytes[index]
      let next = index + 1 < end ? bytes[index + 1] : 0
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
}

/// Looks for three bytes in eight at once.
private struct ThreeBytes {
  private let bytes: (UInt8, UInt8, UInt8)
  private let eights: (SIMD8<UInt8>, SIMD8<UInt8>, SIMD8<UInt8>)

  init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    bytes = (first, second, third)
    eights = (SIMD8(repeating: first), SIMD8(repeating: second), SIMD8(repeating: third))
  }

  func contains(_ byte: UInt8) -> Bool { byte == bytes.0 || byte == bytes.1 || byte == bytes.2 }

  /// Ones where a byte is one of them and zeros where it is none, the first byte in the lowest bits.
  @inline(__always)
  func places(in eight: SIMD8<UInt8>) -> UInt64 {
    let found = (eight .== eights.0) .| (eight .== eights.1) .| (eight .== eights.2)
    return UInt64(littleEndian: unsafeBitCast(found, to: UInt64.self))
  }
}
