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

/// How many letters are not out, and when one last failed of those that are still not out.
package struct MailHealth: Equatable, Sendable {
  package var waiting = 0
  package var trying = 0
  package var givenUp = 0
  package var lastFailure: Moment?
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

  /// What a monitor may be told. Resets are left out: anybody can ask for one, and would see here whether there is such a
  /// person.
  package func health() async throws -> MailHealth {
    try await file.read { [council] db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT gave_up_at, tries, due_at FROM mail
          WHERE council = $1 AND sent_at IS NULL AND kind <> $2
          """, arguments: [council, Accounts.Purpose.reset.rawValue])
      var health = MailHealth()
      for row in rows {
        let (gaveUp, tries, due): (Int?, Int, Int) = (row[0], row[1], row[2])
        if gaveUp != nil { health.givenUp += 1 } else if tries > 0 { health.trying += 1 } else { health.waiting += 1 }
        guard tries > 0 else { continue }
        let failed = gaveUp ?? due - MailQueue.waits[min(tries, MailQueue.waits.count) - 1] * 60_000
        health.lastFailure = max(health.lastFailure ?? Moment(milliseconds: failed), Moment(milliseconds: failed))
      }
      return health
    }
  }

  /// When a letter of the calendar, or one by hand, went to somebody on a day; `nil` when none did. Nobody gets two.
  package func went(to person: String, on day: Day) async throws -> Moment? {
    try await file.read { [council] db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT max(sent_at) FROM mail
          WHERE council = $1 AND person = $2 AND NOT is_security AND sent_at >= $3 AND sent_at < $4
          """,
        arguments: [council, person, Moment(day, hour: 0).milliseconds, Moment(day + 1, hour: 0).milliseconds]
      ).map(Moment.init(milliseconds:))
    }
  }

  /// One letter by its key.
  package func letter(_ key: String) async throws -> MailRow? {
    try await file.read { [council] db in
      try Row.fetchOne(
        db, sql: "SELECT \(MailRow.columns) FROM mail WHERE council = $1 AND key = $2", arguments: [council, key]
      ).map(MailRow.init)
    }
  }

  /// The newest letters: what was given up first, then what failed and is tried again, what waits, and what was sent.
  package func list(limit: Int = 200) async throws -> [MailRow] {
    try await file.read { [council] db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(MailRow.columns) FROM mail WHERE council = $1
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
  fileprivate static let columns =
    "key, kind, person, subject, text, made_at, tries, last_error, due_at, sent_at, gave_up_at"

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
