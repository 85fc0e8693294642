/// How a workbook counts its days.
enum SheetDays: Sendable {
  /// Excel for Windows: 1 is 1 January 1900, and 60 is 29 February 1900, a day that never was.
  ///
  /// Lotus 1-2-3 took 1900 for a leap year and Excel copied it. Everything from 61 on is one more than the count
  /// of real days.
  case from1900
  /// Excel for the Macintosh, once: 0 is 1 January 1904.
  case from1904

  /// The day of a serial number; nil when the calendar has none.
  func day(_ serial: Int) -> CivilDay? {
    switch self {
    case .from1900 where (1...59).contains(serial): CivilDay(number: CivilDay(1899, 12, 31).number + serial)
    case .from1900 where (61...2_958_465).contains(serial): CivilDay(number: CivilDay(1899, 12, 30).number + serial)
    case .from1904 where (0...2_957_003).contains(serial): CivilDay(number: CivilDay(1904, 1, 1).number + serial)
    default: nil
    }
  }

  /// The serial number that every program reads as this day; nil before March 1900, where they disagree, and after
  /// the year 9999.
  static func serial(_ day: CivilDay) -> Int? {
    let serial = day.number - CivilDay(1899, 12, 30).number
    return (61...2_958_465).contains(serial) ? serial : nil
  }
}
