import CorporatePlan
import GRDB

/// What is sent by mail so that someone can set a password.
extension Accounts {
  package enum Purpose: String, Sendable {
    case invitation, reset

    /// Milliseconds that it opens the door for: a working week for someone who is new, two hours for someone who asked.
    var lasts: Int { self == .invitation ? 7 * 86_400_000 : 2 * 3_600_000 }
  }

  /// A letter to a person; earlier ones of the same purpose end.
  ///
  /// - Parameter by: who asked for it; of who asked for themselves, their own id.
  package func letter(
    _ purpose: Purpose, to id: String, by author: String = Accounts.machine, at now: Moment
  ) async throws -> Secret {
    let secret = Secret()
    try await file.write { [council] db in
      guard let person = try Person.find(id, council, db), !person.isDisabled else {
        throw AccountRefused.unknownPerson
      }
      try db.execute(
        sql: "DELETE FROM letter WHERE council = $1 AND person = $2 AND purpose = $3",
        arguments: [council, id, purpose.rawValue])
      try db.execute(
        sql: "INSERT INTO letter (digest, council, person, purpose, ends_at) VALUES ($1, $2, $3, $4, $5)",
        arguments: [secret.digest.description, council, id, purpose.rawValue, now.milliseconds + purpose.lasts])
      try Accounts.note(.link, id, purpose.rawValue, by: author, council, at: now, db)
    }
    return secret
  }

  /// Whom an address belongs to, for a reset by mail; the page says the same whether there is one or not.
  package func person(withEmail email: String) async throws -> Person? {
    let email = email.trimmed.lowercased()
    return try await file.read { [council] db in
      try Row.fetchOne(
        db, sql: "\(Person.query) WHERE council = $1 AND email = $2 AND disabled_at IS NULL",
        arguments: [council, email]
      ).map { try Person($0, db) }
    }
  }

  /// Whom a letter is for; `nil` when it is spent.
  package func person(withLetter letter: Secret, at now: Moment) async throws -> Person? {
    try await file.read { [council, digest = letter.digest.description] db in
      try String.fetchOne(
        db, sql: "SELECT person FROM letter WHERE digest = $1 AND council = $2 AND ends_at > $3",
        arguments: [digest, council, now.milliseconds]
      ).flatMap { try Person.find($0, council, db) }
    }
  }

  /// Sets the password that a letter allows to set, once. All sessions end and a new one begins.
  package func setPassword(_ password: String, with letter: Secret, at now: Moment) async throws -> Secret {
    guard let person = try await person(withLetter: letter, at: now), !person.isDisabled else {
      throw AccountRefused.letterSpent
    }
    try Accounts.check(password, person.email)
    guard let kept = await Password.kept(password) else { throw AccountRefused.wrong }
    return try await file.write { [council, digest = letter.digest.description] db in
      try db.execute(sql: "DELETE FROM letter WHERE digest = $1", arguments: [digest])
      // Spent in the meantime by another request.
      guard db.changesCount == 1 else { throw AccountRefused.letterSpent }
      try db.execute(
        sql: "UPDATE person SET password = $1 WHERE council = $2 AND id = $3", arguments: [kept, council, person.id])
      try db.execute(sql: "DELETE FROM letter WHERE council = $1 AND person = $2", arguments: [council, person.id])
      try Accounts.note(.password, person.id, "with a link", by: person.id, council, at: now, db)
      try Accounts.endSessions(of: person.id, council, db)
      return try Accounts.begin(person.id, council, at: now, db)
    }
  }
  /// Sets another password for somebody who knows the one there is. All sessions end and a new one begins.
  package func changePassword(
    of id: String, from current: String, to password: String, at now: Moment
  ) async throws -> Secret {
    let found = try await file.read { [council] db in
      try Row.fetchOne(
        db, sql: "SELECT password, email FROM person WHERE council = $1 AND id = $2 AND disabled_at IS NULL",
        arguments: [council, id]
      ).map { (password: $0[0] as String?, email: $0[1] as String) }
    }
    // Who found a browser that is signed in gets no more tries than who found none.
    let counted = try await count([Tried("change of \(id)", free: Accounts.free.pair)], at: now)
    guard let found, await Password.matches(current, found.password) else { throw AccountRefused.wrong }
    try Accounts.check(password, found.email)
    guard let kept = await Password.kept(password) else { throw AccountRefused.wrong }
    return try await file.write { [council] db in
      try db.execute(
        sql: "UPDATE person SET password = $1 WHERE council = $2 AND id = $3 AND password = $4",
        arguments: [kept, council, id, found.password])
      guard db.changesCount == 1 else { throw AccountRefused.wrong }
      try Accounts.forgive(counted, council, at: now, db)
      try Accounts.note(.password, id, by: id, council, at: now, db)
      try db.execute(sql: "DELETE FROM letter WHERE council = $1 AND person = $2", arguments: [council, id])
      try Accounts.endSessions(of: id, council, db)
      return try Accounts.begin(id, council, at: now, db)
    }
  }
}
