/// The lines of a text file, whatever program wrote it.
struct DecodedText {
  private(set) var lines: [String] = []
  private(set) var notes: [SourceNote] = []

  init(_ bytes: [UInt8], named name: String, limits: ReadLimits) throws(ReadError) {
    guard bytes.count(where: { (0x09...0x0D).contains($0) }) <= 2 * limits.pieces else {
      throw ReadError(.tooManyPieces(limit: limits.pieces), in: name)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      readUTF16(bytes, bigEndian: bytes[0] == 0xFE)
      return
    }
    if let zero = bytes.firstIndex(of: 0) { throw ReadError(.binary, in: name, at: "byte \(zero + 1)") }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let pieces = separateLines(body)
    let valid = pieces.compactMap { String(validating: $0, as: UTF8.self) }
    if valid.count == pieces.count {
      lines = valid
    } else {
      lines = pieces.map(windows1252)
      notes.append(SourceNote(.readAsWindows1252, at: .document))
    }
  }

  private mutating func readUTF16(_ bytes: [UInt8], bigEndian: Bool) {
    let (high, low) = bigEndian ? (0, 1) : (1, 0)
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { (at: Int) -> UInt16 in
      UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + low])
    }
    if !bytes.count.isMultiple(of: 2) || String(validating: units, as: UTF16.self) == nil {
      notes.append(SourceNote(.unreadableCharacters, at: .document))
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    lines = separateLines(text[...]).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Lines end with a line feed, a carriage return, or both; the last need not end at all.
private func separateLines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = bytes.startIndex
  var index = start
  while index < bytes.endIndex {
    let byte = bytes[index]
    index += 1
    guard byte == 0x0A || byte == 0x0D else { continue }
    lines.append(bytes[start..<index - 1])
    if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
    start = index
  }
  if start < bytes.endIndex { lines.append(bytes[start...]) }
  return lines
}

private func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
  var text = String.UnicodeScalarView()
  for byte in bytes {
    text.append((0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte))
  }
  return String(text)
}

/// Where Windows-1252 differs from Latin-1. Five places are unassigned.
private let upperControls: [Unicode.Scalar] = [
  "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
  "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
  "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
  "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
]
