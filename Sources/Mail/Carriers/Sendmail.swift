import CorporatePlan
import Foundation

/// The system's `sendmail`, which reads from the letter itself whom it is for: no address is among its arguments.
enum Sendmail {
  static let usual = "/usr/sbin/sendmail"
  private static let patience = DispatchTimeInterval.seconds(60)

  static func send(_ letter: Letter, from sender: Sender, at now: Moment, by path: String) throws(SendingFailure) {
    // It gets lines as the system has them. A file without a name, since a pipe breaks when the program ends early.
    let bytes = letter.message(from: sender, at: now).filter { $0 != 0x0D }
    guard let input = unnamedFile(bytes) else {
      throw SendingFailure("No temporary file could be written; check the disk", again: true, concernsAll: true)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-t", "-i"]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch {
      throw SendingFailure(
        "\(path) could not be started; install a mail program, or name another in the mail setting", again: true,
        concernsAll: true)
    }
    guard ended.wait(timeout: .now() + patience) == .success else {
      process.terminate()
      throw SendingFailure("\(path) took longer than a minute and was stopped", again: true, concernsAll: true)
    }
    guard process.terminationReason != .exit || process.terminationStatus != 0 else { return }
    throw failure(process.terminationStatus, path)
  }

  /// What its exit status means (sysexits.h).
  private static func failure(_ status: Int32, _ path: String) -> SendingFailure {
    switch status {
    case 65, 67, 68:
      SendingFailure("\(path) refused the letter or its address (status \(status))", again: false)
    case 64, 77, 78:
      SendingFailure("\(path) is not set up to be used like this (status \(status))", again: false, concernsAll: true)
    default: SendingFailure("\(path) could not take the letter now (status \(status))", again: true)
    }
  }

  private static func unnamedFile(_ bytes: [UInt8]) -> FileHandle? {
    var name = Array((NSTemporaryDirectory() + "/goldthread-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return nil }
    unlink(name)
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    return writeAll(bytes, to: file) && lseek(file, 0, SEEK_SET) == 0 ? handle : nil
  }
}
