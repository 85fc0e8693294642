/// The days that a date phrase names, before "end", "early" or "before" choose among them.
struct DateStretch {
  let first: Day
  let last: Day
  let grain: FuzzyDate.Grain

  init(_ first: Day, _ last: Day, _ grain: FuzzyDate.Grain) {
    self.first = first
    self.last = last
    self.grain = grain
  }

  init(_ period: Period, _ grain: FuzzyDate.Grain) { self.init(period.start, period.end + -1, grain) }

  static func day(_ day: Day) -> DateStretch { DateStretch(day, day, .day) }
  static func month(_ month: Int, _ year: Int) -> DateStretch { DateStretch(Period.month(year, month), .month) }
  static func civilYear(_ year: Int) -> DateStretch {
    DateStretch(Day(unchecked: year, 1, 1), Day(unchecked: year, 12, 31), .year)
  }

  /// The last day in time under a qualifier such as "end", "mid" or "before".
  func deadline(_ qualifier: String?) -> Day {
    switch qualifier {
    case "before": first + -1
    case "start", "beginning": first
    case "early": third(1)
    case "mid", "middle": third(2)
    default: last
    }
  }

  /// The last day of its first or second third: of a month the 10th and 20th, of others in months.
  private func third(_ number: Int) -> Day {
    let months = (last + 1).civil.year * 12 + (last + 1).civil.month - first.civil.year * 12 - first.civil.month
    switch grain {
    case .day, .unresolved: return last
    case .month: return first + (10 * number - 1)
    default: return first.adding(months: months * number / 3) + -1
    }
  }
}

/// A season and the school term of the same name.
enum Season: String {
  case spring, summer, autumn, winter

  /// The season that begins in a civil year.
  func stretch(_ year: Int) -> DateStretch {
    let month =
      switch self {
      case .spring: 3
      case .summer: 6
      case .autumn: 9
      case .winter: 12
      }
    let first = Day(unchecked: year, month, 1)
    return DateStretch(first, first.adding(months: 3) + -1, .season)
  }

  /// The school term in a civil year, by when schools have broken up; there is no winter term.
  func term(_ year: Int) -> DateStretch? {
    switch self {
    case .autumn: DateStretch(Day(unchecked: year, 9, 1), Day(unchecked: year, 12, 31), .term)
    case .spring: DateStretch(Day(unchecked: year, 1, 1), Day(unchecked: year, 4, 30), .term)
    case .summer: DateStretch(Day(unchecked: year, 4, 1), Day(unchecked: year, 7, 31), .term)
    case .winter: nil
    }
  }
}
