import CorporatePlan
import GRDB

extension Accounts {
  /// Signs someone in: a new session, never one that was there before (so that nobody can be handed one).
  ///
  /// - Parameter from: the network address, for back-off.
  package func signIn(email: String, password: String, from address: String, at now: Moment) async throws -> Secret {
    let email = email.trimmed.lowercased()
    let place = Digest(of: "\(email) at \(address)".utf8).description
    let found = try await file.read { [council] db -> (id: String, password: String?, isKnown: Bool)? in
      try Row.fetchOne(
        db,
        sql: """
          SELECT id, password, EXISTS (
            SELECT 1 FROM known_place WHERE known_place.council = person.council AND person = id AND place = $1)
          FROM person WHERE council = $2 AND email = $3 AND disabled_at IS NULL
          """,
        arguments: [place, council, email]
      ).map { ($0[0], $0[1], $0[2]) }
    }
    // Strangers who guess at an account slow down everybody but those who come from where its owner came from before.
    let tried =
      [Tried("account \(email) at \(address)", free: Accounts.free.pair)]
      + (found?.isKnown == true
        ? [] : [Tried("account \(email)", free: Accounts.free.account, longest: Accounts.longestForStrangers)])
      + [Tried("address \(address)", free: Accounts.free.address)]
    let counted = try await count(tried, at: now)
    guard await Password.matches(password, found?.password), let account = found else { throw AccountRefused.wrong }
    return try await file.write { [council] db in
      // The password may have been changed or the person disabled while it was compared.
      let kept = try String.fetchOne(
        db, sql: "SELECT password FROM person WHERE council = $1 AND id = $2 AND disabled_at IS NULL",
        arguments: [council, account.id])
      guard kept == account.password else { throw AccountRefused.wrong }
      try Accounts.forgive(counted, council, at: now, db)
      try Accounts.know(place, of: account.id, council, at: now, db)
      return try Accounts.begin(account.id, council, at: now, db)
    }
  }

  /// Remembers that somebody came from there, for a quarter of a year. Only a digest is kept, and it goes with them.
  private static func know(_ place: String, of id: String, _ council: String, at now: Moment, _ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM known_place WHERE council = $1 AND last_at < $2",
      arguments: [council, now.milliseconds - 90 * 86_400_000])
    try db.execute(
      sql: """
        INSERT INTO known_place (council, person, place, last_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (council, person, place) DO UPDATE SET last_at = excluded.last_at
        """, arguments: [council, id, place, now.milliseconds])
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
  package func revokeSessions(of id: String, by author: String, at now: Moment) async throws {
    try await file.write { [council] db in
      try Accounts.endSessions(of: id, council, db)
      try Accounts.note(.signedOut, id, by: author, council, at: now, db)
    }
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

/// What a try is counted against.
struct Tried: Sendable {
  /// Of an account, an address or both: neither can be read in the file.
  fileprivate let digest: String
  /// How many wrong tries cost nothing.
  fileprivate let free: Int
  /// Milliseconds that one waits at most.
  fileprivate let longest: Int

  init(_ what: String, free: Int, longest: Int = 3_600_000) {
    (digest, self.free, self.longest) = (Digest(of: what.utf8).description, free, longest)
  }
}

/// Back-off: so many wrong tries are free, then each doubles the wait, up to an hour.
extension Accounts {
  /// Five for an account from one address; an account from everywhere has twenty, so that nobody can shut its owner out
  /// with five; an address, behind which a whole council may sit, has a hundred, of which those that prove to be slips
  /// of the owner's are taken back.
  static let free = (pair: 5, account: 20, address: 100)
  /// Whoever comes from a new address while strangers guess waits this long at most.
  static let longestForStrangers = 300_000

  static func wait(after failures: Int, free: Int, longest: Int = 3_600_000) -> Int {
    failures < free ? 0 : min(longest, 15_000 << min(failures - free, 12))
  }

  /// Refuses a try that comes too early.
  private static func refuse(_ tried: [Tried], _ council: String, at now: Moment, _ db: Database) throws {
    let ends = try tried.compactMap { tried -> Int? in
      try Row.fetchOne(
        db, sql: "SELECT count, last_at FROM failure WHERE council = $1 AND tried = $2",
        arguments: [council, tried.digest]
      ).map { row in (row[1] as Int) + Accounts.wait(after: row[0], free: tried.free, longest: tried.longest) }
    }
    if let last = ends.max(), last > now.milliseconds { throw AccountRefused.wait(until: Moment(milliseconds: last)) }
  }

  /// What was counted, and when each was counted before; `nil` when it was not.
  typealias Counted = [(tried: Tried, earlier: Int?)]

  /// Counts a try as a wrong one before the password is looked at, so that a hundred at once get no further than a
  /// hundred in a row. `forgive` takes it back when it proves right.
  ///
  /// - Parameter tried: the narrowest first.
  func count(_ tried: [Tried], at now: Moment) async throws -> Counted {
    // Read first: who has to wait does not make others wait for the writer.
    try await file.read { [council] db in try Accounts.refuse(tried, council, at: now, db) }
    return try await file.write { [council] db in
      try Accounts.refuse(tried, council, at: now, db)
      // A day without a wrong try forgives.
      try db.execute(
        sql: "DELETE FROM failure WHERE last_at < $1", arguments: [now.milliseconds - 86_400_000])
      return try tried.map { tried in
        let earlier = try Int.fetchOne(
          db, sql: "SELECT last_at FROM failure WHERE council = $1 AND tried = $2", arguments: [council, tried.digest])
        try db.execute(
          sql: """
            INSERT INTO failure (council, tried, count, last_at) VALUES ($1, $2, 1, $3)
            ON CONFLICT (council, tried) DO UPDATE SET count = count + 1, last_at = excluded.last_at
            """, arguments: [council, tried.digest, now.milliseconds])
        return (tried, earlier)
      }
    }
  }

  /// Forgets the wrong tries of the narrowest, which were slips of the one who now got it right, everywhere they were
  /// counted. What others tried stays.
  static func forgive(_ counted: Counted, _ council: String, at now: Moment, _ db: Database) throws {
    guard let own = counted.first?.tried.digest else { return }
    let slips =
      try Int.fetchOne(
        db, sql: "SELECT count FROM failure WHERE council = $1 AND tried = $2", arguments: [council, own]) ?? 1
    for (tried, earlier) in counted {
      try db.execute(
        sql: "DELETE FROM failure WHERE council = $1 AND tried = $2 AND count <= $3",
        arguments: [council, tried.digest, slips])
      // Where another try was counted meanwhile, its time stays.
      try db.execute(
        sql: """
          UPDATE failure SET count = count - $1, last_at = CASE WHEN last_at = $2 THEN $3 ELSE last_at END
          WHERE council = $4 AND tried = $5
          """, arguments: [slips, now.milliseconds, earlier ?? now.milliseconds, council, tried.digest])
    }
  }
}
