/// The bank holidays of England and Wales that recur (Banking and Financial Dealings Act 1971, and by proclamation New
/// Year's Day and the first Monday of May). Those proclaimed for one year only are entered by the council.
package enum BankHolidays {
  /// Of a calendar year, in order, with the days in lieu where one falls on a weekend.
  package static func englandAndWales(_ year: Int) -> [Day] {
    let easter = easterSunday(year)
    var days = [
      substitute(for: Day(unchecked: year, 1, 1)), easter + -2, easter + 1,
      firstMonday(onOrAfter: Day(unchecked: year, 5, 1)), firstMonday(onOrAfter: Day(unchecked: year, 5, 25)),
      firstMonday(onOrAfter: Day(unchecked: year, 8, 25)),
    ]
    let christmas = substitute(for: Day(unchecked: year, 12, 25))
    var boxing = substitute(for: Day(unchecked: year, 12, 26))
    // Both on a weekend: Monday for the one and Tuesday for the other.
    if boxing <= christmas { boxing = christmas + 1 }
    days += [christmas, boxing]
    return days.sorted()
  }

  private static func substitute(for day: Day) -> Day { day.weekday <= 5 ? day : day + (8 - day.weekday) }

  private static func firstMonday(onOrAfter day: Day) -> Day { day + (8 - day.weekday) % 7 }

  /// The Gregorian computus in the form of Meeus, Jones and Butcher.
  static func easterSunday(_ year: Int) -> Day {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let correction = (8 * century + 13) / 25
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let moon = epact - (golden + 11 * epact) / 319
    let sunday = (2 * (century % 4) + 2 * (rest / 4) - rest % 4 - moon + 32) % 7
    let month = (moon + sunday + 90) / 25
    return Day(unchecked: year, month, (moon + sunday + month + 19) % 32)
  }
}
