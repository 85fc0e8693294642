import CorporatePlan

/// Reads the quarters that a text names: "Q2 2023-24", "Quarter 2 2023/24", "2023/24 Q2", "Q2 of 2023/2024".
enum PrintedPeriod {
  static func all(in text: String) -> [Period] {
    // Most texts name no year, which is quick to see.
    guard text.holds("20") else { return [] }
    let tokens = PeriodTokens(text)
    var (periods, place): ([Period], Int) = ([], 0)
    while place < tokens.all.count {
      guard let (spelled, count) = tokens.period(at: place) else {
        place += 1
        continue
      }
      if let period = spelled.plain, period.grain == .quarter { periods.append(period) }
      place += count
    }
    return periods
  }
}
