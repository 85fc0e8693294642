/// A span of days that figures are for: half-open, with its grain and the name it is known by.
package struct Period: Hashable, Sendable {
  package let start: Day
  /// The first day after it.
  package let end: Day
  package let grain: Grain
  /// Short, stable and readable: `2023-24-Q2`, `2023-M09`, `2023-24`, `2023-24-autumn`.
  package let code: String

  package enum Grain: String, Sendable, CaseIterable {
    case month
    case quarter
    /// A school term; its dates are the council's own.
    case term
    case halfYear = "half-year"
    case year
    case twoYears = "two years"
    /// One round of a survey; its dates are the council's own.
    case wave

    /// How many months it has; `nil` for those with dates of the council's own.
    package var months: Int? {
      switch self {
      case .month: 1
      case .quarter: 3
      case .halfYear: 6
      case .year: 12
      case .twoYears: 24
      case .term, .wave: nil
      }
    }
  }

  /// A period with dates of the council's own: a school term or a survey wave. `nil` when it would end before it starts,
  /// and for a code that is a regular period's or would break the ids it stands in (`visits@2023-24-autumn`).
  package init?(_ grain: Grain, code: String, start: Day, end: Day) {
    guard start < end, grain == .term || grain == .wave, Period.isFree(code) else { return nil }
    self.init(start: start, end: end, grain: grain, code: code)
  }

  init(start: Day, end: Day, grain: Grain, code: String) {
    self.start = start
    self.end = end
    self.grain = grain
    self.code = code
  }

  /// Whether the council may give that code to a term or wave.
  static func isFree(_ code: String) -> Bool { !code.isEmpty && !code.contains("@") && Period(code) == nil }

  package func contains(_ day: Day) -> Bool { start <= day && day < end }

  /// Whether a span from the one day until the other, open where it is `nil`, has a day in this period.
  package func overlaps(from first: Day?, until last: Day?) -> Bool {
    (first.map { $0 < end } ?? true) && (last.map { start < $0 } ?? true)
  }
}

extension Period: Comparable {
  package static func < (one: Period, other: Period) -> Bool {
    (one.end, one.start, one.code) < (other.end, other.start, other.code)
  }
}

extension Period {
  /// Reads the code of a period whose dates follow from it: all but terms and waves. A period has one spelling, since
  /// records are told apart by it: `2023-M9` and `2023-24-Q+2` are no codes.
  package init?(_ code: String) {
    guard let period = Period(anySpelling: code), period.code == code else { return nil }
    self = period
  }

  private init?(anySpelling code: String) {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first), (1900...2200).contains(year) else {
      return nil
    }
    let financial = FinancialYear(year)
    switch parts.count {
    case 2 where parts[1].utf8.count == 2:
      guard let second = Int(parts[1]) else { return nil }
      // `2011-12` is a financial year: months are written with an M.
      switch second {
      case (year + 1) % 100: self = financial.period
      case (year + 2) % 100: self = financial.twoYears
      default: return nil
      }
    case 2 where parts[1].hasPrefix("M"):
      guard let month = Int(parts[1].dropFirst()), (1...12).contains(month) else { return nil }
      self = Period.month(year, month)
    case 3 where parts[1] == financial.code.suffix(2):
      guard let kind = parts[2].first, let number = Int(parts[2].dropFirst()) else { return nil }
      switch (kind, number) {
      case ("Q", 1...4): self = financial.quarter(number)
      case ("H", 1...2): self = financial.half(number)
      default: return nil
      }
    default: return nil
    }
  }

  /// A month of the civil year, `2023-M09`.
  package static func month(_ year: Int, _ month: Int) -> Period {
    let start = Day(unchecked: year, month, 1)
    return Period(start: start, end: start.adding(months: 1), grain: .month, code: "\(year)-M\(padded(month, 2))")
  }

  /// `Q2 2023/24`, `September 2023`, `2023/24`.
  package var name: String {
    let year = FinancialYear(containing: start)
    switch grain {
    case .month: return "\(Day.months[start.civil.month - 1]) \(start.civil.year)"
    case .quarter: return "Q\(code.suffix(1)) \(year.name)"
    case .halfYear: return "half-year \(code.suffix(1)) \(year.name)"
    case .year: return year.name
    case .twoYears: return "\(year.first)–\(padded((year.first + 2) % 100, 2))"
    case .term: return termName
    case .wave: return code.replacing("-", with: " ")
    }
  }

  /// The periods of a finer grain that make up this one, in order; empty when that grain is not finer or has dates of the
  /// council's own.
  package func parts(_ grain: Grain) -> [Period] {
    guard let size = grain.months, let own = self.grain.months, size < own else { return [] }
    return Period.run(grain, from: start, to: end)
  }

  /// The periods of a grain from one day to another; empty when they don't fill the span exactly.
  static func run(_ grain: Grain, from start: Day, to end: Day) -> [Period] {
    guard let size = grain.months else { return [] }
    var periods: [Period] = []
    var day = start
    while day < end, let period = Period.containing(day, grain), period.start == day {
      periods.append(period)
      day = day.adding(months: size)
    }
    return day == end ? periods : []
  }

  /// The period of the same grain so many before this one; `nil` for terms and waves, which the calendar knows.
  package func earlier(by count: Int) -> Period? {
    if grain == .twoYears { return FinancialYear(FinancialYear(containing: start).first - 2 * count).twoYears }
    guard let months = grain.months else { return nil }
    return Period.containing(start.adding(months: -count * months), grain)
  }

  /// The same period of the year before; `nil` for terms and waves.
  package var aYearEarlier: Period? {
    grain == .twoYears ? earlier(by: 1) : grain.months.flatMap { earlier(by: 12 / $0) }
  }

  /// The period of that grain which holds a day; `nil` for terms and waves.
  ///
  /// - Parameter anchor: a year in which a two-year period starts; by default they start in even years.
  package static func containing(
    _ day: Day, _ grain: Grain, twoYearsFrom anchor: FinancialYear = FinancialYear(2000)
  ) -> Period? {
    let civil = day.civil
    let year = FinancialYear(civil.month >= 4 ? civil.year : civil.year - 1)
    let month = (civil.month + 8) % 12
    switch grain {
    case .month: return .month(civil.year, civil.month)
    case .quarter: return year.quarter(month / 3 + 1)
    case .halfYear: return year.half(month / 6 + 1)
    case .year: return year.period
    case .twoYears: return FinancialYear(year.first - (year.first - anchor.first) & 1).twoYears
    case .term, .wave: return nil
    }
  }
}

extension Period {
  /// `2024-25-summer` is the "summer term 2024/25".
  fileprivate var termName: String {
    let parts = code.split(separator: "-").map(String.init)
    guard parts.count >= 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, Int(parts[0]) != nil,
      Int(parts[1]) != nil
    else { return code.replacing("-", with: " ") }
    return "\(parts.dropFirst(2).joined(separator: " ")) term \(parts[0])/\(parts[1])"
  }
}
