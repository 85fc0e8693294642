import CSodium

/// A random text that opens something: a session, an invitation, a reset. Only its digest is ever stored.
package struct Secret: Sendable {
  /// 43 letters, digits, `-` and `_`: 256 random bits.
  package let text: String

  package init() {
    _ = Secret.ready
    var bytes = [UInt8](repeating: 0, count: 32)
    randombytes_buf(&bytes, bytes.count)
    var letters = [CChar](repeating: 0, count: 44)
    sodium_bin2base64(&letters, letters.count, bytes, bytes.count, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
    text = String(decoding: letters.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// As someone sent it.
  package init(_ text: String) { self.text = text }

  /// Found by its digest, which nobody can guess a byte at a time.
  package var digest: Digest { Digest(of: text.utf8) }

  static let ready: Bool = sodium_init() >= 0
}
