import CorporatePlan
import GRDB

/// A council's people: who they are, how they sign in and what they may do. None of it is in the ledger.
package struct Accounts: Sendable {
  let file: LedgerFile
  let council: String

  /// Half a working day without a click ends a session, a working day ends it anyhow.
  static let idle = 4 * 3_600_000
  static let longest = 12 * 3_600_000
  package static let shortestPassword = 12
}

extension Council {
  nonisolated package var accounts: Accounts { Accounts(file: file, council: name) }
}

extension Accounts {
  /// Everyone, by name.
  package func people() async throws -> [Person] {
    try await file.read { [council] db in
      try Row.fetchAll(db, sql: "\(Person.query) WHERE council = $1 ORDER BY name, id", arguments: [council])
        .map { try Person($0, db) }
    }
  }

  package func person(_ id: String) async throws -> Person? {
    try await file.read { [council] db in try Person.find(id, council, db) }
  }

  /// Adds someone who is then invited.
  package func add(
    name: String, email: String, roles: Set<Role>, by author: String = Accounts.machine, at now: Moment
  ) async throws -> Person {
    let email = try Accounts.readable(email)
    let id = "p-" + Secret().text.prefix(10)
    return try await file.write { [council] db in
      guard
        try !Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE council = $1 AND email = $2)",
          arguments: [council, email])!
      else { throw AccountRefused.emailTaken }
      try db.execute(
        sql: "INSERT INTO person (council, id, name, email, created_at) VALUES ($1, $2, $3, $4, $5)",
        arguments: [council, id, name.trimmed, email, now.milliseconds])
      try Accounts.set(roles, of: id, council, db)
      try Accounts.note(.added, id, roles.listed, by: author, council, at: now, db)
      return try Person.find(id, council, db)!
    }
  }

  /// The first administrator, with a password at once; refused as soon as there is anybody.
  package func addFirst(name: String, email: String, password: String, at now: Moment) async throws -> Person {
    guard try await people().isEmpty else { throw AccountRefused.notTheFirst }
    let email = try Accounts.readable(email)
    try Accounts.check(password, email)
    guard let kept = await Password.kept(password) else { throw AccountRefused.wrong }
    let id = "p-" + Secret().text.prefix(10)
    return try await file.write { [council] db in
      guard
        try !Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE council = $1)", arguments: [council])!
      else { throw AccountRefused.notTheFirst }
      try db.execute(
        sql: "INSERT INTO person (council, id, name, email, password, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        arguments: [council, id, name.trimmed, email, kept, now.milliseconds])
      let roles: Set<Role> = [.administrator, .performanceOfficer]
      try Accounts.set(roles, of: id, council, db)
      try Accounts.note(.added, id, roles.listed, by: Accounts.machine, council, at: now, db)
      return try Person.find(id, council, db)!
    }
  }

  /// Adds someone with a password at once, as from the terminal of the machine itself.
  package func add(name: String, email: String, roles: Set<Role>, password: String, at now: Moment) async throws
    -> Person
  {
    try Accounts.check(password, try Accounts.readable(email))
    guard let kept = await Password.kept(password) else { throw AccountRefused.wrong }
    let person = try await add(name: name, email: email, roles: roles, at: now)
    try await file.write { [council] db in
      try db.execute(
        sql: "UPDATE person SET password = $1 WHERE council = $2 AND id = $3 AND password IS NULL",
        arguments: [kept, council, person.id])
    }
    return try await self.person(person.id) ?? person
  }

  /// Changes what someone may do. Their sessions end, so that nobody goes on with yesterday's rights.
  package func setRoles(_ roles: Set<Role>, of id: String, by author: String, at now: Moment) async throws {
    try await file.write { [council] db in
      guard let before = try Person.find(id, council, db)?.roles else { throw AccountRefused.unknownPerson }
      try Accounts.note(
        .roles, id, "\(before.listed) → \(roles.listed)", by: author, council, at: now, db)
      try Accounts.set(roles, of: id, council, db)
      try Accounts.keepAnAdministrator(council, db)
      try Accounts.endSessions(of: id, council, db)
    }
  }

  /// Changes what someone is called and where letters reach them.
  package func rename(_ id: String, name: String, email: String, by author: String, at now: Moment) async throws {
    let email = try Accounts.readable(email)
    try await file.write { [council] db in
      guard let person = try Person.find(id, council, db) else { throw AccountRefused.unknownPerson }
      guard
        try !Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE council = $1 AND email = $2 AND id <> $3)",
          arguments: [council, email, id])!
      else { throw AccountRefused.emailTaken }
      // Neither value is kept, but that they changed.
      if person.name != name.trimmed || person.email != email {
        try Accounts.note(.details, id, by: author, council, at: now, db)
      }
      try db.execute(
        sql: "UPDATE person SET name = $1, email = $2 WHERE council = $3 AND id = $4 AND email = $2",
        arguments: [name.trimmed, email, council, id])
      guard db.changesCount == 0 else { return }
      try db.execute(
        sql: "UPDATE person SET name = $1, email = $2 WHERE council = $3 AND id = $4",
        arguments: [name.trimmed, email, council, id])
      // Links that went to the former address open nothing any more.
      try db.execute(sql: "DELETE FROM letter WHERE council = $1 AND person = $2", arguments: [council, id])
      try Accounts.endSessions(of: id, council, db)
    }
  }

  /// Closes an account, with its sessions and letters, or opens it again. What was recorded stays as it is.
  package func setDisabled(_ isDisabled: Bool, _ id: String, by author: String, at now: Moment) async throws {
    try await file.write { [council] db in
      guard try Person.find(id, council, db) != nil else { throw AccountRefused.unknownPerson }
      try db.execute(
        sql: "UPDATE person SET disabled_at = $1 WHERE council = $2 AND id = $3",
        arguments: [isDisabled ? now.milliseconds : nil, council, id])
      try Accounts.keepAnAdministrator(council, db)
      try Accounts.note(isDisabled ? .closed : .opened, id, by: author, council, at: now, db)
      guard isDisabled else { return }
      try Accounts.endSessions(of: id, council, db)
      try db.execute(sql: "DELETE FROM letter WHERE council = $1 AND person = $2", arguments: [council, id])
    }
  }

  /// Takes a person's name, address, password and sessions away for good. Entries go on naming the id, which then tells
  /// nobody's name.
  package func erase(_ id: String, by author: String, at now: Moment) async throws {
    try await file.write { [council] db in
      guard try Person.find(id, council, db) != nil else { throw AccountRefused.unknownPerson }
      try db.execute(sql: "DELETE FROM person WHERE council = $1 AND id = $2", arguments: [council, id])
      try Accounts.note(.erased, id, by: author, council, at: now, db)
      try Accounts.keepAnAdministrator(council, db)
    }
    // The write-ahead log holds older pages with the name in them. While a reader keeps it open it stays until the next
    // time it is emptied.
    _ = try? await file.pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
  }

  private static func set(_ roles: Set<Role>, of id: String, _ council: String, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM person_role WHERE council = $1 AND person = $2", arguments: [council, id])
    for role in roles.map(\.rawValue).sorted() {
      try db.execute(
        sql: "INSERT INTO person_role (council, person, role) VALUES ($1, $2, $3)", arguments: [council, id, role])
    }
  }

  private static func keepAnAdministrator(_ council: String, _ db: Database) throws {
    let left = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM person_role JOIN person ON person.council = person_role.council AND id = person
        WHERE person_role.council = $1 AND role = $2 AND disabled_at IS NULL AND password IS NOT NULL
        """, arguments: [council, Role.administrator.rawValue])
    guard left != 0 else { throw AccountRefused.lastAdministrator }
  }

  static func endSessions(of id: String, _ council: String, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM session WHERE council = $1 AND person = $2", arguments: [council, id])
  }

  static func readable(_ email: String) throws(AccountRefused) -> String {
    let email = email.trimmed.lowercased()
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    guard email.utf8.count <= 254, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      !email.contains(where: {
        $0.isWhitespace || $0 == "," || $0 == "<" || $0 == ">" || $0.asciiValue.map { $0 < 0x20 } ?? false
      })
    else { throw .emailUnreadable }
    return email
  }

  /// Long rather than strange: what the National Cyber Security Centre advises.
  static func check(_ password: String, _ email: String) throws(AccountRefused) {
    guard password.count >= shortestPassword else { throw .passwordTooShort(least: shortestPassword) }
    func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let (address, password) = (plain(email), plain(password))
    let isCommon =
      Set(password).count < 5 || common.contains(where: password.hasPrefix) || password.hasPrefix(address)
    if isCommon { throw .passwordTooCommon }
  }

  private static let common = [
    "password1234", "123456789012", "qwertyuiop12", "passwordpass", "letmeinletme", "adminadminad", "councilcounc",
    "goldthread12", "welcome12345", "changeme1234",
  ]
}

extension Person {
  static let query = "SELECT id, name, email, password IS NOT NULL, disabled_at IS NOT NULL, council FROM person"

  init(_ row: Row, _ db: Database) throws {
    let id: String = row[0]
    let statement = try db.cachedStatement(sql: "SELECT role FROM person_role WHERE council = $1 AND person = $2")
    let roles = try String.fetchAll(statement, arguments: [row[5] as String, id])
    self.init(
      id: id, name: row[1], email: row[2], roles: Set(roles.compactMap(Role.init(rawValue:))), isDisabled: row[4],
      hasSignedUp: row[3])
  }

  static func find(_ id: String, _ council: String, _ db: Database) throws -> Person? {
    let statement = try db.cachedStatement(sql: "\(query) WHERE council = $1 AND id = $2")
    return try Row.fetchOne(statement, arguments: [council, id])
      .map { try Person($0, db) }
  }
}
