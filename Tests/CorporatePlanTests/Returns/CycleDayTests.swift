import Testing

@testable import CorporatePlan

@Suite("The days of a quarter are typed, and what is wrong with them is said day by day")
struct CycleDayTests {
  private let days: [CycleDay: String] = [
    .opens: "16/9/2025", .returnsDue: "14 October 2025", .signOffDue: "2025-10-21", .locks: "21.10.25",
    .cabinet: "11 December 2025",
  ]

  private func problems(_ typed: [CycleDay: String], _ book: Book = Book()) -> [CycleProblem] {
    do {
      _ = try book.opening(Quarter.period, typed: typed)
      return []
    } catch { return error.problems }
  }

  @Test("days as people write them open the quarter; the same again changes nothing")
  func opened() throws {
    var quarter = Quarter()
    quarter.add(try quarter.book.opening(Quarter.period, typed: days), by: "p-performance")
    let cycle = try #require(quarter.book.cycles[Quarter.period.code])
    #expect(cycle.returnsDue.description == "2025-10-14" && cycle.locks.description == "2025-10-21")
    #expect(cycle[.cabinet]?.description == "2025-12-11" && cycle[.papers] == nil)
    #expect(try quarter.book.opening(Quarter.period, typed: days).isEmpty)
  }

  @Test("every day that is no day, missing or out of order is named at once")
  func wrong() {
    var typed = days
    typed[.opens] = "soon"
    typed[.signOffDue] = ""
    typed[.locks] = "1/10/2025"
    typed[.papers] = "12/12/2025"
    #expect(problems(typed).map(\.day) == [.opens, .signOffDue, .cabinet])
    typed = days
    typed[.locks] = "1/10/2025"
    #expect(problems(typed).map(\.day) == [.locks])
    #expect(problems(typed).first?.sentence.contains("1 October 2025") == true)
  }

  @Test("a frozen quarter keeps its days")
  func frozen() throws {
    var quarter = Quarter()
    quarter.add(try quarter.book.freezing(Quarter.period, on: Quarter.day), by: "p-performance")
    #expect(problems(days, quarter.book).first?.day == nil)
    #expect(problems(days, quarter.book).count == 1)
  }

  @Test("the quarter that is collected is the current one; without a calendar, the one that ended last")
  func current() throws {
    let book = Quarter().book
    #expect(book.currentPeriod(on: Quarter.day) == Quarter.period)
    #expect(book.currentPeriod(on: Quarter.day("2026-08-01")) == Quarter.period)
    #expect(book.currentPeriod(on: Quarter.day("2025-01-01")) == Quarter.period)
    #expect(Book().currentPeriod(on: Quarter.day("2025-11-10"))?.code == "2025-26-Q2")
    #expect(Book().currentPeriod(on: Quarter.day("2025-09-20"))?.code == "2025-26-Q2")
    #expect(Book().currentPeriod(on: Quarter.day("2025-09-10"))?.code == "2025-26-Q1")
  }

  @Test("a day on which the council is closed counts as no working day; a Sunday or bank holiday never did")
  func closed() throws {
    var quarter = Quarter()
    quarter.add(try quarter.book.closing(on: "13/10/2025", name: "Council closed"), by: "p-performance")
    #expect(!quarter.book.workingDays(around: Quarter.period).isWorking(Quarter.day("2025-10-13")))
    for day in ["25/12/2025", "12/10/2025", "soon"] {
      let refused = #expect(throws: HolidayRefused.self) { try quarter.book.closing(on: day, name: "Closed") }
      #expect(refused?.day != nil && refused?.name == nil, "\(day)")
    }
    let refused = #expect(throws: HolidayRefused.self) { try quarter.book.closing(on: "14/10/2025", name: " ") }
    #expect(refused?.day == nil && refused?.name != nil)
  }

  @Test("a directorate written by its name is the unit of that name")
  func named() throws {
    var quarter = Quarter()
    quarter.add(Service(id: "waste", name: "Waste", directorate: "Environment"))
    #expect(quarter.book.units(of: quarter.row(Quarter.recycling).slot) == ["waste", "environment"])
    #expect(quarter.book.maySignOff("waste", "p-director", on: Quarter.day))
  }
}
