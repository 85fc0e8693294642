import Testing

@testable import CorporatePlan

@Suite("One row shows all there is to know of a return")
struct ReturnRowTests {
  @Test("last value, target, series, value as typed, status with its why, direction, words, authors")
  func figure() throws {
    var quarter = Quarter()
    try quarter.enter(
      FigureEntry(numerator: "404", denominator: "1000", commentary: "Wet summer."), Quarter.recycling)
    let row = quarter.row(Quarter.recycling)
    #expect(row.title == "Waste recycled" && row.unit == .percent && row.service == "waste")
    #expect(row.last?.value.text == "45.6%" && row.last?.period.name == "Q1 2025/26")
    #expect(row.points.count == 10 && row.points.last?.value.text == "404/1000 (40.4%)")
    #expect(row.typed == "404/1000" && row.share?.numerator == "404" && row.share?.denominator == "1000")
    #expect(row.status == .red && row.why?.contains("45%") == true && row.figure?.short == .worse)
    #expect(row.words == [.variance: "Wet summer."] && row.authors == ["p-officer"])
    #expect(row.lastChange?.author == "p-officer" && row.lastChange?.position == row.seen)
  }

  @Test("the sparkline has twelve points at most, this one the last")
  func twelve() throws {
    var quarter = Quarter()
    for year in [2020, 2021, 2022] {
      for period in FinancialYear(year).quarters { quarter.actual(Quarter.visits, "400", period) }
    }
    try quarter.enter(FigureEntry(value: "430"), Quarter.visits)
    let points = quarter.row(Quarter.visits).points
    #expect(points.count == 12 && points.last?.period == Quarter.period && points.first?.period.code == "2022-23-Q3")
  }

  @Test("it names the revision of every record that its entry may change, so that a later one is a conflict")
  func expecting() throws {
    var quarter = Quarter()
    let figure = RecordID(Actual.kind, "recycling@2025-26-Q2")
    #expect(quarter.row(Quarter.recycling).expecting[figure] == 0)
    let before = Set(quarter.row(Quarter.recycling).expecting.keys)
    let entry = FigureEntry(value: "45.1%", commentary: "a", action: "b", note: "c")
    let revisions = try quarter.revisions(entry, Quarter.recycling)
    #expect(Set(revisions.map { RecordID($0.kind, $0.record) }) == before)
    quarter.add(revisions, by: "p-officer")
    #expect(Set(quarter.row(Quarter.recycling).expecting.values) == [1])
    try quarter.enter(FigureEntry(value: ""), Quarter.recycling)
    #expect(quarter.row(Quarter.recycling).expecting[figure] == 2)
    let update = ActionEntry(stage: .inProgress, judged: "on track", done: "a", next: "b", note: "c")
    let changed = try quarter.revisions(update, Quarter.depot).map { RecordID($0.kind, $0.record) }
    #expect(Set(changed) == Set(quarter.row(Quarter.depot).expecting.keys))
  }

  @Test("all rows of a quarter are the rows of its slots, each as it is alone")
  func all() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "640", commentary: "Longer hours."), Quarter.visits)
    let rows = quarter.book.returnRows(in: Quarter.period, on: Quarter.day)
    #expect(rows.map(\.slot) == quarter.book.slots(in: Quarter.period, on: Quarter.day))
    #expect(rows.map(\.title) == ["Waste recycled", "Visits to the tip", "Repairs done in time", "Move the depot"])
    for row in rows {
      let alone = quarter.row(row.slot.subject)
      #expect(alone.warnings == row.warnings && alone.demands == row.demands && alone.expecting == row.expecting)
    }
  }

  @Test("the row of an entry that is not recorded yet shows its status and leaves the Book as it is")
  func preview() throws {
    let quarter = Quarter()
    let slot = quarter.row(Quarter.recycling).slot
    let revisions = try quarter.revisions(FigureEntry(value: "40%"), Quarter.recycling)
    let row = try #require(try quarter.book.returnRow(with: revisions, of: slot, on: Quarter.day))
    #expect(row.status == .red && row.demands.map(\.kind) == [.red, .moved])
    #expect(quarter.row(Quarter.recycling).status == nil)
  }

  @Test("taking an approved figure away reopens it as much as changing it does")
  func withdrawn() throws {
    var quarter = Quarter()
    try quarter.approve(Quarter.recycling, "45.1%")
    #expect(quarter.row(Quarter.recycling).state == .approved)
    try quarter.enter(FigureEntry(value: ""), Quarter.recycling)
    #expect(quarter.row(Quarter.recycling).state == .reopened)
  }

  @Test("a note, a status that was decided and a word taken away reopen it, too")
  func reopened() throws {
    for change in 0..<3 {
      var quarter = Quarter()
      try quarter.enter(FigureEntry(commentary: "Fine."), Quarter.recycling)
      try quarter.approve(Quarter.recycling, "45.1%")
      switch change {
      case 0: try quarter.enter(FigureEntry(note: "Not so fine."), Quarter.recycling)
      case 1: try quarter.enter(FigureEntry(commentary: ""), Quarter.recycling)
      default:
        quarter.add(
          StatusOverride(indicator: "recycling", period: Quarter.period, status: .red, reason: "x"), by: "p-head")
      }
      #expect(quarter.row(Quarter.recycling).state == .reopened, "change \(change)")
    }
  }

  @Test("a quarter made of months is as new as its newest month")
  func months() throws {
    var quarter = Quarter()
    var indicator = Indicator(
      id: "calls", name: "Calls", polarity: .highIsGood, frequency: .month, aggregation: .sum, items: ["place"],
      order: 9)
    indicator.owner = "Recycling Officer"
    quarter.add(indicator)
    let calls = indicator.recordID
    for month in 7...9 { quarter.actual(calls, "10", Period.month(2025, month)) }
    #expect(quarter.row(calls).state == .entered && quarter.row(calls).demands.isEmpty)
    quarter.add(try quarter.book.submission(of: quarter.rows(calls)), by: "p-officer")
    quarter.add(
      try quarter.book.approval(of: quarter.rows(calls), by: Stepper("p-head", on: Quarter.day)), by: "p-head")
    quarter.actual(calls, "11", Period.month(2025, 8))
    #expect(quarter.row(calls).state == .reopened)
  }
}
