import CorporatePlan
import GRDB

/// How an entry stands in its row. Columns are read by place over a cached statement: opening a ledger reads them all.
enum EntryRow {
  static let columns = "position, batch, recorded_at, author, reason, kind, record, revision, body"

  /// Reads a row for the Book. That every byte is as it was written is for `verify` to say.
  static func entry(_ row: Row, at path: String) throws -> Entry {
    guard let position = row[0] as Int?, let batch = row[1] as String?, let time = row[2] as String?,
      let recordedAt = Moment(time), let author = row[3] as String?, let reason = row[4] as String?,
      let kind = row[5] as String?, let record = row[6] as String?, let revision = row[7] as Int?
    else { throw LedgerError(.damaged("entry \(row[0] as Int? ?? 0) has a column that can't be read"), at: path) }
    return Entry(
      position: position, batch: batch, recordedAt: recordedAt, author: author, reason: reason, kind: kind,
      record: record, revision: revision, body: row[8])
  }

  /// The hash of the entry at a position; `nil` where there is none.
  static func hash(at position: Int, council: String, in db: Database, at path: String) throws -> Digest? {
    let statement = try db.cachedStatement(sql: "SELECT hash FROM entry WHERE council = $1 AND position = $2")
    guard let text = try String.fetchOne(statement, arguments: [council, position]) else { return nil }
    guard let hash = Digest(text) else {
      throw LedgerError(.damaged("entry \(position) has no readable hash"), at: path)
    }
    return hash
  }

  /// Reads a row as exactly as it is hashed; `nil` when a column could not have been written so.
  static func verbatim(_ row: Row) throws -> Entry? {
    guard let position = row[0] as Int?, let batch = try text(row, 1), let time = try text(row, 2),
      let recordedAt = Moment(time), recordedAt.description == time, let author = try text(row, 3),
      let reason = try text(row, 4), let kind = try text(row, 5), let record = try text(row, 6),
      let revision = row[7] as Int?
    else { return nil }
    let body = try text(row, 8)
    guard body != nil || row.hasNull(atIndex: 8) else { return nil }
    return Entry(
      position: position, batch: batch, recordedAt: recordedAt, author: author, reason: reason, kind: kind,
      record: record, revision: revision, body: body)
  }

  /// The text of a column, unless it is not UTF-8 or goes on after a zero byte, both of which a plain read hides.
  private static func text(_ row: Row, _ column: Int) throws -> String? {
    try row.withUnsafeData(atIndex: column) { data in
      data.flatMap { data in data.withUnsafeBytes { String(validating: $0, as: UTF8.self) } }
    }
  }

  static func insert(_ entry: Entry, _ hash: Digest, council: String, into db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO entry (council, position, batch, recorded_at, author, reason, kind, record, revision, body, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """)
    try statement.execute(arguments: [
      council, entry.position, entry.batch, entry.recordedAt.description, entry.author, entry.reason, entry.kind,
      entry.record, entry.revision, entry.body, hash.description,
    ])
  }
}
