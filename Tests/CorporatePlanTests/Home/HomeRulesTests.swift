import Testing

@testable import CorporatePlan

@Suite("What stands on somebody's desk is worked out from the returns")
struct DutiesTests {
  private func duties(_ quarter: Quarter, _ posts: Set<String>, on day: String = "2025-10-06") throws -> Duties {
    let today = Quarter.day(day)
    let rows = quarter.book.returnRows(in: Quarter.period, on: today)
    return try #require(Duties(quarter.book, rows, in: Quarter.period, for: posts, on: today))
  }

  @Test("The sentence counts working days and what is left")
  func sentence() throws {
    var quarter = Quarter()
    #expect(
      try duties(quarter, ["waste-officer"]).sentence
        == "Q2 2025/26 closes in 6 working days. You have 3 of 3 left.")
    try quarter.approve(Quarter.recycling, "45.9")
    let later = try duties(quarter, ["waste-officer"], on: "2025-10-13")
    #expect(later.sentence == "Q2 2025/26 closes in 1 working day. You have 2 of 3 left.")
    #expect(
      try duties(quarter, ["housing-head"], on: "2025-10-14").sentence
        == "Q2 2025/26 closes today. Your one return is left.")
    #expect(try duties(quarter, ["director"]).sentence.hasSuffix("You owe nothing."))
  }

  @Test("After the day the returns are overdue, counted in working days")
  func overdue() throws {
    let late = try duties(Quarter(), ["waste-officer"], on: "2025-10-16")
    #expect(late.sentence == "Q2 2025/26 closed 2 working days ago. You have 3 of 3 left.")
    #expect(late.overdue.count == 3)
    #expect(late.due.isEmpty)
    // On the weekend after, no working day more.
    #expect(try duties(Quarter(), ["waste-officer"], on: "2025-10-18").daysLeft == -3)
  }

  @Test("What was returned, what is entered and what is due stand apart, and each is still left")
  func apart() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.9"), Quarter.recycling)
    var duties = try duties(quarter, ["waste-officer"])
    #expect(duties.unsent.map(\.slot.subject) == [Quarter.recycling])
    #expect(duties.due.map(\.slot.subject) == [Quarter.visits, Quarter.depot])
    quarter.add(try quarter.book.submission(of: quarter.rows(Quarter.recycling)), by: "p-officer")
    quarter.add(
      [
        Review(
          Quarter.recycling, in: Quarter.period, .returned, seen: quarter.book.position, reason: "Whole tonnes, please"
        ).revision
      ], by: "p-head")
    duties = try self.duties(quarter, ["waste-officer"])
    #expect(duties.returned.map(\.returnedBecause) == ["Whole tonnes, please"])
    #expect(duties.left == 3)
  }
}

@Suite("A councillor is told what stays red, what is overdue and what rises")
struct BriefingRulesTests {
  private let first = FinancialYear(2025).quarter(1)
  private let before = FinancialYear(2024).quarter(4)

  private func runs(_ quarter: Quarter) -> [String] {
    quarter.book.redRuns(Scorecard(quarter.book, first)).map { "\($0.standing.indicator.id) \($0.periods)" }
  }

  @Test("Red for two quarters counts, for one does not")
  func twice() {
    var quarter = Quarter()
    quarter.actual(Quarter.repairs, "50%", first)
    #expect(runs(quarter) == [])
    quarter.actual(Quarter.repairs, "51%", before)
    #expect(runs(quarter) == ["repairs 2"])
    quarter.actual(Quarter.repairs, "52%", FinancialYear(2024).quarter(3))
    quarter.actual(Quarter.recycling, "10%", first)
    quarter.actual(Quarter.recycling, "10%", before)
    #expect(runs(quarter) == ["repairs 3", "recycling 2"])
  }

  @Test("A quarter without a figure ends the run: what is missing is not red")
  func missing() {
    var quarter = Quarter()
    quarter.actual(Quarter.repairs, "50%", first)
    quarter.actual(Quarter.repairs, "n/a", before)
    quarter.actual(Quarter.repairs, "52%", FinancialYear(2024).quarter(3))
    #expect(runs(quarter) == [])
  }

  @Test("An action is overdue from the day after it was due until it is done or leaves the plan")
  func overdue() throws {
    var quarter = Quarter()
    func ids(_ day: String) -> [String] { quarter.book.overdueActions(on: Quarter.day(day)).map(\.item.id) }
    #expect(ids("2026-03-31") == [])
    #expect(ids("2026-04-01") == ["depot"])
    #expect(quarter.book.overdueActions(on: Quarter.day("2026-04-01")).first?.update?.percent == 30)
    var item = try #require(quarter.book.items["depot"])
    item.end = Quarter.day("2026-06-01")
    quarter.add(item)
    #expect(ids("2026-05-31") == ["depot"])
    #expect(ids("2026-06-01") == [])
    quarter.add(ActionUpdate(item: "depot", period: FinancialYear(2025).quarter(4), stage: .complete))
    #expect(ids("2026-04-01") == [])
  }

  @Test("A risk rises when its newest score is worse, in the matrix or by its colour")
  func rising() {
    var quarter = Quarter()
    quarter.add(Risk(id: "matrix", title: "In the matrix", items: [], order: 1))
    quarter.add(Risk(id: "colour", title: "By colour", items: [], order: 2))
    quarter.add(Risk(id: "falling", title: "Better now", items: [], order: 3))
    quarter.add(Risk(id: "once", title: "Scored once", items: [], order: 4))
    quarter.add(Risk(id: "odd", title: "In the council's own words", items: [], order: 5))
    func score(_ risk: String, _ day: String, _ status: Status?, _ place: (Int, Int)? = nil) {
      quarter.add(
        RiskScore(risk: risk, day: Quarter.day(day), status: status, likelihood: place?.0, impact: place?.1))
    }
    score("matrix", "2025-04-01", .red, (2, 4))
    score("matrix", "2025-07-01", .amber, (3, 4))
    score("colour", "2025-04-01", .green)
    score("colour", "2025-07-01", .amber)
    score("falling", "2025-04-01", .red, (4, 4))
    score("falling", "2025-07-01", .red, (2, 2))
    score("once", "2025-07-01", .red, (5, 5))
    score("odd", "2025-04-01", Status("calm"))
    score("odd", "2025-07-01", Status("stormy"))
    #expect(quarter.book.risingRisks(on: Quarter.day).map(\.risk.id) == ["matrix", "colour"])
    // A score of a later day is not known yet.
    #expect(quarter.book.risingRisks(on: Quarter.day("2025-06-30")).isEmpty)
  }

  @Test("What moved from one quarter to the next is told, what got worse first; what was not rated did not move")
  func moves() {
    var quarter = Quarter()
    quarter.actual(Quarter.recycling, "50%", first)
    quarter.actual(Quarter.recycling, "10%", before)
    quarter.actual(Quarter.repairs, "50%", first)
    quarter.actual(Quarter.visits, "n/a", first)
    let moves = quarter.book.statusMoves(
      from: Scorecard(quarter.book, before), to: Scorecard(quarter.book, first))
    #expect(moves.map { "\($0.subject.record) \($0.isWorse)" } == ["repairs true", "recycling false"])
  }

  @Test("A post is vacant from the day its holder has gone")
  func vacant() throws {
    var quarter = Quarter()
    #expect(quarter.book.vacantPosts(on: Quarter.day).isEmpty)
    var tenure = try #require(quarter.book.tenures["p-head"])
    tenure.until = Quarter.day("2025-10-06")
    quarter.add(tenure)
    #expect(quarter.book.vacantPosts(on: Quarter.day("2025-10-05")).isEmpty)
    #expect(quarter.book.vacantPosts(on: Quarter.day("2025-10-06")).map(\.id) == ["waste-head"])
  }
}
