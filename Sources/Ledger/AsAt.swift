import CorporatePlan
import GRDB
import Synchronization

extension Council {
  /// The Book as it stood after the entry at a position; the newest when that lies beyond it.
  package func asAt(position: Int) async throws -> Book {
    var newest = book
    if position > newest.position { newest = try await catchUp() }
    guard position < newest.position else { return newest }
    var tip = past.withLock { $0.nearest(to: position) }
    if tip.book.position < position {
      tip = try await file.read { [name, path = file.path, tip] db in
        var tip = tip
        try tip.catchUp(with: db, council: name, upTo: position, at: path)
        return tip
      }
    }
    past.withLock { $0.keep(tip) }
    return tip.book
  }

  /// The Book as it stood at a moment: up to the newest entry recorded then or before.
  ///
  /// Positions decide where times disagree, as they do by moments when two computers append: an entry that comes before
  /// that newest one belongs to the Book whatever its time.
  package func asAt(moment: Moment) async throws -> Book {
    let position = try await file.read { [name] db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT position FROM entry WHERE council = $1 AND recorded_at <= $2 ORDER BY position DESC LIMIT 1
          """, arguments: [name, moment.description])
    }
    return try await asAt(position: position ?? 0)
  }
}

/// The Books last asked for as at earlier positions, such as those of sealed reports. They never change, and share what
/// they have in common.
struct PastBooks: Sendable {
  private var tips: [Tip] = []
  private let limit = 16

  /// The one at a position, or the nearest before it from which to fold on.
  func nearest(to position: Int) -> Tip {
    tips.filter { $0.book.position <= position }.max { $0.book.position < $1.book.position } ?? Tip()
  }

  mutating func keep(_ tip: Tip) {
    tips.removeAll { $0.book.position == tip.book.position }
    tips.append(tip)
    if tips.count > limit { tips.removeFirst() }
  }
}
