import CorporatePlan

/// The printed key as a rating rule. What a figure that equals its target is, the rows decide.
struct RuleDraft {
  let key: PrintedKey
  let words: PrintedKey.Rule

  /// The rule as JSON, in the form of the rules that ship.
  func json(id: String, council: String, source: String, equal: Status) -> JSON {
    .object([
      "id": .string(id), "council": .string(council), "source": .string(source), "for": "indicators",
      "basis": words.isPoints ? "absolute" : "relative", "met": "green", "equal": .string(equal.id),
      "bands": .array([
        .object(["status": "amber", "upTo": .string(words.limit.description), "including": .bool(words.including)]),
        .object(["status": "red"]),
      ]),
      "zeroTarget": "worst", "printedKey": .string(key.verbatim), "inferred": .array(inferred),
    ])
  }

  private var inferred: [JSON] {
    (words.namesBasis ? [] : ["basis"]) + (words.greenExceeds ? ["equal"] : []) + ["zeroTarget"]
  }
}

/// How a report prints the rows that equal their target.
struct EqualRows {
  private(set) var byStatus: [Status: Int] = [:]

  init(_ drafts: [IndicatorDraft], _ printed: [Status?], _ period: Period) {
    for (draft, status) in zip(drafts, printed) where draft.isEqual(period) {
      if let status { byStatus[status, default: 0] += 1 }
    }
  }

  /// The status that most of them have; `nil` without such rows and for a tie.
  var most: Status? {
    let ranked = byStatus.sorted { ($1.value, $0.key.id) < ($0.value, $1.key.id) }
    guard let first = ranked.first, ranked.count == 1 || ranked[1].value < first.value else { return nil }
    return first.key
  }
}
