extension JSON {
  /// Sixteen letters that tell whether this is what it was: an export writes them beside every row, so that an import
  /// can tell the rows somebody edited from those that only went out of date. They protect from nothing but oversight.
  ///
  /// FNV-1a of the canonical text (draft-eastlake-fnv), in letters alone: a spreadsheet would take digits for a number.
  package var check: String {
    var bytes: [UInt8] = []
    write(into: &bytes)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let letters = Array("abcdefghijklmnop".utf8)
    return String(decoding: (0..<16).map { letters[Int(hash >> (60 - 4 * UInt64($0)) & 15)] }, as: UTF8.self)
  }
}
