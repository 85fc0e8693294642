import CorporatePlan
import Documents

/// How statuses show: shape and word, by the rule that gave them.
struct Marks: Sendable {
  private let rules: [String: RatingRule]
  private let first: RatingRule?
  private let known: [String: [Status: StatusMark]]

  init(_ book: Book, _ scorecard: Scorecard) {
    rules = Dictionary(
      scorecard.rules.compactMap { version in book.rules[version.id].map { (version.id, $0.rule) } },
      uniquingKeysWith: { first, _ in first })
    first = scorecard.rules.lazy.compactMap { book.rules[$0.id]?.rule }.first
    known = rules.mapValues { rule in
      Dictionary(
        uniqueKeysWithValues: rule.statuses.map { ($0, StatusMark(Tone($0, by: rule), rule.word(for: $0).capitalised)) })
    }
  }

  /// The mark of a status that a rule gave; by the council's first rule when no rule is named, as in counts.
  func mark(_ status: Status, rule: String? = nil) -> StatusMark {
    if let mark = known[rule ?? first?.id ?? ""]?[status] { return mark }
    let rule = rule.flatMap { rules[$0] } ?? first
    return StatusMark(Tone(status, by: rule), rule?.word(for: status).capitalised ?? status.id.capitalised)
  }

  func mark(_ standing: IndicatorStanding) -> StatusMark {
    switch standing.outcome {
    case .rated(let status): mark(status, rule: standing.rating.rule.id)
    case .notRated(let reason): StatusMark(.grey, reason.text.capitalised)
    case .undetermined: StatusMark(.grey, "Undetermined")
    }
  }

  func mark(_ standing: ActionStanding) -> StatusMark {
    switch standing.outcome {
    case .rated(let status): Marks.action(status)
    case .notRated(let reason): StatusMark(.grey, reason.text.capitalised)
    case .undetermined: StatusMark(.grey, "Not judged")
    }
  }

  /// The mark of an action's status, which an officer gave by no rule.
  static func action(_ status: Status) -> StatusMark { StatusMark(Tone(status, by: nil), status.id.capitalised) }
}

extension Tone {
  /// A rule's own statuses go by their place: met or better, worst, or between.
  init(_ status: Status, by rule: RatingRule?) {
    switch status {
    case .green: self = .green
    case .amber: self = .amber
    case .red: self = .red
    case .complete: self = .blue
    default:
      guard let rule, rule.statuses.contains(status) else {
        self = .grey
        return
      }
      let isMet = status == rule.met || status == rule.equal || rule.better.contains { $0.status == status }
      self = isMet ? .green : status == rule.worst ? .red : .amber
    }
  }

  /// What the tone means, within a sentence about a target.
  var words: String {
    switch self {
    case .green: "on target"
    case .amber: "slightly off target"
    case .red: "off target"
    case .blue: "complete"
    case .grey: "not rated"
    }
  }
}

extension String {
  /// With a capital first letter.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
