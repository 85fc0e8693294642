/// What was returned for a period, or what was made of what was returned for its parts.
package struct Returned: Equatable, Sendable {
  package let value: Value
  package let state: Actual.State

  package init(_ value: Value, _ state: Actual.State) {
    self.value = value
    self.state = state
  }
}

extension Actual {
  var returned: Returned { Returned(value, state) }
}

extension Actual.State {
  /// The state of what is made of parts: as uncertain as the least certain of them, and revised when one of them was.
  init(of parts: some Sequence<Actual.State>) {
    let states = Set(parts)
    self = [.estimated, .provisional, .revised].first { states.contains($0) } ?? .final
  }
}

/// Figures of a span from the figures of its parts (domain, section 2.6). Each is `nil` unless every part was returned.
extension Readings {
  /// What the parts make.
  package func whole(of parts: [Period], by aggregation: Aggregation) -> Returned? {
    guard let last = parts.last else { return nil }
    // The newest stands, a reason for its absence too: an earlier one would pass for it.
    if aggregation == .last { return actual(in: last)?.returned }
    let all = parts.compactMap(actual(in:))
    guard all.count == parts.count else { return nil }
    let state = Actual.State(of: all.map(\.state))
    // 0 out of 0 adds nothing to either side of a ratio.
    let counted = aggregation == .ratio ? all.filter { $0.value != .missing(.noActivity) } : all
    guard !counted.isEmpty else { return Returned(.missing(.noActivity), state) }
    // What is made of a figure that is withheld would give it away.
    if counted.contains(where: { $0.value == .missing(.suppressed) }) {
      return Returned(.missing(.suppressed), state)
    }
    let figures = counted.compactMap(\.value.figure)
    guard figures.count == counted.count, let made = aggregation.aggregate(figures, expected: parts.count) else {
      return nil
    }
    return Returned(.figure(made.figure), state)
  }

  /// From 1 April to a period's end, of flows collected in that grain.
  package func yearToDate(to period: Period, of grain: Period.Grain, by aggregation: Aggregation) -> Returned? {
    let year = FinancialYear(containing: period.end + -1).period
    return whole(of: Period.run(grain, from: year.start, to: period.end), by: aggregation)
  }

  /// The months up to a period's end, of flows collected in that grain: the last four quarters, or twelve months.
  package func rolling(
    months: Int, to period: Period, of grain: Period.Grain, by aggregation: Aggregation
  ) -> Returned? {
    whole(of: Period.run(grain, from: period.end.adding(months: -months), to: period.end), by: aggregation)
  }

  /// The whole year: what was returned for it, otherwise what its parts make.
  package func outturn(of year: FinancialYear, of grain: Period.Grain, by aggregation: Aggregation) -> Returned? {
    actual(in: year.period)?.returned ?? whole(of: year.period.parts(grain), by: aggregation)
  }

  /// A year in which a two-year period of these starts; even years when there is none.
  var twoYearsAnchor: FinancialYear {
    let period = (targets.map(\.period) + actuals.map(\.period)).filter { $0.grain == .twoYears }.max()
    return period.map { FinancialYear(containing: $0.start) } ?? FinancialYear(2000)
  }
}
