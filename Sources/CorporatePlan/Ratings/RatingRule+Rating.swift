extension RatingRule {
  /// Rates what was returned, in the order of domain, section 2.3. It never guesses: what can't be told is
  /// `undetermined`, with what is missing.
  package func rate(_ given: RatedReturn, version: RuleVersion? = nil) -> Rating {
    let judgement = Judgement(rule: self, given: given, version: version ?? RuleVersion(id))
    if given.polarity == .none { return judgement.notRated(.dataOnly) }
    switch given.actual {
    case .missing(let reason): return judgement.notRated(.missing(reason))
    case .state(let words): return judgement.rating(ofState: words)
    case .figure(let figure) where basis == .thresholds: return judgement.thresholdRating(of: figure)
    case .figure(let figure): return judgement.rating(of: figure)
    }
  }
}

/// One rating in the making: what was returned, the rule, and the results they can come to.
struct Judgement {
  let rule: RatingRule
  let given: RatedReturn
  let version: RuleVersion

  /// A status with its arithmetic.
  ///
  /// - Parameters:
  ///   - sentence: the first half of the reason, without an end.
  ///   - band: what of the rule held.
  func rated(
    _ status: Status, shortfall: Quantity? = nil, share: Quantity? = nil, band: String, _ sentence: String
  ) -> Rating {
    guard let lift = rule.lift, lift.from == status, case .figure(let actual) = given.actual else {
      return result(status, shortfall, share, band, "\(sentence), which is rated \(rule.word(for: status)): \(band).")
    }
    let (earlier, name) =
      lift.against == .previous
      ? (given.previous, "the period before") : (given.samePeriodLastYear, "the same period last year")
    guard let earlier else {
      return undetermined("the rule looks at \(name), for which there is no figure", shortfall, share)
    }
    let trend = Trend(actual, since: earlier, given.polarity, decimals: given.decimals, bounds: given.bounds)
    guard trend != .none else {
      return undetermined("the rule looks at \(name), and its \(earlier.text) can't be compared", shortfall, share)
    }
    let than = "\(trend == .same ? "the same as" : "\(trend.words) than") \(earlier.text) in \(name)"
    guard trend == .better || (trend == .same && !lift.needsBetter) else {
      return result(
        status, shortfall, share, band,
        "\(sentence), which is rated \(rule.word(for: status)): \(band), and \(than).")
    }
    return result(
      lift.to, shortfall, share, band,
      "\(sentence), which would be rated \(rule.word(for: status)) (\(band)) and is lifted to \(rule.word(for: lift.to)), being \(than)."
    )
  }

  func notRated(_ reason: NotRatedReason) -> Rating {
    Rating(
      outcome: .notRated(reason), shortfall: nil, share: nil, band: nil, rule: version, why: reason.sentence(given))
  }

  func undetermined(_ what: String, _ shortfall: Quantity? = nil, _ share: Quantity? = nil) -> Rating {
    .undetermined(what, by: version, shortfall: shortfall, share: share)
  }

  private func result(
    _ status: Status, _ shortfall: Quantity?, _ share: Quantity?, _ band: String, _ why: String
  ) -> Rating {
    Rating(outcome: .rated(status), shortfall: shortfall, share: share, band: band, rule: version, why: why)
  }

  /// A distance in the figure's own unit. That of a ratio is divided by its denominator and rounded to four decimals, or
  /// to as many more as it takes to show that there is one.
  func displayed(_ distance: Quantity, per: Quantity?) -> Quantity {
    guard let per else { return distance }
    for decimals in [4, 6, 9] {
      guard let shown = distance.percentage(of: per * Quantity(100), decimals: decimals) else { return distance }
      if shown.mantissa != 0 || distance.mantissa == 0 { return shown }
    }
    return .zero
  }

  /// Why a figure can't be held against another; `nil` when it can.
  func disagreement(_ comparison: TargetExpression.Comparison?, _ target: Figure, _ actual: Figure) -> String? {
    if !target.unit.isComparable(with: actual.unit) {
      return "the actual \(actual.text) and the target \(target.text) are in different units"
    }
    if let implied = comparison?.polarity, let comparison, implied != given.polarity {
      return
        "the target says \(comparison.words) \(target.text), but \(given.polarity == .highIsGood ? "high" : "low") is good"
    }
    if actual.mayBeShare(beside: target) || target.mayBeShare(beside: actual) {
      return "\(actual.text) against \(target.text): one of them may be a share of one; write both with a % sign"
    }
    return nil
  }
}

extension NotRatedReason {
  fileprivate func sentence(_ given: RatedReturn) -> String {
    switch self {
    case .dataOnly: "It is shown for information and is not rated by design."
    case .noTarget: "\(given.actual.text) was returned, and there is no target to rate it against."
    case .missing(.notReturned): "No figure was returned for this period."
    case .missing(.notDue): "No figure is due for this period."
    case .missing(.noActivity): "Nothing happened in this period that could be measured."
    case .missing(.suppressed): "The figure is withheld because the numbers are small."
    case .missing(.waived): "No figure was asked for in this period."
    case .missing(let reason): "There is no figure for this period: \(reason.rawValue)."
    }
  }
}

extension Figure {
  /// Whether it was typed as a share of one beside a percentage: 0.79 beside 90%, but not 0.5 beside 2%.
  fileprivate func mayBeShare(beside other: Figure) -> Bool {
    guard other.unit == .percent || unit == .percent, per == nil, other.per == nil, !verbatim.contains("%"),
      decimals > 0,
      quantity > .zero, quantity < Quantity(1), other.quantity > Quantity(1)
    else { return false }
    let hundredfold = quantity * Quantity(100)
    return hundredfold * Quantity(2) >= other.quantity && hundredfold <= other.quantity * Quantity(2)
  }
}
