/// By how much a due date moves: `+3 months`, `-2 weeks`, `10 days`.
struct DueShift: Equatable {
  let count: Int
  let unit: Unit

  enum Unit { case days, weeks, months, years }

  init?(_ text: String) {
    let typed = text.trimmed.lowercased().replacing("\u{2212}", with: "-")
    let sign = typed.first.map { "+-".contains($0) } == true ? typed.first : nil
    let words = (sign == nil ? typed[...] : typed.dropFirst()).split(separator: " ")
    guard words.count == 2, let count = Int(words[0]), (1...1000).contains(count) else { return nil }
    switch words[1] {
    case "day", "days": unit = .days
    case "week", "weeks": unit = .weeks
    case "month", "months": unit = .months
    case "year", "years": unit = .years
    default: return nil
    }
    self.count = sign == "-" ? -count : count
  }

  /// The last day of a month stays the last: 28 February and a month are 31 March.
  func moved(_ day: Day) -> Day {
    switch unit {
    case .days: day + count
    case .weeks: day + 7 * count
    case .months, .years:
      isLast(day)
        ? (day + 1).adding(months: months) + -1
        : day.adding(months: months)
    }
  }

  private var months: Int { unit == .years ? 12 * count : count }

  private func isLast(_ day: Day) -> Bool { (day + 1).civil.day == 1 }
}
