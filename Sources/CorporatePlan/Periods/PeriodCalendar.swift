/// A council's periods: those that follow from the financial year, and the terms and waves it has entered.
package struct PeriodCalendar: Sendable {
  /// Terms and survey waves by code.
  package private(set) var entered: [String: Period] = [:]

  package init() {}

  package mutating func enter(_ period: Period) { entered[period.code] = period }
  package mutating func remove(code: String) { entered[code] = nil }

  /// The period of that code; `nil` for a code that is neither regular nor entered.
  package func period(_ code: String) -> Period? { entered[code] ?? Period(code) }

  /// The period of that grain which ended last on or before a day; `nil` when a term or wave has not been entered.
  package func latest(
    _ grain: Period.Grain, endedBy day: Day, twoYearsFrom anchor: FinancialYear = FinancialYear(2000)
  ) -> Period? {
    guard let months = grain.months else {
      return entered.values.filter { $0.grain == grain && $0.end <= day }.max()
    }
    return Period.containing(day.adding(months: -months), grain, twoYearsFrom: anchor)
  }

  /// The period of the same grain so many before.
  package func earlier(than period: Period, by count: Int) -> Period? {
    guard period.grain == .term || period.grain == .wave else { return period.earlier(by: count) }
    let before = entered.values.filter { $0.grain == period.grain && $0.end <= period.end }.sorted()
    let index = before.count - 1 - count
    return before.indices.contains(index) ? before[index] : nil
  }

  /// The same period of the year before: of a term, the one whose start is nearest to a year earlier.
  package func aYearEarlier(than period: Period) -> Period? {
    guard period.grain == .term || period.grain == .wave else { return period.aYearEarlier }
    let wanted = period.start.adding(months: -12)
    let nearest = entered.values.filter { $0.grain == period.grain && $0.end <= period.start }
      .min { abs($0.start - wanted) < abs($1.start - wanted) }
    return nearest.flatMap { abs($0.start - wanted) <= 45 ? $0 : nil }
  }

  /// What an indicator owes in a reporting period: the newest of its periods that ended within it, taken back by the
  /// lag of its data (domain, section 2.7); `nil` when none ended, as for a termly indicator in Q1.
  package func dataPeriod(
    for grain: Period.Grain, lag: Int, reporting: Period, twoYearsFrom anchor: FinancialYear = FinancialYear(2000)
  ) -> Period? {
    guard let newest = latest(grain, endedBy: reporting.end, twoYearsFrom: anchor), newest.end > reporting.start else {
      return nil
    }
    return lag == 0 ? newest : earlier(than: newest, by: lag)
  }
}
