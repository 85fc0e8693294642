import CorporatePlan
import GRDB

/// An entry with what the record was before it.
package struct RecordedChange: Sendable {
  package let entry: Entry
  /// The body that the entry took the place of; `nil` for a new record, or one that had been withdrawn.
  package let before: String?

  package init(entry: Entry, before: String?) { (self.entry, self.before) = (entry, before) }
}

/// Which entries are asked for.
package struct ChangeQuery: Equatable, Sendable {
  /// Entries up to this position are left out.
  package var after = 0
  /// Only what comes before that position; `nil` begins with the newest.
  package var before: Int?
  package var kind: String?
  package var author: String?
  /// Whose own changes are left out.
  package var notBy: String?
  /// Only what was recorded then or later.
  package var since: Moment?

  package init() {}
}

extension Council {
  /// Entries with what they changed, newest first.
  package func changes(_ query: ChangeQuery, limit: Int) async throws -> [RecordedChange] {
    try await file.read { [name, path = file.path] db in
      let columns = EntryRow.columns.split(separator: ", ").map { "entry.\($0)" }.joined(separator: ", ")
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(columns), earlier.body FROM entry
          LEFT JOIN entry AS earlier ON earlier.council = entry.council AND earlier.kind = entry.kind
            AND earlier.record = entry.record AND earlier.revision = entry.revision - 1
          WHERE entry.council = $1 AND entry.position > $2 AND entry.position < $3
            AND ($4 IS NULL OR entry.kind = $4) AND ($5 IS NULL OR entry.author = $5)
            AND ($6 IS NULL OR entry.author <> $6) AND ($7 IS NULL OR entry.recorded_at >= $7)
          ORDER BY entry.position DESC LIMIT $8
          """)
      let rows = try Row.fetchCursor(
        statement,
        arguments: [
          name, query.after, query.before ?? Int.max, query.kind?.composed, query.author?.composed,
          query.notBy?.composed, query.since?.description, limit,
        ])
      var changes: [RecordedChange] = []
      while let row = try rows.next() {
        changes.append(RecordedChange(entry: try EntryRow.entry(row, at: path), before: row[9]))
      }
      return changes
    }
  }

  /// The ids of everybody who recorded something.
  package func authors() async throws -> [String] {
    try await file.read { [name] db in
      try String.fetchAll(
        db, sql: "SELECT DISTINCT author FROM entry WHERE council = $1 ORDER BY author", arguments: [name])
    }
  }
}
