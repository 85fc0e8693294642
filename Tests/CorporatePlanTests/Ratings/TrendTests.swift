import Testing

@testable import CorporatePlan

@Suite("Direction of travel shows performance, not the number")
struct TrendTests {
  @Test(
    "through polarity",
    arguments: [
      ("8.6", "9.1", Polarity.lowIsGood, Trend.better),
      ("9.1", "8.6", .lowIsGood, .worse),
      ("94%", "92%", .highIsGood, .better),
      ("94%", "94%", .highIsGood, .same),
      ("94%", "92%", .none, .none),
      ("91/110", "82%", .highIsGood, .better),
    ])
  func direction(now: String, before: String, polarity: Polarity, expected: Trend) throws {
    #expect(Trend(try Figure(now), since: try Figure(before), polarity) == expected)
  }

  @Test("what displays alike is the same, whatever is stored")
  func displaysAlike() throws {
    #expect(Trend(try Figure("94.4"), since: try Figure("94.1"), .highIsGood, decimals: 0) == .same)
    #expect(Trend(try Figure("94.4"), since: try Figure("94.1"), .highIsGood, decimals: 1) == .better)
  }

  @Test("of a range, nearer to it is better")
  func range() throws {
    let bounds = Quantity(95)...Quantity(105)
    #expect(Trend(try Figure("106"), since: try Figure("110"), .range, bounds: bounds) == .better)
    #expect(Trend(try Figure("97"), since: try Figure("103"), .range, bounds: bounds) == .same)
  }

  @Test("nothing to compare with is not comparable")
  func nothing() throws {
    #expect(Trend(try Figure("94"), since: nil, .highIsGood) == .none)
    #expect(Trend(try Figure("2:35"), since: try Figure("150"), .highIsGood) == .none)
  }
}
