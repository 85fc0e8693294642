import CorporatePlan

/// A period as people spell it, as far as the words themselves say: "Q1 2024/25" is one, "Q1" lacks its year.
enum SpelledPeriod: Hashable {
  case period(Period)
  /// A day stands for the period it lies in, when the frequency is known.
  case day(Day)
  /// Of a year that is said elsewhere: in another column, in the title.
  case quarter(Int)
  case month(Int)
  case half(Int)
  /// `summer`, and what the year may be.
  case term(String, [FinancialYear])
  /// "Q1 2024" is April to June for some and January to March for others.
  case ambiguous([Period])
}

extension SpelledPeriod {
  /// What a spelling comes to, beside what else is known.
  enum Resolution: Equatable {
    case period(Period)
    /// It could be any of these.
    case unclear([Period])
    /// Terms have dates of the council's own, which nobody has entered.
    case termNotEntered(String)
    /// The year or the frequency is not known.
    case unknown
  }

  func resolved(year: FinancialYear?, frequency: Period.Grain?, in calendar: PeriodCalendar) -> Resolution {
    switch self {
    case .period(let period): return .period(period)
    case .ambiguous(let periods): return .unclear(periods)
    case .quarter(let number): return year.map { .period($0.quarter(number)) } ?? .unknown
    case .half(let number): return year.map { .period($0.half(number)) } ?? .unknown
    case .month(let month): return year.map { .period($0.month(month)) } ?? .unknown
    case .day(let day):
      guard let frequency else { return .unknown }
      if let period = Period.containing(day, frequency) { return .period(period) }
      let entered = calendar.entered.values.filter { $0.grain == frequency && $0.contains(day) }
      return entered.count == 1 ? .period(entered[0]) : .unknown
    case .term(let season, let said):
      let years = said.isEmpty ? year.map { [$0] } ?? [] : said
      let found = years.compactMap { calendar.period("\($0.code)-\(season)") }
      if found.count == 1, years.count == 1 { return .period(found[0]) }
      if found.isEmpty { return .termNotEntered(years.first.map { "\($0.code)-\(season)" } ?? season) }
      return .unclear(found)
    }
  }
}

extension FinancialYear {
  /// The month of that number, which lies in the second calendar year from January to March.
  func month(_ month: Int) -> Period { .month(month >= 4 ? first : first + 1, month) }
}

extension SpelledPeriod {
  /// Reads a cell that holds a period and nothing else; `nil` for anything else.
  init?(cell text: String) {
    guard let (spelled, rest) = SpelledPeriod.find(in: text) else { return nil }
    let words = rest.split(separator: " ")
    guard words.allSatisfy(SpelledPeriod.filling.contains) else { return nil }
    self = words.isEmpty ? spelled : spelled.ending(words)
  }

  /// "Quarter ending 30/06/2025" says of what the day is the end.
  private func ending(_ words: [Substring]) -> SpelledPeriod {
    guard case .day(let day) = self else { return self }
    let grains: [Substring: Period.Grain] = ["month": .month, "quarter": .quarter, "year": .year]
    let ended = words.compactMap { grains[$0] }.compactMap { Period.containing(day, $0) }
    return ended.first { $0.end == day + 1 }.map(SpelledPeriod.period) ?? self
  }

  private static let filling: Set<Substring> = [
    "quarter", "year", "month", "term", "annual", "full", "ending", "ended", "as", "at",
  ]

  /// The first period that a text names, and the words around it in lower case.
  static func find(in text: String) -> (SpelledPeriod, rest: String)? {
    // A long text without a digit names no period that a table would.
    guard text.utf8.count <= 40 || text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let tokens = PeriodTokens(text)
    for start in tokens.all.indices {
      guard tokens.mayBegin(at: start), let (spelled, count) = tokens.period(at: start) else { continue }
      let words = tokens.all[..<start] + tokens.all[(start + count)...]
      let rest = words.map { ($0.isGlued ? "" : " ") + $0.text }.joined()
      return (spelled, rest.trimmed)
    }
    return nil
  }
}
