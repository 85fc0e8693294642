extension Judgement {
  /// Rates a figure against its target, by the distance between them.
  func rating(of actual: Figure) -> Rating {
    if given.polarity == .range { return rangeRating(of: actual) }
    switch given.target {
    case nil: return notRated(.noTarget)
    case .state(let words): return undetermined("the target “\(words)” is words, the actual is a figure")
    case .reference(_, let words): return undetermined("the target refers to “\(words)”, which is not on record")
    case .between: return rangeRating(of: actual)
    case .figure(let comparison, let target):
      if let reason = disagreement(comparison, target, actual) { return undetermined(reason) }
      return rating(of: actual, against: target, comparison)
    }
  }

  private func rating(
    of actual: Figure, against target: Figure, _ comparison: TargetExpression.Comparison?
  ) -> Rating {
    guard let (have, want, one) = compared(actual, target) else {
      return undetermined("the figures are too long to compare as displayed")
    }
    let shortfall =
      switch (comparison, given.polarity) {
      case (.equal, _): (have - want).magnitude
      case (_, .lowIsGood): have - want
      default: want - have
      }
    let isMet = shortfall < .zero || (shortfall == .zero && comparison?.isStrict != true)
    let isShare = rule.basis == .relative
    let kernel = RatingKernel(rule, tolerance: given.tolerance)
    let share = shortfall.percentage(of: want.magnitude)
    let distance = displayed(shortfall, per: one)
    guard
      let place = kernel.place(
        shortfall: shortfall, base: isShare ? want.magnitude : nil, one: one ?? Quantity(1), isMet: isMet)
    else { return undetermined(missingTolerance, distance, share) }
    let status = kernel.statuses[Int(place)]
    let sentence = Sentence(given: given, actual: actual, target: target, comparison: comparison, rule: rule).text(
      shortfall: shortfall, distance: distance, share: isShare ? (want.magnitude, shortfall) : nil, isMet: isMet)
    let band = isMet ? metWords(status, shortfall) : missedWords(status, zeroTarget: isShare && want.mantissa == 0)
    return rated(status, shortfall: distance, share: share, band: band, sentence)
  }

  /// Both figures in one measure, and the denominator they were multiplied by, if any; as displayed where the rule
  /// compares what is displayed. `nil` when the displayed share of a ratio has no room.
  private func compared(_ actual: Figure, _ target: Figure) -> (Quantity, Quantity, Quantity?)? {
    guard rule.comparesDisplayed else {
      return (actual.quantity, actual.per.map { target.quantity * $0 } ?? target.quantity, actual.per)
    }
    let decimals = given.decimals ?? target.decimals
    return actual.displayed(decimals: decimals).map { ($0, target.quantity.rounded(to: decimals), nil) }
  }

  private func metWords(_ status: Status, _ shortfall: Quantity) -> String {
    if shortfall.mantissa == 0 { return "meeting the target counts" }
    guard let band = rule.better.first(where: { $0.status == status }) else { return "the target is met" }
    switch band.limit {
    case .none: return "the target is beaten"
    case .of(let limit):
      return "better by more than \(rule.basis == .relative ? "\(limit)% of the target" : limit.points)"
    case .tolerance: return "better by more than the indicator's own tolerance"
    }
  }

  private func missedWords(_ status: Status, zeroTarget: Bool) -> String {
    guard zeroTarget else {
      return BandWords(rule: rule, tolerance: given.tolerance, isShare: rule.basis == .relative).text(status)
    }
    switch rule.zeroTarget {
    case .worst: return "any miss of a target of zero"
    case .absolute(let bands):
      return BandWords(rule: rule, tolerance: given.tolerance, isShare: false).text(status, of: bands)
    }
  }

  /// What is said where the rule needs a tolerance that it can't use.
  var missingTolerance: String {
    given.tolerance == nil
      ? "the rule uses the indicator's own tolerance, and none is set" : "the indicator's tolerance is negative"
  }
}
