import Foundation

/// An address of the network, as numbers: however it was written, it is the same.
package struct Netaddress: Hashable, Sendable {
  /// Four bytes or sixteen.
  let bytes: [UInt8]

  /// Reads `10.1.2.3`, `2001:db8::1` or `[2001:db8::1]`, also with a port behind it, as some servers in front write it.
  package init?(_ text: String) {
    var text = Substring(text.trimmed)
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      text = text[..<end].dropFirst()
    } else if text.contains("."), let colon = text.firstIndex(of: ":"), !text.hasPrefix(":") {
      text = text[..<colon]
    }
    self.init(exactly: text)
  }

  /// The address alone, as it is written by hand.
  init?(exactly text: Substring) {
    var four = in_addr()
    var sixteen = in6_addr()
    if inet_pton(AF_INET, String(text), &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
    } else if inet_pton(AF_INET6, String(text), &sixteen) == 1 {
      let all = withUnsafeBytes(of: sixteen) { Array($0) }
      // An address of four bytes, as a socket for both kinds shows it.
      bytes = all.starts(with: Netaddress.mapped) ? Array(all.suffix(4)) : all
    } else {
      return nil
    }
  }

  private static let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]

  var isLoopback: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
  }

  /// What tries are counted by: an address of four bytes, or the network of one of sixteen, of which everybody has
  /// 2⁶⁴ to himself.
  var network: String {
    bytes.count == 4
      ? bytes.map(String.init).joined(separator: ".")
      : bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
  }
}

extension Netaddress {
  /// From where a request came, when it came through servers in front: each adds on the right whom it got it from. The
  /// first from the right that is not one of ours is the visitor; what stands left of it anybody may have written.
  ///
  /// - Parameter isOurs: whether a server in front is believed.
  static func visitor(
    _ direct: Netaddress, forwardedFor: String?, isOurs: (Netaddress) -> Bool
  ) -> Netaddress {
    guard isOurs(direct), let forwardedFor else { return direct }
    var last = direct
    for text in forwardedFor.split(separator: ",").reversed() {
      // What can't be read says nothing: then it counts as of the server that passed it on.
      guard let address = Netaddress(String(text)) else { return last }
      if !isOurs(address) { return address }
      last = address
    }
    return last
  }
}
