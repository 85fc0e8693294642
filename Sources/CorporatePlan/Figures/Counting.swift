extension Indicator {
  /// Whether it counts things, so that a figure of it is a whole number: its name says so, or so did at least two figures
  /// before and none of them otherwise. What is printed with decimals, or in a unit, counts nothing.
  package func countsThings(after earlier: some Collection<Figure>) -> Bool {
    guard mayCountThings, !earlier.contains(where: \.isFraction) else { return false }
    return isNamedAsCount || earlier.count > 1
  }

  /// Whether nothing but its figures can say that it does not count.
  package var mayCountThings: Bool { unit == .number && decimals == 0 && !name.isNamedAsMeasure }
}

extension String {
  /// Whether an indicator of that name counts things: "Number of homes", and not "Number of homes per street".
  package var isOfThingsCounted: Bool { isNamedAsCount && !isNamedAsMeasure }

  /// Whether an indicator of that name measures, though its figures may have been whole so far: "Missed bins per 100,000".
  fileprivate var isNamedAsMeasure: Bool {
    let words = Set(lowercased().split { !$0.isLetter })
    if isNamedInPercent || !words.isDisjoint(with: String.rates) { return true }
    // "Number of requests answered in ten days" counts requests.
    return !isNamedAsCount && !words.isDisjoint(with: String.amounts)
  }

  private static let rates: Set<Substring> = ["per", "average", "mean", "median", "rate", "ratio", "score", "index"]
  private static let amounts: Set<Substring> = [
    "time", "wait", "seconds", "minutes", "hours", "days", "weeks", "months", "tonnes", "kg", "kilograms", "litres",
    "kwh", "mwh", "miles", "km", "hectares", "cost",
  ]
}

extension Figure {
  /// Whether it is a plain number that is not whole: 75.5, and neither 75.0 nor 151/2.
  package var isFraction: Bool { unit == .number && per == nil && quantity.rounded(to: 0) != quantity }
}

extension Book {
  /// Whether an indicator counts things, as far as the figures before a period tell.
  package func countsThings(_ indicator: Indicator, before period: Period) -> Bool {
    let points = readings[indicator.id]?.series.points ?? []
    return indicator.countsThings(after: points.filter { $0.period.end <= period.start }.compactMap(\.value.figure))
  }
}
