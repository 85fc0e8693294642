import Testing

@testable import CorporatePlan

@Suite("The Book is the ledger folded up")
struct BookTests {
  @Test("a quarter's standings come out of the entries, with override and printed status beside the computed one")
  func standings() throws {
    var book = try TestLedger.quarter()
    let period = try #require(Period("2023-24-Q2"))
    var card = Scorecard(book, period)
    #expect(card.indicators.byStatus.map(\.count) == [1, 0, 1])
    #expect(card.sections.map(\.indicatorTally.rated) == [2])
    #expect(card.rules == [RuleVersion("harrow-2023", revision: 1)])

    try book.append(PrintedStatus(indicator: "calls", period: period, status: .amber, evidence: "colour of the mark"))
    let printed = try #require(Scorecard(book, period).standings.first { $0.indicator.id == "calls" })
    #expect(printed.printedDiffers && printed.status == .green)

    try book.append(StatusOverride(indicator: "calls", period: period, status: .amber, reason: "Unrounded 89.6%"))
    card = Scorecard(book, period)
    let standing = try #require(card.standings.first { $0.indicator.id == "calls" })
    #expect(standing.status == .amber && standing.rating.status == .green && !standing.printedDiffers)
    #expect(card.indicators.byStatus.map(\.count) == [0, 1, 1])
  }

  @Test("an indicator's own rule comes before the council's, and a dated one before one without dates")
  func rulings() throws {
    var book = try TestLedger.quarter()
    let period = try #require(Period("2023-24-Q2"))
    try book.append(RuleRecord(try #require(RuleBook.shipped["maidstone"])))
    try book.append(Ruling(indicator: "foi", rule: "maidstone"))
    #expect(book.rule(for: "foi", in: period)?.rule.id == "maidstone")
    #expect(book.rule(for: "calls", in: period)?.rule.id == "harrow-2023")
    try book.append(RuleRecord(try #require(RuleBook.shipped["belfast"])))
    try book.append(Ruling(from: Day(2023, 10, 1), rule: "belfast"))
    #expect(book.rule(for: "calls", in: period)?.rule.id == "harrow-2023")
    #expect(book.rule(for: "calls", in: FinancialYear(2023).quarter(3))?.rule.id == "belfast")
    #expect(book.rule(for: "foi", in: FinancialYear(2023).quarter(3))?.rule.id == "maidstone")
  }

  @Test("a changed rule is a new version, and the rating says which")
  func versions() throws {
    var book = try TestLedger.quarter()
    let period = try #require(Period("2023-24-Q2"))
    try book.append(
      RuleRecord(
        try JSON(
          parsing: #"{"id":"harrow-2023","basis":"relative","bands":[{"status":"amber","upTo":"20"},{"status":"red"}]}"#
        )))
    let standing = try #require(Scorecard(book, period).standings.first { $0.indicator.id == "foi" })
    #expect(standing.rating.rule.revision == 2 && standing.status == .amber)
  }

  @Test("data in arrears are rated against their own period's target and are not missing")
  func arrears() throws {
    var book = try TestLedger.quarter()
    var recycling = Indicator(
      id: "recycling", name: "Recycling", polarity: .highIsGood, unit: .percent, items: ["residents"])
    recycling.lag = 1
    try book.append(recycling)
    try book.append(Target(indicator: "recycling", period: FinancialYear(2023).quarter(1), verbatim: "32%"))
    try book.append(Target(indicator: "recycling", period: FinancialYear(2023).quarter(2), verbatim: "40%"))
    try book.append(
      Actual(
        indicator: "recycling", period: FinancialYear(2023).quarter(1), value: try Value("32.73%"), state: .provisional)
    )
    let standing = book.standing(of: recycling, in: FinancialYear(2023).quarter(2))
    #expect(standing.status == .green && standing.state == .provisional)
    #expect(standing.isInArrears(FinancialYear(2023).quarter(2)))
  }

  @Test("months add up to the quarter only when all of them are there")
  func months() throws {
    var book = try TestLedger.quarter()
    let visits = Indicator(
      id: "visits", name: "Visits", polarity: .highIsGood, frequency: .month, aggregation: .sum, items: ["residents"])
    try book.append(visits)
    let quarter = FinancialYear(2023).quarter(2)
    for month in [7, 8] {
      try book.append(Actual(indicator: "visits", period: .month(2023, month), value: try Value("100")))
    }
    #expect(book.standing(of: visits, in: quarter).value == .missing(.notReturned))
    try book.append(Actual(indicator: "visits", period: .month(2023, 9), value: try Value("50")))
    #expect(book.standing(of: visits, in: quarter).value.figure?.quantity == Quantity(250))
  }

  @Test("a year-to-date indicator has no short direction") func accumulating() throws {
    var book = try TestLedger.quarter()
    let tax = Indicator(
      id: "tax", name: "Council tax", polarity: .highIsGood, unit: .percent, frame: .yearToDate, items: ["residents"])
    try book.append(tax)
    for (code, value) in [("2022-23-Q2", "54%"), ("2023-24-Q1", "28%"), ("2023-24-Q2", "55%")] {
      try book.append(Actual(indicator: "tax", period: try #require(Period(code)), value: try Value(value)))
    }
    let standing = book.standing(of: tax, in: FinancialYear(2023).quarter(2))
    #expect(standing.short == .none && standing.long == .better)
  }

  @Test("every record writes what it read") func roundTrip() throws {
    var indicator = Indicator(
      id: "x", name: "X “quoted”", code: "PI 1", polarity: .range, unit: .named("days"), decimals: 2, frequency: .term,
      frame: .rolling(months: 12), lag: 2, aggregation: .ratio, items: ["a", "b"], order: 4)
    indicator.lower = Quantity("1.5")
    indicator.upper = Quantity(3)
    indicator.tags = ["Oflog"]
    try expectRoundTrip(indicator)
    let period = FinancialYear(2023).quarter(2)
    try expectRoundTrip(
      Actual(indicator: "x", period: period, value: try Value("91/110"), state: .revised, source: "table 1"))
    try expectRoundTrip(Actual(indicator: "x", period: period, value: .missing(.inArrears)))
    try expectRoundTrip(Target(indicator: "x", period: period, verbatim: "≥ 77%"))
    try expectRoundTrip(
      PlanItem(
        id: "p", role: .action, level: "Flagship Action", title: "T", parent: "q", code: "KA.1", order: 1,
        owner: "post:head", due: Day(2024, 3, 31), text: "t"))
    try expectRoundTrip(
      ActionUpdate(
        item: "p", period: period, stage: .inProgress, judged: .amber, percent: 40, forecast: Day(2024, 5, 1)))
    try expectRoundTrip(Ruling(indicator: "x", from: Day(2023, 4, 1), to: Day(2024, 3, 31), rule: "kent"))
    try expectRoundTrip(StatusOverride(indicator: "x", period: period, status: .red, reason: "because"))
    try expectRoundTrip(Split(item: "p", original: 8, rated: 10, verbatim: "eight"))
    try expectRoundTrip(
      Seal(
        period: period, position: 9, ledgerHash: "sha256:0", rules: [RuleVersion("kent", revision: 2)],
        files: [.init(name: "report.html", mediaType: "text/html", digest: "sha256:1")], warnings: ["w"]))
  }

  func expectRoundTrip<R: Record>(_ record: R) throws {
    let read = try R(id: record.id, Fields(try JSON(parsing: record.body.canonical)))
    #expect(read == record)
  }

  @Test("an entry that can't be read is named by its position") func malformed() throws {
    var book = Book()
    let entry = Entry(
      position: 7, batch: "b", recordedAt: Moment(milliseconds: 0), author: "a", reason: "r", kind: "indicator",
      record: "x", revision: 1, body: #"{"name":"X","polarity":"sideways"}"#)
    let error = #expect(throws: MalformedEntry.self) { try book.apply(entry) }
    #expect(error?.position == 7)
  }
}

/// A ledger in memory for tests of the Book.
enum TestLedger {
  static func quarter() throws -> Book {
    var book = Book()
    let period = FinancialYear(2023).quarter(2)
    try book.append(CouncilProfile(name: "Test Council", planTitle: "Plan"))
    try book.append(PlanItem(id: "residents", role: .priority, level: "Priority", title: "Residents first", order: 1))
    try book.append(RuleRecord(try #require(RuleBook.shipped["harrow-2023"])))
    try book.append(Ruling(rule: "harrow-2023"))
    for (id, target, actual) in [("calls", "90%", "93%"), ("foi", "90%", "79%")] {
      try book.append(Indicator(id: id, name: id, polarity: .highIsGood, unit: .percent, items: ["residents"]))
      try book.append(Target(indicator: id, period: period, verbatim: target))
      try book.append(Actual(indicator: id, period: period, value: try Value(actual)))
    }
    return book
  }
}

extension Book {
  mutating func append(_ record: some Record) throws {
    let revision = (stamp(of: record.recordID)?.revision ?? 0) + 1
    try apply(
      Entry(
        position: position + 1, batch: "b\(position)", recordedAt: Moment(milliseconds: 0), author: "test",
        reason: "test",
        kind: record.recordID.kind, record: record.id, revision: revision, body: record.body.canonical))
  }
}
