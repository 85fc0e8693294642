import CorporatePlan

/// What sort of figure stands in a row, in the sense of SDMX's status of an observation: whether it may still change, or
/// why there is none.
enum Observation: String, CaseIterable {
  case final, provisional, estimated, revised
  /// There is a figure, which is withheld because it would tell of single people.
  case suppressed
  /// There is none; the row says why.
  case missing

  init(_ value: Value, _ state: Actual.State) {
    switch value {
    case .missing(.suppressed): self = .suppressed
    case .missing: self = .missing
    case .figure, .state:
      self =
        switch state {
        case .final: .final
        case .provisional: .provisional
        case .estimated: .estimated
        case .revised: .revised
        }
    }
  }

  static let meaning =
    "What sort of figure it is: final, provisional, estimated or revised; suppressed where a small number is withheld; missing where there is none"
}

extension Value {
  /// Why there is no figure; `nil` where there is one.
  var missingBecause: MissingReason? {
    if case .missing(let reason) = self { return reason }
    return nil
  }
}
