import Testing

@testable import CorporatePlan

@Suite("A rule for actions gives a hint beside the officer's judgement")
struct ActionRuleTests {
  private let period = FinancialYear(2023).quarter(2)

  private func book(rule: String) throws -> Book {
    var book = try TestLedger.quarter()
    try book.append(RuleRecord(try #require(RuleBook.shipped[rule])))
    try book.append(Ruling(for: .actions, rule: rule))
    try book.append(
      PlanItem(
        id: "library", role: .action, level: "Action", title: "Open a library", parent: "residents", order: 1,
        due: Day(2024, 3, 31)))
    return book
  }

  private func standing(_ book: Book) throws -> ActionStanding {
    book.standing(of: try #require(book.items["library"]), in: period)
  }

  @Test(
    "from due date and forecast",
    arguments: [
      ("2024-03-31", "on track"), ("2024-04-01", "delayed"), ("2024-06-29", "delayed"), ("2024-06-30", "missed"),
    ])
  func forecast(day: String, hint: String) throws {
    var book = try book(rule: "rotherham-actions")
    try book.append(
      ActionUpdate(item: "library", period: period, stage: .inProgress, judged: .green, forecast: Day(day)))
    let standing = try standing(book)
    #expect(standing.hint == Status(hint) && standing.status == .green && standing.differsFromHint)
  }

  @Test("without a forecast, a date, an update or a rule of dates there is no hint")
  func noHint() throws {
    var book = try book(rule: "rotherham-actions")
    #expect(try standing(book).hint == nil)
    try book.append(ActionUpdate(item: "library", period: period, stage: .inProgress, judged: .amber))
    #expect(try standing(book).hint == nil)
    try book.append(ActionUpdate(item: "library", period: period, stage: .complete, completed: Day(2023, 9, 1)))
    #expect(try standing(book).hint == .complete && !standing(book).differsFromHint)
    try book.append(ActionUpdate(item: "library", period: period, stage: .withdrawn, forecast: Day(2023, 9, 1)))
    #expect(try standing(book).hint == nil)
    var judged = try self.book(rule: "rbkc-actions")
    try judged.append(
      ActionUpdate(item: "library", period: period, stage: .inProgress, judged: .red, forecast: Day(2023, 9, 1)))
    #expect(try standing(judged).hint == nil && standing(judged).status == .red)
  }

  @Test("rules for actions and for indicators do not stand in for each other, and dates choose between them")
  func apart() throws {
    var book = try book(rule: "rotherham-actions")
    #expect(book.actionRule(in: period)?.version == RuleVersion("rotherham-actions", revision: 1))
    #expect(book.rule(for: "calls", in: period)?.rule.id == "harrow-2023")
    try book.append(Ruling(indicator: "calls", rule: "rotherham-actions"))
    #expect(book.rule(for: "calls", in: period) == nil)
    try book.append(RuleRecord(try #require(RuleBook.shipped["rbkc-actions"])))
    try book.append(Ruling(for: .actions, from: Day(2023, 10, 1), rule: "rbkc-actions"))
    #expect(book.actionRule(in: period)?.rule.id == "rotherham-actions")
    #expect(book.actionRule(in: FinancialYear(2023).quarter(3))?.rule.isJudged == true)
  }
}
