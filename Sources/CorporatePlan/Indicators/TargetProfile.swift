/// How an annual target is spread over the quarters (domain, section 2.6). Quarterly targets stay unrounded.
package enum TargetProfile: Equatable, Sendable {
  /// An even share: a quarter of the year for each quarter, or so many quarters of it year to date.
  case flat
  /// The per cent of the annual target that is due by the end of each quarter, such as 28, 55, 82, 97.5.
  case weighted([Quantity])
  /// The annual figure in each quarter: rates and snapshots.
  case constant
  /// Each quarter's own figure.
  case handSet([Quantity])

  /// The target of a quarter, 1 to 4; `nil` when the profile has none for it.
  package func target(annual: Quantity, quarter: Int, frame: Frame) -> Quantity? {
    guard (1...4).contains(quarter) else { return nil }
    switch self {
    case .constant: return annual
    case .handSet(let figures): return figures.indices.contains(quarter - 1) ? figures[quarter - 1] : nil
    case .flat:
      // What is no sum of quarters is to be reached in each of them.
      guard frame == .flow || frame == .yearToDate else { return annual }
      let share = frame == .yearToDate ? quarter : 1
      return Quantity(mantissa: annual.mantissa * Int128(share) * 25, scale: annual.scale + 2)
    case .weighted(let shares):
      guard shares.indices.contains(quarter - 1) else { return nil }
      let share =
        frame != .flow || quarter == 1 ? shares[quarter - 1] : shares[quarter - 1] - shares[quarter - 2]
      let product = annual * share
      return Quantity(mantissa: product.mantissa, scale: product.scale + 2)
    }
  }
}

extension TargetProfile {
  /// The quarters' targets of a year, in order, of those for which the profile has one: unrounded.
  package func targets(
    annual: Quantity, year: FinancialYear, frame: Frame
  ) -> [(period: Period, target: Quantity)] {
    (1...4).compactMap { quarter in
      target(annual: annual, quarter: quarter, frame: frame).map { (year.quarter(quarter), $0) }
    }
  }
}
