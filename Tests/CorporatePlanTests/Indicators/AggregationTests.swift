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
    "a mean is rated as it is, not as it is printed",
    arguments: [
      (["10", "10", "11"], "10.33333", Polarity.highIsGood, Status.green, "10.3"),
      (["10", "10", "11"], "10.33334", .highIsGood, .amber, "10.3"),
      (["10", "11", "11"], "10.66666", .lowIsGood, .amber, "10.7"),
      (["4", "5"], "4.5", .highIsGood, .green, "4.5"),
      (["8.3", "8.3"], "8.3", .highIsGood, .green, "8.3"),
      (["-1", "-1", "0"], "-0.66667", .highIsGood, .green, "-0.7"),
    ])
  func exactMean(parts: [String], target: String, polarity: Polarity, expected: Status, printed: String) throws {
    let mean = try #require(Aggregation.mean.aggregate(try parts.map { try Figure($0) }, expected: parts.count))
    var given = try Fixture.given(polarity, target: target, actual: "0")
    given.actual = .figure(mean.figure)
    #expect(try Fixture.harrow().rate(given).status == expected)
    #expect(mean.figure.text == printed)
  }

  @Test("a mean says when its decimals do not end, and the largest figures have room")
  func longMean() throws {
    #expect(Aggregation.mean.aggregate(try figures("10", "10", "11"), expected: 3)?.isApproximate == true)
    #expect(Aggregation.mean.aggregate(try figures("10", "11"), expected: 2)?.isApproximate == false)
    let large = try figures("999999999999999999", "999999999999999998", "999999999999999998")
    let mean = try #require(Aggregation.mean.aggregate(large, expected: 3))
    #expect(mean.figure.quantity == Quantity(999_999_999_999_999_998))
    #expect(Aggregation.mean.aggregate(try figures("2:35", "2:36"), expected: 2)?.figure.text == "2:36")
  }

  @Test("minutes and days make no whole") func units() throws {
    #expect(Aggregation.sum.aggregate(try figures("2:35", "3"), expected: 2) == nil)
    #expect(Aggregation.sum.aggregate(try figures("3 days", "4"), expected: 2)?.figure.text == "7 days")
  }

  @Test(
    "figures that overlap are never added up", arguments: ["stock", "ytd", "rolling 12"])
  func overlapping(frame: String) throws {
    func read(_ aggregation: String) throws -> Indicator {
      try Indicator(
        id: "x",
        Fields(
          try JSON(parsing: #"{"name":"X","polarity":"high","frame":"\#(frame)","aggregation":"\#(aggregation)"}"#)))
    }
    #expect(throws: FieldError.self) { try read("sum") }
    #expect(try read("last").aggregation == .last)
  }

  @Test(
    "a profile gives the targets of a year's quarters",
    arguments: [
      (TargetProfile.flat, Frame.flow, ["112.5", "112.5", "112.5", "112.5"]),
      (.flat, .yearToDate, ["112.5", "225", "337.5", "450"]),
      (.flat, .stock, ["450", "450", "450", "450"]),
      (.constant, .rolling(months: 12), ["450", "450", "450", "450"]),
      (.weighted([Quantity(20), Quantity(50), Quantity(80), Quantity(100)]), .flow, ["90", "135", "135", "90"]),
      (
        .weighted([Quantity(20), Quantity(50), Quantity(80), Quantity(100)]), .yearToDate, ["90", "225", "360", "450"]
      ),
      (.handSet([Quantity(10), Quantity(20)]), .flow, ["10", "20"]),
    ])
  func profiles(profile: TargetProfile, frame: Frame, expected: [String]) {
    let targets = profile.targets(annual: Quantity(450), year: FinancialYear(2025), frame: frame)
    #expect(targets.map(\.target.description) == expected)
    #expect(targets.map(\.period) == Array(FinancialYear(2025).quarters.prefix(expected.count)))
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

  @Test("of ratios the value falls, not the numerator", arguments: [("45/90", "40/60", 0), ("30/40", "45/90", 1)])
  func fallingRatio(before: String, after: String, falls: Int) throws {
    let year = FinancialYear(2023)
    let points = [
      Series.Point(year.quarter(1), .figure(try Figure(before))),
      Series.Point(year.quarter(2), .figure(try Figure(after))),
    ]
    #expect(Series(points).falls().count == falls)
  }
}
