import Testing

@testable import CorporatePlan

@Suite("Deadlines are counted in working days")
struct WorkingDaysTests {
  private let days = WorkingDays(holidays: BankHolidays.englandAndWales(2025) + BankHolidays.englandAndWales(2026))

  @Test(
    "the bank holidays of England and Wales, with days in lieu",
    arguments: [
      (2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
      (2022, ["01-03", "04-15", "04-18", "05-02", "05-30", "08-29", "12-26", "12-27"]),
      (2024, ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]),
      (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
    ])
  func bankHolidays(year: Int, expected: [String]) {
    #expect(BankHolidays.englandAndWales(year).map { String($0.description.dropFirst(5)) } == expected)
  }

  @Test(
    "Easter falls where the church says",
    arguments: [(1961, "1961-04-02"), (2000, "2000-04-23"), (2025, "2025-04-20"), (2038, "2038-04-25")])
  func easter(year: Int, day: String) { #expect(BankHolidays.easterSunday(year).description == day) }

  @Test(
    "ten working days after a quarter ends",
    arguments: [("2025-06-30", 10, "2025-07-14"), ("2025-12-31", 10, "2026-01-15"), ("2026-03-31", 10, "2026-04-16")])
  func after(end: String, count: Int, expected: String) throws {
    #expect(days.day(count, after: try #require(Day(end))).description == expected)
  }

  @Test("ten working days before it, and a weekend moved to the next working day")
  func before() throws {
    #expect(days.day(-10, after: try #require(Day(2025, 12, 31))).description == "2025-12-15")
    #expect(days.day(0, after: try #require(Day(2025, 4, 18))).description == "2025-04-22")
  }

  @Test("five clear days count neither the day of publication nor the day of the meeting")
  func clear() throws {
    let published = try #require(Day(2025, 7, 9))
    #expect(days.clearDays(from: published, to: try #require(Day(2025, 7, 17))) == 5)
    #expect(days.clearDays(from: published, to: published) == 0)
  }
}
