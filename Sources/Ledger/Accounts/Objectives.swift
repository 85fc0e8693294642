import CorporatePlan
import GRDB

/// What people are to reach. None of it is in the ledger: it is private, can be changed, and goes with the person.
///
/// Who may see which is not decided here: `Book.access(of:to:on:)` tells.
package struct Objectives: Sendable {
  fileprivate let file: LedgerFile
  fileprivate let council: String
}

extension Council {
  nonisolated package var objectives: Objectives { Objectives(file: file, council: name) }
}

extension Objectives {
  package func find(_ id: String) async throws -> Objective? {
    try await file.read { [council] db in
      try Row.fetchOne(
        db, sql: "\(Objective.query) WHERE council = $1 AND id = $2", arguments: [council, id]
      ).map { try Objective($0, council, db) }
    }
  }

  /// Those that were written for one of these people, or that belong to one of these posts: the newest year first.
  package func all(of people: Set<String>, or posts: Set<String>) async throws -> [Objective] {
    try await file.read { [council] db in
      // One row at a time, so that no other is in memory than is asked for.
      try Row.fetchAll(
        db,
        sql: """
          \(Objective.query) WHERE council = ? AND (person IN (SELECT value FROM json_each(?)) \
          OR post IN (SELECT value FROM json_each(?))) ORDER BY year DESC, due IS NULL, due, title, id
          """,
        arguments: [council, Objectives.json(people), Objectives.json(posts)]
      ).map { try Objective($0, council, db) }
    }
  }

  /// Writes an objective down, or what it says now in place of what it said; without its notes. Nothing of what it said
  /// before is kept.
  ///
  /// - Parameter shown: what it said when it was read; `nil` for a new one.
  /// - Throws: `ObjectiveOvertaken` when it says something else by now.
  package func save(_ objective: Objective, over shown: Objective? = nil) async throws {
    try await file.write { [council] db in
      let now = try Row.fetchOne(
        db, sql: "\(Objective.query) WHERE council = $1 AND id = $2", arguments: [council, objective.id]
      ).map { try Objective($0, council, db) }
      guard now?.withoutNotes == shown?.withoutNotes else { throw ObjectiveOvertaken() }
      try db.execute(
        sql: """
          INSERT INTO objective (council, id, person, post, title, text, measure, due, year, state)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
          ON CONFLICT (council, id) DO UPDATE SET person = excluded.person, post = excluded.post, title = excluded.title,
            text = excluded.text, measure = excluded.measure, due = excluded.due, year = excluded.year,
            state = excluded.state
          """,
        arguments: [
          council, objective.id, objective.person, objective.post, objective.title, objective.text, objective.measure,
          objective.due?.description, objective.year.first, objective.state.rawValue,
        ])
      try db.execute(
        sql: "DELETE FROM objective_serves WHERE council = $1 AND objective = $2", arguments: [council, objective.id])
      for (place, record) in objective.serves.enumerated() {
        try db.execute(
          sql: "INSERT INTO objective_serves (council, objective, place, kind, record) VALUES ($1, $2, $3, $4, $5)",
          arguments: [council, objective.id, place, record.kind, record.record])
      }
    }
  }

  package func add(_ note: Objective.Note, to objective: String) async throws {
    try await file.write { [council] db in
      try db.execute(
        sql: """
          INSERT INTO objective_note (council, id, objective, about, author, day, text)
          VALUES ($1, $2, $3, $4, $5, $6, $7)
          """,
        arguments: [council, note.id, objective, note.about, note.author, note.day.description, note.text])
    }
  }

  /// Puts somebody's open objectives of a post into the hands of who holds it now, before the account is erased with all
  /// that is its own.
  package func handOver(from person: String, to holders: [String: String]) async throws {
    try await file.write { [council] db in
      for (post, holder) in holders.sorted(by: { $0.key < $1.key }) where holder != person {
        try db.execute(
          sql: "UPDATE objective SET person = $1 WHERE council = $2 AND person = $3 AND post = $4 AND state = 'open'",
          arguments: [holder, council, person, post])
      }
    }
  }

  /// An id that tells nothing and can't be guessed.
  package static func newID() -> String { "o-" + Secret().text.prefix(16) }

  private static func json(_ texts: Set<String>) -> String {
    JSON.array(texts.sorted().map(JSON.string)).canonical
  }
}

/// Somebody saved an objective after it was read and before it was saved.
package struct ObjectiveOvertaken: Error {
  package init() {}
}

extension Objective {
  fileprivate var withoutNotes: Objective {
    var objective = self
    objective.notes = []
    return objective
  }

  fileprivate static let query = "SELECT id, person, post, title, text, measure, due, year, state FROM objective"

  fileprivate init(_ row: Row, _ council: String, _ db: Database) throws {
    self.init(id: row[0], person: row[1], title: row[3], year: FinancialYear(row[7]))
    post = row[2]
    text = row[4]
    measure = row[5]
    due = (row[6] as String?).flatMap { Day($0) }
    state = State(rawValue: row[8]) ?? .open
    serves = try Row.fetchAll(
      db, sql: "SELECT kind, record FROM objective_serves WHERE council = $1 AND objective = $2 ORDER BY place",
      arguments: [council, id]
    ).map { RecordID($0[0], $0[1]) }
    notes = try Row.fetchAll(
      db, sql: "SELECT id, about, author, day, text FROM objective_note WHERE council = $1 AND objective = $2",
      arguments: [council, id]
    ).compactMap { row in
      Day(row[3] as String).map { Note(id: row[0], about: row[1], author: row[2], day: $0, text: row[4]) }
    }
  }
}
