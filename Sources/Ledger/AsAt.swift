import CorporatePlan
import GRDB

extension Council {
  /// The Book as it stood after the entry at a position; the newest when that lies beyond it.
  package func asAt(position: Int) async throws -> Book {
    let newest = book
    guard position != newest.position else { return newest }
    return try await file.read { [name, path = file.path] db in
      var tip = Tip()
      try tip.catchUp(with: db, council: name, upTo: position, at: path)
      return tip.book
    }
  }

  /// The Book as it stood at a moment: up to the newest entry recorded then or before.
  ///
  /// Positions decide where times disagree, as they do by moments when two computers append: an entry that comes before
  /// that newest one belongs to the Book whatever its time.
  package func asAt(moment: Moment) async throws -> Book {
    try await file.read { [name, path = file.path] db in
      let position = try Int.fetchOne(
        db,
        sql: """
          SELECT position FROM entry WHERE council = $1 AND recorded_at <= $2 ORDER BY position DESC LIMIT 1
          """, arguments: [name, moment.description])
      var tip = Tip()
      try tip.catchUp(with: db, council: name, upTo: position ?? 0, at: path)
      return tip.book
    }
  }
}
