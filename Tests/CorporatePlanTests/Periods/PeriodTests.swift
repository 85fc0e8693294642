import Testing

@testable import CorporatePlan

@Suite("Periods follow the UK financial year")
struct PeriodTests {
  @Test(
    "codes name spans of days",
    arguments: [
      ("2023-24-Q2", "2023-07-01", "2023-10-01", "Q2 2023/24"),
      ("2023-24-Q4", "2024-01-01", "2024-04-01", "Q4 2023/24"),
      ("2023-24", "2023-04-01", "2024-04-01", "2023/24"),
      ("2023-24-H1", "2023-04-01", "2023-10-01", "half-year 1 2023/24"),
      ("2023-25", "2023-04-01", "2025-04-01", "2023–25"),
      ("2024-M02", "2024-02-01", "2024-03-01", "February 2024"),
      ("2010-12", "2010-04-01", "2012-04-01", "2010–12"),
      ("1999-00", "1999-04-01", "2000-04-01", "1999/00"),
    ])
  func codes(code: String, start: String, end: String, name: String) throws {
    let period = try #require(Period(code))
    #expect(period.start.description == start)
    #expect(period.end.description == end)
    #expect(period.code == code)
    #expect(period.name == name)
  }

  @Test("a quarter or year that is kept is the one that would be made anew, in every year around those that are kept")
  func kept() {
    for first in 1985...2065 {
      let year = FinancialYear(first)
      #expect(year.period == year.makePeriod())
      #expect(year.quarters == (1...4).map(year.makeQuarter))
    }
  }

  @Test(
    "a code that is none is refused",
    arguments: [
      "", "2023", "2023-24-Q5", "2023-26", "2023-24-Q", "Q2 2023-24", "2023-M13", "23-24-Q1", "2023-24-Q2-x",
      "2023-25-Q1", "2023-M9", "2023-M+9", "2023-24-Q+2", "2023-24-Q02", "2023-M009", "2023-+1", "+023-24",
    ])
  func refused(code: String) {
    #expect(Period(code) == nil)
  }

  @Test(
    "the period before and the same period last year",
    arguments: [
      ("2023-24-Q1", "2022-23-Q4", "2022-23-Q1"), ("2024-M01", "2023-M12", "2023-M01"),
      ("2023-24", "2022-23", "2022-23"),
      ("2023-24-H1", "2022-23-H2", "2022-23-H1"), ("2024-26", "2022-24", "2022-24"),
    ])
  func earlier(code: String, before: String, yearAgo: String) throws {
    let period = try #require(Period(code))
    #expect(period.earlier(by: 1)?.code == before)
    #expect(period.aYearEarlier?.code == yearAgo)
  }

  @Test(
    "what is owed in a quarter depends on frequency and lag",
    arguments: [
      (Period.Grain.quarter, 0, "2023-24-Q2", "2023-24-Q2"),
      (.quarter, 1, "2023-24-Q2", "2023-24-Q1"),
      (.month, 0, "2023-24-Q2", "2023-M09"),
      (.halfYear, 0, "2023-24-Q2", "2023-24-H1"),
      (.halfYear, 0, "2023-24-Q1", nil),
      (.year, 0, "2023-24-Q2", nil),
      (.year, 0, "2023-24-Q4", "2023-24"),
      (.year, 1, "2023-24-Q4", "2022-23"),
      (.twoYears, 0, "2023-24-Q4", "2022-24"),
    ] as [(Period.Grain, Int, String, String?)])
  func owed(grain: Period.Grain, lag: Int, reporting: String, data: String?) throws {
    let reporting = try #require(Period(reporting))
    #expect(PeriodCalendar().dataPeriod(for: grain, lag: lag, reporting: reporting)?.code == data)
  }

  @Test("a biennial survey of odd years is owed when its own two years end, not every even year")
  func oddYears() {
    let (odd, calendar) = (FinancialYear(2021), PeriodCalendar())
    func owed(_ year: Int) -> String? {
      calendar.dataPeriod(
        for: .twoYears, lag: 0, reporting: FinancialYear(year).quarter(4), twoYearsFrom: odd)?.code
    }
    #expect(owed(2022) == "2021-23" && owed(2023) == nil && owed(2024) == "2023-25" && owed(2020) == "2019-21")
  }

  @Test(
    "a term may not take a regular period's code, nor one that ids could not hold",
    arguments: ["2023-24-Q2", "2023-M09", "2023-24", "2023-25", "autumn@2023", ""])
  func taken(code: String) throws {
    let (start, end) = (try #require(Day("2023-09-04")), try #require(Day("2023-12-22")))
    #expect(Period(.term, code: code, start: start, end: end) == nil)
    let body = try JSON(parsing: #"{"grain":"term","start":"2023-09-04","end":"2023-12-22"}"#)
    #expect(throws: FieldError.self) { try EnteredPeriod(id: code, Fields(body)) }
    #expect(try EnteredPeriod(id: "2023-24-autumn", Fields(body)).period.end == end)
  }

  @Test("a year is twelve months or four quarters, a half-year two quarters")
  func parts() {
    let year = FinancialYear(2023)
    #expect(year.period.parts(.quarter) == year.quarters)
    #expect(year.period.parts(.month).map(\.code).last == "2024-M03")
    #expect(year.half(2).parts(.quarter) == [year.quarter(3), year.quarter(4)])
    #expect(year.quarter(1).parts(.quarter).isEmpty && year.quarter(1).parts(.term).isEmpty)
  }

  @Test("terms have the council's own dates, and a termly indicator owes nothing in Q1 when no term ended")
  func terms() throws {
    var calendar = PeriodCalendar()
    for (code, start, end) in [
      ("2022-23-summer", "2023-04-17", "2023-07-22"), ("2023-24-autumn", "2023-09-04", "2023-12-22"),
      ("2022-23-autumn", "2022-09-05", "2022-12-20"),
    ] {
      let (first, last) = (try #require(Day(start)), try #require(Day(end)))
      calendar.enter(try #require(Period(.term, code: code, start: first, end: last)))
    }
    let year = FinancialYear(2023)
    #expect(calendar.dataPeriod(for: .term, lag: 0, reporting: year.quarter(1)) == nil)
    #expect(calendar.dataPeriod(for: .term, lag: 0, reporting: year.quarter(2))?.code == "2022-23-summer")
    let autumn = try #require(calendar.dataPeriod(for: .term, lag: 0, reporting: year.quarter(3)))
    #expect(autumn.code == "2023-24-autumn")
    #expect(calendar.earlier(than: autumn, by: 1)?.code == "2022-23-summer")
    #expect(calendar.aYearEarlier(than: autumn)?.code == "2022-23-autumn")
  }

  @Test(
    "days count through leap years and back",
    arguments: ["1970-01-01", "2000-02-29", "2023-12-31", "1900-03-01", "2100-02-28"])
  func days(text: String) throws {
    let day = try #require(Day(text))
    #expect(day.description == text)
    #expect((day + 1) - day == 1)
  }

  @Test(
    "there is no 30 February and no 29 February 2100",
    arguments: ["2023-02-30", "2100-02-29", "2023-13-01", "2023-00-10", "2023-1-01", "x"])
  func noSuchDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(
    "a moment belongs to the day it is in London",
    arguments: [
      ("2023-07-31T23:30:00.000Z", "2023-08-01"), ("2023-12-31T23:30:00.000Z", "2023-12-31"),
      ("2023-03-26T00:59:59Z", "2023-03-26"),
      ("2023-10-29T00:30:00Z", "2023-10-29"), ("2023-03-31T23:00:00Z", "2023-04-01"),
    ])
  func london(moment: String, day: String) throws {
    #expect(try #require(Moment(moment)).londonDay.description == day)
  }

  @Test("the days of the week are right") func weekday() {
    #expect(Day("2023-10-01")?.weekday == 7)
    #expect(Day("1970-01-01")?.weekday == 4)
    #expect(Day("1969-12-29")?.weekday == 1)
  }
}
