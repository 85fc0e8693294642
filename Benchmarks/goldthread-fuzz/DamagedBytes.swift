/// What text files trip over: quotation marks, ends of lines, marks of an encoding, notes that never end.
private let snags: [[UInt8]] =
  [
    "\"", "\"\"", ",", ";", "\t", "|", "\r", "\n", "\r\n", "\u{0}", "\u{FEFF}", "\u{FFFD}", "[footnoteRef:1]", "[1: ",
    "[image: ", "]", "· ", "\t\n\n\t", "sep=;\n", "1E999", "%", "e\u{301}\u{301}", "PK\u{3}\u{4}", "%PDF-", "🏳️‍🌈",
  ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80], [0xF4, 0x90]]

/// One to eight things wrong with some bytes.
func damaged(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
  var bytes = bytes
  for _ in 0...dice.roll(8) where !bytes.isEmpty {
    let range = dice.range(in: bytes.count, longest: bytes.count)
    switch dice.roll(9) {
    case 0, 1: bytes[range.lowerBound] ^= 1 << UInt8(dice.roll(8))
    case 2: bytes[range.lowerBound] = UInt8(dice.roll(256))
    case 3: bytes.removeSubrange(range)
    case 4: bytes.insert(contentsOf: bytes[range], at: dice.roll(bytes.count))
    case 5 where dice.hits(oneIn: 3): bytes.removeSubrange(range.lowerBound...)
    case 6: bytes.replaceSubrange(range, with: repeatElement(bytes[range.lowerBound], count: range.count))
    case 7: bytes.insert(contentsOf: repeated(bytes[range], &dice), at: range.lowerBound)
    default: bytes.insert(contentsOf: dice.pick(snags), at: range.lowerBound)
    }
  }
  return bytes
}

/// A piece many times over, up to a quarter of a megabyte.
func repeated(_ piece: ArraySlice<UInt8>, _ dice: inout Dice) -> [UInt8] {
  let most = min(dice.hits(oneIn: 10) ? 5_000 : 50, (256 << 10) / max(1, piece.count))
  return Array(repeatElement(piece, count: 1 + dice.roll(most)).joined())
}
