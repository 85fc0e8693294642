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
    guard let actual, let earlier, actual.unit.isComparable(with: earlier.unit) else {
      self = .none
      return
    }
    let shown = decimals ?? max(actual.decimals, earlier.decimals)
    let sign = Trend.compare(actual, earlier, decimals: shown)
    switch polarity {
    case .none: self = .none
    case _ where sign == .zero: self = .same
    case .highIsGood: self = sign == .positive ? .better : .worse
    case .lowIsGood: self = sign == .negative ? .better : .worse
    case .range:
      guard let bounds else {
        self = .none
        return
      }
      let (now, before) = (Trend.distance(actual, bounds), Trend.distance(earlier, bounds))
      self = now == before ? .same : now < before ? .better : .worse
    }
  }

  private static func compare(_ one: Figure, _ other: Figure, decimals: Int) -> Quantity.Sign {
    if one.per == nil, other.per == nil, one.quantity.rounded(to: decimals) == other.quantity.rounded(to: decimals) {
      return .zero
    }
    return Quantity.compareProducts(
      one.quantity, other.per ?? Quantity(1), with: other.quantity, one.per ?? Quantity(1))
  }

  private static func distance(_ figure: Figure, _ bounds: ClosedRange<Quantity>) -> Quantity {
    max(bounds.lowerBound - figure.quantity, figure.quantity - bounds.upperBound, .zero)
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
