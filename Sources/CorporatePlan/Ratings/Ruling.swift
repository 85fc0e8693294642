/// Which rule is in force for what: the council's own, overridden by indicator and by period.
///
/// It puts in force the revision of the rule that is newest when it is recorded, and no later one (Decisions/0010).
package struct Ruling: Record {
  package static let kind = "ruling"
  /// Says what it is for: `council`, `actions`, `indicator:council-tax`, with dates `council@2023-04-01..2024-03-31`.
  package let id: String
  package let subject: Subject
  /// The first and last day of the periods it is for; periods keep the rule they were rated with.
  package let from: Day?
  package let to: Day?
  package let rule: String

  package enum Subject: Hashable, Sendable {
    /// All the council's indicators.
    case council
    case indicator(String)
    case actions
  }

  package init(for subject: Subject, from: Day? = nil, to: Day? = nil, rule: String) {
    self.subject = subject
    self.from = from
    self.to = to
    self.rule = rule
    id = subject.id + Ruling.dates(from, to)
  }

  /// For one indicator; for all of the council's by default.
  package init(indicator: String? = nil, from: Day? = nil, to: Day? = nil, rule: String) {
    self.init(for: indicator.map(Subject.indicator) ?? .council, from: from, to: to, rule: rule)
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    let indicator = fields.optionalText("indicator")
    switch (fields.optionalText("for") ?? "indicators", indicator) {
    case ("actions", nil): subject = .actions
    case ("indicators", let indicator): subject = indicator.map(Subject.indicator) ?? .council
    case (let other, _): throw FieldError("for", "is neither indicators nor actions: “\(other)”")
    }
    from = try fields.day("from")
    to = try fields.day("to")
    rule = try fields.text("rule")
    if let from, let to, to < from { throw FieldError("to", "is before “from”") }
    // Until November 2026 the id was the bare indicator and the first day; ledgers hold such ones.
    let earlier = (indicator ?? "council") + (from.map { "@\($0)" } ?? "")
    self.id = id == earlier ? id : subject.id + Ruling.dates(from, to)
  }

  package var body: JSON {
    .object([
      "for": subject == .actions ? "actions" : nil, "indicator": subject.indicator.json,
      "from": (from?.description).json, "to": (to?.description).json, "rule": .string(rule),
    ])
  }

  private static func dates(_ from: Day?, _ to: Day?) -> String {
    guard from != nil || to != nil else { return "" }
    return "@\(from?.description ?? "")..\(to?.description ?? "")"
  }

  /// Whether its dates hold all of a period.
  func covers(_ period: Period) -> Bool {
    (from.map { $0 <= period.start } ?? true) && (to.map { period.end <= $0 + 1 } ?? true)
  }

  /// An indicator's own ruling comes before the council's; one with dates before one without: the latest first day, then
  /// the earliest last day. `nil` when neither comes before the other.
  func precedes(_ other: Ruling) -> Bool? {
    if (subject.indicator == nil) != (other.subject.indicator == nil) { return subject.indicator != nil }
    if from != other.from { return (from?.number ?? Int.min) > (other.from?.number ?? Int.min) }
    if to != other.to { return (to?.number ?? Int.max) < (other.to?.number ?? Int.max) }
    return nil
  }
}

extension Ruling.Subject {
  var indicator: String? {
    if case .indicator(let id) = self { return id }
    return nil
  }

  fileprivate var id: String {
    switch self {
    case .council: "council"
    case .indicator(let id): "indicator:\(id)"
    case .actions: "actions"
    }
  }
}
