import CorporatePlan
import Foundation
import Ledger
import Logging
import Mail
import Reports
import Synchronization

/// The part of the site where a council's people work: who may come in, and the files they are taking in.
package final class Office: Sendable {
  /// Hosts that only this machine can reach.
  package static let loopback: Set = ["127.0.0.1", "localhost", "::1", "[::1]"]

  let accounts: Accounts
  let imports: ImportDesk
  /// Letters that wait, went out or could not.
  let mail: MailQueue
  let postman: Postman
  let forgotten: Forgotten
  let workbooks: WorkbookDesk
  let printer: Printer
  let answered: AnsweredForms
  /// Where people reach the site.
  package let address: SiteAddress
  /// Servers in front, beside those on this machine, that are believed when they say whom they speak for.
  let proxies: [Netrange]
  private let now: @Sendable () -> Moment
  private let setUpKey = Secret()

  /// - Parameters:
  ///   - mail: how letters leave.
  ///   - proxies: servers in front, on other machines, that say whom they speak for.
  ///   - printer: prints reports as PDF.
  ///   - now: the time, for sessions and files that expire.
  package init(
    _ council: Council, at address: SiteAddress, mail settings: MailSettings,
    behind proxies: [Netrange] = [], printer: Printer = Printer(), now: @escaping @Sendable () -> Moment = { .present }
  ) {
    self.now = now
    self.address = address
    self.proxies = proxies
    self.printer = printer
    accounts = council.accounts
    imports = ImportDesk(now: now)
    mail = council.mail
    // Composing what is in clearance takes long, and the postman comes every minute.
    let kept = KeptClearances()
    postman = Postman(council: council, settings: settings, base: address.description) { book, today in
      kept.progress(of: book, on: today)
    }
    forgotten = Forgotten(council, now: now)
    workbooks = WorkbookDesk(now: now)
    answered = AnsweredForms(now: now)
  }

  /// The folder in which letters stay; `nil` where they leave the machine.
  var outbox: String? { if case .outbox(let folder) = postman.settings.carrier { folder } else { nil } }

  var moment: Moment { now() }
  /// The day it is in the council.
  var today: Day { moment.londonDay }

  /// Where the first administrator is made, until there is one: `serve` prints it on the terminal.
  package var setUpPath: String? {
    get async throws { try await accounts.people().isEmpty ? "/office/set-up?key=\(setUpKey.text)" : nil }
  }

  /// Whether that is the key from the terminal and there is nobody yet.
  func isSetUp(with key: String) async throws -> Bool {
    guard Secret(key).digest.isSame(as: setUpKey.digest) else { return false }
    return try await accounts.people().isEmpty
  }

  /// Whose ticket that is; `nil` when it is nobody's, or of a session that has ended.
  func session(of ticket: String) async throws -> Session? {
    let secret = Secret(ticket)
    guard let person = try await accounts.person(withSession: secret, at: moment) else { return nil }
    return Session(secret, person)
  }

  func close(_ session: Session) async throws {
    try await accounts.signOut(session.secret)
    imports.forget(session)
    workbooks.forget(session)
    answered.forget(session)
  }
}

/// Somebody's stay in the office.
struct Session: Sendable {
  /// What the browser sends with each request.
  let secret: Secret
  let person: Person

  init(_ secret: Secret, _ person: Person) { (self.secret, self.person) = (secret, person) }

  /// Names the session without opening it.
  var ticket: Digest { secret.digest }

  /// What each form of this session carries, so that no other site can send one. It follows from what the browser alone
  /// knows, so there is nothing to keep.
  var token: String { String(Digest(of: "forms of \(secret.text)".utf8).description.dropFirst("sha256:".count)) }

  /// Who records what is done here: an id, never a name.
  var author: String { person.id }
}

extension Moment {
  package static var present: Moment { Moment(milliseconds: Int(Date().timeIntervalSince1970 * 1000)) }
}

extension Office {
  /// Has a link sent with which a password can be set: within a minute, when the postman comes by.
  ///
  /// - Returns: `false` when one waits already, or went out minutes ago.
  func send(_ purpose: Accounts.Purpose, to person: Person, by author: String) async throws -> Bool {
    try await mail.ask(purpose, for: person.id, by: author, at: moment)
  }

  /// A link to hand over where no mail leaves the machine. Links of letters that are not out yet end with it.
  ///
  /// - Returns: `nil` when a letter with a link is being written just now.
  func link(_ purpose: Accounts.Purpose, for person: Person, by author: String) async throws -> String? {
    guard try await mail.withdrawLinks(for: person.id, at: moment) else { return nil }
    return postman.links.password(try await accounts.letter(purpose, to: person.id, by: author, at: moment).text)
  }

  /// Sends letters, a round a minute, until the task is cancelled. What is logged names nobody.
  func deliver(_ logger: Logger) async {
    do {
      try await postman.run(now: now) { outcome in
        switch outcome {
        case .success(let round):
          for (reason, failures) in Dictionary(grouping: round.failures, by: \.description) {
            logger.warning(
              "Letters could not be sent", metadata: ["count": "\(failures.count)", "reason": "\(reason)"])
          }
        case .failure(let error):
          logger.error("The letters that are due can't be told", metadata: ["error": "\(error)"])
        }
      }
    } catch is CancellationError {
      return
    } catch {
      logger.error("No more letters are sent", metadata: ["error": "\(error)"])
    }
  }
}

/// How far the clearances are, worked out once for each position of the ledger and day.
private final class KeptClearances: Sendable {
  private let last = Mutex<(position: Int, day: Day, progress: [ClearanceProgress])?>(nil)

  func progress(of book: Book, on today: Day) -> [ClearanceProgress] {
    if let last = last.withLock({ $0 }), last.position == book.position, last.day == today { return last.progress }
    let progress = book.clearancesUnderWay(on: today, Digest.text)
    last.withLock { $0 = (book.position, today, progress) }
    return progress
  }
}
