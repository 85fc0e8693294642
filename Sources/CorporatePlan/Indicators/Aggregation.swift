/// How figures of parts of a span make the figure of the whole (domain, section 2.6).
package enum Aggregation: String, Sendable, CaseIterable {
  /// Counts of what happened: added up.
  case sum
  /// Snapshots, cumulative and rolling figures: the newest stands.
  case last
  /// The plain mean; of percentages it is an approximation and says so.
  case mean
  /// Numerators and denominators added up apart; percentages of different bases are never averaged.
  case ratio
  case max
  case min
  /// Somebody enters it.
  case manual
}

/// The figure of a span made from its parts.
package struct Aggregate: Equatable, Sendable {
  package let figure: Figure
  /// How many parts had a figure, out of how many that there should be.
  package let parts: Int
  package let expected: Int
  /// Whether it is a stated approximation: a plain mean of percentages, or a mean whose decimals do not end.
  package let isApproximate: Bool

  package var isComplete: Bool { parts == expected }
}

extension Aggregation {
  /// The figure of the whole; `nil` when there is no part, when it is entered by hand, when its units differ, or when a
  /// ratio's parts were not returned as numerator and denominator.
  ///
  /// - Parameter expected: how many parts the span has.
  package func aggregate(_ parts: [Figure], expected: Int) -> Aggregate? {
    guard let first = parts.first, let last = parts.last else { return nil }
    let decimals = parts.map(\.decimals).max() ?? 0
    let unit = parts.map(\.unit).first { $0 != .number } ?? .number
    guard parts.allSatisfy({ $0.unit.isComparable(with: unit) }) else { return nil }
    let isClock = unit == .clock || unit == .clockSeconds
    func made(
      _ quantity: Quantity, per: Quantity? = nil, decimals printed: Int? = nil, approximate: Bool = false
    ) -> Aggregate {
      let figure = Figure(
        quantity: quantity, per: per, unit: unit, decimals: printed ?? decimals,
        verbatim: per.map {
          "\(Quantity(mantissa: quantity.mantissa, scale: quantity.scale + 2).grouped)/\($0.grouped)"
        }
          ?? Figure.text(quantity, isClock ? unit : .number, decimals: quantity.printedDecimals))
      return Aggregate(figure: figure, parts: parts.count, expected: expected, isApproximate: approximate)
    }
    switch self {
    case .manual: return nil
    case .last: return Aggregate(figure: last, parts: 1, expected: 1, isApproximate: false)
    case .sum:
      guard parts.allSatisfy({ $0.per == nil }) else { return nil }
      return made(parts.dropFirst().reduce(first.quantity) { $0 + $1.quantity })
    case .ratio:
      guard parts.allSatisfy({ $0.per != nil }) else { return nil }
      return made(
        parts.reduce(.zero) { $0 + $1.quantity }, per: parts.reduce(.zero) { $0 + ($1.per ?? .zero) })
    case .mean:
      guard parts.allSatisfy({ $0.per == nil }) else { return nil }
      // Rated as it is, and printed with one decimal more than its parts where it needs one.
      let (mean, isExact) = parts.reduce(Quantity.zero) { $0 + $1.quantity }.divided(by: parts.count)
      // A clock has no fractions of its smallest hand.
      if isClock { return made(mean.rounded(to: 0), approximate: mean.rounded(to: 0) != mean) }
      return made(
        mean, decimals: Swift.min(Swift.max(decimals, mean.printedDecimals), decimals + 1),
        approximate: !isExact || parts.contains { $0.unit == .percent })
    case .max, .min:
      guard parts.allSatisfy({ $0.per == nil }) else { return nil }
      let quantities = parts.map(\.quantity)
      guard let chosen = self == .max ? quantities.max() : quantities.min() else { return nil }
      return made(chosen)
    }
  }
}

extension Quantity {
  /// In full, with commas between thousands.
  fileprivate var grouped: String { text(decimals: printedDecimals, grouped: true) }

  /// The quotient: exact where it ends within nine decimals, otherwise rounded half up to as many of them as a typed
  /// number has room for.
  func divided(by count: Int) -> (quotient: Quantity, isExact: Bool) {
    let fine = Quantity(
      mantissa: mantissa * powerOfTen(Swift.max(0, Quantity.mostDecimals - scale)),
      scale: Swift.max(scale, Quantity.mostDecimals))
    let (quotient, rest) = fine.mantissa.quotientAndRemainder(dividingBy: Int128(count))
    if rest == 0 { return (Quantity(mantissa: quotient, scale: fine.scale).shortened, true) }
    let isUp = rest.magnitude * 2 >= UInt128(count)
    let nearest = Quantity(mantissa: isUp ? quotient + rest.signum() : quotient, scale: fine.scale)
    let whole = String((quotient / powerOfTen(fine.scale)).magnitude).utf8.count
    return (nearest.rounded(to: Swift.max(scale, Swift.min(fine.scale, Quantity.mostDigits - whole))), false)
  }

  /// Without zeros at the end of its fraction.
  private var shortened: Quantity {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 { (mantissa, scale) = (mantissa / 10, scale - 1) }
    return Quantity(mantissa: mantissa, scale: scale)
  }
}
