import CSodium
import Foundation

/// Passwords as Argon2id keeps them (RFC 9106; libsodium's interactive limits: 64 MiB, two passes).
enum Password {
  /// Two at a time: each takes 64 MiB and a core for a moment, and requests must not fill the machine with them.
  private static let queue: OperationQueue = {
    let queue = OperationQueue()
    queue.name = "goldthread.passwords"
    queue.maxConcurrentOperationCount = 2
    return queue
  }()

  /// The text to store, salt included; `nil` when there is no memory for it.
  static func kept(_ password: String) async -> String? {
    await onQueue {
      guard Secret.ready else { return nil }
      var kept = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
      let bytes = password.utf8.map(CChar.init(bitPattern:))
      let status =
        crypto_pwhash_str_alg(
          &kept, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
          Int(crypto_pwhash_MEMLIMIT_INTERACTIVE), crypto_pwhash_ALG_ARGON2ID13)
      guard status == 0 else { return nil }
      return String(decoding: kept.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// Whether it is the password that was kept. Without one it takes as long and says no, so that nobody can tell by the
  /// clock who has an account.
  static func matches(_ password: String, _ kept: String?) async -> Bool {
    let known = kept != nil
    let text = if let kept { kept } else { await nobody }
    return await onQueue {
      let bytes = password.utf8.map(CChar.init(bitPattern:))
      return Secret.ready && crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0 && known
    }
  }

  /// What is compared with where there is no account.
  private static var nobody: String {
    get async { await nobodyOnce.value }
  }

  private static let nobodyOnce = Task { await kept(Secret().text) ?? "" }

  private static func onQueue<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      queue.addOperation { continuation.resume(returning: work()) }
    }
  }
}
