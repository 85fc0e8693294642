import CorporatePlan
import Documents

extension PerformanceReport {
  /// What has no status, and why: a separate number, never hidden in a percentage.
  var notRated: ReportSection {
    let indicators = scorecard.standings.filter { $0.status == nil }.map {
      ($0.indicator.name, nouns.indicator.capitalised, $0.reasonWithoutStatus(period))
    }
    let actions = (scorecard.sections.flatMap(\.actions) + scorecard.unplacedActions).filter { $0.status == nil }
      .map { ($0.item.title, nouns.action, $0.outcome.reason ?? "") }
    let heading = Heading(.section, "Not rated", anchor: "not-rated")
    let rows = indicators + actions
    guard !rows.isEmpty else {
      return ReportSection("not-rated", heading, isRequired: true, [.paragraph("Everything in the plan is rated.")])
    }
    return ReportSection(
      "not-rated", heading, isRequired: true,
      [
        .table(
          Table(
            "What has no rating this \(period.grainWord), and why",
            columns: [.init("Name", width: 5), .init("Kind", width: 2), .init("Why", width: 6)],
            rows: rows.map { Table.Row([.rowHeader($0.0), .text($0.1), .text($0.2)]) }))
      ])
  }
}

extension IndicatorStanding {
  /// Why it has no status, in a sentence: the reason, and the target or figure that stands alone.
  func reasonWithoutStatus(_ period: Period) -> String {
    guard case .notRated(.missing(.notDue)) = outcome else { return rating.why }
    return
      "It is collected \(indicator.frequency.rhythm); no \(indicator.frequency.noun) ended in this \(period.grainWord)."
  }
}

extension Rating.Outcome {
  /// The reason there is no status; `nil` when there is one.
  var reason: String? {
    switch self {
    case .rated: nil
    case .notRated(let reason): reason.text.capitalised + "."
    case .undetermined(let what): what.capitalised + "."
    }
  }
}

extension Period.Grain {
  /// "once a year".
  fileprivate var rhythm: String {
    switch self {
    case .term: "every school term"
    case .wave: "with each survey"
    case .twoYears: "every two years"
    default: "once a \(rawValue)"
    }
  }

  fileprivate var noun: String {
    switch self {
    case .wave: "survey"
    case .twoYears: "such span"
    default: rawValue
    }
  }
}
