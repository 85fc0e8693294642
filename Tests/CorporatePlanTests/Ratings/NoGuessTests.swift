import Testing

@testable import CorporatePlan

@Suite("A rating is never a guess")
struct NoGuessTests {
  @Test(
    "what can't be told is undetermined, and never red",
    arguments: [
      // target, actual, polarity
      ("90%", "0.79", Polarity.highIsGood), ("0.9", "88%", .highIsGood), ("2:35", "0:02:35", .lowIsGood),
      ("5%", "3 pp", .lowIsGood), ("5 more than last year", "40", .highIsGood),
      ("10 per cent reduction", "12", .highIsGood),
      ("500 homes by March", "510", .highIsGood), ("12 months", "12m", .lowIsGood), ("95% to 105%", "£100", .range),
      ("2:00 to 3:00", "150", .range), ("Yes", "see note", .highIsGood), ("Adopted", "No", .highIsGood),
      ("< 2022/23 baseline", "5", .lowIsGood),
    ])
  func undetermined(target: String, actual: String, polarity: Polarity) throws {
    #expect(
      try Fixture.harrow().rate(try Fixture.given(polarity, target: target, actual: actual)).outcome.text
        == "undetermined")
  }

  @Test("half a per cent beside two per cent is no share of one")
  func smallPercentages() throws {
    #expect(try Fixture.harrow().rate(try Fixture.given(.lowIsGood, target: "2%", actual: "0.5")).status == .green)
  }

  @Test("dates and years are not taken for ratios", arguments: ["30/6", "31/12", "2023/24"])
  func dates(typed: String) {
    #expect(throws: FigureError.looksLikeADate(typed)) { try Figure(typed) }
    #expect(throws: FigureError.zeroDenominator("5/0")) { try Figure("5/0") }
  }

  @Test("one day and five days are one unit", arguments: [("1 day", "5 days"), ("3 Days", "4 days"), ("£ 4", "£5")])
  func units(actual: String, target: String) throws {
    #expect(try Fixture.harrow().rate(try Fixture.given(.lowIsGood, target: target, actual: actual)).status == .green)
  }

  @Test(
    "figures at the edge of what can be typed are compared, not trapped on",
    arguments: [
      ("harrow-2023", "999999999999999999", "0.001/999999999999", nil, nil),
      ("harrow-2023", "0.000000001", "999999999999/0.001", nil, nil),
      ("kent", "999999999999999999", "0.001/999999999999", "1", nil),
      ("havering-2024", "999999999999999999", "1/999999999999", nil, "1.000000001"),
      ("bracknell-forest", "-999999999999999999", "999999999999999999", nil, nil),
    ] as [(String, String, String, String?, String?)])
  func extremes(id: String, target: String, actual: String, amber: String?, tolerance: String?) throws {
    var given = try Fixture.given(.highIsGood, target: target, actual: actual)
    given.amber = amber.flatMap { Quantity($0) }
    given.tolerance = tolerance.flatMap { Quantity($0) }
    #expect(!(try Fixture.shipped(id).rate(given).why.isEmpty))
    given.polarity = .range
    given.target = nil
    (given.lower, given.upper) = (Quantity("0.000000001"), Quantity("999999999999999999"))
    #expect(!(try Fixture.harrow().rate(given).why.isEmpty))
  }

  @Test("a missed target of zero has the bands that the rule gives for it")
  func zeroBands() throws {
    let rule = try Fixture.rule(
      #"{"id":"zb","basis":"relative","bands":[{"status":"red"}],"zeroTarget":{"bands":[{"status":"amber","upTo":"1"},{"status":"red"}]}}"#
    )
    #expect(rule.statuses.map(\.id) == ["green", "amber", "red"])
    let rating = rule.rate(try Fixture.given(.lowIsGood, target: "0", actual: "0.5"))
    #expect(rating.status == .amber && rating.why.contains("less than 1 point"))
    #expect(rule.rate(try Fixture.given(.lowIsGood, target: "0", actual: "1")).status == .red)
  }

  @Test("a comparison that the rule needs and that can't be made is undetermined")
  func lift() throws {
    let rule = try Fixture.shipped("havering-2013")
    var given = try Fixture.given(.highIsGood, target: "100", actual: "80")
    given.samePeriodLastYear = try Figure("2:35")
    #expect(rule.rate(given).outcome.text == "undetermined")
    given = try Fixture.given(.range, target: "90 to 100", actual: "120")
    given.samePeriodLastYear = try Figure("130")
    #expect(rule.rate(given).status == .amber, "nearer to the range than last year")
    #expect(rule.rate(given).why.contains("lifted to Amber"))
  }

  @Test("thresholds in the wrong order, a target that is none, and a negative tolerance are undetermined")
  func settings() throws {
    var given = try Fixture.given(.highIsGood, target: "90", actual: "88")
    given.amber = Quantity(95)
    #expect(try Fixture.shipped("kent").rate(given).outcome.text == "undetermined")
    given.target = TargetExpression("< 2022/23 baseline")
    #expect(try Fixture.shipped("kent").rate(given).outcome.text == "undetermined")
    given = try Fixture.given(.highIsGood, target: "100", actual: "99")
    given.tolerance = Quantity(-3)
    #expect(try Fixture.shipped("havering-2024").rate(given).outcome.text == "undetermined")
  }

  @Test("a target that must be bettered is not met by equality, by thresholds either")
  func strictThreshold() throws {
    var given = try Fixture.given(.highIsGood, target: "> 90", actual: "90")
    given.amber = Quantity(85)
    #expect(try Fixture.shipped("kent").rate(given).status == .amber)
  }

  @Test("“exactly 100” is missed on either side")
  func exactly() throws {
    #expect(try Fixture.harrow().rate(try Fixture.given(.highIsGood, target: "= 100", actual: "101")).status == .amber)
    #expect(try Fixture.harrow().rate(try Fixture.given(.highIsGood, target: "= 100", actual: "100")).status == .green)
  }

  @Test("a hair's breadth from the target is not called on it")
  func trace() throws {
    let rating = try Fixture.harrow().rate(
      try Fixture.given(.highIsGood, target: "90%", actual: "899999999/1000000000"))
    #expect(rating.status == .amber)
    #expect(rating.why.contains("worse") && !rating.why.contains("0 percentage points"), "\(rating.why)")
  }

  @Test("a share just under a limit is not printed as the limit")
  func justUnder() throws {
    let rating = try Fixture.harrow().rate(try Fixture.given(.highIsGood, target: "80", actual: "76.0001"))
    #expect(rating.status == .amber && !rating.why.contains("5.00%"), "\(rating.why)")
    #expect(rating.share?.text(decimals: 2) == "5.00")
  }

  @Test(
    "a rule with a mistake in it never rates",
    arguments: [
      (
        #"{"id":"x","basis":"relative","bands":[{"status":"amber","upTo":"5","including":"true"},{"status":"red"}]}"#,
        "bands"
      ),
      (#"{"id":"x","basis":"relative","equall":"amber","bands":[{"status":"red"}]}"#, "equall"),
      (#"{"id":"x","basis":"relative","met":5,"bands":[{"status":"red"}]}"#, "met"),
      (
        #"{"id":"x","basis":"relative","bands":[{"status":"amber","upTo":"10"},{"status":"orange","upTo":"5"},{"status":"red"}]}"#,
        "bands"
      ),
      (#"{"id":"x","basis":"met","bands":[{"status":"amber","upTo":"10"},{"status":"red"}]}"#, "bands"),
      (
        #"{"id":"x","basis":"relative","bands":[{"status":"red"}],"zeroTarget":{"bands":[{"status":"amber","upto":"1"},{"status":"red"}]}}"#,
        "zeroTarget"
      ),
    ])
  func mistakes(text: String, member: String) throws {
    let error = #expect(throws: RuleError.self) { try Fixture.rule(text) }
    #expect(error?.member == member)
  }

  @Test("a lifted status has its place between the others")
  func liftedStatus() throws {
    #expect(try Fixture.shipped("havering-2013").statuses == [.green, .amber, .red])
  }
}
