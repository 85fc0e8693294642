extension Judgement {
  /// Rates a figure whose good values lie between two bounds.
  func rangeRating(of actual: Figure) -> Rating {
    if case .between(let low, let high) = given.target {
      for bound in [low, high] where !bound.unit.isComparable(with: actual.unit) {
        return undetermined(
          "the actual \(actual.text) and the range \(low.text) to \(high.text) are in different units")
      }
    }
    guard let bounds = given.bounds else {
      if given.target == nil, given.lower == nil, given.upper == nil { return notRated(.noTarget) }
      return undetermined("a range needs a lower bound and an upper one that is not below it")
    }
    let one = actual.per ?? Quantity(1)
    let outside = max(bounds.lowerBound * one - actual.quantity, actual.quantity - bounds.upperBound * one, .zero)
    let distance = displayed(outside, per: actual.per)
    let range = "\(actual.text) against a range of \(bounds.lowerBound) to \(bounds.upperBound)"
    if outside == .zero {
      return rated(rule.met, shortfall: distance, band: "within the range", "\(range) is within it")
    }
    // A range has no one target to take a share of: the limits are read as points (Decisions/0004).
    let kernel = RatingKernel(rule, tolerance: given.tolerance)
    guard let place = kernel.place(shortfall: outside, base: nil, one: one, isMet: false) else {
      return undetermined(missingTolerance, distance)
    }
    let status = kernel.statuses[Int(place)]
    return rated(
      status, shortfall: distance,
      band: BandWords(rule: rule, tolerance: given.tolerance, isShare: false).text(status),
      "\(range) is outside it by \(distance.points), limits being read as points")
  }
}

extension RatedReturn {
  /// The bounds of a range: the indicator's own, or those of a target like `95 to 105`; `nil` when one is missing or they
  /// are the wrong way round.
  package var bounds: ClosedRange<Quantity>? {
    var (low, high) = (lower, upper)
    if case .between(let from, let to) = target { (low, high) = (low ?? from.quantity, high ?? to.quantity) }
    guard let low, let high, low <= high else { return nil }
    return low...high
  }
}
