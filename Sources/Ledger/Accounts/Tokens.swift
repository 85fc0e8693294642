import CorporatePlan
import GRDB

extension Accounts {
  /// Every token that was not revoked, the newest first; those that have ended, too.
  package func tokens() async throws -> [Token] {
    try await file.read { [council] db in
      try Row.fetchAll(
        db, sql: "\(Token.query) WHERE council = $1 ORDER BY made_at DESC, id", arguments: [council]
      ).map(Token.init)
    }
  }

  /// Makes a token. Its secret is told now and never again.
  ///
  /// - Parameter service: the service it is confined to; `nil` for everything.
  package func makeToken(
    _ name: String, service: String?, by person: String, ends: Moment, at now: Moment
  ) async throws -> (token: Token, secret: Secret) {
    let secret = Secret()
    let token = Token(
      id: "t-" + Secret().text.prefix(10), name: name, service: service, madeBy: person, made: now, ends: ends,
      lastUsed: nil)
    try await file.write { [council] db in
      try db.execute(
        sql: """
          INSERT INTO token (digest, council, id, name, service, made_by, made_at, ends_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
          """,
        arguments: [
          secret.digest.description, council, token.id, name, service, person, now.milliseconds, ends.milliseconds,
        ])
      // By its id: what somebody calls a token may name people, and what is noted here stays.
      let reads = service.map { "reads the service \($0)" } ?? "reads everything"
      try Accounts.note(
        .tokenMade, person, "\(token.id), \(reads), until \(ends.londonDay.description)", by: person, council, at: now,
        db)
    }
    return (token, secret)
  }

  /// Ends a token at once, and takes it out of the file.
  package func revokeToken(_ id: String, by author: String, at now: Moment) async throws {
    try await file.write { [council] db in
      let maker = try String.fetchOne(
        db, sql: "SELECT made_by FROM token WHERE council = $1 AND id = $2", arguments: [council, id])
      guard let maker else { return }
      try Accounts.note(.tokenEnded, maker, id, by: author, council, at: now, db)
      try db.execute(sql: "DELETE FROM token WHERE council = $1 AND id = $2", arguments: [council, id])
    }
  }

  /// The token that a secret is of; `nil` when there is none any more. Found by its digest, as a session is.
  package func token(with secret: Secret, at now: Moment) async throws -> Token? {
    let found = try await file.read { [council, digest = secret.digest.description] db in
      try Row.fetchOne(
        db, sql: "\(Token.query) WHERE digest = $1 AND council = $2 AND ends_at > $3",
        arguments: [digest, council, now.milliseconds]
      ).map(Token.init)
    }
    guard let found else { return nil }
    // Once in a while: not a write for every request.
    if now.milliseconds - (found.lastUsed?.milliseconds ?? 0) > 300_000 {
      try await file.write { [council] db in
        try db.execute(
          sql: "UPDATE token SET used_at = $1 WHERE council = $2 AND id = $3",
          arguments: [now.milliseconds, council, found.id])
      }
    }
    return found
  }

  /// Counts a wrong token against a network address. A secret of 256 bits is not guessed, so the right ones of others
  /// behind the same address go on: this keeps a program that went wrong from asking all day.
  ///
  /// - Throws: `AccountRefused.wait` when there were too many.
  package func countWrongToken(from address: String, at now: Moment) async throws {
    let tried = Digest(of: "token \(address)".utf8).description
    try await file.write { [council] db in
      let known = try Row.fetchOne(
        db, sql: "SELECT count, last_at FROM failure WHERE council = $1 AND tried = $2 AND last_at > $3",
        arguments: [council, tried, now.milliseconds - 86_400_000]
      ).map { row in (count: row[0] as Int, last: row[1] as Int) }
      let count = known?.count ?? 0
      let ends = (known?.last ?? 0) + Accounts.wait(after: count, free: Accounts.freeTokens)
      if ends > now.milliseconds { throw AccountRefused.wait(until: Moment(milliseconds: ends)) }
      try db.execute(
        sql: """
          INSERT INTO failure (council, tried, count, last_at) VALUES ($1, $2, $3, $4)
          ON CONFLICT (council, tried) DO UPDATE SET count = excluded.count, last_at = excluded.last_at
          """, arguments: [council, tried, count + 1, now.milliseconds])
    }
  }

  /// So many wrong tokens are free; then each doubles the wait.
  static let freeTokens = 20
}

extension Token {
  fileprivate static let query = "SELECT id, name, service, made_by, made_at, ends_at, used_at FROM token"

  fileprivate init(_ row: Row) {
    self.init(
      id: row[0], name: row[1], service: row[2], madeBy: row[3], made: Moment(milliseconds: row[4]),
      ends: Moment(milliseconds: row[5]), lastUsed: (row[6] as Int?).map(Moment.init(milliseconds:)))
  }
}
