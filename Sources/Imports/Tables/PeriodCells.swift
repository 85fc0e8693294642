import CorporatePlan

/// The periods that cells spell, each spelling read once.
struct PeriodCells {
  enum Found: Equatable {
    case period(Period, number: Int)
    case trouble(SpelledPeriod.Resolution)
  }

  /// What the same words are beside: they are of another year on another sheet, and of another kind in another column.
  private struct Surroundings: Equatable {
    let year: String
    let grain: Period.Grain?
    let context: FinancialYear?
    let word: ColumnMeaning.Word
  }

  private var found: [String: [(Surroundings, Found)]] = [:]

  /// Reads a cell of periods, beside one of years where there is one.
  mutating func period(
    _ text: String, year: String, context: FinancialYear?, frequency: Period.Grain?, word: ColumnMeaning.Word,
    in calendar: PeriodCalendar, _ slots: inout FigureSlots
  ) -> Found {
    let surroundings = Surroundings(year: year, grain: frequency, context: context, word: word)
    if let known = found[text]?.first(where: { $0.0 == surroundings }) { return known.1 }
    let read = PeriodCells.read(text, year, context, frequency, word, calendar)
    let result: Found =
      if case .period(let period) = read { .period(period, number: slots.number(of: period)) } else { .trouble(read) }
    found[text, default: []].append((surroundings, result))
    return result
  }

  private static func read(
    _ text: String, _ year: String, _ context: FinancialYear?, _ frequency: Period.Grain?, _ word: ColumnMeaning.Word,
    _ calendar: PeriodCalendar
  ) -> SpelledPeriod.Resolution {
    if let period = calendar.entered[text] { return .period(period) }
    let said = SpelledPeriod(cell: year)
    if word == .year {
      return SpelledPeriod(cell: text)?.resolved(year: nil, frequency: .year, in: calendar) ?? .unknown
    }
    let own = said?.plain.map { FinancialYear(containing: $0.start) } ?? (year.isEmpty ? context : nil)
    // A column headed "Quarter" or "Month" may hold nothing but the number.
    let number = Int(text.trimmed)
    let spelled: SpelledPeriod? =
      switch (word, number) {
      case (.quarter, let number?) where (1...4).contains(number): .quarter(number)
      case (.month, let number?) where (1...12).contains(number): .month(number)
      default: SpelledPeriod(cell: text)
      }
    // A month beside a calendar year: "2024", "4".
    if case .month(let month)? = spelled, let calendarYear = Int(year.trimmed), (1990...2100).contains(calendarYear) {
      return .period(.month(calendarYear, month))
    }
    let grain: Period.Grain? = word == .quarter ? .quarter : word == .month ? .month : frequency
    return spelled?.resolved(year: own, frequency: grain, in: calendar) ?? .unknown
  }
}
