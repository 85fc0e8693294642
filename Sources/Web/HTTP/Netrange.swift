/// Addresses of the network that begin alike: one alone, or all of `10.0.0.0/8`.
package struct Netrange: Hashable, Sendable {
  private let base: [UInt8]
  /// How many bits they share.
  private let bits: Int

  /// Reads `10.0.0.4`, `10.0.0.0/8`, `2001:db8::/32`. What has bits set beyond those that are shared is refused: one of
  /// the two numbers must be wrong then, and a network that is larger than was meant would be believed.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = Netaddress(exactly: parts[0]) else { return nil }
    base = address.bytes
    guard parts.count == 2 else {
      bits = base.count * 8
      return
    }
    guard !parts[1].isEmpty, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let bits = Int(parts[1]),
      (1...base.count * 8).contains(bits)
    else { return nil }
    self.bits = bits
    guard Netrange.cut(base, to: bits) == base else { return nil }
  }

  package func contains(_ address: Netaddress) -> Bool {
    address.bytes.count == base.count && Netrange.cut(address.bytes, to: bits) == base
  }

  private static func cut(_ bytes: [UInt8], to bits: Int) -> [UInt8] {
    bytes.enumerated().map { place, byte in
      let left = min(8, max(0, bits - place * 8))
      return byte & UInt8(truncatingIfNeeded: 0xFF00 >> left)
    }
  }
}
