import CorporatePlan
import Foundation
import Ledger
import Synchronization

/// The part of the site where a council's officers work: who is in it, and the files they are taking in.
///
/// Until there are accounts there is one way in: a key that `goldthread serve --office` prints on the terminal and that
/// opens the door once. All of it is kept in memory; a restart closes every session.
package final class Office: Sendable {
  /// How long a session lasts.
  static let shift = 12 * 60 * 60
  /// Hosts that only this machine can reach.
  package static let loopback: Set = ["127.0.0.1", "localhost", "::1", "[::1]"]

  let imports: ImportDesk
  private let now: @Sendable () -> Moment
  private let door: Mutex<Door>
  /// Where the key stands until it is printed.
  package let signInPath: String

  private struct Door {
    /// `nil` once it has been used.
    var key: Digest?
    var session: Session?
  }

  /// - Parameter now: the time, for sessions and files that expire.
  package init(now: @escaping @Sendable () -> Moment = { .present }) {
    let key = Secret()
    self.now = now
    imports = ImportDesk(now: now)
    door = Mutex(Door(key: key.digest))
    signInPath = "/office/sign-in?key=\(key.text)"
  }

  /// A session and what the browser is to send with each request, when the key is the right one and was not used before.
  func open(with key: String) -> (session: Session, ticket: String)? {
    let given = Secret(key).digest
    return door.withLock { door in
      guard let expected = door.key, given.isSame(as: expected) else { return nil }
      let ticket = Secret()
      let session = Session(ticket: ticket.digest, ends: moment.milliseconds + Office.shift * 1000)
      (door.key, door.session) = (nil, session)
      return (session, ticket.text)
    }
  }

  /// Whose ticket that is; `nil` when it is nobody's, or of a session that has ended.
  func session(of ticket: String) -> Session? {
    let given = Secret(ticket).digest
    return door.withLock { door in
      guard let session = door.session, given.isSame(as: session.ticket), moment.milliseconds < session.ends else {
        return nil
      }
      return session
    }
  }

  func close(_ session: Session) {
    door.withLock { door in
      if door.session?.ticket == session.ticket { door.session = nil }
    }
    imports.forget(session)
  }

  var moment: Moment { now() }
}

/// Somebody's stay in the office.
struct Session: Sendable {
  /// The hash of what the browser sends; the ticket itself is kept nowhere.
  let ticket: Digest
  /// Milliseconds since 1970.
  let ends: Int
  /// What each form of this session carries, so that no other site can send one.
  let token = Secret().text

  /// Who records what is done here, until there are accounts: a part of the system, not a person.
  var author: String { "office" }
}

extension Moment {
  package static var present: Moment { Moment(milliseconds: Int(Date().timeIntervalSince1970 * 1000)) }
}
