import CorporatePlan

/// The tag of a page: made from its bytes, so that the same page has the same tag on every server and after a restart,
/// and a new version of the program never answers "not modified" by mistake.
enum EntityTag {
  /// Sixteen hex digits. Four times eight bytes at a time, since it runs for every page that is drawn.
  static func hash(_ bytes: [UInt8]) -> String {
    var lanes = SIMD4<UInt64>(
      0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5)
    var hash = UInt64(bytes.count)
    bytes.withUnsafeBytes { raw in
      func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
      let blocks = raw.count & ~31
      for offset in stride(from: 0, to: blocks, by: 32) {
        lanes[0] = mixed(lanes[0], word(offset))
        lanes[1] = mixed(lanes[1], word(offset + 8))
        lanes[2] = mixed(lanes[2], word(offset + 16))
        lanes[3] = mixed(lanes[3], word(offset + 24))
      }
      for offset in blocks..<raw.count { hash = mixed(hash, UInt64(raw[offset])) }
    }
    for lane in 0..<4 { hash = mixed(hash, lanes[lane]) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low ^ word
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
