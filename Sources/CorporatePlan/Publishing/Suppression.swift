/// Which figures are kept from the public because the numbers are small, and which more because they would give those away
/// (domain, section 2.8). It belongs to publication: the record and the office keep every figure.
///
/// What may be published is decided per indicator (`suppressBelow`). A percentage that was typed without its numerator and
/// denominator can't be judged and stays.
package struct Suppression: Sendable {
  /// The figures that are withheld: the codes of their periods, by indicator.
  private(set) var withheld: [String: Set<String>] = [:]
  let book: Book
  private let least: [String: Quantity]

  package init(_ book: Book) {
    self.book = book
    least = Suppression.least(in: book)
    for indicator in least.keys { withholdSmall(indicator) }
    let sums = least.isEmpty ? [] : Sums.all(in: book, of: Set(least.keys))
    // What one sum makes necessary, another may give away again; each round withholds more, so it ends.
    while sums.contains(where: { protect($0) }) {}
  }

  /// Whether nothing is withheld.
  package var isEmpty: Bool { withheld.isEmpty }

  package func withholds(_ indicator: String, _ period: Period) -> Bool {
    withheld[indicator]?.contains(period.code) ?? false
  }

  /// The least count that is published of each indicator that has one: its own, or that of what it is made of or a part of.
  private static func least(in book: Book) -> [String: Quantity] {
    var least = Dictionary(
      uniqueKeysWithValues: book.indicators.values.compactMap { indicator in
        indicator.suppressBelow.map { (indicator.id, $0) }
      })
    guard !least.isEmpty else { return [:] }
    let pairs = book.indicators.values.flatMap { indicator in
      [indicator.derivedFrom, indicator.partOf].compactMap { $0 }.filter { book.indicators[$0] != nil }
        .map { (indicator.id, $0) }
    }.sorted { $0 < $1 }
    // A chain of them is no longer than there are pairs.
    for _ in pairs {
      for (one, other) in pairs {
        if let known = least[one] ?? least[other] {
          least[one] = least[one] ?? known
          least[other] = least[other] ?? known
        }
      }
    }
    return least
  }

  // MARK: Small numbers

  private mutating func withholdSmall(_ id: String) {
    guard let indicator = book.indicators[id], let least = least[id], let readings = book.readings[id] else { return }
    for actual in readings.actuals where actual.value.figure?.isSmall(below: least, of: indicator) == true {
      withhold(id, actual.period)
    }
    if indicator.frame == .yearToDate { withholdSteps(indicator, readings, least) }
  }

  /// In a year-to-date series the step from one published figure to the next is a quarter's count.
  private mutating func withholdSteps(_ indicator: Indicator, _ readings: Readings, _ least: Quantity) {
    var before: (year: FinancialYear, figure: Figure)?
    for actual in readings.actuals where !withholds(indicator.id, actual.period) {
      guard let figure = actual.value.figure, !figure.isShare(of: indicator) else { continue }
      let year = FinancialYear(containing: actual.period.end + -1)
      if let before, before.year == year, figure.isCloseTo(before.figure, within: least) {
        withhold(indicator.id, actual.period)
      } else {
        before = (year, figure)
      }
    }
  }

  private mutating func withhold(_ indicator: String, _ period: Period) {
    withheld[indicator, default: []].insert(period.code)
  }

  // MARK: What gives them away

  /// Withholds another figure of a sum whose published ones tell a withheld one; whether it had to.
  private mutating func protect(_ sum: Sums.Sum) -> Bool {
    let hidden = sum.parts.filter { withholds($0.indicator, $0.period) }
    let totalIsHidden = withholds(sum.total.indicator, sum.total.period)
    guard !hidden.isEmpty || totalIsHidden else { return false }
    let isTold =
      totalIsHidden
      ? hidden.isEmpty
      : hidden.count == 1 || together(hidden) < limit(of: sum, hidden)
    guard isTold else { return false }
    // The smallest of the others is the least loss; nothing is hidden behind a zero.
    let others = sum.parts.filter { !withholds($0.indicator, $0.period) && Quantity.zero < $0.count }
    let next = others.min { ($0.count, $0.indicator, $0.period) < ($1.count, $1.indicator, $1.period) }
    guard let next = next ?? (totalIsHidden ? nil : sum.total) else { return false }
    withhold(next.indicator, next.period)
    return true
  }

  private func together(_ cells: [Sums.Cell]) -> Quantity { cells.reduce(Quantity.zero) { $0 + $1.count } }

  /// What the withheld parts of a sum must come to together, in the scale that its counts have.
  private func limit(of sum: Sums.Sum, _ hidden: [Sums.Cell]) -> Quantity {
    let limit = hidden.compactMap { least[$0.indicator] }.max() ?? Quantity.zero
    return sum.isRatio ? limit * Quantity(100) : limit
  }
}

extension Figure {
  /// Whether it counts fewer than may be published, but some; of a ratio, either side or what is between them.
  func isSmall(below least: Quantity, of indicator: Indicator) -> Bool {
    guard !isShare(of: indicator) else { return false }
    guard let per else { return quantity.isSmall(below: least) }
    let hundredfold = least * Quantity(100)
    return quantity.isSmall(below: hundredfold) || per.isSmall(below: least)
      || (per * Quantity(100) - quantity).isSmall(below: hundredfold)
  }

  /// Whether it is a percentage, an amount or a time rather than a count of something.
  func isShare(of indicator: Indicator) -> Bool {
    guard per == nil else { return false }
    switch inUnit(indicator.unit).unit {
    case .percent, .percentagePoints, .pounds, .clock, .clockSeconds: return true
    case .number, .named: return false
    }
  }

  fileprivate func isCloseTo(_ other: Figure, within least: Quantity) -> Bool {
    guard let per, let otherPer = other.per else {
      return per == nil && other.per == nil && (quantity - other.quantity).isSmall(below: least)
    }
    return (quantity - other.quantity).isSmall(below: least * Quantity(100)) || (per - otherPer).isSmall(below: least)
  }
}

extension Quantity {
  /// Zero is no small number: it tells of nobody.
  fileprivate func isSmall(below least: Quantity) -> Bool { self != .zero && magnitude < least }
}
