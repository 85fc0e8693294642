import CorporatePlan
import Ledger
import Logging
import Synchronization

/// The addresses for which somebody asked for a new password. They are looked up after the answer, one after the other: so
/// how long the answer takes does not tell whether there is such a person, and asking by the thousand costs little.
final class Forgotten: Sendable {
  /// What comes while so many wait is dropped: nobody asks for that many in earnest.
  static let most = 1000

  private let council: Council
  private let now: @Sendable () -> Moment
  private let state = Mutex<(waiting: [String], work: Task<Void, Never>?)>(([], nil))

  init(_ council: Council, now: @escaping @Sendable () -> Moment) { (self.council, self.now) = (council, now) }

  func ask(_ email: String) {
    guard email.utf8.count <= 254 else { return }
    state.withLock { state in
      guard state.waiting.count < Forgotten.most, !state.waiting.contains(email) else { return }
      state.waiting.append(email)
      if state.work == nil { state.work = Task { await self.lookUp() } }
    }
  }

  /// Waits until nothing waits.
  func settled() async {
    while let work = state.withLock(\.work) { await work.value }
  }

  private func lookUp() async {
    while let email = next() {
      do {
        guard let person = try await council.accounts.person(withEmail: email) else { continue }
        try await council.mail.ask(.reset, for: person.id, at: now())
      } catch {
        Logger(label: "goldthread.web").error(
          "A new password that was asked for could not be noted", metadata: ["error": "\(error)"])
      }
    }
  }

  private func next() -> String? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.work = nil
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}
