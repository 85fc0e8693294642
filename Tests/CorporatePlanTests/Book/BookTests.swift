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

  @Test("a changed rule rates nothing until a ruling puts it in force, and old periods keep the version they had")
  func versions() throws {
    var book = try TestLedger.quarter()
    let (before, after) = (FinancialYear(2023).quarter(2), FinancialYear(2023).quarter(3))
    try book.append(Target(indicator: "foi", period: after, verbatim: "90%"))
    try book.append(Actual(indicator: "foi", period: after, value: try Value("79%")))
    try book.append(TestLedger.wide("harrow-2023"))
    func foi(_ period: Period) throws -> Rating {
      try #require(Scorecard(book, period).standings.first { $0.indicator.id == "foi" }).rating
    }
    #expect(try foi(before).rule.revision == 1 && foi(after).rule.revision == 1 && foi(after).status == .red)

    try book.append(Ruling(from: Day(2023, 10, 1), rule: "harrow-2023"))
    #expect(try foi(before).rule.revision == 1 && foi(before).status == .red)
    #expect(try foi(after).rule.revision == 2 && foi(after).status == .amber)
    #expect(Scorecard(book, before).rules == [RuleVersion("harrow-2023", revision: 1)])
    #expect(book.rule(RuleVersion("harrow-2023", revision: 1))?.forIndicators?.bands.first?.limit == .of(Quantity(5)))

    try book.append(Ruling(rule: "harrow-2023"))
    #expect(try foi(before).rule.revision == 2, "the same ruling, recorded anew")
  }

  @Test("a ruling recorded before its rule has the newest") func ruleComesLater() throws {
    var book = try TestLedger.quarter()
    let period = FinancialYear(2023).quarter(2)
    try book.append(Ruling(indicator: "foi", rule: "later"))
    #expect(book.rule(for: "foi", in: period) == nil)
    for revision in 1...2 {
      try book.append(TestLedger.wide("later"))
      #expect(book.rule(for: "foi", in: period)?.version == RuleVersion("later", revision: revision))
    }
  }

  @Test("rulings for different things have different ids, and one with a last day comes before one without")
  func rulingIDs() throws {
    let day = try #require(Day(2024, 3, 31))
    let rulings = [
      Ruling(rule: "a"), Ruling(for: .actions, rule: "a"), Ruling(indicator: "council", rule: "a"),
      Ruling(indicator: "actions", rule: "a"), Ruling(to: day, rule: "a"), Ruling(from: day, rule: "a"),
      Ruling(from: day, to: day, rule: "a"),
    ]
    #expect(Set(rulings.map(\.id)).count == rulings.count)
    var book = try TestLedger.quarter()
    try book.append(TestLedger.wide("wide"))
    try book.append(Ruling(to: day, rule: "wide"))
    #expect(book.rule(for: "calls", in: FinancialYear(2023).quarter(2))?.rule.id == "wide")
    #expect(book.rule(for: "calls", in: FinancialYear(2024).quarter(1))?.rule.id == "harrow-2023")
  }

  @Test(
    "rulings with the ids of earlier ledgers are still read",
    arguments: [
      ("council-tax", #"{"indicator":"council-tax","rule":"wide"}"#),
      ("council@2023-07-01", #"{"from":"2023-07-01","rule":"wide"}"#),
    ])
  func earlierRulings(id: String, body: String) throws {
    var book = try TestLedger.quarter()
    try book.append(TestLedger.wide("wide"))
    try book.append("ruling", id, body)
    #expect(book.rulings[id]?.id == id)
    #expect(book.rule(for: "council-tax", in: FinancialYear(2023).quarter(2))?.rule.id == "wide")
  }

  @Test("corrected dates of a term take its figures, targets and words along")
  func correctedTerm() throws {
    var book = try TestLedger.quarter()
    func term(_ code: String, _ start: String, _ end: String) throws -> Period {
      let (start, end) = (try #require(Day(start)), try #require(Day(end)))
      return try #require(Period(.term, code: code, start: start, end: end))
    }
    let clubs = Indicator(id: "clubs", name: "Clubs", polarity: .highIsGood, frequency: .term, items: ["residents"])
    let typed = try term("2023-24-autumn", "2022-09-04", "2022-12-22")
    let meant = try term("2023-24-autumn", "2023-09-04", "2023-12-22")
    let earlier = try term("2022-23-summer", "2023-04-17", "2023-07-22")
    try book.append(EnteredPeriod(typed))
    try book.append(EnteredPeriod(earlier))
    try book.append(clubs)
    for (period, value) in [(typed, "40"), (earlier, "30")] {
      try book.append(Actual(indicator: "clubs", period: period, value: try Value(value)))
    }
    try book.append(Target(indicator: "clubs", period: typed, verbatim: "50"))
    try book.append(
      Commentary(id: "c", subject: clubs.recordID, period: typed, purpose: .variance, text: "A strike"))
    try book.append(EnteredPeriod(meant))

    let standing = book.standing(of: clubs, in: FinancialYear(2023).quarter(3))
    #expect(standing.dataPeriod == meant && standing.value.figure?.quantity == Quantity(40))
    #expect(standing.status == .red && standing.previous?.figure?.quantity == Quantity(30))
    #expect(book.readings["clubs"]?.actuals.map(\.period.code) == ["2022-23-summer", "2023-24-autumn"])
    #expect(book.words(about: clubs.recordID, in: meant, .variance).map(\.period) == [meant])
    try book.append(Actual(indicator: "clubs", period: meant, value: try Value("41")))
    #expect(book.readings["clubs"]?.actuals.count == 2)
    #expect(book.readings["clubs"]?.actual(in: typed)?.value.figure?.quantity == Quantity(41))
  }

  @Test(
    "an entry whose body speaks of another record than its id is refused",
    arguments: [
      ("actual", "calls@2023-24-Q1", #"{"indicator":"calls","period":"2023-24-Q2","value":"1"}"#),
      ("target", "foi@2023-24-Q2", #"{"indicator":"calls","period":"2023-24-Q2","target":"1"}"#),
      ("update", "a@2023-24-Q2", #"{"item":"b","period":"2023-24-Q2"}"#),
      ("override", "x", #"{"indicator":"calls","period":"2023-24-Q2","status":"red","reason":"r"}"#),
      ("printed", "x", #"{"indicator":"calls","period":"2023-24-Q2","status":"red","evidence":"e"}"#),
      ("ruling", "calls", #"{"indicator":"foi","rule":"harrow-2023"}"#),
      ("rule", "other", #"{"id":"mine","basis":"relative","bands":[{"status":"red"}]}"#),
      ("council", "the-council", #"{"name":"A","plan_title":"B"}"#),
    ])
  func disagreement(kind: String, record: String, body: String) throws {
    var book = try TestLedger.quarter()
    #expect(throws: MalformedEntry.self) { try book.append(kind, record, body) }
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
    (indicator.derivedFrom, indicator.deadBand) = ("y", Quantity("0.5"))
    indicator.comparableFrom = Day(2023, 4, 1)
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
    try expectRoundTrip(Ruling(for: .actions, rule: "rotherham-actions"))
    try expectRoundTrip(RuleRecord(try #require(RuleBook.shipped["rotherham-actions"])))
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
  /// A rule under which a miss of up to 20% of the target is amber.
  static func wide(_ id: String) throws -> RuleRecord {
    try RuleRecord(
      try JSON(
        parsing: #"{"id":"\#(id)","basis":"relative","bands":[{"status":"amber","upTo":"20"},{"status":"red"}]}"#))
  }

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
    try append(record.recordID.kind, record.id, record.body.canonical)
  }

  mutating func append(_ kind: String, _ record: String, _ body: String?) throws {
    let revision = (stamp(of: RecordID(kind, record))?.revision ?? 0) + 1
    try apply(
      Entry(
        position: position + 1, batch: "b\(position)", recordedAt: Moment(milliseconds: 0), author: "test",
        reason: "test", kind: kind, record: record, revision: revision, body: body))
  }
}
