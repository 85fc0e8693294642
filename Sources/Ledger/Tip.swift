import CorporatePlan
import GRDB

/// Where a council's ledger stands: its Book, and the hash of the newest entry folded into it.
struct Tip: Sendable {
  var book = Book()
  var head = Digest.start
}

extension Tip {
  /// Folds in what the file holds beyond this Book, up to a position.
  mutating func catchUp(with db: Database, council: String, upTo last: Int = .max, at path: String) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(EntryRow.columns) FROM entry
        WHERE council = $1 AND position >= $2 AND position <= $3 ORDER BY position
        """)
    let rows = try Row.fetchCursor(statement, arguments: [council, max(book.position, 1), last])
    if book.position > 0 {
      // The newest entry known must still be there: the file may have been exchanged under a running server.
      guard let row = try rows.next(), row[0] == book.position, try EntryRow.hash(row, at: path) == head else {
        throw LedgerError(.replaced, at: path)
      }
    }
    while let row = try rows.next() {
      let entry = try EntryRow.entry(row, at: path)
      guard entry.position == book.position + 1 else {
        throw LedgerError(.damaged("entry \(book.position + 1) is missing"), at: path)
      }
      try book.apply(entry)
      head = try EntryRow.hash(row, at: path)
    }
  }
}
