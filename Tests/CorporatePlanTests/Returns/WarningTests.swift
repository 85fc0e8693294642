import Testing

@testable import CorporatePlan

@Suite("A likely slip is told of once, and its officer may say that it is right")
struct WarningTests {
  private func codes(_ value: String, _ subject: RecordID = Quarter.visits) throws -> [ReturnWarning.Code] {
    let quarter = Quarter()
    let revisions = try quarter.revisions(FigureEntry(value: value), subject)
    let row = try quarter.book.returnRow(with: revisions, of: quarter.row(subject).slot, on: Quarter.day)
    return try #require(row).warnings.map(\.code)
  }

  @Test(
    "figures of a quarter beside eight before it and a target of 420",
    arguments: [
      ("418", []), ("380", []), ("4,180", [.scale]), ("42000", [.scale]), ("41.8", [.scale]), ("4", [.scale]),
      ("73,390", [.farBeyondTarget, .outlier]), ("640", [.outlier]), ("-418", [.outlier, .sign]), ("0", [.outlier]),
    ] as [(String, [ReturnWarning.Code])])
  func visits(value: String, expected: [ReturnWarning.Code]) throws { #expect(try codes(value) == expected) }

  @Test(
    "percentages",
    arguments: [
      ("45.4%", []), ("0.45", [.scale]), ("104%", [.outlier, .overHundred]), ("52%", [.outlier]), ("48%", []),
      ("454/1000", []), ("120/110", [.outlier, .overHundred]),
    ] as [(String, [ReturnWarning.Code])])
  func recycling(value: String, expected: [ReturnWarning.Code]) throws {
    #expect(try codes(value, Quarter.recycling) == expected)
  }

  @Test(
    "a count is a whole number, unless the figures or the decimals of the indicator say otherwise",
    arguments: [
      (0, "Visits to the tip", "418.5", true), (0, "Visits to the tip", "418.0", false),
      (0, "Visits to the tip", "418", false),
      (0, "Visits to the tip per 100,000 residents", "418.5", false), (1, "Visits to the tip", "418.5", false),
      (0, "Visits in per cent of last year", "418.5", false),
    ])
  func counts(decimals: Int, name: String, value: String, isTold: Bool) throws {
    var quarter = Quarter()
    var visits = try #require(quarter.book.indicators["visits"])
    (visits.decimals, visits.name) = (decimals, name)
    quarter.add(visits)
    try quarter.enter(FigureEntry(value: value), Quarter.visits)
    #expect(quarter.row(Quarter.visits).warnings.contains { $0.code == .fraction } == isTold)
    quarter.actual(Quarter.visits, "401.5", FinancialYear(2024).quarter(1))
    #expect(!quarter.row(Quarter.visits).warnings.contains { $0.code == .fraction })
  }

  @Test("a new indicator counts where its name says so")
  func newCount() throws {
    let number = Indicator(id: "n", name: "Number of bins missed", polarity: .lowIsGood, items: [])
    let days = Indicator(id: "d", name: "Sickness", polarity: .lowIsGood, items: [])
    let prompt = Indicator(id: "p", name: "Number of requests met in 5 days", polarity: .highIsGood, items: [])
    #expect(prompt.countsThings(after: []))
    #expect(number.countsThings(after: []) && !days.countsThings(after: []))
    #expect(try !days.countsThings(after: [Figure("8"), Figure("8.5")]))
    #expect(try !number.countsThings(after: [Figure("8.5")]))
    let rate = Indicator(id: "bins", name: "Missed bins per 100,000 collections", polarity: .lowIsGood, items: [])
    #expect(try !rate.countsThings(after: [Figure("41"), Figure("44")]), "whole so far, and worked out all the same")
  }

  @Test("the sentence names the figures it compares with")
  func sentences() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "73,390"), Quarter.visits)
    #expect(
      quarter.row(Quarter.visits).warnings.map(\.sentence) == [
        "73,390 is 175 times the target of 420. Check the figure, and whether the target is right.",
        "73,390 is far from the 9 figures before it, which lie between 388 and 431. Check it, or say what happened.",
      ])
    try quarter.enter(FigureEntry(value: "4,180"), Quarter.visits)
    #expect(
      quarter.row(Quarter.visits).warnings.map(\.sentence) == [
        "4,180 is about ten times the figure for Q1 2025/26, 422. Is the decimal point right?"
      ])
  }

  @Test("one odd quarter in the past does not hide another")
  func robust() throws {
    var quarter = Quarter()
    quarter.actual(Quarter.visits, "9,000", FinancialYear(2024).quarter(1))
    try quarter.enter(FigureEntry(value: "640"), Quarter.visits)
    // Between the least and the most of before, it is not odd; above it is.
    #expect(quarter.row(Quarter.visits).warnings.isEmpty)
    try quarter.enter(FigureEntry(value: "12,000"), Quarter.visits)
    #expect(quarter.row(Quarter.visits).warnings.map(\.code) == [.farBeyondTarget, .outlier])
  }

  @Test("a figure of the year to date must not fall within the year")
  func falling() throws {
    var quarter = Quarter()
    var indicator = try #require(quarter.book.indicators["visits"])
    indicator.frame = .yearToDate
    quarter.add(indicator)
    try quarter.enter(FigureEntry(value: "410"), Quarter.visits)
    #expect(quarter.row(Quarter.visits).warnings.map(\.code) == [.falling])
    try quarter.enter(FigureEntry(value: "840"), Quarter.visits)
    #expect(quarter.row(Quarter.visits).warnings.isEmpty)
  }

  @Test("the same figure for four quarters is asked about, all of it is not")
  func unchanged() throws {
    var quarter = Quarter()
    let before = [FinancialYear(2024).quarter(3), FinancialYear(2024).quarter(4), FinancialYear(2025).quarter(1)]
    for period in before {
      quarter.actual(Quarter.visits, "418", period)
      quarter.actual(Quarter.recycling, "100%", period)
    }
    try quarter.enter(FigureEntry(value: "418"), Quarter.visits)
    try quarter.enter(FigureEntry(value: "100%"), Quarter.recycling)
    #expect(quarter.row(Quarter.visits).warnings.map(\.code) == [.unchanged])
    #expect(quarter.row(Quarter.recycling).warnings.isEmpty)
  }

  @Test("an answer counts for the figure it was given of, and for no other")
  func answers() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "640"), Quarter.visits)
    let row = quarter.row(Quarter.visits)
    #expect(throws: EntryRefused([EntryProblem(.value, "Say why it is right, or mend it")])) {
      try quarter.book.revisions(answering: .outlier, of: row, words: " ", on: Quarter.day)
    }
    #expect(throws: EntryRefused.self) {
      try quarter.book.revisions(answering: .sign, of: row, words: "No", on: Quarter.day)
    }
    let answer = try quarter.book.revisions(
      answering: .outlier, of: row, words: "Opening hours doubled.", on: Quarter.day)
    quarter.add(answer, by: "p-officer")
    #expect(quarter.row(Quarter.visits).openWarnings.isEmpty && quarter.row(Quarter.visits).warnings.count == 1)
    try quarter.enter(FigureEntry(value: "641"), Quarter.visits)
    #expect(quarter.row(Quarter.visits).openWarnings.map(\.code) == [.outlier])
  }

  @Test("an action complete below 100%, one whose progress fell, one forecast in the past")
  func actions() throws {
    var quarter = Quarter()
    try quarter.enter(
      ActionEntry(stage: .complete, percent: "90", completed: "30/9/2025"), Quarter.depot)
    #expect(quarter.row(Quarter.depot).warnings.map(\.code) == [.completeBelowHundred])
    quarter = Quarter()
    try quarter.enter(ActionEntry(stage: .inProgress, percent: "20", forecast: "1/9/2025"), Quarter.depot)
    #expect(quarter.row(Quarter.depot).warnings.map(\.code) == [.progressFell, .forecastPast])
  }
}
