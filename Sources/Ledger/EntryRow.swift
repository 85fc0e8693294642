import CorporatePlan
import GRDB

/// How an entry stands in its row. Columns are read by place over a cached statement: opening a ledger reads them all.
enum EntryRow {
  static let columns = "position, batch, recorded_at, author, reason, kind, record, revision, body, hash"

  static func entry(_ row: Row, at path: String) throws -> Entry {
    let position: Int = row[0]
    guard let recordedAt = Moment(row[2] as String) else {
      throw LedgerError(.damaged("entry \(position) has no readable time"), at: path)
    }
    return Entry(
      position: position, batch: row[1], recordedAt: recordedAt, author: row[3], reason: row[4], kind: row[5],
      record: row[6], revision: row[7], body: row[8])
  }

  static func hash(_ row: Row, at path: String) throws -> Digest {
    guard let hash = Digest(row[9] as String) else {
      throw LedgerError(.damaged("entry \(row[0] as Int) has no readable hash"), at: path)
    }
    return hash
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
