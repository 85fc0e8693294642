/// Where a cell stands among the bytes of a delimited text, without its quotation marks.
struct DelimitedField: Sendable {
  private let start: UInt32
  /// Twice its length, and one more where it is raw: a list has ten thousands of them.
  private let size: UInt32
  /// The line on which it begins, from 1.
  let line: UInt32

  init(_ start: Int, _ end: Int, line: UInt32, isRaw: Bool = false) {
    self.start = UInt32(truncatingIfNeeded: start)
    size = UInt32(truncatingIfNeeded: end &- start) &<< 1 | (isRaw ? 1 : 0)
    self.line = line
  }

  /// The quoted part holds doubled marks or line ends, or is followed by more: the bytes aren't yet the text.
  var isRaw: Bool { size & 1 == 1 }
  var isEmpty: Bool { size < 2 }
  /// Where it stands among the bytes.
  var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(start) &+ Int(size &>> 1))) }

  /// Whether it has as many bytes as another, to be understood alike.
  func isAsLong(as other: Self) -> Bool { size == other.size }
}

extension DelimitedField {
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
