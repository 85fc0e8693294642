import CorporatePlan
import Foundation

/// What takes letters on their way.
package enum Carrier: Equatable, Sendable {
  /// A folder, in which each letter becomes a file: nothing leaves the machine.
  case outbox(folder: String)
  case smtp(SMTP)
  /// The system's own program.
  case sendmail(path: String)
  case notify(Notify)

  /// Sends a letter, off the threads that serve requests and one at a time. Returns when the carrier has taken it.
  package func send(_ letter: Letter, from sender: Sender, at now: Moment) async throws(SendingFailure) {
    let outcome = await withCheckedContinuation { continuation in
      Carrier.queue.async {
        let outcome: Result<Void, SendingFailure>
        do throws(SendingFailure) {
          outcome = .success(try deliver(letter, from: sender, at: now))
        } catch {
          outcome = .failure(error)
        }
        continuation.resume(returning: outcome)
      }
    }
    try outcome.get()
  }

  private func deliver(_ letter: Letter, from sender: Sender, at now: Moment) throws(SendingFailure) {
    switch self {
    case .outbox(let folder): try Outbox.put(letter, from: sender, at: now, into: folder)
    case .smtp(let server): try server.send(letter, from: sender, at: now)
    case .sendmail(let path): try Sendmail.send(letter, from: sender, at: now, by: path)
    case .notify(let service): try service.send(letter, at: now)
    }
  }

  private static let queue = DispatchQueue(label: "goldthread.mail")
}
