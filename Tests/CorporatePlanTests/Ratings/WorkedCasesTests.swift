import Testing

@testable import CorporatePlan

/// Every row of the worked cases in domain, section 2.4.
@Suite("The worked cases, by rule H: met is green, less than 5% amber, 5% or more red")
struct WorkedCasesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let target: String
    let actual: String
    let polarity: Polarity
    let shortfall: String?
    let share: String?
    let status: String
    var testDescription: String { name }

    init(
      _ name: String, _ target: String, _ actual: String, _ polarity: Polarity, _ shortfall: String?, _ share: String?,
      _ status: String
    ) {
      self.name = name
      self.target = target
      self.actual = actual
      self.polarity = polarity
      self.shortfall = shortfall
      self.share = share
      self.status = status
    }
  }

  static let cases: [Case] = [
    Case("ordinary miss", "90", "79", .highIsGood, "11", "12.22", "red"),
    Case("lower is better", "1075", "1098", .lowIsGood, "23", "2.14", "amber"),
    Case("exactly on target", "90", "90", .highIsGood, "0", "0", "green"),
    Case("exactly on the limit", "80", "76", .highIsGood, "4", "5", "red"),
    Case("just inside", "80", "76.01", .highIsGood, "3.99", "4.99", "amber"),
    Case("per cent, not points", "15%", "12%", .highIsGood, "3", "20", "red"),
    Case("target 0, met", "0", "0", .lowIsGood, "0", nil, "green"),
    Case("target 0, missed", "0.00%", "0.49%", .lowIsGood, "0.49", nil, "red"),
    Case("target 0, high", "0", "3", .highIsGood, "-3", nil, "green"),
    Case("negative target", "−2.0", "−3.1", .highIsGood, "1.1", "55", "red"),
    Case("sign differs", "1.0", "−0.5", .highIsGood, "1.5", "150", "red"),
    Case("range, met", "95–105", "100", .range, "0", nil, "green"),
    Case("range, outside by two points", "95–105", "107", .range, "2", nil, "amber"),
    Case("range, outside by five points", "95–105", "110", .range, "5", nil, "red"),
    Case("strict target", "<5", "5", .lowIsGood, "0", "0", "amber"),
    Case("zero actual", "40", "0", .highIsGood, "40", "100", "red"),
    Case("no actual", "90", "", .highIsGood, nil, nil, "not rated: no actual"),
    Case("no target", "", "25", .lowIsGood, nil, nil, "not rated: no target"),
    Case("no cases in the period", "90%", "0/0", .highIsGood, nil, nil, "not rated: no activity"),
    Case("suppressed", "5", "c", .lowIsGood, nil, nil, "not rated: suppressed"),
    Case("yes or no, reached", "Yes", "yes", .highIsGood, nil, nil, "green"),
    Case(
      "a date against a date is for the milestone rule", "Yes by 30/6", "2 July", .highIsGood, nil, nil, "undetermined"),
  ]

  @Test("each gives the shortfall, the share and the status of the table", arguments: cases)
  func workedCase(_ row: Case) throws {
    let rule = try Fixture.harrow()
    let rating = rule.rate(try Fixture.given(row.polarity, target: row.target, actual: row.actual))
    #expect(rating.outcome.text == row.status)
    #expect(rating.shortfall?.description == row.shortfall)
    #expect(rating.share?.description == row.share)
    #expect(!rating.why.isEmpty)
  }

  @Test("the literal reading of “exceeded” makes a figure on its target amber")
  func literalKey() throws {
    let rule = try Fixture.rule(
      #"{"id":"literal","basis":"relative","met":"green","equal":"amber","bands":[{"status":"amber","upTo":"5"},{"status":"red"}]}"#
    )
    #expect(rule.rate(try Fixture.given(.highIsGood, target: "90", actual: "90")).status == .amber)
  }

  @Test("“within 5%” makes the limit itself amber")
  func withinIncludesTheLimit() throws {
    let rule = try Fixture.rule(
      #"{"id":"within","basis":"relative","bands":[{"status":"amber","upTo":"5","including":true},{"status":"red"}]}"#)
    #expect(rule.rate(try Fixture.given(.highIsGood, target: "80", actual: "76")).status == .amber)
    #expect(rule.rate(try Fixture.given(.highIsGood, target: "80", actual: "75.999")).status == .red)
  }

  @Test("under “5 points” three points short is amber")
  func points() throws {
    let rule = try Fixture.rule(
      #"{"id":"points","basis":"absolute","bands":[{"status":"amber","upTo":"5"},{"status":"red"}]}"#)
    #expect(rule.rate(try Fixture.given(.highIsGood, target: "15%", actual: "12%")).status == .amber)
  }

  @Test("a rule that compares what is displayed puts 76.01 on the limit where no decimals are printed")
  func displayed() throws {
    let rule = try Fixture.rule(
      #"{"id":"shown","basis":"relative","compare":"displayed","bands":[{"status":"amber","upTo":"5"},{"status":"red"}]}"#
    )
    var given = try Fixture.given(.highIsGood, target: "80", actual: "76.01")
    given.decimals = 0
    #expect(rule.rate(given).status == .red)
    given.decimals = 2
    #expect(rule.rate(given).status == .amber)
  }

  @Test("five-green ten-amber bands leave a missed figure green")
  func greenAlthoughMissed() throws {
    let rule = try Fixture.shipped("bracknell-forest")
    let rating = rule.rate(try Fixture.given(.highIsGood, target: "75", actual: "72"))
    #expect(rating.status == .green)
    #expect(rating.shortfall?.description == "3")
    #expect(rating.share?.description == "4")
  }

  @Test(
    "Havering 2013/14 lifts a miss to amber unless it is worse than last year",
    arguments: [("89", "amber"), ("90", "red"), (nil, "undetermined")] as [(String?, String)])
  func lift(lastYear: String?, expected: String) throws {
    var given = try Fixture.given(.highIsGood, target: "100", actual: "89")
    given.samePeriodLastYear = try lastYear.map { try Figure($0) }
    #expect(try Fixture.shipped("havering-2013").rate(given).outcome.text == expected)
  }

  @Test("an absent tolerance leaves a miss undetermined, never red")
  func absentTolerance() throws {
    let rule = try Fixture.shipped("havering-2024")
    #expect(rule.rate(try Fixture.given(.highIsGood, target: "90", actual: "89")).outcome.text == "undetermined")
    #expect(rule.rate(try Fixture.given(.highIsGood, target: "90", actual: "91")).status == .green)
  }

  @Test("a target against the polarity is undetermined")
  func contradictingTarget() throws {
    let rating = try Fixture.harrow().rate(try Fixture.given(.highIsGood, target: "<5", actual: "4"))
    #expect(rating.outcome.text == "undetermined")
  }

  @Test("figures in different units are undetermined", arguments: [("90%", "£90"), ("2:35", "155"), ("£5", "5 days")])
  func units(target: String, actual: String) throws {
    #expect(
      try Fixture.harrow().rate(try Fixture.given(.lowIsGood, target: target, actual: actual)).outcome.text
        == "undetermined")
  }

  @Test("a ratio is rated exactly, by its numerator and denominator")
  func ratio() throws {
    let rule = try Fixture.harrow()
    // 2/3 is 66.666…%: a hair short of 66.67% and a hair over 66.66%.
    #expect(rule.rate(try Fixture.given(.highIsGood, target: "66.67%", actual: "2/3")).status == .amber)
    #expect(rule.rate(try Fixture.given(.highIsGood, target: "66.66%", actual: "2/3")).status == .green)
    #expect(rule.rate(try Fixture.given(.highIsGood, target: "100%", actual: "95/100")).status == .red)
  }

  @Test("the reason says the figures, the distance and the band in one sentence")
  func why() throws {
    let rating = try Fixture.harrow().rate(try Fixture.given(.highIsGood, target: "90%", actual: "79%"))
    #expect(
      rating.why
        == "79% against a target of at least 90% is 11 percentage points worse, or 12.22% of the target, which is rated Red: worse by 5% of the target or more."
    )
  }
}

extension Rating.Outcome {
  var text: String {
    switch self {
    case .rated(let status): status.id
    case .notRated(let reason): "not rated: \(reason.text)"
    case .undetermined: "undetermined"
    }
  }
}
