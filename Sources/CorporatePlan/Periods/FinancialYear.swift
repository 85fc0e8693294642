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

  package var period: Period {
    Period(start: start, end: start.adding(months: 12), grain: .year, code: code)
  }

  package var twoYears: Period {
    Period(
      start: start, end: start.adding(months: 24), grain: .twoYears, code: "\(first)-\(padded((first + 2) % 100, 2))")
  }

  /// Q1 is April to June.
  package func quarter(_ number: Int) -> Period {
    let from = start.adding(months: 3 * (number - 1))
    return Period(start: from, end: from.adding(months: 3), grain: .quarter, code: "\(code)-Q\(number)")
  }

  package func half(_ number: Int) -> Period {
    let from = start.adding(months: 6 * (number - 1))
    return Period(start: from, end: from.adding(months: 6), grain: .halfYear, code: "\(code)-H\(number)")
  }

  package var quarters: [Period] { (1...4).map(quarter) }

  private var start: Day { Day(unchecked: first, 4, 1) }
}
