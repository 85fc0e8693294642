import CorporatePlan
import GRDB

/// The letters that wait, went out or could not. None of them is in the ledger, and none names or addresses anybody: that
/// is put in when a letter is sent.
package struct MailQueue: Sendable {
  let file: LedgerFile
  let council: String

  /// How long one loop has a letter in hand before another may take it: longer than any carrier tries.
  static let claimLasts = 10 * 60_000
  /// A reset that is asked for again so soon is the same one, so that nobody can fill somebody's mailbox.
  static let askedAgain = 5 * 60_000
  /// What is kept of letters that went out; longer than any calendar lasts that could owe one again.
  static let kept = 2 * 366 * 86_400_000
}

extension Council {
  nonisolated package var mail: MailQueue { MailQueue(file: file, council: name) }
}

extension MailQueue {
  /// Brings the queue to what is owed today: new letters are added, those that wait are brought up to date or, when
  /// nothing is owed any more, withdrawn. What was sent or given up stays, and so does what was added by hand.
  ///
  /// - Returns: how many were added and how many withdrawn.
  package func owe(_ notices: [Notice], at now: Moment) async throws -> (added: Int, withdrawn: Int) {
    // Read first: most minutes there is nothing new, and then nobody has to wait for the writer.
    let (known, people) = try await file.read { [council] db in
      (try MailQueue.madeByRule(council, db), try MailQueue.reachable(council, db))
    }
    let notices = notices.filter { people.contains($0.person) }
    let owed = Dictionary(notices.map { ($0.key, $0) }) { $1 }
    let isNews =
      owed.contains { key, notice in
        known[key].map { $0.waits && ($0.subject, $0.text) != (notice.subject, notice.text) } ?? true
      } || known.contains { $1.waits && owed[$0] == nil }
    guard isNews else { return (0, 0) }
    return try await file.write { [council] db in
      var withdrawn = 0
      for (key, letter) in try MailQueue.madeByRule(council, db) where letter.waits && owed[key] == nil {
        try db.execute(
          sql: "DELETE FROM mail WHERE council = $1 AND key = $2 AND coalesce(claimed_until, 0) <= $3",
          arguments: [council, key, now.milliseconds])
        withdrawn += db.changesCount
      }
      var added = 0
      for notice in notices where try MailQueue.put(notice, byRule: true, council, at: now, db) { added += 1 }
      try db.execute(
        sql: "DELETE FROM mail WHERE council = $1 AND sent_at < $2",
        arguments: [council, now.milliseconds - MailQueue.kept])
      return (added, withdrawn)
    }
  }

  /// Adds a letter that somebody sends by hand. The same again, by its key, is not added again.
  @discardableResult
  package func add(_ notice: Notice, at now: Moment) async throws -> Bool {
    try await file.write { [council] db in try MailQueue.put(notice, byRule: false, council, at: now, db) }
  }

  /// The letters that somebody sends by hand and that wait, by key, with whom they are for.
  package func byHand() async throws -> [(key: String, person: String)] {
    try await file.read { [council] db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT key, person FROM mail
          WHERE council = $1 AND NOT by_rule AND NOT is_security AND sent_at IS NULL AND gave_up_at IS NULL
          """, arguments: [council]
      ).map { ($0[0], $0[1]) }
    }
  }

  /// Takes back a letter that waits and nobody has in hand.
  ///
  /// - Returns: whether it was.
  @discardableResult
  package func withdraw(_ key: String, at now: Moment) async throws -> Bool {
    try await file.write { [council] db in
      try db.execute(
        sql: """
          DELETE FROM mail WHERE council = $1 AND key = $2 AND sent_at IS NULL AND coalesce(claimed_until, 0) <= $3
          """, arguments: [council, key, now.milliseconds])
      return db.changesCount > 0
    }
  }

  /// Takes back the invitations and resets of somebody that are not out: another link is handed over, which they would
  /// end.
  ///
  /// - Returns: `false` when one is on its way just now, and nothing was taken back.
  package func withdrawLinks(for person: String, at now: Moment) async throws -> Bool {
    try await file.write { [council] db in
      let isOnItsWay = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM mail
            WHERE council = $1 AND person = $2 AND is_security AND sent_at IS NULL AND claimed_until > $3)
          """, arguments: [council, person, now.milliseconds])!
      guard !isOnItsWay else { return false }
      try db.execute(
        sql: "DELETE FROM mail WHERE council = $1 AND person = $2 AND is_security AND sent_at IS NULL",
        arguments: [council, person])
      return true
    }
  }

  /// Has an invitation or a reset sent. Its secret is made only when it goes out, so that none waits in the file.
  ///
  /// - Returns: whether there is one more to send: not when one waits already, or one went out minutes ago.
  @discardableResult
  package func ask(
    _ purpose: Accounts.Purpose, for person: String, by author: String? = nil, at now: Moment
  ) async throws -> Bool {
    try await file.write { [council] db in
      let isThere = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM mail WHERE council = $1 AND person = $2 AND kind = $3 AND gave_up_at IS NULL
            AND (sent_at IS NULL OR made_at > $4))
          """, arguments: [council, person, purpose.rawValue, now.milliseconds - MailQueue.askedAgain])!
      guard !isThere else { return false }
      // A random name, by which nobody is let in.
      let key = "\(purpose.rawValue)/\(Secret().text)/\(person)"
      // Who asks for themselves is not signed in: anybody may have asked in their name.
      try Accounts.note(
        .asked, person, purpose.rawValue, by: author ?? Accounts.anybody, council, at: now, db)
      return try MailQueue.insert(
        key, person, purpose.rawValue, "", "", byRule: false, isSecurity: true, council, at: now, db)
    }
  }
}

extension MailQueue {
  private typealias Known = (waits: Bool, subject: String, text: String)

  private static func madeByRule(_ council: String, _ db: Database) throws -> [String: Known] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT key, sent_at IS NULL AND gave_up_at IS NULL, subject, text FROM mail WHERE council = $1 AND by_rule
        """, arguments: [council])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], ($0[1], $0[2], $0[3])) })
  }

  /// Who can be written to: posts may be held by somebody who has been erased.
  private static func reachable(_ council: String, _ db: Database) throws -> Set<String> {
    Set(
      try String.fetchAll(
        db, sql: "SELECT id FROM person WHERE council = $1 AND disabled_at IS NULL", arguments: [council]))
  }

  /// Adds a letter, or brings one up to date that waits and nobody has in hand.
  ///
  /// - Returns: whether it was added.
  private static func put(
    _ notice: Notice, byRule: Bool, _ council: String, at now: Moment, _ db: Database
  ) throws -> Bool {
    if try insert(
      notice.key, notice.person, notice.kind.rawValue, notice.subject, notice.text, byRule: byRule, isSecurity: false,
      council, at: now, db)
    {
      return true
    }
    try db.execute(
      sql: """
        UPDATE mail SET subject = $1, text = $2 WHERE council = $3 AND key = $4
          AND sent_at IS NULL AND gave_up_at IS NULL AND coalesce(claimed_until, 0) <= $5
        """, arguments: [notice.subject, notice.text, council, notice.key, now.milliseconds])
    return false
  }

  /// Adds a row, unless it is there or the person is not.
  private static func insert(
    _ key: String, _ person: String, _ kind: String, _ subject: String, _ text: String, byRule: Bool,
    isSecurity: Bool, _ council: String, at now: Moment, _ db: Database
  ) throws -> Bool {
    try db.execute(
      sql: """
        INSERT INTO mail (council, key, person, kind, by_rule, is_security, subject, text, made_at, due_at)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $9
        WHERE EXISTS (SELECT 1 FROM person WHERE council = $1 AND id = $3 AND disabled_at IS NULL)
        ON CONFLICT (council, key) DO NOTHING
        """,
      arguments: [council, key, person, kind, byRule, isSecurity, subject, text, now.milliseconds])
    return db.changesCount == 1
  }
}
