/// What span of time a figure speaks of (model, section 3.3).
package enum Frame: Hashable, Sendable {
  /// What happened in the period.
  case flow
  /// As at the period's end.
  case stock
  /// From 1 April to the period's end; such a series must not fall.
  case yearToDate
  /// The months up to the period's end: 12 for a rolling year.
  case rolling(months: Int)
  /// One round of a survey.
  case wave

  /// Whether figures of successive periods overlap, so that one minus the one before says nothing of performance and
  /// only the year-on-year direction is given (domain, section 2.5).
  package var accumulates: Bool { self == .yearToDate }

  /// Whether figures of successive periods may be added up: what happened in each of them.
  package var addsUp: Bool { self == .flow || self == .wave }

  package init?(_ text: String) {
    switch text {
    case "flow": self = .flow
    case "stock": self = .stock
    case "ytd": self = .yearToDate
    case "wave": self = .wave
    default:
      guard text.hasPrefix("rolling "), let months = Int(text.dropFirst(8)), (1...120).contains(months) else {
        return nil
      }
      self = .rolling(months: months)
    }
  }

  package var text: String {
    switch self {
    case .flow: "flow"
    case .stock: "stock"
    case .yearToDate: "ytd"
    case .rolling(let months): "rolling \(months)"
    case .wave: "wave"
    }
  }

  /// "in the period", "as at its end", … for a definition.
  package var words: String {
    switch self {
    case .flow: "what happened in the period"
    case .stock: "as at the end of the period"
    case .yearToDate: "year to date, from 1 April"
    case .rolling(let months): "the \(months) months to the end of the period"
    case .wave: "one round of the survey"
    }
  }
}
