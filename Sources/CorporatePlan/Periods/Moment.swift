/// A point in time to the millisecond, written as `2023-11-16T09:30:00.000Z`.
package struct Moment: Hashable, Comparable, Sendable {
  /// Milliseconds since the start of 1970, UTC.
  package let milliseconds: Int

  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  package static func < (one: Moment, other: Moment) -> Bool { one.milliseconds < other.milliseconds }

  /// The full hour of a day in Europe/London; of the hour that there is twice in October, the first.
  package init(_ day: Day, hour: Int) {
    let winter = day.number * Moment.day + hour * Moment.hour
    self.init(milliseconds: winter - Moment(milliseconds: winter - Moment.hour).londonOffset)
  }

  /// The day it falls on in Europe/London, by the Summer Time Order 2002: from the last Sunday of March to the last
  /// Sunday of October, changing at 01:00 UTC.
  package var londonDay: Day { Day(number: floorDivide(milliseconds + londonOffset, Moment.day)) }

  /// What London's clocks show then: `09:30`.
  package var londonTime: String {
    let minutes = (milliseconds + londonOffset - londonDay.number * Moment.day) / 60_000
    return "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  /// What London's clocks are ahead of UTC.
  private var londonOffset: Int {
    let year = Day(number: floorDivide(milliseconds, Moment.day)).civil.year
    let starts = Moment.lastSunday(of: 3, year) * Moment.day + Moment.hour
    let ends = Moment.lastSunday(of: 10, year) * Moment.day + Moment.hour
    return (starts..<ends).contains(milliseconds) ? Moment.hour : 0
  }

  private static let hour = 3_600_000
  private static let day = 86_400_000

  private static func lastSunday(of month: Int, _ year: Int) -> Int {
    let last = Day(unchecked: year, month, 31)
    return last.number - last.weekday % 7
  }
}

extension Moment: CustomStringConvertible {
  package var description: String {
    let day = floorDivide(milliseconds, Moment.day)
    let rest = milliseconds - day * Moment.day
    let time = "\(padded(rest / 3_600_000, 2)):\(padded(rest / 60_000 % 60, 2)):\(padded(rest / 1000 % 60, 2))"
    return "\(Day(number: day))T\(time).\(padded(rest % 1000, 3))Z"
  }

  /// Reads what `description` writes; the milliseconds may be absent.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 24, bytes[10] == UInt8(ascii: "T"),
      bytes[bytes.count - 1] == UInt8(ascii: "Z"),
      let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = Moment.digits(bytes[11..<13]), let minute = Moment.digits(bytes[14..<16]), hour < 24, minute < 60,
      let second = Moment.digits(bytes[17..<19]), second < 60, bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":")
    else { return nil }
    var thousandth = 0
    if bytes.count == 24 {
      guard bytes[19] == UInt8(ascii: "."), let value = Moment.digits(bytes[20..<23]) else { return nil }
      thousandth = value
    }
    self.init(milliseconds: day.number * Moment.day + hour * Moment.hour + minute * 60_000 + second * 1000 + thousandth)
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }
}

private func floorDivide(_ value: Int, _ by: Int) -> Int { value >= 0 ? value / by : (value - by + 1) / by }
