/// UTF-8 markup being written: only text of the program itself may go in unescaped.
///
/// Escaping works on bytes. Swift's `Character` would join `"` with a following U+0301 to one character that is
/// not `"`, and the quotation mark would end the attribute after all.
@usableFromInline
struct MarkupBytes: Sendable {
  /// What has been written so far.
  @usableFromInline var bytes: [UInt8] = []

  @usableFromInline init(reserving capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  @inlinable
  mutating func raw(_ markup: StaticString) {
    if markup.hasPointerRepresentation {
      bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    } else {
      markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
  }

  /// Escapes the five special characters, which makes the text safe between tags and between quotation marks,
  /// and leaves out characters that neither XML 1.0 nor HTML allows.
  @usableFromInline
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices where isSpecial(utf8[index]) {
        guard let substitute = substitute(at: index, in: utf8) else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        raw(substitute.markup)
        start = index + substitute.length
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  /// Writes an attribute; one without a value is left out.
  @inlinable
  mutating func attribute(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    bytes.append(UInt8(ascii: " "))
    raw(name)
    raw("=\"")
    text(value)
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Whether a byte needs a closer look: specials, control characters, and the first byte of U+FFFE and U+FFFF.
@inline(__always)
private func isSpecial(_ byte: UInt8) -> Bool {
  byte < 64 ? specials >> UInt64(truncatingIfNeeded: byte) & 1 == 1 : byte == 0xEF
}

/// One bit for each byte below 64: control characters but tab and line ends, and `"`, `&`, `'`, `<`, `>`.
private let specials: UInt64 = 0x5000_00C4_FFFF_D9FF

/// What stands for the bytes at an index, and how many of them; nil when they may stay.
private func substitute(at index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> (markup: StaticString, length: Int)? {
  switch utf8[index] {
  case UInt8(ascii: "&"): ("&amp;", 1)
  case UInt8(ascii: "<"): ("&lt;", 1)
  case UInt8(ascii: ">"): ("&gt;", 1)
  case UInt8(ascii: "\""): ("&quot;", 1)
  case UInt8(ascii: "'"): ("&#39;", 1)
  case 0xEF: utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE ? ("", 3) : nil
  default: ("", 1)
  }
}
