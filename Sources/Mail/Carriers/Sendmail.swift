import CorporatePlan
import Programs

/// The system's `sendmail`, which reads from the letter itself whom it is for: no address is among its arguments.
enum Sendmail {
  static let usual = "/usr/sbin/sendmail"
  private static let patience = Duration.seconds(60)

  static func send(_ letter: Letter, from sender: Sender, at now: Moment, by path: String) async throws(SendingFailure)
  {
    // It gets lines as the system has them.
    let bytes = letter.message(from: sender, at: now).filter { $0 != 0x0D }
    let status: Int32?
    do {
      status = try await Program(path, ["-t", "-i"]).run(bytes, within: patience)
    } catch {
      throw SendingFailure(words(error), again: true, concernsAll: true)
    }
    if let failure = failure(status, path) { throw failure }
  }

  private static func words(_ failure: Program.Failure) -> String {
    switch failure {
    case .notStarted(let path):
      "\(path) could not be started; install a mail program, or name another in the mail setting"
    case .tooLong(let path): "\(path) took longer than a minute and was stopped"
    case .stopped(let path), .saidTooMuch(let path): "\(path) was stopped before it ended"
    case .noRoom: "No temporary file could be written; check the disk"
    }
  }

  /// What its exit status means (sysexits.h); `nil` when it took the letter.
  private static func failure(_ status: Int32?, _ path: String) -> SendingFailure? {
    switch status {
    case 0: nil
    case 65, 67, 68:
      SendingFailure("\(path) refused the letter or its address (status \(status ?? 0))", again: false)
    case 64, 77, 78:
      SendingFailure(
        "\(path) is not set up to be used like this (status \(status ?? 0))", again: false, concernsAll: true)
    default:
      SendingFailure(
        "\(path) could not take the letter now (\(status.map { "status \($0)" } ?? "a signal ended it"))", again: true)
    }
  }
}
