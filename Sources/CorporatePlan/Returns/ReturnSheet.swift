/// A sheet of the workbook that returns are filled in with. Whoever reads it knows columns by their headings and rows by
/// their ids, wherever somebody moved them.
package enum ReturnSheet: String, Sendable, CaseIterable {
  case figures = "Your figures"
  case actions = "Your actions"

  /// What is filled in, in order of columns.
  package var fields: [ReturnField] {
    switch self {
    case .figures: [.value, .numerator, .denominator, .reason, .state, .commentary, .action, .note]
    case .actions: [.stage, .percent, .forecast, .completed, .judged, .done, .next, .note]
    }
  }

  /// The headings of the hidden columns: which return a row is, and how it stood when the workbook was made.
  package static let row = "row (do not change)"
  /// The ledger position of the newest change of the return.
  package static let revision = "revision (do not change)"
  /// A check of each field, so that what somebody typed is told from what went out of date.
  package static let check = "check (do not change)"
}

extension ReturnField {
  /// What its column is headed; `nil` for what has no column.
  package var heading: String? {
    switch self {
    case .value: "Figure this time"
    case .numerator: "Numerator"
    case .denominator: "Denominator"
    case .reason: "Reason for no figure"
    case .state: "State of the figure"
    case .commentary: "Commentary (public)"
    case .action: "What is being done (public)"
    case .note: "Note (not published)"
    case .stage: "Stage"
    case .percent: "Per cent complete"
    case .forecast: "Forecast date"
    case .completed: "Completed on"
    case .judged: "Status (your judgement)"
    case .done: "What was done (public)"
    case .next: "What is next (public)"
    case .nothing, .until, .whole: nil
    }
  }

  /// Whether its column holds days.
  package var isDay: Bool { self == .forecast || self == .completed }
}
