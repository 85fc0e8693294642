import CorporatePlan
import Documents
import Imports
import Ledger
import Synchronization

/// One file on its way in, and how far it has come.
final class ImportJob: Sendable {
  let id = Secret().text
  let fileName: String
  let began: Moment
  /// Whether nobody waits for it any more: what has not begun to be read then never is.
  let isGivenUp = Atomic<Bool>(false)
  private let ticket: Digest
  private let inside: Mutex<(state: State, touched: Moment)>

  enum State: Sendable {
    case working(Step)
    /// The file can't be read: what is wrong with it and how to mend it.
    case refused(ReadError)
    case ready(ImportPreview)
  }

  enum Step: Int, Sendable, CaseIterable { case waiting, reading, comparing }

  init(_ fileName: String, _ session: Session, at moment: Moment) {
    self.fileName = fileName
    ticket = session.ticket
    began = moment
    inside = Mutex((.working(.waiting), moment))
  }

  var state: State {
    get { inside.withLock { $0.state } }
    set { inside.withLock { $0.state = newValue } }
  }

  var isRefused: Bool {
    if case .refused = state { return true }
    return false
  }

  /// The state once the work on it is done, or as it is after a while.
  func settled(within seconds: Double = 1) async -> State {
    let patience = ContinuousClock.now + .seconds(seconds)
    while case .working = state, ContinuousClock.now < patience, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(10))
    }
    return state
  }

  func belongs(to session: Session) -> Bool { ticket == session.ticket }
  func touch(at moment: Moment) { inside.withLock { $0.touched = moment } }

  func isExpired(at moment: Moment) -> Bool {
    moment.milliseconds - inside.withLock { $0.touched.milliseconds } > ImportDesk.patience
  }
}

/// What a person says beside the file.
struct ImportAsked: Equatable, Sendable {
  var period: Period?
  var council: String?
  /// What to read it as.
  var kind: String?
  /// Answers by question.
  var answers: [String: String] = [:]
  /// Meanings by heading.
  var columns: [String: String] = [:]
}

/// What a file would change, to be looked at.
struct ImportPreview: Sendable {
  /// What the page's form carries, so that only the preview that somebody sees is applied.
  let id = Secret().text
  let document: SourceDocument
  let digest: String
  let asked: ImportAsked
  let proposal: ImportProposal
  /// The Book it was compared with.
  let book: Book

  /// What would be recorded.
  var revisions: [Revision] { proposal.revisions }
  var errors: [Diagnostic] { proposal.diagnostics.filter { $0.severity == .error } }
}
