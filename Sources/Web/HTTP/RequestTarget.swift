import CorporatePlan

/// The path and query of a request, as sent and checked: nothing in it can climb out of its folder or end a text early.
struct RequestTarget: Sendable {
  /// As it was sent.
  let text: String
  let path: String
  let query: String?

  static let root = RequestTarget()
  static let mostBytes = 2_000

  private init() { (text, path, query) = ("/", "/", nil) }

  init(_ text: String) throws(Refusal) {
    guard text.utf8.count <= RequestTarget.mostBytes else { throw .tooLong }
    guard text.utf8.first == UInt8(ascii: "/"), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C })
    else { throw .badRequest("The address has characters that no address here has.") }
    let mark = text.utf8.firstIndex(of: UInt8(ascii: "?"))
    self.text = text
    path = String(text[..<(mark ?? text.endIndex)])
    query = mark.map { String(text[text.utf8.index(after: $0)...]) }
    for segment in path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let name = try RequestTarget.decoded(segment, plusIsSpace: false)
      guard name != ".", name != "..", !name.utf8.contains(0) else {
        throw .badRequest("The address leads out of the site.")
      }
      guard !name.isEmpty || path == "/" else { throw .notFound() }
    }
  }

  /// Whether pages for it may be kept: the query is absent or only names a period, so there are no more of them than the
  /// council has.
  var isCanonical: Bool {
    guard let query else { return true }
    return query.hasPrefix("period=") && !query.utf8.contains(UInt8(ascii: "&"))
      && !query.utf8.contains(UInt8(ascii: "%"))
  }

  /// The fields of a form sent in the query, in order.
  var queryItems: [(name: String, value: String)] {
    get throws(Refusal) { try RequestTarget.items(of: Array((query ?? "").utf8)) }
  }

  /// The fields of a form as a browser encodes them, in order.
  static func items(of bytes: [UInt8]) throws(Refusal) -> [(name: String, value: String)] {
    var items: [(name: String, value: String)] = []
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = try decoded(parts[0], plusIsSpace: true)
      items.append((name, parts.count > 1 ? try decoded(parts[1], plusIsSpace: true) : ""))
    }
    return items
  }

  /// Undoes percent-encoding, over bytes; refuses what is no UTF-8 or holds a zero byte.
  static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) throws(Refusal) -> String {
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else {
          throw .badRequest("The address has a % that is not followed by two digits.")
        }
        decoded.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: decoded.append(UInt8(ascii: " "))
      default: decoded.append(byte)
      }
    }
    guard !decoded.contains(0), let text = String(validating: decoded, as: UTF8.self) else {
      throw .badRequest("The address is not written in UTF-8.")
    }
    return text
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension String {
  /// Percent-encoded for one segment of an address or one value of a query.
  var addressed: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        encoded.append(byte)
      default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
