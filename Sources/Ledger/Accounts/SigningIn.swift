import CorporatePlan
import GRDB

extension Accounts {
  /// Signs someone in: a new session, never one that was there before (so that nobody can be handed one).
  ///
  /// - Parameter from: the network address, for back-off; wrong tries count against it and against the account.
  package func signIn(email: String, password: String, from address: String, at now: Moment) async throws -> Secret {
    let email = email.trimmed.lowercased()
    let tried = ["account \(email)", "address \(address)"].map { Digest(of: $0.utf8).description }
    let earlier = try await count(tried, at: now)
    let found = try await file.read { [council] db -> (id: String, password: String?)? in
      try Row.fetchOne(
        db, sql: "SELECT id, password FROM person WHERE council = $1 AND email = $2 AND disabled_at IS NULL",
        arguments: [council, email]
      ).map { ($0[0], $0[1]) }
    }
    guard await Password.matches(password, found?.password), let account = found else { throw AccountRefused.wrong }
    return try await file.write { [council] db in
      // The password may have been changed or the person disabled while it was compared.
      let kept = try String.fetchOne(
        db, sql: "SELECT password FROM person WHERE council = $1 AND id = $2 AND disabled_at IS NULL",
        arguments: [council, account.id])
      guard kept == account.password else { throw AccountRefused.wrong }
      try Accounts.forgive(tried, earlier, council, at: now, db)
      return try Accounts.begin(account.id, council, at: now, db)
    }
  }

  /// Who a session belongs to; `nil` when it has ended. It is kept alive by use.
  package func person(withSession session: Secret, at now: Moment) async throws -> Person? {
    let found = try await file.read {
      [council, digest = session.digest.description] db -> (person: Person, seen: Int)? in
      // Each request asks: the statement is prepared once.
      let statement = try db.cachedStatement(
        sql: "SELECT person, seen_at FROM session WHERE digest = $1 AND council = $2 AND ends_at > $3 AND seen_at > $4")
      guard
        let row = try Row.fetchOne(
          statement,
          arguments: [digest, council, now.milliseconds, now.milliseconds - Accounts.idle]),
        let person = try Person.find(row[0], council, db), !person.isDisabled
      else { return nil }
      return (person, row[1])
    }
    guard let found else { return nil }
    // Once in a while: not a write for every click.
    if now.milliseconds - found.seen > 300_000 {
      try await file.write { [digest = session.digest.description] db in
        try db.execute(
          sql: "UPDATE session SET seen_at = $1 WHERE digest = $2", arguments: [now.milliseconds, digest])
      }
    }
    return found.person
  }

  package func signOut(_ session: Secret) async throws {
    try await file.write { [digest = session.digest.description] db in
      try db.execute(sql: "DELETE FROM session WHERE digest = $1", arguments: [digest])
    }
  }

  /// Ends every session of a person.
  package func revokeSessions(of id: String) async throws {
    try await file.write { [council] db in try Accounts.endSessions(of: id, council, db) }
  }

  static func begin(_ id: String, _ council: String, at now: Moment, _ db: Database) throws -> Secret {
    let session = Secret()
    try db.execute(sql: "DELETE FROM session WHERE ends_at <= $1", arguments: [now.milliseconds])
    try db.execute(
      sql: "INSERT INTO session (digest, council, person, began_at, seen_at, ends_at) VALUES ($1, $2, $3, $4, $4, $5)",
      arguments: [session.digest.description, council, id, now.milliseconds, now.milliseconds + Accounts.longest])
    return session
  }
}

/// Back-off: so many wrong tries are free, then each doubles the wait, up to an hour.
extension Accounts {
  /// An account has five; a network address, behind which a whole council may sit, has fifty.
  static let free = (account: 5, address: 50)

  static func wait(after failures: Int, free: Int) -> Int {
    failures < free ? 0 : min(3_600_000, 15_000 << min(failures - free, 12))
  }

  /// Refuses a try that comes too early.
  ///
  /// - Parameter tried: the account, then the network address.
  private static func refuse(_ tried: [String], _ council: String, at now: Moment, _ db: Database) throws {
    let ends = try zip(tried, [free.account, free.address]).compactMap { tried, free -> Int? in
      try Row.fetchOne(
        db, sql: "SELECT count, last_at FROM failure WHERE council = $1 AND tried = $2", arguments: [council, tried]
      ).map { row in (row[1] as Int) + Accounts.wait(after: row[0], free: free) }
    }
    if let last = ends.max(), last > now.milliseconds { throw AccountRefused.wait(until: Moment(milliseconds: last)) }
  }

  /// Counts a try as a wrong one before the password is looked at, so that a hundred at once get no further than a
  /// hundred in a row. `forgive` takes it back when it proves right.
  ///
  /// - Returns: when the network address was counted before; `nil` when it was not.
  func count(_ tried: [String], at now: Moment) async throws -> Int? {
    // Read first: who has to wait does not make others wait for the writer.
    try await file.read { [council] db in try Accounts.refuse(tried, council, at: now, db) }
    return try await file.write { [council] db in
      try Accounts.refuse(tried, council, at: now, db)
      // A day without a wrong try forgives.
      try db.execute(
        sql: "DELETE FROM failure WHERE last_at < $1", arguments: [now.milliseconds - 86_400_000])
      let earlier = try Int.fetchOne(
        db, sql: "SELECT last_at FROM failure WHERE council = $1 AND tried = $2", arguments: [council, tried[1]])
      for tried in tried {
        try db.execute(
          sql: """
            INSERT INTO failure (council, tried, count, last_at) VALUES ($1, $2, 1, $3)
            ON CONFLICT (council, tried) DO UPDATE SET count = count + 1, last_at = excluded.last_at
            """, arguments: [council, tried, now.milliseconds])
      }
      return earlier
    }
  }

  /// Forgets what was tried at the account, and that this try was counted against the network address.
  static func forgive(
    _ tried: [String], _ earlier: Int?, _ council: String, at now: Moment, _ db: Database
  ) throws {
    try db.execute(sql: "DELETE FROM failure WHERE council = $1 AND tried = $2", arguments: [council, tried[0]])
    try db.execute(
      sql: "DELETE FROM failure WHERE council = $1 AND tried = $2 AND count = 1", arguments: [council, tried[1]])
    // Where another try was counted meanwhile, its time stays.
    try db.execute(
      sql: """
        UPDATE failure SET count = count - 1, last_at = CASE WHEN last_at = $3 THEN $4 ELSE last_at END
        WHERE council = $1 AND tried = $2
        """, arguments: [council, tried[1], now.milliseconds, earlier ?? now.milliseconds])
  }
}
