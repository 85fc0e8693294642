/// The parts of the financial years that most figures are of, each made once: a rating asks for several, and most of what
/// one costs is spelling its code.
struct MadePeriods: Sendable {
  static let quarters = MadePeriods(of: 4) { $0.makeQuarter($1) }
  static let years = MadePeriods(of: 1) { year, _ in year.makePeriod() }

  private static let span = 1990..<2060

  private let perYear: Int
  private let made: [Period]
  private let make: @Sendable (FinancialYear, Int) -> Period

  private init(of perYear: Int, _ make: @escaping @Sendable (FinancialYear, Int) -> Period) {
    (self.perYear, self.make) = (perYear, make)
    made = MadePeriods.span.flatMap { year in (1...perYear).map { make(FinancialYear(year), $0) } }
  }

  /// The part of that number, counted from 1.
  subscript(year: FinancialYear, number: Int) -> Period {
    guard MadePeriods.span.contains(year.first), number >= 1, number <= perYear else { return make(year, number) }
    return made[(year.first - MadePeriods.span.lowerBound) * perYear + number - 1]
  }
}
