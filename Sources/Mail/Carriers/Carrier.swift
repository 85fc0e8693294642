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

  /// Sends a letter, off the threads that serve requests. Returns when the carrier has taken it.
  package func send(_ letter: Letter, from sender: Sender, at now: Moment) async throws(SendingFailure) {
    switch self {
    case .outbox(let folder):
      try await Carrier.inTurn { () throws(SendingFailure) in
        try Outbox.put(letter, from: sender, at: now, into: folder)
      }
    case .smtp(let server):
      try await Carrier.inTurn { () throws(SendingFailure) in try server.send(letter, from: sender, at: now) }
    case .sendmail(let path): try await Sendmail.send(letter, from: sender, at: now, by: path)
    case .notify(let service):
      try await Carrier.inTurn { () throws(SendingFailure) in try service.send(letter, at: now) }
    }
  }

  /// What blocks its thread has one of its own, one letter at a time.
  private static func inTurn(_ deliver: @escaping @Sendable () throws(SendingFailure) -> Void)
    async throws(SendingFailure)
  {
    let outcome = await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: Result { () throws(SendingFailure) in try deliver() }) }
    }
    try outcome.get()
  }

  private static let queue = DispatchQueue(label: "goldthread.mail")
}
