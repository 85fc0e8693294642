import CorporatePlan
import Documents
import Reports

/// How statuses show on pages: as in reports, and where there is none, with the reason.
struct Marks: Sendable {
  private let report: StatusMarks
  private let known: [Status: StatusMark]

  init(_ book: Book, _ scorecard: Scorecard) {
    let report = StatusMarks(book, scorecard)
    self.report = report
    known = Dictionary(
      uniqueKeysWithValues: scorecard.indicators.byStatus.map { ($0.status, report.mark($0.status)) })
  }

  func mark(_ status: Status) -> StatusMark { known[status] ?? report.mark(status) }

  func mark(_ standing: IndicatorStanding) -> StatusMark { mark(standing.outcome) }

  func mark(_ outcome: Rating.Outcome) -> StatusMark {
    switch outcome {
    case .rated(let status): mark(status)
    case .notRated(.missing(.suppressed)): StatusMark(.grey, "Not rated (suppressed)")
    case .notRated(let reason): StatusMark(.grey, reason.text.capitalised)
    case .undetermined: StatusMarks.undetermined
    }
  }

  func mark(_ standing: ActionStanding) -> StatusMark {
    switch standing.outcome {
    case .rated(let status): StatusMarks.actions.mark(status)
    case .notRated(let reason): StatusMark(.grey, reason.text.capitalised)
    case .undetermined: StatusMark(.grey, "Not judged")
    }
  }

  func counts(_ tally: Tally) -> [StatusCount] { report.counts(tally) }
}

extension Tone {
  /// What the tone means, within a sentence about a target.
  var words: String {
    switch self {
    case .green: "on target"
    case .amber: "slightly off target"
    case .red: "off target"
    case .blue: "better than the target"
    case .grey: "not rated"
    }
  }
}

extension String {
  /// With a capital first letter.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
