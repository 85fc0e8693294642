import Testing

@testable import CorporatePlan

@Suite("A span's figure comes from its parts, all of them")
struct SpansTests {
  private let year = FinancialYear(2023)
  private var quarter: Period { year.quarter(2) }

  private func book(
    _ frequency: Period.Grain, _ frame: Frame = .flow, _ aggregation: Aggregation, lag: Int = 0,
    _ figures: KeyValuePairs<String, String>
  ) throws -> Book {
    var book = try TestLedger.quarter()
    try book.append(
      Indicator(
        id: "visits", name: "Visits", polarity: .highIsGood, frequency: frequency, frame: frame, lag: lag,
        aggregation: aggregation, items: ["residents"]))
    for (code, value) in figures { try book.actual("visits", code, value) }
    return book
  }

  private func standing(_ book: Book, _ period: Period, _ id: String = "visits") throws -> IndicatorStanding {
    book.standing(of: try #require(book.indicators[id]), in: period)
  }

  @Test("without the last month, an earlier one does not pass for it")
  func lastMonth() throws {
    var book = try book(.month, .stock, .last, ["2023-M07": "1", "2023-M08": "2"])
    #expect(try standing(book, quarter).value == .missing(.notReturned))
    try book.actual("visits", "2023-M09", "in arrears")
    #expect(try standing(book, quarter).value == .missing(.inArrears))
    try book.actual("visits", "2023-M09", "3")
    #expect(try standing(book, quarter).value.figure?.quantity == Quantity(3))
  }

  @Test("a quarter's own figure is no month, and is not counted twice in the year")
  func onlyMonths() throws {
    var book = try book(.month, .flow, .sum, [:])
    for month in 4...12 {
      try book.append(Actual(indicator: "visits", period: .month(2023, month), value: try Value("10")))
    }
    for month in 1...2 {
      try book.append(Actual(indicator: "visits", period: .month(2024, month), value: try Value("10")))
    }
    try book.actual("visits", "2023-24-Q1", "30")
    #expect(try standing(book, year.period).value == .missing(.notReturned), "eleven months and a quarter are no year")
    try book.actual("visits", "2024-M03", "10")
    #expect(try standing(book, year.period).value.figure?.quantity == Quantity(120))
  }

  @Test(
    "an estimated, provisional or revised month makes the quarter so",
    arguments: [
      ([Actual.State.final, .estimated, .provisional], Actual.State.estimated),
      ([.provisional, .revised, .final], .provisional), ([.final, .final, .revised], .revised),
      ([.final, .final, .final], .final),
    ])
  func states(states: [Actual.State], expected: Actual.State) throws {
    var book = try book(.month, .flow, .sum, [:])
    for (month, state) in zip(7...9, states) {
      try book.append(
        Actual(indicator: "visits", period: .month(2023, month), value: try Value("1"), state: state))
    }
    #expect(try standing(book, quarter).state == expected)
  }

  @Test(
    "a monthly indicator's lag is in months: up to three of them are one quarter back",
    arguments: [(0, "2023-24-Q2"), (1, "2023-24-Q1"), (3, "2023-24-Q1"), (4, "2022-23-Q4")])
  func lag(months: Int, data: String) throws {
    #expect(try standing(book(.month, .flow, .sum, lag: months, [:]), quarter).dataPeriod?.code == data)
  }

  @Test("a month without activity adds nothing to a ratio")
  func noActivity() throws {
    var book = try book(.month, .flow, .ratio, ["2023-M07": "9/10", "2023-M08": "0/0", "2023-M09": "1/10"])
    #expect(try standing(book, quarter).value.figure?.text == "10/20 (50.0%)")
    for month in ["2023-M07", "2023-M09"] { try book.actual("visits", month, "0/0") }
    #expect(try standing(book, quarter).value == .missing(.noActivity))
  }

  @Test(
    "quarters make a year, rated against the year's own target",
    arguments: [
      (Frame.flow, Aggregation.sum, ["10", "20", "30", "40"], "100", Status.green),
      (.flow, .ratio, ["9/10", "8/10", "7/10", "6/10"], "30/40 (75.0%)", .red),
      (.yearToDate, .last, ["10", "30", "60", "100"], "100", .green),
      (.stock, .last, ["5", "6", "7", "99"], "99", .amber),
    ])
  func outturn(frame: Frame, aggregation: Aggregation, quarters: [String], text: String, status: Status) throws {
    var book = try book(.quarter, frame, aggregation, [:])
    for (quarter, value) in zip(year.quarters, quarters) { try book.actual("visits", quarter.code, value) }
    try book.append(Target(indicator: "visits", period: year.quarter(4), verbatim: "1"))
    try book.append(Target(indicator: "visits", period: year.period, verbatim: "100"))
    let standing = try standing(book, year.period)
    #expect(standing.dataPeriod == year.period && standing.value.text == text && standing.status == status)
    let own = book.readings["visits"]?.outturn(of: year, of: .quarter, by: aggregation)
    #expect(own?.value.text == text)
    #expect(try self.standing(book, year.half(2)).dataPeriod == year.half(2))
  }

  @Test("a snapshot of a year without a target of its own has its last quarter's; a sum has none")
  func targetOfTheLast() throws {
    for (frame, aggregation, target) in [(Frame.stock, Aggregation.last, "90"), (.flow, .sum, nil)] {
      var book = try book(.quarter, frame, aggregation, [:])
      for quarter in year.quarters {
        try book.actual("visits", quarter.code, "100")
        try book.append(Target(indicator: "visits", period: quarter, verbatim: "90"))
      }
      #expect(try standing(book, year.period).target?.text == target)
    }
  }

  @Test("quarters that nobody adds up stand for themselves in a year's report")
  func manual() throws {
    var book = try book(.quarter, .flow, .manual, ["2023-24-Q4": "7"])
    #expect(try standing(book, year.period).dataPeriod == year.quarter(4))
    try book.actual("visits", "2023-24", "28")
    #expect(try standing(book, year.period).value.figure?.quantity == Quantity(28))
  }

  @Test(
    "year to date and rolling figures are made of another indicator's flows",
    arguments: [
      (Period.Grain.quarter, Frame.yearToDate, "20"), (.quarter, .rolling(months: 12), "40"),
      (.month, .yearToDate, "6"), (.month, .rolling(months: 12), "12"), (.month, .rolling(months: 3), "3"),
    ])
  func derived(grain: Period.Grain, frame: Frame, expected: String) throws {
    var book = try book(grain, .flow, .sum, [:])
    let value = grain == .month ? "1" : "10"
    for period in year.period.parts(grain) + FinancialYear(2022).period.parts(grain) {
      try book.actual("visits", period.code, value)
    }
    var whole = Indicator(id: "whole", name: "Whole", polarity: .highIsGood, frame: frame, items: ["residents"])
    whole.derivedFrom = "visits"
    try book.append(whole)
    #expect(try standing(book, quarter, "whole").value.text == expected)
    try book.actual("whole", quarter.code, "99")
    #expect(try standing(book, quarter, "whole").value.text == "99", "what was returned stands")
    try book.append("actual", "visits@\(try #require(quarter.parts(.month).first).code)", nil)
    try book.append("actual", "visits@2023-24-Q1", nil)
    try book.append("actual", "whole@\(quarter.code)", nil)
    #expect(try standing(book, quarter, "whole").value == .missing(.notReturned), "a part is not there")
  }

  @Test("ratios year to date add up numerators and denominators apart")
  func derivedRatio() throws {
    var book = try book(.quarter, .flow, .ratio, ["2023-24-Q1": "90/100", "2023-24-Q2": "1/10"])
    var whole = Indicator(id: "whole", name: "Whole", polarity: .highIsGood, frame: .yearToDate, items: ["residents"])
    whole.derivedFrom = "visits"
    try book.append(whole)
    #expect(try standing(book, quarter, "whole").value.text == "91/110 (82.7%)")
    #expect(
      book.readings["visits"]?.yearToDate(to: quarter, of: .quarter, by: .ratio)?.value.text == "91/110 (82.7%)")
    #expect(book.readings["visits"]?.rolling(months: 6, to: quarter, of: .quarter, by: .ratio) != nil)
    #expect(book.readings["visits"]?.rolling(months: 12, to: quarter, of: .quarter, by: .ratio) == nil)
  }

  @Test("a biennial survey of odd years is due when its own two years end")
  func oddYears() throws {
    let book = try book(.twoYears, .wave, .manual, ["2021-23": "60%"])
    #expect(try standing(book, FinancialYear(2022).quarter(4)).value.text == "60%")
    #expect(try !standing(book, FinancialYear(2023).quarter(4)).isDue)
    #expect(try standing(book, FinancialYear(2024).quarter(4)).dataPeriod?.code == "2023-25")
  }
}

@Suite("Direction of travel stays within one definition and outside the dead band")
struct ComparableTests {
  private func standing(_ change: (inout Indicator) throws -> Void) throws -> IndicatorStanding {
    var book = try TestLedger.quarter()
    var indicator = Indicator(
      id: "calls", name: "Calls", polarity: .highIsGood, unit: .percent, items: ["residents"])
    try change(&indicator)
    try book.append(indicator)
    try book.actual("calls", "2022-23-Q2", "80/100")
    try book.actual("calls", "2023-24-Q1", "92.5%")
    return book.standing(of: try #require(book.indicators["calls"]), in: FinancialYear(2023).quarter(2))
  }

  @Test("a changed definition breaks comparability with what came before it")
  func definition() throws {
    let before = try standing { _ in }
    #expect(before.short == .better && before.long == .better)
    let changed = try standing { $0.comparableFrom = Day(2023, 4, 1) }
    #expect(changed.short == .better && changed.long == .none && changed.lastYear != nil)
    let within = try standing { $0.comparableFrom = Day(2023, 8, 1) }
    #expect(within.short == .none && within.long == .none)
    let later = try standing { $0.comparableFrom = Day(2023, 10, 1) }
    #expect(later.short == .better && later.long == .better, "both are of the old definition")
  }

  @Test("a difference within the dead band is none", arguments: [("0.5", Trend.same), ("0.4", .better), ("13", .same)])
  func deadBand(width: String, expected: Trend) throws {
    let standing = try standing { $0.deadBand = Quantity(width) }
    #expect(standing.short == expected && standing.long == (width == "13" ? .same : .better))
  }
}

extension Book {
  fileprivate mutating func actual(_ indicator: String, _ period: String, _ value: String) throws {
    try append(
      Actual(indicator: indicator, period: try #require(calendar.period(period)), value: try Value(value)))
  }
}
