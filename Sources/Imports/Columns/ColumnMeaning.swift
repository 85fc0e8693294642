import CorporatePlan

/// What a column of a table holds. The raw value is what recipes and scripts say.
package enum ColumnMeaning: Hashable, Sendable {
  case plain(Word)
  /// Figures of one period each, one column for each period: `actual 2024-25-Q1`.
  case actual(Period)
  case target(Period)

  /// The meanings that name no period.
  package enum Word: String, Sendable, CaseIterable {
    case code, name, definition, priority, outcome, action, milestone, measure, baseline, target, actual, previous
    case period, year, quarter, month, polarity, unit, decimals, frequency, frame, owner, status, progress, comment
    case due, start, stage, numerator, denominator, direction, source, lower, upper, tolerance, lag, parent, text
    case serviceOutput = "service output"
    case customerOutput = "customer output"
    case communityOutcome = "community outcome"
    /// Left out on purpose.
    case ignore
  }

  package init?(_ text: String) {
    if let word = Word(rawValue: text) {
      self = .plain(word)
    } else if let code = text.dropping(prefix: "actual "), let period = Period(code) {
      self = .actual(period)
    } else if let code = text.dropping(prefix: "target "), let period = Period(code) {
      self = .target(period)
    } else {
      return nil
    }
  }

  package var text: String {
    switch self {
    case .plain(let word): word.rawValue
    case .actual(let period): "actual \(period.code)"
    case .target(let period): "target \(period.code)"
    }
  }
}

extension String {
  fileprivate func dropping(prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }
}
