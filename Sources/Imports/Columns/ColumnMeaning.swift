import CorporatePlan

/// What a column of a table holds. The raw value is what recipes and scripts say.
package enum ColumnMeaning: Hashable, Sendable {
  case plain(Word)
  /// Figures of one period each, one column for each period: `actual 2024-25-Q1`.
  case actual(Period)
  case target(Period)
  /// Anything else of one period: `comment 2024-25-Q1`, `numerator 2024-25-Q1`.
  case dated(Word, Period)

  /// The meanings that name no period.
  package enum Word: String, Sendable, CaseIterable {
    case code, name, definition, priority, outcome, action, milestone, measure, baseline, target, actual, previous
    case period, year, quarter, month, polarity, unit, decimals, frequency, frame, owner, status, progress, comment
    case due, start, stage, numerator, denominator, direction, source, lower, upper, tolerance, lag, parent, text
    case department, green, amber, aggregation, completed, activated, interval, risk, impact, likelihood, mitigation
    case serviceOutput = "service output"
    case customerOutput = "customer output"
    case communityOutcome = "community outcome"
    case noteDate = "note date"
    case managedBy = "managed by"
    case dataType = "data type"
    case redThreshold = "red threshold"
    case amberThreshold = "amber threshold"
    case redVariance = "red variance"
    case amberVariance = "amber variance"
    case daysTillOverdue = "days till overdue"
    case review = "review date"
    case targetLikelihood = "target likelihood"
    case targetImpact = "target impact"
    case inherentLikelihood = "inherent likelihood"
    case inherentImpact = "inherent impact"
    /// The ward, area or group of people that a row's figures are of.
    case area
    case yesNo = "yes or no"
    /// Left out on purpose.
    case ignore

    /// Whether one table may have a column of it for each period.
    var isOfPeriods: Bool { [.status, .comment, .numerator, .denominator, .direction, .activated].contains(self) }
  }

  /// Reads `text`; a term or wave is read by the calendar it was entered in.
  package init?(_ text: String, calendar: PeriodCalendar = PeriodCalendar()) {
    if let word = Word(rawValue: text) {
      self = .plain(word)
      return
    }
    guard let space = text.lastIndex(of: " "), let word = Word(rawValue: String(text[..<space])),
      let period = calendar.period(String(text[text.index(after: space)...])),
      let meaning = ColumnMeaning(word, of: period)
    else { return nil }
    self = meaning
  }

  /// A meaning that a period may be said with; `nil` for others.
  init?(_ word: Word, of period: Period) {
    switch word {
    case .actual: self = .actual(period)
    case .target: self = .target(period)
    case _ where word.isOfPeriods: self = .dated(word, period)
    default: return nil
    }
  }

  package var text: String {
    switch self {
    case .plain(let word): word.rawValue
    case .actual(let period): "actual \(period.code)"
    case .target(let period): "target \(period.code)"
    case .dated(let word, let period): "\(word.rawValue) \(period.code)"
    }
  }

  /// The meaning without its period.
  var word: Word {
    switch self {
    case .plain(let word), .dated(let word, _): word
    case .actual: .actual
    case .target: .target
    }
  }

  var period: Period? {
    switch self {
    case .plain: nil
    case .actual(let period), .target(let period), .dated(_, let period): period
    }
  }
}
