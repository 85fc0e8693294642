import CorporatePlan
import GRDB

extension Council {
  /// The hash of the entry at a position, which stands for all entries up to it; `nil` where there is none.
  package func hash(at position: Int) async throws -> Digest? {
    try await file.read { [name, path = file.path] db in
      try EntryRow.hash(at: position, council: name, in: db, at: path)
    }
  }
}
