import CorporatePlan
import GRDB

/// Entries found by what they revise or by their batch.
enum History {
  static func newest(of record: RecordID, council: String, in db: Database, at path: String) throws -> Entry? {
    try fetch(
      "kind = $2 AND record = $3 ORDER BY revision DESC LIMIT 1",
      [council, record.kind.composed, record.record.composed], db, path
    ).first
  }

  static func all(of record: RecordID, council: String, in db: Database, at path: String) throws -> [Entry] {
    try fetch(
      "kind = $2 AND record = $3 ORDER BY revision", [council, record.kind.composed, record.record.composed], db, path)
  }

  static func batch(_ batch: String, council: String, in db: Database, at path: String) throws -> [Entry] {
    try fetch("batch = $2 ORDER BY position", [council, batch], db, path)
  }

  /// The revision that makes a record what it was before an entry.
  static func reverting(_ entry: Entry, council: String, in db: Database, at path: String) throws -> Revision {
    let before = try fetch(
      "kind = $2 AND record = $3 AND revision = $4", [council, entry.kind, entry.record, entry.revision - 1], db, path
    ).first
    return Revision(kind: entry.kind, record: entry.record, body: try before?.body.map(JSON.init(parsing:)))
  }

  private static func fetch(
    _ condition: StaticString, _ arguments: StatementArguments, _ db: Database, _ path: String
  ) throws -> [Entry] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(EntryRow.columns) FROM entry WHERE council = $1 AND \(condition)")
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var entries: [Entry] = []
    while let row = try rows.next() { entries.append(try EntryRow.entry(row, at: path)) }
    return entries
  }
}

extension Council {
  /// All revisions of a record, oldest first; empty when the ledger never held it.
  package func history(of record: RecordID) async throws -> [Entry] {
    try await file.read { [name, path = file.path] db in
      try History.all(of: record, council: name, in: db, at: path)
    }
  }

  /// What was recorded together under that name, in order; empty when there is no such batch.
  package func entries(of batch: String) async throws -> [Entry] {
    try await file.read { [name, path = file.path] db in
      try History.batch(batch, council: name, in: db, at: path)
    }
  }
}
