/// The periods whose targets and actuals tell how an indicator stands in a reporting period, with all their parts.
package struct PeriodsLookedAt: Equatable, Sendable {
  package let targets: [Period]
  package let actuals: [Period]

  /// For each of some indicators, which periods tell how it stands. Hundreds look at the same ones, which are kept once.
  package struct List: Sendable {
    /// The different ones; `nil` is for any period at all.
    package fileprivate(set) var kinds: [PeriodsLookedAt?] = [nil]
    /// For each indicator the place of its own among them.
    package fileprivate(set) var own: [Int] = []
  }
}

extension Book {
  /// For each indicator, the periods whose figures tell how it stands in a reporting period.
  package func periodsLookedAt(of indicators: [String], in reporting: Period) -> PeriodsLookedAt.List {
    var list = PeriodsLookedAt.List()
    // What one derives from another may reach back as far as it likes.
    if self.indicators.values.contains(where: { $0.derivedFrom != nil }) {
      list.own = indicators.map { _ in 0 }
      return list
    }
    var known: [(frequency: Period.Grain, lag: Int, kind: Int)] = []
    list.own.reserveCapacity(indicators.count)
    for id in indicators {
      guard let indicator = self.indicators[id], indicator.frequency != .twoYears else {
        list.own.append(0)
        continue
      }
      let (frequency, lag) = (indicator.frequency, indicator.lag)
      if let same = known.first(where: { $0.frequency == frequency && $0.lag == lag }) {
        list.own.append(same.kind)
        continue
      }
      known.append((frequency, lag, list.kinds.count))
      list.own.append(list.kinds.count)
      list.kinds.append(periodsLookedAt(of: indicator, in: reporting))
    }
    return list
  }

  private func periodsLookedAt(of indicator: Indicator, in reporting: Period) -> PeriodsLookedAt {
    // Which of the two its data are of may depend on what was returned.
    let data = [
      wholePeriod(of: indicator, in: reporting), ownPeriod(of: indicator, Readings(), in: reporting),
    ].compactMap { $0 }
    let compared = data.map(comparedPeriods)
    return PeriodsLookedAt(
      targets: data, actuals: data + compared.compactMap(\.before) + compared.compactMap(\.lastYear))
  }
}
