import CorporatePlan
import Foundation

/// A folder of letters, one file each, which nobody but its owner can read.
enum Outbox {
  static func put(_ letter: Letter, from sender: Sender, at now: Moment, into folder: String) throws(SendingFailure) {
    let name = "\(now.description.replacing(":", with: "-"))-\(letter.messageID).eml"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw refused(folder)
    }
    // It takes its name only when it is whole.
    let partial = "\(folder)/.\(name).partial"
    let file = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw refused(folder) }
    let isWritten = writeAll(letter.message(from: sender, at: now), to: file) && fsync(file) == 0
    close(file)
    guard isWritten, rename(partial, "\(folder)/\(name)") == 0 else {
      unlink(partial)
      throw refused(folder)
    }
  }

  private static func refused(_ folder: String) -> SendingFailure {
    SendingFailure(
      "The outbox folder could not be written to (\(reason(errno))); check its rights and the disk", again: true,
      concernsAll: true)
  }
}

/// What the system says of an error.
func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
