/// Direction of travel: whether performance got better (domain, section 2.5). It is independent of status and of target.
package enum Trend: String, Sendable, CaseIterable {
  case better
  case same
  case worse
  /// There is nothing to compare with, or no way that is good.
  case none

  /// Compares two figures through polarity. What displays alike is the same, whatever is stored.
  ///
  /// - Parameters:
  ///   - decimals: the decimals that are printed; by default the more of the two.
  ///   - bounds: of an indicator whose good values lie in a range.
  package init(
    _ actual: Figure?, since earlier: Figure?, _ polarity: Polarity, decimals: Int? = nil,
    bounds: ClosedRange<Quantity>? = nil
  ) {
    guard polarity != .none, let actual, let earlier, actual.unit.isComparable(with: earlier.unit) else {
      self = .none
      return
    }
    let shown = decimals ?? max(actual.decimals, earlier.decimals)
    let sign = Trend.compare(actual, earlier, decimals: shown)
    switch polarity {
    case _ where sign == .zero: self = .same
    case .highIsGood: self = sign == .positive ? .better : .worse
    case .lowIsGood: self = sign == .negative ? .better : .worse
    case .none: self = .none
    case .range:
      guard let bounds else {
        self = .none
        return
      }
      switch Quantity.compareProducts(
        Trend.distance(actual, bounds), earlier.per ?? Quantity(1), with: Trend.distance(earlier, bounds),
        actual.per ?? Quantity(1))
      {
      case .zero: self = .same
      case .negative: self = .better
      case .positive: self = .worse
      }
    }
  }

  private static func compare(_ one: Figure, _ other: Figure, decimals: Int) -> Quantity.Sign {
    if let shown = one.displayed(decimals: decimals), shown == other.displayed(decimals: decimals) { return .zero }
    return Quantity.compareProducts(
      one.quantity, other.per ?? Quantity(1), with: other.quantity, one.per ?? Quantity(1))
  }

  /// How far outside the bounds, times the denominator of a ratio.
  private static func distance(_ figure: Figure, _ bounds: ClosedRange<Quantity>) -> Quantity {
    let one = figure.per ?? Quantity(1)
    return max(bounds.lowerBound * one - figure.quantity, figure.quantity - bounds.upperBound * one, .zero)
  }

  /// "better", "the same", "worse", "not comparable".
  package var words: String {
    switch self {
    case .better: "better"
    case .same: "the same"
    case .worse: "worse"
    case .none: "not comparable"
    }
  }
}
