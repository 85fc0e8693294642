extension Judgement {
  /// Rates a figure by the indicator's own thresholds.
  func thresholdRating(of actual: Figure) -> Rating {
    if given.polarity == .range { return undetermined("thresholds rate high or low, not a range") }
    if let reason = unusable(actual) { return undetermined(reason) }
    guard let first = rule.thresholds.first?.column, let best = value(of: first) else { return notRated(.noTarget) }
    let one = actual.per ?? Quantity(1)
    let distance = displayed(shortfall(actual, from: best), per: actual.per)
    let share = shortfall(actual, from: best).percentage(of: (best * one).magnitude)
    var before: Quantity?
    for threshold in rule.thresholds {
      guard let column = threshold.column else {
        let side = given.polarity == .lowIsGood ? "above" : "below"
        let last = "the last threshold of \(before ?? best)"
        let words = before.map { shortfall(actual, from: $0) } == .zero ? "not better than \(last)" : "\(side) \(last)"
        return rated(threshold.status, shortfall: distance, share: share, band: words, "\(actual.text) is \(words)")
      }
      guard let limit = value(of: column) else {
        return undetermined("the indicator has no \(column.rawValue) threshold", distance, share)
      }
      if let before, given.polarity == .lowIsGood ? limit < before : limit > before {
        return undetermined("the \(column.rawValue) threshold \(limit) is better than the one before it, \(before)")
      }
      before = limit
      let isStrict = column == .target && given.target?.comparison?.isStrict == true
      let gap = shortfall(actual, from: limit)
      if gap < .zero || (gap == .zero && rule.thresholdIsBetter && !isStrict) {
        let word = gap < .zero ? "better than" : "on"
        let words = "\(word) the \(column.rawValue) threshold of \(limit)"
        return rated(threshold.status, shortfall: distance, share: share, band: words, "\(actual.text) is \(words)")
      }
    }
    return undetermined("no threshold holds", distance, share)
  }

  /// How far a figure is on the wrong side of a threshold, times the denominator of a ratio.
  private func shortfall(_ actual: Figure, from limit: Quantity) -> Quantity {
    let wanted = limit * (actual.per ?? Quantity(1))
    return given.polarity == .lowIsGood ? actual.quantity - wanted : wanted - actual.quantity
  }

  /// Why the target can't serve as a threshold; `nil` when it can, or when there is none.
  private func unusable(_ actual: Figure) -> String? {
    switch given.target {
    case .figure(let comparison, let figure): return disagreement(comparison, figure, actual)
    case nil: return nil
    case .state(let words)?, .reference(_, let words)?:
      return "the target “\(words)” is no figure that could be a threshold"
    case .between(let low, let high)?: return "the target \(low.text) to \(high.text) is a range, not a threshold"
    }
  }

  private func value(of column: RatingRule.Threshold.Column) -> Quantity? {
    switch column {
    case .target: given.target?.figure?.quantity
    case .green: given.green
    case .amber: given.amber
    }
  }
}
