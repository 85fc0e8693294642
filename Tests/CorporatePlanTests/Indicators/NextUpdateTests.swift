import CorporatePlan
import Testing

@Suite("A reader is told when the next figure is due")
struct NextUpdateTests {
  @Test("As often as it is collected, as late as its data come, on the day the council has set")
  func due() {
    var hamlet = Hamlet()
    let (second, third) = (Hamlet.quarter, FinancialYear(2025).quarter(3))
    var next = hamlet.book.nextUpdate(of: hamlet.indicator, after: second)
    #expect((next?.data, next?.reporting, next?.day) == (third, third, nil))
    hamlet.indicator.lag = 1
    next = hamlet.book.nextUpdate(of: hamlet.indicator, after: second)
    #expect((next?.data, next?.reporting) == (second, third))
    hamlet.indicator.lag = 0
    hamlet.indicator.frequency = .year
    next = hamlet.book.nextUpdate(of: hamlet.indicator, after: second)
    #expect(next?.data == FinancialYear(2025).period && next?.reporting == FinancialYear(2025).quarter(4))
    hamlet.indicator.frequency = .quarter
    var cycle = Cycle(
      period: third, opens: Day("2025-12-15")!, returnsDue: Day("2026-01-15")!, signOffDue: Day("2026-01-22")!,
      locks: Day("2026-01-22")!)
    cycle.cabinet = Day("2026-02-19")!
    hamlet.add(cycle)
    #expect(hamlet.book.nextUpdate(of: hamlet.indicator, after: second)?.day == Day("2026-02-19")!)
    hamlet.indicator.end = Day("2025-10-01")!
    #expect(hamlet.book.nextUpdate(of: hamlet.indicator, after: second) == nil)
  }
}
