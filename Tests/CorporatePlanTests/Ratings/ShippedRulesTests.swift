import Testing

@testable import CorporatePlan

@Suite("The rules of fifteen councils ship with the product")
struct ShippedRulesTests {
  @Test("all fifteen load, thirteen for indicators and two for actions")
  func allLoad() throws {
    let rules = try RuleBook.shipped.values.map { try RuleBook.Rule($0) }
    #expect(rules.count == 15)
    #expect(rules.count { if case .indicators = $0 { true } else { false } } == 13)
  }

  @Test(
    "each puts these figures where its council does",
    arguments: [
      // id, target, actual, tolerance, green, amber, expected; high is good throughout
      ("harrow-2023", "100", "95.01", nil, nil, nil, "amber"),
      ("harrow-2023", "100", "95", nil, nil, nil, "red"),
      ("bracknell-forest", "100", "95", nil, nil, nil, "green"),
      ("bracknell-forest", "100", "90", nil, nil, nil, "amber"),
      ("bracknell-forest", "100", "89.9", nil, nil, nil, "red"),
      ("maidstone", "100", "90", nil, nil, nil, "amber"),
      ("maidstone", "100", "89", nil, nil, nil, "red"),
      ("havering-2013", "100", "90", nil, nil, nil, "green"),
      ("havering-2024", "100", "97", "3", nil, nil, "amber"),
      ("havering-2024", "100", "96.9", "3", nil, nil, "red"),
      ("kent", "90", "88", nil, nil, "85", "amber"),
      ("kent", "90", "85", nil, nil, "85", "amber"),
      ("kent", "90", "84.9", nil, nil, "85", "red"),
      ("kent", "90", "90", nil, nil, "85", "green"),
      ("belfast", "100", "99", nil, nil, nil, "green"),
      ("belfast", "100", "98.9", nil, nil, nil, "amber"),
      ("belfast", "100", "95", nil, nil, nil, "red"),
      ("rhondda-cynon-taf", "100", "95", nil, nil, nil, "amber"),
      ("south-kesteven", "100", "90", nil, nil, nil, "red"),
      ("south-kesteven", "100", "90.1", nil, nil, nil, "amber"),
      ("tower-hamlets-2019", "90", "88", nil, nil, "89", "red"),
      ("brighton-hove", "", "88", nil, "90", "85", "amber"),
      ("brighton-hove", "", "90", nil, "90", "85", "green"),
      ("east-riding-2009", "100", "104", "3", nil, nil, "exceeded"),
      ("east-riding-2009", "100", "103", "3", nil, nil, "within"),
      ("east-riding-2009", "100", "97", "3", nil, nil, "within"),
      ("east-riding-2009", "100", "96", "3", nil, nil, "behind"),
      ("mid-east-antrim", "100", "99.9", nil, nil, nil, "red"),
      ("mid-east-antrim", "100", "100", nil, nil, nil, "green"),
    ] as [(String, String, String, String?, String?, String?, String)])
  func places(
    id: String, target: String, actual: String, tolerance: String?, green: String?, amber: String?, expected: String
  ) throws {
    var given = try Fixture.given(.highIsGood, target: target, actual: actual)
    given.tolerance = tolerance.flatMap { Quantity($0) }
    given.green = green.flatMap { Quantity($0) }
    given.amber = amber.flatMap { Quantity($0) }
    #expect(try Fixture.shipped(id).rate(given).outcome.text == expected)
  }

  @Test(
    "Rotherham's actions go by their forecast against the original date",
    arguments: [
      (true, "2024-03-31", nil, "complete"),
      (false, "2024-03-31", "2024-03-31", "on track"),
      (false, "2024-03-31", "2024-06-29", "delayed"),
      (false, "2024-03-31", "2024-06-30", "missed"),
      (false, "2024-03-31", nil, nil),
    ] as [(Bool, String, String?, String?)])
  func rotherham(completed: Bool, due: String, forecast: String?, expected: String?) throws {
    let rule = try ActionRule(try #require(RuleBook.shipped["rotherham-actions"]))
    #expect(rule.status(completed: completed, due: Day(due), forecast: forecast.flatMap { Day($0) })?.id == expected)
  }

  @Test("Kensington and Chelsea's actions take an officer's judgement")
  func judged() throws {
    let rule = try ActionRule(try #require(RuleBook.shipped["rbkc-actions"]))
    #expect(rule.isJudged)
    #expect(rule.status(completed: false, due: Day(2024, 3, 31), forecast: Day(2024, 3, 31)) == nil)
  }

  @Test(
    "a misspelt rule is refused by name",
    arguments: [
      (#"{"id":"x","basis":"relativ","bands":[{"status":"red"}]}"#, "basis"),
      (#"{"id":"x","basis":"relative","bands":[{"status":"amber","upTo":"5"}]}"#, "bands"),
      (#"{"id":"x","basis":"relative","bands":[{"status":"amber","upTo":"five"},{"status":"red"}]}"#, "bands"),
      (
        #"{"id":"x","basis":"thresholds","thresholds":[{"status":"green","column":"goal"},{"status":"red"}]}"#,
        "thresholds"
      ),
      (#"{"id":"x","basis":"relative","compare":"eye","bands":[{"status":"red"}]}"#, "compare"),
    ])
  func refused(text: String, member: String) throws {
    let error = #expect(throws: RuleError.self) { try Fixture.rule(text) }
    #expect(error?.member == member)
  }
}
