import CSodium

/// A SHA-256 digest, written `sha256:` and 64 hex digits: of a sealed file's bytes, or of an entry and all before it.
package struct Digest: Hashable, Sendable {
  private var words = Words()

  /// The 32 bytes in the order of memory.
  private struct Words: Hashable, Sendable {
    var one: UInt64 = 0
    var two: UInt64 = 0
    var three: UInt64 = 0
    var four: UInt64 = 0
  }

  /// What stands before the first entry: 32 zero bytes.
  package static let start = Digest()

  private init() {}

  /// The digest of the parts, one after the other.
  private init(of parts: UnsafeRawBufferPointer...) {
    var state = crypto_hash_sha256_state()
    crypto_hash_sha256_init(&state)
    for part in parts {
      crypto_hash_sha256_update(&state, part.assumingMemoryBound(to: UInt8.self).baseAddress, UInt64(part.count))
    }
    withUnsafeMutableBytes(of: &words) { bytes in
      _ = crypto_hash_sha256_final(&state, bytes.assumingMemoryBound(to: UInt8.self).baseAddress!)
    }
  }

  /// The digest of a file's bytes.
  package init(of bytes: some Collection<UInt8>) {
    self =
      bytes.withContiguousStorageIfAvailable { Digest(of: UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes { Digest(of: $0) }
  }

  /// The digest of this one's 32 bytes followed by a text in UTF-8: a link of the chain.
  func followed(by text: String) -> Digest {
    var text = text
    return text.withUTF8 { text in
      withUnsafeBytes(of: words) { Digest(of: $0, UnsafeRawBufferPointer(text)) }
    }
  }
}

extension Digest: CustomStringConvertible {
  private static let prefix = "sha256:"
  private static let digits = Array("0123456789abcdef".utf8)

  /// `sha256:` and 64 hex digits.
  package var description: String {
    withUnsafeBytes(of: words) { bytes in
      Digest.prefix
        + String(unsafeUninitializedCapacity: 64) { text in
          for (index, byte) in bytes.enumerated() {
            text[2 * index] = Digest.digits[Int(byte >> 4)]
            text[2 * index + 1] = Digest.digits[Int(byte & 15)]
          }
          return 64
        }
    }
  }

  /// Reads what `description` writes, and no other spelling.
  package init?(_ text: String) {
    let text = text.utf8
    guard text.count == Digest.prefix.utf8.count + 64, text.starts(with: Digest.prefix.utf8) else { return nil }
    let isRead = withUnsafeMutableBytes(of: &words) { bytes in
      for (index, byte) in text.dropFirst(Digest.prefix.utf8.count).enumerated() {
        let digit: UInt8
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
        default: return false
        }
        bytes[index / 2] = bytes[index / 2] << 4 | digit
      }
      return true
    }
    guard isRead else { return nil }
  }
}
