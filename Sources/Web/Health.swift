import CorporatePlan
import Ledger

/// Whether the site works, for monitors: how far the ledger is, which state that is, and whether letters leave. No letter's
/// person or words are told.
enum Health {
  static func answer(_ visit: Visit) async throws -> Answer {
    let mail = try await visit.site.office?.mail.health()
    var bytes: [UInt8] = []
    JSON.object([
      "status": "ok", "position": JSON(visit.book.position), "head": .string(visit.site.council.head.description),
      "council": .string(visit.book.council?.name ?? visit.site.council.name),
      "period": visit.view.newest.map { .string($0.code) }, "mail": mail.map(\.json),
    ]).write(into: &bytes)
    var answer = Answer(type: "application/json", bytes: bytes)
    answer.caching = .never
    answer.isKept = false
    return answer
  }
}

extension MailHealth {
  fileprivate var json: JSON {
    .object([
      "waiting": JSON(waiting), "tried_again": JSON(trying), "given_up": JSON(givenUp),
      "last_failure": lastFailure.map { .string($0.description) },
    ])
  }
}
