import CorporatePlan

extension RatingRule {
  /// Rates a row. A cell that could not be read makes it undetermined only where the status rests on that cell: rating
  /// without it would then be a guess.
  func rate(_ reading: RateReading) -> Rating {
    let rating = rate(reading.given)
    guard let problem = reading.problems.first(where: { self.rests(rating.outcome, on: $0.column, reading) }) else {
      return rating
    }
    // Where the rule itself stopped for want of the cell, the distance it had found holds.
    let stopped = if case .undetermined = rating.outcome { problem.column != .polarity } else { false }
    return .undetermined(
      problem.message, by: RuleVersion(id), shortfall: stopped ? rating.shortfall : nil,
      share: stopped ? rating.share : nil)
  }

  /// In the order of domain, section 2.3: data only, no actual, no target, and then what the rule looks at. What it looks
  /// at last it asks for itself, and stops only if it gets there: the outcome is then undetermined.
  private func rests(_ outcome: Rating.Outcome, on column: RateColumn?, _ reading: RateReading) -> Bool {
    switch (column, outcome) {
    case (nil, _): true
    case (_, .notRated(.dataOnly)): false
    case (.actual, _): !reading.isSetAside
    case (_, .notRated(.missing)): false
    case (.polarity, .notRated(.noTarget)): reading.given.lower != nil || reading.given.upper != nil
    case (.polarity, _): true
    case (.lower, _), (.upper, _): basis != .thresholds && reading.isRange
    case (.green, .notRated), (.amber, .notRated): thresholds.first?.column == column?.threshold
    case (.green, .undetermined), (.amber, .undetermined): thresholds.contains { $0.column == column?.threshold }
    case (.tolerance, .undetermined): usesTolerance
    case (.previous, .undetermined): lift?.against == .previous
    case (.samePeriodLastYear, .undetermined): lift?.against == .samePeriodLastYear
    case (.decimals, .rated): comparesDisplayed
    default: false
    }
  }

  private var usesTolerance: Bool {
    let zeroBands: [Band] = if case .absolute(let bands) = zeroTarget { bands } else { [] }
    return (bands + better + zeroBands).contains { $0.limit == .tolerance }
  }
}

extension RateColumn {
  fileprivate var threshold: RatingRule.Threshold.Column? {
    switch self {
    case .green: .green
    case .amber: .amber
    default: nil
    }
  }
}

extension RateReading {
  fileprivate var isRange: Bool {
    if case .between = given.target { return true }
    return given.polarity == .range
  }
}
