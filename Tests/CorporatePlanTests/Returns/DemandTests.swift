import Testing

@testable import CorporatePlan

@Suite("Words are asked for when the figure calls for them, and then only")
struct DemandTests {
  private func demands(_ quarter: Quarter, _ subject: RecordID = Quarter.recycling) -> [Demand.Kind] {
    quarter.row(subject).demands.map(\.kind)
  }

  @Test("nothing entered is asked for, as figure or reason")
  func entry() throws {
    var quarter = Quarter()
    #expect(demands(quarter) == [.entry] && demands(quarter, Quarter.depot) == [.entry])
    try quarter.enter(FigureEntry(commentary: "Coming."), Quarter.recycling)
    #expect(demands(quarter) == [.entry])
  }

  @Test("green as before asks for nothing; red, and a status that moved, ask for public words")
  func status() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.2%"), Quarter.recycling)
    #expect(demands(quarter) == [])
    try quarter.enter(FigureEntry(value: "44.5%"), Quarter.recycling)
    #expect(demands(quarter) == [.moved])
    #expect(
      quarter.row(Quarter.recycling).demands.first?.sentence
        == "It was green in Q1 2025/26 and is amber now. Say what changed.")
    try quarter.enter(FigureEntry(value: "40%"), Quarter.recycling)
    #expect(demands(quarter) == [.red, .moved])
    try quarter.enter(FigureEntry(note: "The lorry broke down."), Quarter.recycling)
    #expect(demands(quarter) == [.red, .moved], "a note is not public")
    try quarter.enter(FigureEntry(action: "A second lorry is hired."), Quarter.recycling)
    #expect(demands(quarter) == [])
  }

  @Test("red as before is still red")
  func stillRed() throws {
    var quarter = Quarter()
    quarter.actual(Quarter.recycling, "40%", FinancialYear(2025).quarter(1))
    try quarter.enter(FigureEntry(value: "40.5%"), Quarter.recycling)
    #expect(demands(quarter) == [.red])
  }

  @Test("a missing figure says why in words, and whether it is undetermined is nobody's fault")
  func missing() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "tbc"), Quarter.recycling)
    #expect(demands(quarter) == [.missing])
    try quarter.enter(FigureEntry(commentary: "The county has not weighed it yet."), Quarter.recycling)
    #expect(demands(quarter) == [])
  }

  @Test("an officer's status in place of the rule's asks for public words")
  func override() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.2%"), Quarter.recycling)
    quarter.add(
      StatusOverride(indicator: "recycling", period: Quarter.period, status: .amber, reason: "Unrounded"), by: "p-head")
    #expect(demands(quarter) == [.moved, .override])
    quarter.add(
      StatusOverride(indicator: "recycling", period: Quarter.period, status: .green, reason: "Agreed"), by: "p-head")
    #expect(demands(quarter) == [], "a decision that agrees with the rule changes nothing")
  }

  @Test("an annual indicator is compared with last year, not with a quarter in which it owed nothing")
  func annual() throws {
    var quarter = Quarter()
    var indicator = Indicator(
      id: "survey", name: "Satisfied residents", polarity: .highIsGood, unit: .percent, frequency: .year,
      items: ["place"], order: 9)
    indicator.owner = "Recycling Officer"
    quarter.add(indicator)
    let survey = indicator.recordID
    for (year, value) in [(2024, "80%"), (2025, "78%")] {
      quarter.actual(survey, value, FinancialYear(year).period)
      quarter.add(Target(indicator: "survey", period: FinancialYear(year).period, verbatim: "79%"))
    }
    let row = quarter.book.returnRow(of: survey, in: FinancialYear(2025).quarter(4), on: Quarter.day)
    #expect(row?.demands.map(\.kind) == [.moved] && row?.last?.period.code == "2024-25")
    #expect(quarter.book.returnRow(of: survey, in: Quarter.period, on: Quarter.day) == nil)
  }

  @Test("an action is judged; red, later and other than its dates suggest ask for words")
  func actions() throws {
    var quarter = Quarter()
    try quarter.enter(ActionEntry(stage: .inProgress, percent: "40", forecast: "31/3/2026"), Quarter.depot)
    #expect(demands(quarter, Quarter.depot) == [.judgement])
    try quarter.enter(ActionEntry(judged: "on track"), Quarter.depot)
    #expect(demands(quarter, Quarter.depot) == [])
    try quarter.enter(ActionEntry(forecast: "30/4/2026"), Quarter.depot)
    #expect(demands(quarter, Quarter.depot) == [.differs, .later])
    try quarter.enter(ActionEntry(judged: "delayed"), Quarter.depot)
    #expect(demands(quarter, Quarter.depot) == [.moved, .later])
    try quarter.enter(ActionEntry(forecast: "30/9/2026", judged: "missed"), Quarter.depot)
    #expect(demands(quarter, Quarter.depot) == [.red, .moved, .later])
    try quarter.enter(ActionEntry(done: "The seller withdrew; another site is looked for."), Quarter.depot)
    #expect(demands(quarter, Quarter.depot) == [])
  }
}
