/// An indicator's figures in order of period.
package struct Series: Equatable, Sendable {
  package let points: [Point]

  package struct Point: Equatable, Sendable {
    package let period: Period
    package let value: Value

    package init(_ period: Period, _ value: Value) {
      self.period = period
      self.value = value
    }
  }

  /// One point for each period; the order given does not matter.
  package init(_ points: [Point]) { self.points = points.sorted { $0.period < $1.period } }

  package func value(in period: Period) -> Value? { points.first { $0.period.code == period.code }?.value }

  /// The points that lie wholly within a span.
  package func within(_ start: Day, _ end: Day) -> [Point] {
    points.filter { start <= $0.period.start && $0.period.end <= end }
  }

  /// The figures of a year-to-date series that are lower than the one before in the same year: typing errors, mostly.
  /// Of ratios the value counts: 45/90 is less than 30/40.
  package func falls() -> [Period] {
    zip(points, points.dropFirst()).compactMap { before, after in
      guard FinancialYear(containing: before.period.start) == FinancialYear(containing: after.period.start),
        let one = before.value.figure, let other = after.value.figure, other.isBelow(one)
      else { return nil }
      return after.period
    }
  }
}

extension Figure {
  fileprivate func isBelow(_ other: Figure) -> Bool {
    unit.isComparable(with: other.unit)
      && Quantity.compareProducts(quantity, other.per ?? Quantity(1), with: other.quantity, per ?? Quantity(1))
        == .negative
  }
}
