/// The lines of a text file, whatever program wrote it.
struct DecodedText {
  private(set) var lines: [String] = []
  private(set) var notes: [SourceNote] = []

  init(_ bytes: [UInt8], named name: String, limits: ReadLimits) throws(ReadError) {
    guard bytes.count(where: { (0x09...0x0D).contains($0) }) <= 2 * limits.pieces else {
      throw ReadError(.tooManyPieces(limit: limits.pieces), in: name)
    }
    if !PlainText.isMarkedUTF16(bytes), let zero = bytes.firstZero {
      throw ReadError(.binary, in: name, at: "byte \(zero + 1)")
    }
    let text = PlainText(bytes)
    notes = text.notes
    lines = separateLines(text.utf8).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension PlainText {
  /// What a person should know of how the letters were read.
  var notes: [SourceNote] {
    (encoding == .windows1252 ? [SourceNote(.readAsWindows1252, at: .document)] : [])
      + (hasLosses ? [SourceNote(.unreadableCharacters, at: .document)] : [])
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
