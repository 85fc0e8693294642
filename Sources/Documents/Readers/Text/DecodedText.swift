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
      lines = pieces.map { String(decoding: Windows1252.utf8($0), as: UTF8.self) }
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
