import CorporatePlan
import GRDB

/// All that goes to one person in one letter.
package struct Sending: Sendable {
  package let person: Person
  /// One or more, the oldest first.
  package let letters: [Waiting]

  package struct Waiting: Equatable, Sendable {
    package let key: String
    /// As in `LetterKind`.
    package let kind: String
    package let subject: String
    package let text: String
    /// How often it was tried before.
    package let tries: Int
  }

  /// What it lets the person in for; `nil` for a letter of the calendar.
  package var purpose: Accounts.Purpose? { letters.first.flatMap { Accounts.Purpose(rawValue: $0.kind) } }
}

/// Never more than one a day for a person: letters that wait together go as one, and what comes later the same day waits
/// for the next (Decisions/0018). Invitations and resets are apart from that.
extension MailQueue {
  /// Takes what is to be sent next, so that no other loop sends it as well; `nil` when nothing is.
  ///
  /// - Parameter ordinary: whether letters of the calendar may go now, or only those that let someone in.
  package func take(at now: Moment, ordinary: Bool) async throws -> Sending? {
    let isWaiting = try await file.read { [council] db in
      try MailQueue.next(council, at: now, ordinary: ordinary, db) != nil
    }
    guard isWaiting else { return nil }
    return try await file.write { [council] db in
      guard let next = try MailQueue.next(council, at: now, ordinary: ordinary, db),
        let person = try Person.find(next.person, council, db)
      else { return nil }
      let rows = try Row.fetchAll(
        db,
        sql: """
          UPDATE mail SET claimed_until = $1
          WHERE council = $2 AND person = $3 AND sent_at IS NULL AND gave_up_at IS NULL AND due_at <= $4
            AND coalesce(claimed_until, 0) <= $4 AND (NOT is_security AND $5 IS NULL OR key = $5)
          RETURNING key, kind, subject, text, tries, made_at
          """,
        arguments: [
          now.milliseconds + MailQueue.claimLasts, council, person.id, now.milliseconds, next.securityKey,
        ])
      let letters = rows.sorted { ($0[5] as Int, $0[0] as String) < ($1[5] as Int, $1[0] as String) }
        .map { Sending.Waiting(key: $0[0], kind: $0[1], subject: $0[2], text: $0[3], tries: $0[4]) }
      return Sending(person: person, letters: letters)
    }
  }

  package func sent(_ sending: Sending, at now: Moment) async throws {
    try await each(sending) { letter, council, db in
      try db.execute(
        sql: """
          UPDATE mail SET sent_at = $1, claimed_until = NULL, tries = tries + 1, last_error = NULL
          WHERE council = $2 AND key = $3
          """, arguments: [now.milliseconds, council, letter.key])
    }
  }

  /// Minutes until it is tried again, by how often it was; after the last it is given up.
  static let waits = [5, 30, 120, 480]

  /// Puts back what could not be sent, with the reason as a sentence; gives it up when trying again is no use.
  package func failed(_ sending: Sending, because reason: String, again: Bool, at now: Moment) async throws {
    // What goes together is tried together, so that it stays one letter.
    let tries = sending.letters.map(\.tries).max() ?? 0
    let wait = again && tries < MailQueue.waits.count ? MailQueue.waits[tries] : nil
    try await each(sending) { letter, council, db in
      try db.execute(
        sql: """
          UPDATE mail SET claimed_until = NULL, tries = $1, last_error = $2, due_at = $3, gave_up_at = $4
          WHERE council = $5 AND key = $6 AND sent_at IS NULL
          """,
        arguments: [
          tries + 1, reason, now.milliseconds + (wait ?? 0) * 60_000, wait == nil ? now.milliseconds : nil, council,
          letter.key,
        ])
    }
  }

  private func each(
    _ sending: Sending, _ work: @escaping @Sendable (Sending.Waiting, String, Database) throws -> Void
  ) async throws {
    try await file.write { [council] db in
      for letter in sending.letters { try work(letter, council, db) }
    }
  }

  /// Whose turn it is. Letters that let someone in come first, each alone. Someone gets an ordinary one when none went to
  /// them today, none is on its way, and none of theirs is waiting to be tried again.
  private static func next(
    _ council: String, at now: Moment, ordinary: Bool, _ db: Database
  ) throws -> (person: String, securityKey: String?)? {
    let day = Moment(now.londonDay, hour: 0)
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT person, CASE WHEN is_security THEN key END FROM mail AS letter
        WHERE council = $1 AND sent_at IS NULL AND gave_up_at IS NULL AND due_at <= $2
          AND coalesce(claimed_until, 0) <= $2
          AND EXISTS (SELECT 1 FROM person
            WHERE person.council = $1 AND id = letter.person AND disabled_at IS NULL)
          AND (is_security OR $3 AND NOT EXISTS (SELECT 1 FROM mail AS other
            WHERE other.council = $1 AND other.person = letter.person AND NOT other.is_security
              AND (other.sent_at >= $4 OR other.claimed_until > $2
                OR other.sent_at IS NULL AND other.gave_up_at IS NULL AND other.tries > 0 AND other.due_at > $2)))
        ORDER BY is_security DESC, due_at, person, key LIMIT 1
        """, arguments: [council, now.milliseconds, ordinary, day.milliseconds])
    return row.map { ($0[0], $0[1]) }
  }
}
