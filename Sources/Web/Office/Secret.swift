import Ledger

/// 256 bits that nobody can guess, written as 64 hex digits: the key to the office, a session, a form's token.
struct Secret: Sendable {
  let text: String

  /// A new one, from the system's own randomness.
  init() {
    var system = SystemRandomNumberGenerator()
    text = (0..<4).map { _ in
      let digits = String(system.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// What is kept of it where the secret itself need not be known again.
  var hash: Digest { Secret.hash(of: text) }

  static func hash(of text: String) -> Digest { Digest(of: Array(text.utf8)) }
}

extension String {
  /// Whether two texts are the same, taking as long for the first letter that differs as for the last: how long it took
  /// tells nothing.
  func isSame(as other: String) -> Bool {
    let (one, other) = (Array(utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(into: 0 as UInt8) { differences, bytes in differences |= bytes.0 ^ bytes.1 } == 0
  }
}

extension Digest {
  func isSame(as other: Digest) -> Bool { description.isSame(as: other.description) }
}
