/// How an indicator stands in a reporting period: what was returned, what the rule says, what the source printed and
/// what an officer decided, side by side. Never changed, and much is made of hundreds of them, so that they are shared.
package final class IndicatorStanding: Sendable {
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
  /// An officer's decision. It counts only where there are data to decide on, so that no more are rated than have data;
  /// a check finds the others.
  package let override: StatusOverride?
  package let previous: Value?
  package let lastYear: Value?
  /// Against the period before.
  package let short: Trend
  /// Against the same period last year.
  package let long: Trend

  init(
    indicator: Indicator, dataPeriod: Period?, target: TargetExpression?, value: Value, state: Actual.State,
    isReturned: Bool, rating: Rating, printed: PrintedStatus?, override: StatusOverride?, previous: Value?,
    lastYear: Value?, short: Trend, long: Trend
  ) {
    (self.indicator, self.dataPeriod, self.target) = (indicator, dataPeriod, target)
    (self.value, self.state, self.isReturned) = (value, state, isReturned)
    (self.rating, self.printed, self.override) = (rating, printed, override)
    (self.previous, self.lastYear, self.short, self.long) = (previous, lastYear, short, long)
  }

  package var isDue: Bool { dataPeriod != nil }
  package var hasData: Bool { value.isGiven }
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
}

extension Value {
  /// Whether it is a figure or a state rather than the reason for having none.
  fileprivate var isGiven: Bool {
    if case .missing = self { return false }
    return true
  }
}

extension Book {
  /// Why nothing was returned in a reporting period: because nobody did, or because nobody was to, then or in a quarter of
  /// the year that is reported.
  package func absence(of subject: RecordID, in reporting: Period) -> MissingReason {
    let asked = reporting.grain == .year ? FinancialYear(containing: reporting.start).quarters : []
    let isWaived = ([reporting] + asked).contains { waivers[Waiver(subject, in: $0, reason: "").id] != nil }
    return isWaived ? .waived : .notReturned
  }

  /// How an indicator stands in a reporting period.
  package func standing(of indicator: Indicator, in reporting: Period) -> IndicatorStanding {
    let readings = readings[indicator.id] ?? Readings()
    let dataPeriod = dataPeriod(of: indicator, readings, in: reporting)
    let actual = dataPeriod.flatMap { figure(of: indicator, readings, in: $0) }
    let target = dataPeriod.flatMap { self.target(of: indicator, readings, in: $0) }
    let returned = actual?.value ?? .missing(.notReturned)
    let value =
      returned != .missing(.notReturned)
      ? returned : .missing(dataPeriod == nil ? .notDue : absence(of: indicator.recordID, in: reporting))
    let (periodBefore, periodLastYear) = comparedPeriods(dataPeriod)
    let earlier = periodBefore.flatMap { figure(of: indicator, readings, in: $0) }?.value
    let lastYear = periodLastYear.flatMap { figure(of: indicator, readings, in: $0) }?.value
    /// The figure of another period, when it is of the same definition as this one's.
    func comparable(_ other: Value?, _ period: Period?) -> Figure? {
      guard let dataPeriod, let period, indicator.compares(dataPeriod, with: period) else { return nil }
      return other?.figure
    }
    let (before, yearAgo) = (comparable(earlier, periodBefore), comparable(lastYear, periodLastYear))
    let bounds = indicator.lower.flatMap { low in indicator.upper.flatMap { low <= $0 ? low...$0 : nil } }
    func trend(since other: Figure?) -> Trend {
      // What is printed are the figures as they were typed, so that is what must look alike to be the same.
      Trend(value.figure, since: other, indicator.polarity, bounds: bounds, deadBand: indicator.deadBand)
    }
    func given() -> RatedReturn {
      var given = RatedReturn(polarity: indicator.polarity, actual: value, target: target)
      (given.lower, given.upper, given.tolerance) = (indicator.lower, indicator.upper, indicator.tolerance)
      (given.green, given.amber, given.decimals) = (indicator.green, indicator.amber, indicator.decimals)
      (given.previous, given.samePeriodLastYear) = (before, yearAgo)
      given.sayUnit(indicator.unit)
      return given
    }
    return IndicatorStanding(
      indicator: indicator, dataPeriod: dataPeriod, target: target, value: value, state: actual?.state ?? .final,
      isReturned: actual != nil, rating: rating(of: given, indicator.id, reporting),
      printed: Book.row(of: indicator, in: reporting, printed),
      override: value.isGiven ? Book.row(of: indicator, in: reporting, overrides) : nil, previous: earlier,
      lastYear: lastYear, short: indicator.frame.accumulates ? .none : trend(since: before),
      long: trend(since: yearAgo))
  }

  /// The period before that of the data, and the same period of the year before.
  func comparedPeriods(_ data: Period?) -> (before: Period?, lastYear: Period?) {
    (data.flatMap { calendar.earlier(than: $0, by: 1) }, data.flatMap { calendar.aYearEarlier(than: $0) })
  }

  /// What a table holds of an indicator and a reporting period; few councils have anything in those.
  private static func row<Row>(of indicator: Indicator, in reporting: Period, _ table: Table<Row>) -> Row? {
    table.isEmpty ? nil : table["\(indicator.id)@\(reporting.code)"]
  }

  private func rating(of given: () -> RatedReturn, _ indicator: String, _ reporting: Period) -> Rating {
    guard let (rule, version) = rule(for: indicator, in: reporting) else { return Book.withoutRule }
    return rule.rate(given(), version: version)
  }

  private static let withoutRule = Rating.undetermined(
    "the council has set no rating rule for this period", by: RuleVersion("none"))

  /// The period whose figure is due in a report. An indicator collected more often than the report comes out owes one
  /// figure for the whole reporting period, or in arrears for the newest whole one whose data are there.
  func dataPeriod(of indicator: Indicator, _ readings: Readings, in reporting: Period) -> Period? {
    if let whole = wholePeriod(of: indicator, in: reporting),
      // Quarters which nobody adds up, and nothing for the year itself: the newest quarter is what there is.
      indicator.frequency == .month || indicator.aggregation != .manual || readings.actual(in: whole) != nil
        || readings.target(in: whole) != nil
    {
      return whole
    }
    return ownPeriod(of: indicator, readings, in: reporting)
  }

  /// The whole reporting period that the parts of an indicator are collected for; `nil` where they are no parts.
  func wholePeriod(of indicator: Indicator, in reporting: Period) -> Period? {
    guard let months = indicator.frequency.months, let span = reporting.grain.months, months < span else { return nil }
    return calendar.latest(
      reporting.grain, endedBy: reporting.end.adding(months: -indicator.lag * months),
      twoYearsFrom: FinancialYear(containing: reporting.start))
  }

  /// The newest period of its own that is due.
  func ownPeriod(of indicator: Indicator, _ readings: Readings, in reporting: Period) -> Period? {
    calendar.dataPeriod(
      for: indicator.frequency, lag: indicator.lag, reporting: reporting,
      twoYearsFrom: indicator.frequency == .twoYears ? readings.twoYearsAnchor : FinancialYear(2000))
  }

  /// The target of a period; of a figure that is the newest of its parts, that part's when the whole has none.
  private func target(of indicator: Indicator, _ readings: Readings, in period: Period) -> TargetExpression? {
    if let target = readings.target(in: period) { return target.expression }
    guard indicator.aggregation == .last, let last = period.parts(indicator.frequency).last else { return nil }
    return readings.target(in: last)?.expression
  }

  /// What was returned for a period, or what its parts make when all of them were.
  func figure(of indicator: Indicator, _ readings: Readings, in period: Period) -> Returned? {
    readings.returned(in: period) ?? derived(indicator, in: period)
      ?? readings.whole(of: period.parts(indicator.frequency), by: indicator.aggregation)
  }

  /// What the flows of another indicator make in this one's frame.
  private func derived(_ indicator: Indicator, in period: Period) -> Returned? {
    guard let source = indicator.derivedFrom.flatMap({ indicators[$0] }), source.frame == .flow,
      [.sum, .ratio].contains(source.aggregation), let flows = readings[source.id]
    else { return nil }
    switch indicator.frame {
    case .yearToDate: return flows.yearToDate(to: period, of: source.frequency, by: source.aggregation)
    case .rolling(let months):
      return flows.rolling(months: months, to: period, of: source.frequency, by: source.aggregation)
    case .flow, .stock, .wave: return nil
    }
  }
}

extension Indicator {
  /// Whether figures of two periods are of one definition.
  fileprivate func compares(_ period: Period, with other: Period) -> Bool {
    guard let start = comparableFrom else { return true }
    return (start <= period.start && start <= other.start) || (period.end <= start && other.end <= start)
  }
}
