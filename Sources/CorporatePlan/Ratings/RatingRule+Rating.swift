extension RatingRule {
  /// Rates what was returned, in the order of domain, section 2.3. It never guesses: what can't be told is
  /// `undetermined`, with what is missing.
  package func rate(_ given: RatedReturn, version: RuleVersion? = nil) -> Rating {
    Judgement(rule: self, given: given, version: version ?? RuleVersion(id)).rating()
  }
}

/// One rating in the making.
private struct Judgement {
  let rule: RatingRule
  let given: RatedReturn
  let version: RuleVersion

  func rating() -> Rating {
    if given.polarity == .none {
      return notRated(.dataOnly, "It is shown for information and has no target by design.")
    }
    switch given.actual {
    case .missing(let reason):
      return notRated(.missing(reason), "There is no figure for this period: \(reason.rawValue).")
    case .state(let words): return rating(ofState: words)
    case .figure(let figure): return rating(of: figure)
    }
  }

  // MARK: Figures

  private func rating(of actual: Figure) -> Rating {
    if rule.basis == .thresholds { return thresholdRating(of: actual) }
    if given.polarity == .range || given.target?.isRange == true { return rangeRating(of: actual) }
    guard let target = given.target else {
      return notRated(.noTarget, "\(actual.text) was returned; there is no target to rate it against.")
    }
    switch target {
    case .state(let words): return undetermined("the target “\(words)” is words, the actual is a figure")
    case .reference(_, let words): return undetermined("the target refers to “\(words)”, which is not on record")
    case .between: return rangeRating(of: actual)
    case .figure(let comparison, let figure):
      if let reason = disagreement(comparison, figure, actual) { return undetermined(reason) }
      return rating(of: actual, against: figure, comparison)
    }
  }

  private func rating(
    of actual: Figure, against target: Figure, _ comparison: TargetExpression.Comparison?
  ) -> Rating {
    let one = actual.per ?? Quantity(1)
    let (actualQuantity, targetQuantity) = compared(actual, target, one: one)
    let shortfall = given.polarity == .lowIsGood ? actualQuantity - targetQuantity : targetQuantity - actualQuantity
    let isMet = shortfall < .zero || (shortfall == .zero && comparison?.isStrict != true)
    let isShare = rule.basis == .relative
    let kernel = RatingKernel(rule, tolerance: given.tolerance)
    let share = shortfall.percentage(of: targetQuantity.magnitude)
    let distance = displayed(shortfall, per: actual.per)
    guard
      let place = kernel.place(
        shortfall: shortfall, base: isShare ? targetQuantity.magnitude : nil, one: one, isMet: isMet)
    else { return undetermined("the rule uses the indicator's own tolerance, and none is set", distance, share) }
    let status = kernel.statuses[Int(place)]
    let band = bandWords(status, isMet: isMet, zeroTarget: isShare && targetQuantity.mantissa == 0, distance: shortfall)
    let sentence = Sentence(given: given, actual: actual, target: target, comparison: comparison)
      .text(distance: distance, share: isShare ? share : nil, isMet: isMet)
    return lifted(status, distance, share, band, sentence)
  }

  /// Both figures in one measure: times the denominator of a ratio, and rounded where the rule compares what is shown.
  private func compared(_ actual: Figure, _ target: Figure, one: Quantity) -> (Quantity, Quantity) {
    guard rule.comparesDisplayed, actual.per == nil else { return (actual.quantity, target.quantity * one) }
    let decimals = given.decimals ?? max(actual.decimals, target.decimals)
    return (actual.quantity.rounded(to: decimals), target.quantity.rounded(to: decimals))
  }

  private func disagreement(
    _ comparison: TargetExpression.Comparison?, _ target: Figure, _ actual: Figure
  ) -> String? {
    if !target.unit.isComparable(with: actual.unit) {
      return "the actual \(actual.text) and the target \(target.text) are in different units"
    }
    if let implied = comparison?.polarity, implied != given.polarity {
      return
        "the target says \(comparison?.words ?? "") \(target.text), but \(given.polarity == .highIsGood ? "high" : "low") is good"
    }
    return nil
  }

  // MARK: Ranges

  private func rangeRating(of actual: Figure) -> Rating {
    var (lower, upper) = (given.lower, given.upper)
    if case .between(let low, let high) = given.target {
      (lower, upper) = (lower ?? low.quantity, upper ?? high.quantity)
    }
    guard let lower, let upper else {
      if given.target == nil, lower == nil, upper == nil {
        return notRated(.noTarget, "\(actual.text) was returned; there is no range to rate it against.")
      }
      return undetermined("a range needs a lower and an upper bound")
    }
    guard lower <= upper else { return undetermined("the lower bound \(lower) is above the upper bound \(upper)") }
    let one = actual.per ?? Quantity(1)
    let (low, high) = (lower * one, upper * one)
    let shortfall = max(low - actual.quantity, actual.quantity - high)
    let isMet = shortfall <= .zero
    let distance = displayed(shortfall, per: actual.per)
    let words = "\(actual.text) against a range of \(lower) to \(upper)"
    // A range has no one target to take a share of: the limits are read as points (domain, section 2.4, "band by points").
    let kernel = RatingKernel(rule, tolerance: given.tolerance)
    guard let place = kernel.place(shortfall: isMet ? -Quantity(0) : shortfall, base: nil, one: one, isMet: isMet)
    else {
      return undetermined("the rule uses the indicator's own tolerance, and none is set", distance)
    }
    if isMet { return lifted(rule.met, distance, nil, "within the range", "\(words): within the range.") }
    let status = kernel.statuses[Int(place)]
    let band = BandWords(rule: rule, tolerance: given.tolerance, isShare: false).text(status)
    return lifted(
      status, distance, nil, band, "\(words): outside by \(distance) points, and the limits are read as points.")
  }

  // MARK: Thresholds

  private func thresholdRating(of actual: Figure) -> Rating {
    guard let first = rule.thresholds.first?.column, let best = threshold(first) else {
      return notRated(.noTarget, "\(actual.text) was returned; there is no threshold to rate it against.")
    }
    let one = actual.per ?? Quantity(1)
    let lowIsGood = given.polarity == .lowIsGood
    if given.polarity == .range { return undetermined("thresholds rate high or low, not a range") }
    if case .figure(let comparison, let figure) = given.target, let reason = disagreement(comparison, figure, actual) {
      return undetermined(reason)
    }
    func distance(to threshold: Quantity) -> Quantity {
      lowIsGood ? actual.quantity - threshold * one : threshold * one - actual.quantity
    }
    let distance = displayed(distance(to: best), per: actual.per)
    let share = self.distance(best, actual, one, lowIsGood).percentage(of: (best * one).magnitude)
    for threshold in rule.thresholds {
      guard let column = threshold.column else {
        let last = rule.thresholds.dropLast().last?.column.flatMap(self.threshold) ?? best
        return lifted(
          threshold.status, distance, share, "\(lowIsGood ? "above" : "below") \(last)",
          "\(actual.text) is \(lowIsGood ? "above" : "below") the last threshold, \(last).")
      }
      guard let limit = self.threshold(column) else {
        return undetermined("the indicator has no \(column.rawValue) threshold", distance, share)
      }
      let gap = self.distance(limit, actual, one, lowIsGood)
      if gap < .zero || (gap == .zero && rule.thresholdIsBetter) {
        let word = lowIsGood ? "at or below" : "at or above"
        return lifted(
          threshold.status, distance, share, "\(word) \(limit)",
          "\(actual.text) is \(word) the \(column.rawValue) threshold of \(limit).")
      }
    }
    return undetermined("no threshold holds", distance, share)
  }

  private func distance(_ limit: Quantity, _ actual: Figure, _ one: Quantity, _ lowIsGood: Bool) -> Quantity {
    lowIsGood ? actual.quantity - limit * one : limit * one - actual.quantity
  }

  private func threshold(_ column: RatingRule.Threshold.Column) -> Quantity? {
    switch column {
    case .target: given.target?.figure?.quantity
    case .green: given.green
    case .amber: given.amber
    }
  }

  // MARK: States

  private func rating(ofState words: String) -> Rating {
    guard let target = given.target else {
      return notRated(.noTarget, "“\(words)” was returned; there is no target to rate it against.")
    }
    guard case .state(let wanted) = target else {
      return undetermined("“\(words)” is not a figure, and the target is \(target.text)")
    }
    if words.lowercased() == wanted.lowercased() {
      return lifted(rule.equal, nil, nil, "target reached", "“\(words)” is what the target asks for.")
    }
    if rule.basis == .met {
      return lifted(rule.worst, nil, nil, "target not reached", "“\(words)” is not “\(wanted)”.")
    }
    return undetermined("“\(words)” against “\(wanted)” has no distance that the rule could band; an officer judges it")
  }

  // MARK: Lift and results

  private func lifted(
    _ status: Status, _ distance: Quantity?, _ share: Quantity?, _ band: String, _ sentence: String
  ) -> Rating {
    guard let lift = rule.lift, lift.from == status, case .figure(let actual) = given.actual else {
      return rated(status, distance, share, band, "\(sentence) \(rule.word(for: status)): \(band).")
    }
    let (earlier, name) =
      lift.against == .previous
      ? (given.previous, "the period before") : (given.samePeriodLastYear, "the same period last year")
    guard let earlier else {
      return undetermined("the rule looks at \(name), for which there is no figure", distance, share)
    }
    let trend = Trend(actual, since: earlier, given.polarity)
    let holds = trend == .better || (trend == .same && !lift.needsBetter)
    let result = holds ? lift.to : status
    let comparison = "\(trend.words) than \(earlier.text) in \(name)".replacing("the same than", with: "the same as")
    return rated(result, distance, share, band, "\(sentence) It is \(comparison). \(rule.word(for: result)): \(band).")
  }

  private func rated(_ status: Status, _ distance: Quantity?, _ share: Quantity?, _ band: String, _ why: String)
    -> Rating
  {
    Rating(outcome: .rated(status), shortfall: distance, share: share, band: band, rule: version, why: why)
  }

  private func notRated(_ reason: NotRatedReason, _ why: String) -> Rating {
    Rating(outcome: .notRated(reason), shortfall: nil, share: nil, band: nil, rule: version, why: why)
  }

  private func undetermined(_ what: String, _ distance: Quantity? = nil, _ share: Quantity? = nil) -> Rating {
    .undetermined(what, by: version, shortfall: distance, share: share)
  }

  /// A distance in the figure's own unit; that of a ratio is divided by its denominator and rounded to four decimals.
  private func displayed(_ distance: Quantity, per: Quantity?) -> Quantity {
    guard let per, let hundredfold = distance.percentage(of: per) else { return distance }
    return Quantity(mantissa: hundredfold.mantissa, scale: hundredfold.scale + 2)
  }

  private func bandWords(_ status: Status, isMet: Bool, zeroTarget: Bool, distance: Quantity) -> String {
    if isMet { return distance.mantissa == 0 ? "meeting the target counts" : "the target is met" }
    if zeroTarget, rule.zeroTarget == .worst { return "any miss of a target of zero" }
    return BandWords(rule: rule, tolerance: given.tolerance, isShare: rule.basis == .relative).text(status)
  }
}

extension TargetExpression {
  fileprivate var isRange: Bool {
    if case .between = self { return true }
    return false
  }
}
