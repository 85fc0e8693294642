/// How an annual target is spread over the periods of a year, as a form says it.
package enum TargetSpread: Sendable, Equatable {
  /// The same share for each period.
  case flat
  /// The annual figure in each period: rates and snapshots.
  case constant
  /// The per cent of the annual target that is due by the end of each period: 28, 55, 82, 97.5.
  case weighted([Quantity])
  /// Each period its own, as written; empty for none.
  case handSet([String])

  /// The names by which forms say it. `shape` is last year's, which comes to a weighted one.
  package enum Choice: String, Sendable, CaseIterable {
    case flat
    case constant
    case weighted
    case shape
    case handSet = "hand-set"
  }
}

extension TargetSpread {
  /// The target of one period of several; exact, or rounded half up to four decimals where a share does not end.
  func target(annual: Quantity, part: Int, of parts: Int, frame: Frame) -> (target: Quantity, isExact: Bool)? {
    let isShared = frame == .flow || frame == .yearToDate
    switch self {
    case .handSet: return nil
    case .constant: return (annual, true)
    case .flat:
      guard isShared else { return (annual, true) }
      let share = Quantity(frame == .yearToDate ? part : 1)
      if parts == 4, let exact = TargetProfile.flat.target(annual: annual, quarter: part, frame: frame) {
        return (exact, true)
      }
      return (annual * share).divided(by: Quantity(parts))
    case .weighted(let shares):
      if parts == 4, let exact = TargetProfile.weighted(shares).target(annual: annual, quarter: part, frame: frame) {
        return (exact, true)
      }
      guard shares.indices.contains(part - 1) else { return nil }
      let share = frame == .flow && part > 1 ? shares[part - 1] - shares[part - 2] : shares[part - 1]
      let product = annual * share
      return (Quantity(mantissa: product.mantissa, scale: product.scale + 2), true)
    }
  }
}

extension Quantity {
  /// Exact where it takes no more than four decimals beyond its own; otherwise rounded half up to four.
  func divided(by other: Quantity) -> (target: Quantity, isExact: Bool)? {
    guard let quotient = percentage(of: other * Quantity(100), decimals: 4) else { return nil }
    return (quotient, quotient * other == self)
  }
}
