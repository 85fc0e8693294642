import CorporatePlan
import GRDB

/// That something was done to an account: who may come in and do what is as much of interest as what they did. It stands
/// outside the ledger with the accounts, names nobody but by ids, and stays when somebody is erased.
package struct AccountEvent: Equatable, Sendable {
  package let at: Moment
  /// Whose account did it; `Accounts.machine` from the terminal of the machine itself.
  package let by: String
  package let about: String
  package let what: What
  /// Roles, as they were and as they are; which link was made; which token, by its id, and what it reads.
  package let detail: String?

  package enum What: String, Sendable, CaseIterable {
    case added
    case roles = "roles changed"
    case details = "name or address changed"
    /// A letter with a link was asked for.
    case asked = "link asked for"
    case link = "link made"
    case password = "password set"
    case signedOut = "signed out everywhere"
    case closed, opened, erased
    case tokenMade = "token made"
    case tokenEnded = "token ended"
    case calendarMade = "calendar address made"
    case calendarEnded = "calendar address ended"
  }
}

extension Accounts {
  /// Who did what is done on the machine itself, without a browser.
  package static let machine = "goldthread"

  /// Whoever asked at the door for a new password: nobody knows who.
  package static let anybody = "anybody"

  /// What was done to accounts, newest first.
  ///
  /// - Parameters:
  ///   - about: of one account alone.
  ///   - before: only what comes before the event of that number.
  package func events(about: String? = nil, before: Int? = nil, limit: Int) async throws
    -> [(number: Int, event: AccountEvent)]
  {
    try await file.read { [council] db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT number, at, author, about, what, detail FROM account_event
          WHERE council = $1 AND ($2 IS NULL OR about = $2) AND number < $3 ORDER BY number DESC LIMIT $4
          """, arguments: [council, about, before ?? Int.max, limit]
      ).compactMap { row in
        AccountEvent.What(rawValue: row[4]).map {
          (
            row[0],
            AccountEvent(
              at: Moment(milliseconds: row[1]), by: row[2], about: row[3], what: $0, detail: row[5])
          )
        }
      }
    }
  }

  /// Notes what is done, in the transaction that does it.
  static func note(
    _ what: AccountEvent.What, _ about: String, _ detail: String? = nil, by author: String, _ council: String,
    at now: Moment, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO account_event (council, at, author, about, what, detail) VALUES ($1, $2, $3, $4, $5, $6)
        """, arguments: [council, now.milliseconds, author, about, what.rawValue, detail])
  }
}

extension Set<Role> {
  /// "reviewer, responsible officer", in the order of the table; "none".
  var listed: String {
    let all = Role.allCases.filter(contains).map(\.rawValue)
    return all.isEmpty ? "none" : all.joined(separator: ", ")
  }
}
