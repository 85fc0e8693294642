import CorporatePlan
import GRDB

/// The secret address at which somebody's calendar program finds their deadlines. One each; it goes with the person.
extension Accounts {
  /// A new address; the one before it ends.
  package func makeCalendarKey(for person: String, at now: Moment) async throws -> Secret {
    let secret = Secret()
    try await file.write { [council] db in
      guard let found = try Person.find(person, council, db), !found.isDisabled else {
        throw AccountRefused.unknownPerson
      }
      try db.execute(
        sql: """
          INSERT INTO calendar_key (council, person, digest, made_at) VALUES ($1, $2, $3, $4)
          ON CONFLICT (council, person) DO UPDATE SET digest = excluded.digest, made_at = excluded.made_at
          """, arguments: [council, person, secret.digest.description, now.milliseconds])
      try Accounts.note(.calendarMade, person, by: person, council, at: now, db)
    }
    return secret
  }

  package func revokeCalendarKey(of person: String, at now: Moment) async throws {
    try await file.write { [council] db in
      try db.execute(
        sql: "DELETE FROM calendar_key WHERE council = $1 AND person = $2", arguments: [council, person])
      guard db.changesCount > 0 else { return }
      try Accounts.note(.calendarEnded, person, by: person, council, at: now, db)
    }
  }

  /// When somebody's address was made; `nil` when they have none.
  package func calendarKeyMade(for person: String) async throws -> Moment? {
    try await file.read { [council] db in
      try Int.fetchOne(
        db, sql: "SELECT made_at FROM calendar_key WHERE council = $1 AND person = $2", arguments: [council, person])
    }.map(Moment.init(milliseconds:))
  }

  /// Whose address that is; `nil` when it is nobody's any more. It is found by its digest: how long that takes tells
  /// nothing of it.
  package func person(withCalendarKey secret: Secret) async throws -> Person? {
    try await file.read { [council, digest = secret.digest.description] db in
      guard
        let id = try String.fetchOne(
          db, sql: "SELECT person FROM calendar_key WHERE digest = $1 AND council = $2", arguments: [digest, council]),
        let person = try Person.find(id, council, db), !person.isDisabled
      else { return nil }
      return person
    }
  }
}
