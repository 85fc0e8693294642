/// A UK local authority's financial year: 1 April to 31 March (Local Government Finance Act 1992, section 116).
package struct FinancialYear: Hashable, Comparable, Sendable {
  /// The calendar year in which it starts: 2023 for 2023/24.
  package let first: Int

  package init(_ first: Int) { self.first = first }

  package init(containing day: Day) {
    let (year, month, _) = day.civil
    first = month >= 4 ? year : year - 1
  }

  package static func < (one: FinancialYear, other: FinancialYear) -> Bool { one.first < other.first }

  /// `2023-24`, for addresses and records.
  package var code: String { "\(first)-\(padded((first + 1) % 100, 2))" }
  /// `2023/24`, for people.
  package var name: String { "\(first)/\(padded((first + 1) % 100, 2))" }

  package var period: Period { MadePeriods.years[self, 1] }

  package var twoYears: Period {
    Period(
      start: start, end: start(after: 24), grain: .twoYears, code: "\(first)-\(padded((first + 2) % 100, 2))")
  }

  /// Q1 is April to June.
  package func quarter(_ number: Int) -> Period { MadePeriods.quarters[self, number] }

  package func half(_ number: Int) -> Period { part(number, .halfYear, of: 6, "-H") }

  func makePeriod() -> Period { Period(start: start, end: start(after: 12), grain: .year, code: code) }
  func makeQuarter(_ number: Int) -> Period { part(number, .quarter, of: 3, "-Q") }

  private func part(_ number: Int, _ grain: Period.Grain, of months: Int, _ letter: String) -> Period {
    Period(
      start: start(after: months * (number - 1)), end: start(after: months * number), grain: grain,
      code: code + letter + String(number))
  }

  package var quarters: [Period] { (1...4).map(quarter) }

  private var start: Day { start(after: 0) }

  /// The first day of a month, counted from April.
  private func start(after months: Int) -> Day {
    Day(unchecked: first + (months + 3) / 12, (months + 3) % 12 + 1, 1)
  }
}
