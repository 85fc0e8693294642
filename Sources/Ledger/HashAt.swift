import CorporatePlan
import GRDB

extension Council {
  /// The hash of the entry at a position, which stands for all entries up to it; `nil` where there is none.
  package func hash(at position: Int) async throws -> Digest? {
    try await file.read { [name, path = file.path] db in
      let row = try Row.fetchOne(
        db, sql: "SELECT \(EntryRow.columns) FROM entry WHERE council = $1 AND position = $2", arguments: [name, position])
      return try row.map { try EntryRow.hash($0, at: path) }
    }
  }
}
