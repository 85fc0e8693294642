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
    let known = book.position
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(EntryRow.columns), hash FROM entry
        WHERE council = $1 AND position >= $2 AND position <= $3 ORDER BY position
        """)
    let rows = try Row.fetchCursor(statement, arguments: [council, known, last])
    // The newest entry known must still be there: the file may have been exchanged under a running server.
    guard try known == 0 || rows.next().map({ $0[9] as String? == head.description }) ?? false else {
      throw LedgerError(.replaced, at: path)
    }
    while let row = try rows.next() {
      let entry = try EntryRow.entry(row, at: path)
      guard entry.position == book.position + 1 else {
        throw LedgerError(.damaged("entry \(book.position + 1) is missing"), at: path)
      }
      try book.apply(entry)
    }
    guard book.position > known else { return }
    head = try EntryRow.hash(at: book.position, council: council, in: db, at: path) ?? head
  }
}
