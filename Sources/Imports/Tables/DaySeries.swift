import CorporatePlan
import Documents

/// The days that figures of one indicator are given for, from which it can be told how often they are given: "30/06/2025"
/// ends a month and a quarter, "31/03/2025" a year as well.
struct DaySeries {
  private(set) var days: Set<Day> = []

  init(_ days: some Sequence<Day> = []) { self.days = Set(days) }

  mutating func insert(_ day: Day) { days.insert(day) }

  /// Of which periods the figures are; `nil` where only a person can tell.
  ///
  /// - Parameters:
  ///   - known: how often the indicator is collected.
  ///   - period: the period that the file is for.
  ///   - months: whether figures of other indicators beside it are those of months.
  func grain(known: Period.Grain? = nil, of period: Period? = nil, besideMonths months: Bool = false) -> Period.Grain? {
    if let known { return grain(known: known) }
    if let period, days.allSatisfy({ $0 == period.start || $0 + 1 == period.end }) { return period.grain }
    let least = longest
    switch (least, apart) {
    // The day before a quarter begins says so; its first day may be a month as a spreadsheet keeps it.
    case (3, nil): return days.first?.isLastOfMonth == true && !months ? .quarter : nil
    case (3, let apart?) where apart <= 6: return .quarter
    case (6, 6?): return .halfYear
    case (12, 12?): return .year
    case (1, nil): return .month
    case (0, 1?), (1, 1?), (1, 2?): return .month
    default: return nil
    }
  }

  /// Days that lie amid the periods of an indicator are of finer ones.
  private func grain(known: Period.Grain) -> Period.Grain? {
    guard known == .quarter || known == .halfYear else { return known }
    let length = known == .quarter ? 3 : 6
    if days.allSatisfy({ $0.begins >= length || ($0.civil.month % length) == (length == 3 ? 0 : 3) }) { return known }
    return longest > 0 ? .month : nil
  }

  /// Whether each of the days begins or ends such a period.
  func mayBe(_ grain: Period.Grain) -> Bool { grain.months.map { $0 <= longest } ?? false }

  /// The months of the longest period that each of the days begins or ends; 0 where one lies amid a month.
  private var longest: Int { days.map { max($0.begins, ($0 + 1).begins) }.min() ?? 0 }

  /// The fewest months between two of them; `nil` for a single day.
  private var apart: Int? {
    let months = days.map { $0.civil.year * 12 + $0.civil.month }.sorted()
    return zip(months.dropFirst(), months).map { $0 - $1 }.min()
  }

  /// What the days may stand for.
  var choices: [Period.Grain] {
    switch longest {
    case 0, 3: [.month, .quarter, .year]
    case 1: [.month, .year]
    default: [.month, .quarter, .halfYear, .year]
    }
  }

  /// One of them, for a question.
  var newest: Day? { days.max() }
}

extension Day {
  /// The months of the longest period that begins on this day; 0 for none.
  fileprivate var begins: Int {
    let (_, month, day) = civil
    guard day == 1 else { return 0 }
    switch month {
    case 4: return 12
    case 10: return 6
    case 1, 7: return 3
    default: return 1
    }
  }

  fileprivate var isLastOfMonth: Bool { (self + 1).civil.day == 1 }
}

/// The days that the rows of a table are of, by indicator.
struct RowDays {
  /// By the number of the text.
  private let days: [Day?]
  /// By what names the indicator of a row.
  private var series: [Int: DaySeries] = [:]
  private var settled: [Int: Period.Grain?] = [:]
  private var hasMonths = false
  /// Of which periods the rows are that name no day, where all are of one kind.
  private let beside: Period.Grain?

  /// `nil` where no period is a day.
  init?(_ periods: DistinctColumn) {
    let spelled = periods.texts.map { SpelledPeriod(cell: $0) }
    days = spelled.map { $0?.day }
    if days.allSatisfy({ $0 == nil }) { return nil }
    let others = Set(spelled.compactMap { $0?.grain })
    beside = others.count == 1 ? others.first : nil
  }

  mutating func insert(row text: Int32, of key: Int) {
    if let day = days[Int(text)] { series[key, default: DaySeries()].insert(day) }
  }

  /// Looks at all of them together, once they are there.
  mutating func look() { hasMonths = series.values.contains { $0.grain() == .month } }

  func isDay(_ text: Int32) -> Bool { days[Int(text)] != nil }

  /// What was found out of an indicator: `.some(nil)` where it stays open.
  func known(_ key: Int) -> Period.Grain?? { settled[key] }

  mutating func settle(_ key: Int, _ grain: Period.Grain?) { settled[key] = .some(grain) }

  func series(_ key: Int) -> DaySeries { series[key] ?? DaySeries() }

  func grain(_ key: Int, known: Period.Grain?, of period: Period?) -> Period.Grain? {
    let own = series(key)
    // 30 June is no year's end, whatever other rows are of.
    return own.grain(known: known ?? beside.flatMap { own.mayBe($0) ? $0 : nil }, of: period, besideMonths: hasMonths)
  }
}

extension SpelledPeriod {
  /// What kind of period the words name; `nil` for a day, and for what can be read in two ways.
  fileprivate var grain: Period.Grain? {
    switch self {
    case .period(let period): period.grain
    case .quarter: .quarter
    case .month: .month
    case .half: .halfYear
    case .term: .term
    case .day, .ambiguous: nil
    }
  }
}
