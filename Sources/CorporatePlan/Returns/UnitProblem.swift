/// That a figure was typed in another unit than its indicator's, so that it can't be held against a target or the figures
/// before it.
struct UnitProblem {
  let problem: EntryProblem

  init?(_ value: Value, for indicator: Indicator, in reporting: Period, _ book: Book) {
    let standing = book.standing(of: indicator, in: reporting)
    let earlier = book.readings[indicator.id]?.actuals.last { $0.value.figure != nil }?.value.figure
    let known = [standing.target?.figure, earlier].compactMap { $0?.unit }
    switch value {
    case .missing: return nil
    case .state:
      guard !UnitProblem.takesWords(indicator, standing) else { return nil }
      problem = EntryProblem(.value, UnitProblem.example(indicator.unit))
    case .figure(let figure):
      // 6/14 may be the sixth of a month: it is a share where shares are reported.
      let isShareOfNoShares =
        figure.per != nil && indicator.unit == .number && !indicator.isNamedInPercent && !known.contains(.percent)
      // A plain number takes any unit, so it says nothing where the unit is known.
      let units = indicator.unit == .number ? [.number] + known : [indicator.unit] + known.filter { $0 != .number }
      guard !isShareOfNoShares, units.contains(where: figure.unit.isComparable) else {
        problem = EntryProblem(
          .value, "This is measured in \(indicator.unit.inWords). \(UnitProblem.example(indicator.unit))")
        return
      }
      return nil
    }
  }

  /// Whether it is answered in words: “Adopted”, “Yes”.
  private static func takesWords(_ indicator: Indicator, _ standing: IndicatorStanding) -> Bool {
    switch (standing.target, standing.previous) {
    case (.state, _), (_, .state): true
    case (nil, nil): indicator.unit == .number
    default: false
    }
  }

  private static func example(_ unit: Unit) -> String {
    switch unit {
    case .clock: "Enter a time, like 2:35"
    case .clockSeconds: "Enter a time, like 0:02:35"
    case .pounds: "Enter an amount, like £1,234"
    default: "Enter a number, like 92.5"
    }
  }
}

extension Unit {
  fileprivate var inWords: String {
    switch self {
    case .number: "whole things or amounts, not shares or times"
    case .percent: "per cent"
    case .percentagePoints: "percentage points"
    case .pounds: "pounds"
    case .clock: "hours and minutes, or minutes and seconds"
    case .clockSeconds: "hours, minutes and seconds"
    case .named(let name): name
    }
  }
}
