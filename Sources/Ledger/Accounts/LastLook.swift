import CorporatePlan
import GRDB

/// How far somebody had read when their last visit ended: what came after it is new to them.
package struct LastLook: Equatable, Sendable {
  /// The newest entry that there was.
  package let position: Int
  package let at: Moment
}

extension Accounts {
  /// An hour without a look ends a visit.
  static let visitGap = 3_600_000
  /// Looks closer together than this are not written down each.
  static let lookGap = 60_000

  /// Notes that somebody looks now, and tells how far they had read at the end of the visit before. During one visit that
  /// stays the same; on the first visit there is none.
  package func look(_ person: String, _ position: Int, at now: Moment) async throws -> LastLook? {
    let known = try await lastLook(of: person)
    if let known, now.milliseconds - known.now.at.milliseconds < Accounts.lookGap { return known.before }
    let before = known.map { now.milliseconds - $0.now.at.milliseconds > Accounts.visitGap ? $0.now : $0.before } ?? nil
    try await file.write { [council] db in
      guard try Person.find(person, council, db) != nil else { return }
      try db.execute(
        sql: """
          INSERT INTO last_look (council, person, position, looked_at, before_position, before_at)
          VALUES ($1, $2, $3, $4, $5, $6)
          ON CONFLICT (council, person) DO UPDATE SET position = excluded.position, looked_at = excluded.looked_at,
            before_position = excluded.before_position, before_at = excluded.before_at
          """,
        arguments: [
          council, person, position, now.milliseconds, before?.position ?? -1, before?.at.milliseconds ?? 0,
        ])
    }
    return before
  }

  /// How far somebody had read at the end of the visit before this one; `nil` on their first.
  package func lastLookBefore(_ person: String) async throws -> LastLook? { try await lastLook(of: person)?.before }

  private func lastLook(of person: String) async throws -> (now: LastLook, before: LastLook?)? {
    try await file.read { [council] db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT position, looked_at, before_position, before_at FROM last_look WHERE council = $1 AND person = $2
          """, arguments: [council, person]
      ).map { row in
        let before = LastLook(position: row[2], at: Moment(milliseconds: row[3]))
        return (
          LastLook(position: row[0], at: Moment(milliseconds: row[1])), before.position < 0 ? nil : before
        )
      }
    }
  }
}
