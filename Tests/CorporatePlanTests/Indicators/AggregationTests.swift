import Testing

@testable import CorporatePlan

@Suite("Parts make a whole in the indicator's own way")
struct AggregationTests {
  func figures(_ typed: String...) throws -> [Figure] { try typed.map { try Figure($0) } }

  @Test("counts add up, snapshots keep the newest")
  func sums() throws {
    let parts = try figures("120", "100", "95", "130")
    #expect(Aggregation.sum.aggregate(parts, expected: 4)?.figure.quantity == Quantity(445))
    #expect(Aggregation.last.aggregate(parts, expected: 4)?.figure.quantity == Quantity(130))
    #expect(Aggregation.max.aggregate(parts, expected: 4)?.figure.quantity == Quantity(130))
    #expect(Aggregation.min.aggregate(parts, expected: 4)?.figure.quantity == Quantity(95))
    #expect(Aggregation.manual.aggregate(parts, expected: 4) == nil)
  }

  @Test("percentages of different bases are never averaged: 90/100 and 1/10 give 82.7%, not 50%")
  func ratios() throws {
    let whole = try #require(Aggregation.ratio.aggregate(try figures("90/100", "1/10"), expected: 2))
    #expect(whole.figure.text == "91/110 (82.7%)")
    #expect(Aggregation.ratio.aggregate(try figures("90%", "10%"), expected: 2) == nil)
  }

  @Test("the plain mean of percentages is a stated approximation")
  func means() throws {
    let mean = try #require(Aggregation.mean.aggregate(try figures("90%", "10%"), expected: 2))
    #expect(mean.figure.quantity == Quantity(50) && mean.isApproximate)
    #expect(Aggregation.mean.aggregate(try figures("4", "5"), expected: 4)?.isComplete == false)
  }

  @Test(
    "a flat profile gives unrounded quarters: year to date 220 against 225 is amber, the quarter 100 against 112.5 red")
  func flat() throws {
    let annual = Quantity(450)
    let toDate = try #require(TargetProfile.flat.target(annual: annual, quarter: 2, frame: .yearToDate))
    let quarter = try #require(TargetProfile.flat.target(annual: annual, quarter: 2, frame: .flow))
    #expect(toDate == Quantity(225) && quarter == Quantity("112.5"))
    let rule = try Fixture.harrow()
    #expect(
      rule.rate(try Fixture.given(.highIsGood, target: toDate.description, actual: "220")).share?.description == "2.22")
    #expect(rule.rate(try Fixture.given(.highIsGood, target: quarter.description, actual: "100")).status == .red)
  }

  @Test("a weighted profile follows council tax: 28, 55, 82, 97.5 per cent")
  func weighted() throws {
    let shares = ["28", "55", "82", "97.5"].compactMap { Quantity($0) }
    let profile = TargetProfile.weighted(shares)
    #expect(profile.target(annual: Quantity(100), quarter: 4, frame: .yearToDate) == Quantity("97.5"))
    #expect(profile.target(annual: Quantity(200), quarter: 2, frame: .flow) == Quantity(54))
    #expect(profile.target(annual: Quantity(200), quarter: 5, frame: .flow) == nil)
  }

  @Test("a year-to-date series that falls is noticed, and starts anew in April")
  func falling() throws {
    let points = try [("2023-24-Q3", "60"), ("2023-24-Q4", "80"), ("2024-25-Q1", "20"), ("2024-25-Q2", "15")].map {
      Series.Point(try #require(Period($0)), .figure(try Figure($1)))
    }
    #expect(Series(points).falls().map(\.code) == ["2024-25-Q2"])
  }
}
