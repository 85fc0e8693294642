import CorporatePlan
import GRDB

/// A letter as the administrator's page shows it: whom it is for by id, and how far it is.
package struct MailRow: Equatable, Sendable {
  package let key: String
  package let kind: String
  package let person: String
  /// Empty for an invitation or a reset, of which nothing is kept.
  package let subject: String
  package let text: String
  package let madeAt: Moment
  package let tries: Int
  /// What went wrong the last time, as a sentence.
  package let lastError: String?
  package let state: State

  package enum State: Equatable, Sendable {
    case waiting
    /// It failed, and is tried again then.
    case trying(again: Moment)
    case sent(Moment)
    case givenUp(Moment)
  }
}

/// How many letters are in which state.
package struct MailCounts: Equatable, Sendable {
  package var waiting = 0
  package var trying = 0
  package var sent = 0
  package var givenUp = 0
}

extension MailQueue {
  package func counts() async throws -> MailCounts {
    try await file.read { [council] db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) FILTER (WHERE sent_at IS NULL AND gave_up_at IS NULL AND tries = 0),
            count(*) FILTER (WHERE sent_at IS NULL AND gave_up_at IS NULL AND tries > 0),
            count(sent_at), count(gave_up_at)
          FROM mail WHERE council = $1
          """, arguments: [council])!
      return MailCounts(waiting: row[0], trying: row[1], sent: row[2], givenUp: row[3])
    }
  }

  /// The newest letters: what was given up first, then what failed and is tried again, what waits, and what was sent.
  package func list(limit: Int = 200) async throws -> [MailRow] {
    try await file.read { [council] db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT key, kind, person, subject, text, made_at, tries, last_error, due_at, sent_at, gave_up_at FROM mail
          WHERE council = $1
          ORDER BY gave_up_at IS NULL, sent_at IS NOT NULL, tries = 0, coalesce(sent_at, made_at) DESC, key LIMIT $2
          """, arguments: [council, limit]
      ).map(MailRow.init)
    }
  }

  /// Tries a letter again that was given up or waits to be tried again: as if it were new, and at once.
  ///
  /// - Returns: whether there was such a letter.
  @discardableResult
  package func retry(_ key: String, at now: Moment) async throws -> Bool {
    try await retry(at: now, "AND key = $3", [key]) > 0
  }

  /// The same for all that were given up, as after a wrong setting was mended. Returns how many.
  @discardableResult
  package func retryAll(at now: Moment) async throws -> Int {
    try await retry(at: now, "AND gave_up_at IS NOT NULL", [])
  }

  private func retry(at now: Moment, _ condition: String, _ keys: [String]) async throws -> Int {
    try await file.write { [council] db in
      try db.execute(
        sql: """
          UPDATE mail SET gave_up_at = NULL, tries = 0, due_at = $1
          WHERE council = $2 AND sent_at IS NULL AND tries > 0 AND coalesce(claimed_until, 0) <= $1 \(condition)
          """,
        arguments: StatementArguments([now.milliseconds, council] as [any DatabaseValueConvertible])
          + StatementArguments(keys))
      return db.changesCount
    }
  }
}

extension MailRow {
  fileprivate init(_ row: Row) {
    let tries: Int = row[6]
    let state: State =
      if let sent: Int = row[9] {
        .sent(Moment(milliseconds: sent))
      } else if let gaveUp: Int = row[10] {
        .givenUp(Moment(milliseconds: gaveUp))
      } else if tries > 0 {
        .trying(again: Moment(milliseconds: row[8]))
      } else {
        .waiting
      }
    self.init(
      key: row[0], kind: row[1], person: row[2], subject: row[3], text: row[4], madeAt: Moment(milliseconds: row[5]),
      tries: tries, lastError: row[7], state: state)
  }
}
