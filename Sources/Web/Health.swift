import CorporatePlan

/// Whether the site works, for monitors: how far the ledger is and which state that is.
enum Health {
  static func answer(_ visit: Visit) -> Answer {
    var bytes: [UInt8] = []
    JSON.object([
      "status": "ok", "position": JSON(visit.book.position), "head": .string(visit.site.council.head.description),
      "council": .string(visit.book.council?.name ?? visit.site.council.name),
      "period": visit.view.newest.map { .string($0.code) },
    ]).write(into: &bytes)
    var answer = Answer(type: "application/json", bytes: bytes)
    answer.caching = .never
    answer.isKept = false
    return answer
  }
}
