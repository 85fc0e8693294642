/// How an indicator stands in a reporting period: what was returned, what the rule says, what the source printed and
/// what an officer decided, side by side.
package struct IndicatorStanding: Sendable {
  package let indicator: Indicator
  /// The period of its data, which is the reporting period itself or, in arrears, an earlier one; `nil` when it owes
  /// nothing this time.
  package let dataPeriod: Period?
  package let target: TargetExpression?
  package let value: Value
  package let state: Actual.State
  /// Whether somebody returned it, even as missing.
  package let isReturned: Bool
  package let rating: Rating
  package let printed: PrintedStatus?
  package let override: StatusOverride?
  package let previous: Value?
  package let lastYear: Value?
  /// Against the period before.
  package let short: Trend
  /// Against the same period last year.
  package let long: Trend

  package var isDue: Bool { dataPeriod != nil }
  package var hasData: Bool { value.figure != nil || isState }
  /// Whether the data are of an earlier period than the report.
  package func isInArrears(_ reporting: Period) -> Bool { dataPeriod.map { $0.end < reporting.end } ?? false }

  /// What counts: the officer's status where there is one, otherwise the rule's.
  package var outcome: Rating.Outcome { override.map { .rated($0.status) } ?? rating.outcome }
  package var status: Status? {
    if case .rated(let status) = outcome { return status }
    return nil
  }

  /// Whether the source printed another status than the one that counts.
  package var printedDiffers: Bool { printed.map { $0.status != status } ?? false }

  private var isState: Bool {
    if case .state = value { return true }
    return false
  }
}

extension Book {
  /// How an indicator stands in a reporting period.
  package func standing(of indicator: Indicator, in reporting: Period) -> IndicatorStanding {
    let readings = readings[indicator.id] ?? Readings()
    let dataPeriod = dataPeriod(of: indicator, in: reporting)
    let actual = dataPeriod.flatMap { figure(of: indicator, readings, in: $0) }
    let target = dataPeriod.flatMap { readings.target(in: $0) }?.expression
    let value = actual?.value ?? .missing(dataPeriod == nil ? .notDue : .notReturned)
    let earlier = dataPeriod.flatMap { calendar.earlier(than: $0, by: 1) }
      .flatMap { figure(of: indicator, readings, in: $0) }?.value
    let lastYear = dataPeriod.flatMap { calendar.aYearEarlier(than: $0) }
      .flatMap { figure(of: indicator, readings, in: $0) }?.value
    let bounds = indicator.lower.flatMap { low in indicator.upper.flatMap { low <= $0 ? low...$0 : nil } }
    func trend(since other: Value?) -> Trend {
      // What is printed are the figures as they were typed, so that is what must look alike to be the same.
      Trend(value.figure, since: other?.figure, indicator.polarity, bounds: bounds)
    }
    var given = RatedReturn(polarity: indicator.polarity, actual: value, target: target)
    (given.lower, given.upper, given.tolerance) = (indicator.lower, indicator.upper, indicator.tolerance)
    (given.green, given.amber, given.decimals) = (indicator.green, indicator.amber, indicator.decimals)
    (given.previous, given.samePeriodLastYear) = (earlier?.figure, lastYear?.figure)
    given.sayUnit(indicator.unit)
    let key = "\(indicator.id)@\(reporting.code)"
    return IndicatorStanding(
      indicator: indicator, dataPeriod: dataPeriod, target: target, value: value, state: actual?.state ?? .final,
      isReturned: actual != nil, rating: rating(of: given, indicator.id, reporting), printed: printed[key],
      override: overrides[key], previous: earlier, lastYear: lastYear,
      short: indicator.frame.accumulates ? .none : trend(since: earlier), long: trend(since: lastYear))
  }

  private func rating(of given: RatedReturn, _ indicator: String, _ reporting: Period) -> Rating {
    guard let (rule, version) = rule(for: indicator, in: reporting) else {
      return .undetermined("the council has set no rating rule for this period", by: RuleVersion("none"))
    }
    return rule.rate(given, version: version)
  }

  /// The period whose figure is due in a report. An indicator collected more often than the report comes out owes one
  /// figure for the whole reporting period.
  private func dataPeriod(of indicator: Indicator, in reporting: Period) -> Period? {
    let grain = indicator.frequency == .month && reporting.grain != .month ? reporting.grain : indicator.frequency
    return calendar.dataPeriod(for: grain, lag: indicator.lag, reporting: reporting)
  }

  /// What was returned for a period, or what its parts add up to when all of them were.
  func figure(
    of indicator: Indicator, _ readings: Readings, in period: Period
  ) -> (value: Value, state: Actual.State)? {
    if let actual = readings.actual(in: period) { return (actual.value, actual.state) }
    guard indicator.frequency == .month, period.grain != .month else { return nil }
    let parts = readings.actuals.filter { period.start <= $0.period.start && $0.period.end <= period.end }
    let expected =
      (period.end.civil.year - period.start.civil.year) * 12 + period.end.civil.month - period.start.civil.month
    let figures = parts.compactMap(\.value.figure)
    guard figures.count == expected || (indicator.aggregation == .last && parts.last?.period.end == period.end),
      let aggregate = indicator.aggregation.aggregate(figures, expected: expected)
    else { return nil }
    let isOpen = parts.contains { $0.state == .provisional }
    return (.figure(aggregate.figure), isOpen ? .provisional : .final)
  }
}
