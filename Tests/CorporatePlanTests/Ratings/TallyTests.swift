import Testing

@testable import CorporatePlan

@Suite("Counts carry their denominators")
struct TallyTests {
  @Test("the funnel narrows and rated is the sum of the statuses")
  func funnel() {
    var tally = Tally(statuses: [.green, .amber, .red])
    tally.add(.rated(.green), hasData: true, short: .better)
    tally.add(.rated(.red), hasData: true)
    tally.add(.notRated(.noTarget), hasData: true, short: .worse)
    tally.add(.notRated(.missing(.notDue)), isDue: false, hasData: false)
    tally.add(.undetermined("no tolerance"), hasData: true)
    #expect((tally.inPlan, tally.due, tally.withData, tally.rated) == (5, 4, 4, 2))
    #expect(tally.count(of: .green) == 1 && tally.count(of: .amber) == 0 && tally.count(of: .red) == 1)
    #expect(tally.withoutStatus == 3)
    #expect(tally.notRated == ["no target": 1, "not due": 1])
    #expect(tally.undetermined == 1)
    #expect(tally.short[.better] == 1 && tally.short[.worse] == 1)
  }

  @Test(
    "percentages are whole, half up, each by itself",
    arguments: [(17, 40, 43), (23, 40, 58), (1, 8, 13), (0, 5, 0), (5, 5, 100)])
  func percent(count: Int, whole: Int, expected: Int) {
    #expect(Tally.percent(count, of: whole) == expected)
  }

  @Test("a few of many print as less than 1%, and a share of nothing is not printed")
  func words() {
    #expect(Tally.percentText(1, of: 500) == "less than 1%")
    #expect(Tally.percentText(0, of: 500) == "0%")
    #expect(Tally.percent(0, of: 0) == nil)
  }
}
