import CorporatePlan

/// The tag of a page: made from its bytes, so that the same page has the same tag on every server and after a restart,
/// and a new version of the program never answers "not modified" by mistake.
enum EntityTag {
  /// Sixteen hex digits. Eight bytes at a time, since it runs for every page that is drawn.
  static func hash(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    bytes.withUnsafeBytes { raw in
      let words = raw.count & ~7
      for offset in stride(from: 0, to: words, by: 8) {
        mix(&hash, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      var rest: UInt64 = 0
      for offset in words..<raw.count { rest = rest << 8 | UInt64(raw[offset]) }
      mix(&hash, rest)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func mix(_ hash: inout UInt64, _ word: UInt64) {
    let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    hash = product.high ^ product.low ^ word
  }

  /// Whether an `If-None-Match` names the tag, weakly or strongly, or any.
  static func matches(_ header: String, _ tag: String) -> Bool {
    header == tag
      || header.utf8.split(separator: UInt8(ascii: ",")).contains { part in
        var name = Substring(part).trimmed[...]
        if name.hasPrefix("W/") { name = name.dropFirst(2) }
        return name == tag || name == "*"
      }
  }
}
