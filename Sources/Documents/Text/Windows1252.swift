/// The letters of older Windows: Latin-1, with punctuation where Latin-1 has control characters.
enum Windows1252 {
  /// The text in UTF-8. The five codes that mean nothing become U+FFFD, which shows that something was lost.
  static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        let scalar = byte < 0xA0 ? punctuation[Int(byte) - 0x80] : Unicode.Scalar(byte)
        utf8.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
    return utf8
  }

  /// 0x80 to 0x9F.
  private static let punctuation: [Unicode.Scalar] = [
    "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
    "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
  ]
}
