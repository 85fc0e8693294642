/// What is odd about a figure beside its target and the figures before it, exactly and without a model of the world: each
/// warning names the figures it compares with, so that its officer can judge.
struct FigureWarnings {
  private let indicator: Indicator
  private let figure: Figure
  private let number: Quantity
  private let target: Quantity?
  private let targetText: String
  /// The figures of the periods before, at most twelve, oldest first.
  private let earlier: [Number]
  private let dataYear: FinancialYear?

  private struct Number {
    let period: Period
    let figure: Figure
    let quantity: Quantity

    var text: String { figure.text }
  }

  /// `nil` where there is no figure.
  init?(_ standing: IndicatorStanding, _ points: [Series.Point]) {
    guard let figure = standing.value.figure, let number = figure.plainNumber else { return nil }
    indicator = standing.indicator
    self.figure = figure
    self.number = number
    target = standing.target?.figure.flatMap { $0.unit.isComparable(with: figure.unit) ? $0.plainNumber : nil }
    targetText = standing.target?.text ?? ""
    dataYear = standing.dataPeriod.map { FinancialYear(containing: $0.start) }
    earlier = points.compactMap { point in
      guard let data = standing.dataPeriod, point.period < data, point.period.code != data.code,
        let other = point.value.figure, other.unit.isComparable(with: figure.unit), let quantity = other.plainNumber
      else { return nil }
      return Number(period: point.period, figure: other, quantity: quantity)
    }
  }

  func all() -> [ReturnWarning] {
    let scale = scale()
    return [
      scale, scale == nil ? farBeyondTarget() : nil, scale == nil ? outlier() : nil, overHundred(), sign(), fraction(),
    ]
    .compactMap { $0 } + [falling(), unchanged()].compactMap { $0 }
  }

  private func warning(_ code: ReturnWarning.Code, _ sentence: String) -> ReturnWarning {
    ReturnWarning(code, .value, figure: figure.verbatim, sentence)
  }

  private var range: ClosedRange<Quantity>? {
    let all = earlier.map(\.quantity)
    return all.min().flatMap { low in all.max().map { low...$0 } }
  }

  /// A decimal point lost or gained.
  private func scale() -> ReturnWarning? {
    guard number != .zero, range?.contains(number) != true else { return nil }
    var others = earlier.last.map { [($0.quantity, "the figure for \($0.period.name), \($0.text)")] } ?? []
    if let target { others.append((target, "the target, \(targetText)")) }
    for (other, words) in others where other != .zero {
      for (factor, up, down) in [(10, "ten times", "a tenth of"), (100, "a hundred times", "a hundredth of")] {
        if FigureWarnings.isAbout(number, factor, times: other) {
          return warning(.scale, "\(figure.text) is about \(up) \(words). Is the decimal point right?")
        }
        if FigureWarnings.isAbout(other, factor, times: number) {
          return warning(.scale, "\(figure.text) is about \(down) \(words). Is the decimal point right?")
        }
      }
    }
    return nil
  }

  /// Within a fifth of so many times another, on the same side of zero.
  private static func isAbout(_ one: Quantity, _ factor: Int, times other: Quantity) -> Bool {
    guard (one < .zero) == (other < .zero) else { return false }
    let expected = other.magnitude * Quantity(factor)
    return (one.magnitude - expected).magnitude * Quantity(5) <= expected
  }

  private func farBeyondTarget() -> ReturnWarning? {
    guard let target, target != .zero, number.magnitude >= target.magnitude * Quantity(10),
      let percent = number.magnitude.percentage(of: target.magnitude, decimals: 0)
    else { return nil }
    let times = Quantity(mantissa: percent.mantissa, scale: 2).rounded(to: 0).text(decimals: 0, grouped: true)
    return warning(
      .farBeyondTarget,
      "\(figure.text) is \(times) times the target of \(targetText). Check the figure, and whether the target is right."
    )
  }

  /// Far from the middle of the figures before, by what is usual among them: median and median deviation, which one odd
  /// quarter in the past does not bend.
  private func outlier() -> ReturnWarning? {
    guard earlier.count >= 5, !indicator.frame.accumulates, let range, !range.contains(number) else { return nil }
    let middle = FigureWarnings.twiceMedian(earlier.map { $0.quantity })
    let spread = FigureWarnings.twiceMedian(earlier.map { ($0.quantity * Quantity(2) - middle).magnitude })
    // In halves and quarters, so that nothing is divided: |2x − 2m| · 2 > 5 · 2 · spread of twos.
    let distance = (number * Quantity(2) - middle).magnitude
    let usual = max(spread * Quantity(5), middle.magnitude * FigureWarnings.fifth)
    guard distance * Quantity(2) > usual else { return nil }
    let (low, high) = (
      earlier.min { $0.quantity < $1.quantity }?.text ?? "", earlier.max { $0.quantity < $1.quantity }?.text ?? ""
    )
    return warning(
      .outlier,
      "\(figure.text) is far from the \(earlier.count) figures before it, which lie between \(low) and \(high). Check it, "
        + "or say what happened.")
  }

  private static let fifth = Quantity(mantissa: 2, scale: 1)

  /// Twice the median, which needs no division.
  private static func twiceMedian(_ numbers: [Quantity]) -> Quantity {
    let sorted = numbers.sorted()
    return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
  }

  private func overHundred() -> ReturnWarning? {
    let hundred = Quantity(100)
    guard figure.unit == .percent || indicator.unit == .percent, number > hundred,
      target.map({ $0 <= hundred }) ?? true, earlier.allSatisfy({ $0.quantity <= hundred })
    else { return nil }
    return warning(.overHundred, "\(figure.text) is more than all of it. Check it, or say how it can be.")
  }

  private func fraction() -> ReturnWarning? {
    guard figure.isFraction, indicator.countsThings(after: earlier.map(\.figure)) else { return nil }
    return warning(.fraction, "A count is a whole number, and \(figure.text) is not. Check it, or say how it can be.")
  }

  private func sign() -> ReturnWarning? {
    guard number != .zero, !earlier.isEmpty || target != nil else { return nil }
    let others = earlier.map(\.quantity) + (target.map { [$0] } ?? [])
    let known = others.filter { $0 != .zero }
    if number < .zero, known.allSatisfy({ .zero < $0 }) {
      return warning(
        .sign, "\(figure.text) is below zero, and no figure or target before was. Is the minus sign right?")
    }
    if .zero < number, known.count >= 3, known.allSatisfy({ $0 < .zero }) {
      return warning(.sign, "\(figure.text) is above zero, and every figure before was below. Is a minus sign missing?")
    }
    return nil
  }

  private func falling() -> ReturnWarning? {
    guard indicator.frame.accumulates, let data = dataYear,
      let before = earlier.last(where: { FinancialYear(containing: $0.period.start) == data }),
      number < before.quantity
    else { return nil }
    return warning(
      .falling,
      "\(figure.text) is for the year so far, yet it is less than the \(before.text) for \(before.period.name). Check it, "
        + "or whether you entered the figure for this period alone.")
  }

  private func unchanged() -> ReturnWarning? {
    let last = earlier.suffix(3)
    // All or nothing may well stay so.
    guard last.count == 3, number != .zero, number != Quantity(100), last.allSatisfy({ $0.quantity == number }) else {
      return nil
    }
    return warning(
      .unchanged,
      "\(figure.text) is the same as in the three periods before, since \(last.first?.period.name ?? ""). Is it a new "
        + "figure?")
  }
}

extension Figure {
  /// The number for comparing sizes; of a ratio its percentage, to six decimals.
  fileprivate var plainNumber: Quantity? { per == nil ? quantity : displayed(decimals: 6) }
}
