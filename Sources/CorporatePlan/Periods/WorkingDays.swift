/// Days on which a council works: Monday to Friday without its holidays.
package struct WorkingDays: Equatable, Sendable {
  package let holidays: Set<Day>

  package init(holidays: some Sequence<Day>) { self.holidays = Set(holidays) }

  package func isWorking(_ day: Day) -> Bool { day.weekday <= 5 && !holidays.contains(day) }

  /// The working day so many after a day, or before it where the count is negative; for 0 the day itself, or the first
  /// working day after it.
  package func day(_ count: Int, after day: Day) -> Day {
    var day = day
    if count == 0 {
      while !isWorking(day) { day = day + 1 }
      return day
    }
    let step = count.signum()
    var left = abs(count)
    while left > 0 {
      day = day + step
      if isWorking(day) { left -= 1 }
    }
    return day
  }

  /// How many working days lie between two days, neither of them counted: "five clear days" (SI 2012/2089).
  package func clearDays(from first: Day, to last: Day) -> Int {
    guard first < last else { return 0 }
    return (1..<last - first).count { isWorking(first + $0) }
  }
}
