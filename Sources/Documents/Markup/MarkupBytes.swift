/// UTF-8 markup being written: only text of the program itself may go in unescaped.
///
/// Escaping works on bytes. Swift's `Character` would join `"` with a following U+0301 to one character that is
/// not `"`, and the quotation mark would end the attribute after all.
@usableFromInline
package struct MarkupBytes: Sendable {
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
      for index in utf8.indices where isSpecial[Int(utf8[index])] {
        guard let substitute = substitute(at: index, in: utf8) else { continue }
        bytes.append(contentsOf: utf8[start..<index])
        raw(substitute.markup)
        start = index + substitute.length
      }
      bytes.append(contentsOf: utf8[start...])
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

/// The bytes to look at more closely: specials, control characters, and the first byte of U+FFFE and U+FFFF.
private let isSpecial: [Bool] = (0..<256).map { byte in
  switch UInt8(byte) {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
  case 0x09, 0x0A, 0x0D: false
  case 0x00..<0x20, 0x7F, 0xEF: true
  default: false
  }
}

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
