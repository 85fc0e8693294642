import CorporatePlan

/// What someone wrote in the column “reason”.
enum RateReason: Equatable {
  case dataOnly
  case missing(MissingReason)
  /// A reason in words of their own, kept as typed.
  case own(String)

  /// `nil` for an empty cell, and for a mark that says no more than that nothing was returned.
  init?(_ typed: String) {
    guard !typed.isEmpty else { return nil }
    switch MissingReason(mark: typed) {
    case .notReturned: return nil
    case let known?: self = .missing(known)
    case nil:
      let isDataOnly = ["data only", "contextual", "monitoring"].contains(typed.lowercased())
      self = isDataOnly ? .dataOnly : .own(typed)
    }
  }

  /// Whether it keeps a figure that was returned from being rated. A figure in arrears or yet to be confirmed is rated; an
  /// explanation beside a figure explains it.
  var setsFigureAside: Bool {
    switch self {
    case .dataOnly: true
    case .missing(.suppressed), .missing(.notApplicable), .missing(.noActivity), .missing(.notDue),
      .missing(.discontinued):
      true
    case .missing, .own: false
    }
  }
}
