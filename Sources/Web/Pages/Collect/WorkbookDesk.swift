import CorporatePlan
import Ledger
import Synchronization

/// Workbooks of returns between being sent and being recorded. Nothing of them is on disk.
final class WorkbookDesk: Sendable {
  static let mostBytes = 10 << 20
  /// How many one session may have open; an earlier one makes room.
  static let mostFiles = 3
  /// How long one is kept.
  static let patience = 30 * 60 * 1000

  struct Sent: Sendable {
    let id: String
    let name: String
    let bytes: [UInt8]
    let period: Period
    fileprivate let ticket: Digest
    fileprivate let at: Moment
  }

  private let now: @Sendable () -> Moment
  private let open = Mutex<[Sent]>([])

  init(now: @escaping @Sendable () -> Moment) { self.now = now }

  func keep(_ file: OfficeForm.Upload, of period: Period, for session: Session) -> Sent {
    let sent = Sent(
      id: Secret().text, name: file.name, bytes: file.bytes, period: period, ticket: session.ticket, at: now())
    open.withLock { open in
      let own = open.filter { $0.ticket == sent.ticket }
      if own.count >= WorkbookDesk.mostFiles, let oldest = own.first { open.removeAll { $0.id == oldest.id } }
      open.append(sent)
    }
    return sent
  }

  /// A file of this session; `nil` when it has expired, was recorded, or is somebody else's.
  func file(_ id: String, of session: Session) -> Sent? {
    giveUpExpired()
    return open.withLock { $0.first { $0.id == id && $0.ticket == session.ticket } }
  }

  func discard(_ sent: Sent) { open.withLock { $0.removeAll { $0.id == sent.id } } }
  func forget(_ session: Session) { open.withLock { $0.removeAll { $0.ticket == session.ticket } } }

  func giveUpExpired() {
    let time = now().milliseconds
    open.withLock { $0.removeAll { time - $0.at.milliseconds > WorkbookDesk.patience } }
  }
}
