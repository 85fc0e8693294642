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
  /// Whether it is a stated approximation: a plain mean of percentages.
  package let isApproximate: Bool

  package var isComplete: Bool { parts == expected }
}

extension Aggregation {
  /// The figure of the whole; `nil` when there is no part, when it is entered by hand, or when a ratio's parts were not
  /// returned as numerator and denominator.
  ///
  /// - Parameter expected: how many parts the span has.
  package func aggregate(_ parts: [Figure], expected: Int) -> Aggregate? {
    guard let first = parts.first, let last = parts.last else { return nil }
    let decimals = parts.map(\.decimals).max() ?? 0
    func made(_ quantity: Quantity, per: Quantity? = nil, approximate: Bool = false) -> Aggregate {
      let unit = parts.map(\.unit).first { $0 != .number } ?? .number
      let figure = Figure(
        quantity: quantity, per: per, unit: unit, decimals: decimals,
        verbatim: per.map {
          "\(Quantity(mantissa: quantity.mantissa, scale: quantity.scale + 2).grouped)/\($0.grouped)"
        }
          ?? Figure.text(quantity, unit == .clock ? .clock : .number, decimals: quantity.printedDecimals))
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
      // A mean is kept as a fraction, total over count, and so stays exact.
      let total = parts.reduce(Quantity.zero) { $0 + $1.quantity }
      let isShare = parts.contains { $0.unit == .percent }
      if let whole = total.dividedExactly(by: parts.count) { return made(whole, approximate: isShare) }
      return made(total.divided(by: parts.count, decimals: decimals + 4), approximate: true)
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

  /// The quotient when it has at most four more decimals; otherwise `nil`.
  package func dividedExactly(by count: Int) -> Quantity? {
    guard count > 0 else { return nil }
    let (quotient, rest) = (mantissa * 10_000).quotientAndRemainder(dividingBy: Int128(count))
    return rest == 0 ? Quantity(mantissa: quotient, scale: scale + 4) : nil
  }

  /// The quotient rounded half up to so many decimals.
  package func divided(by count: Int, decimals: Int) -> Quantity {
    let fine = Quantity(
      mantissa: mantissa * powerOfTen(Swift.max(0, decimals + 2 - scale)), scale: Swift.max(scale, decimals + 2))
    return Quantity(mantissa: fine.mantissa / Int128(count), scale: fine.scale).rounded(to: decimals)
  }
}
