import Testing

@testable import CorporatePlan

@Suite("A return that deserves a closer look says why")
struct ScrutinyTests {
  private func reasons(_ quarter: Quarter, _ subject: RecordID, on day: Day = Quarter.day) -> [Scrutiny] {
    quarter.row(subject, on: day).scrutiny(on: day)
  }

  @Test("one that is as ever, and on target, gives none")
  func usual() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.1%"), Quarter.recycling)
    #expect(reasons(quarter, Quarter.recycling).isEmpty)
    #expect(reasons(Quarter(), Quarter.recycling).isEmpty)
  }

  @Test("the worst status, a status that moved and a figure far from those before")
  func red() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "20%", commentary: "The lorries stood still."), Quarter.recycling)
    let reasons = reasons(quarter, Quarter.recycling)
    #expect(reasons.first == .worst(.red))
    #expect(reasons.contains(.moved(from: .green, to: .red, since: FinancialYear(2025).quarter(1))))
    #expect(reasons.contains(.warned(.outlier, isAnswered: false)))
  }

  @Test("one without a figure, with the reason")
  func missing() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "n/a", reason: .toBeConfirmed, commentary: "In May."), Quarter.recycling)
    #expect(reasons(quarter, Quarter.recycling) == [.missing(.toBeConfirmed)])
  }

  @Test("one that is not in the day after it was due, entered or not")
  func late() throws {
    var quarter = Quarter()
    let due = try #require(quarter.row(Quarter.recycling).slot.due)
    #expect(reasons(quarter, Quarter.recycling, on: due).isEmpty)
    #expect(reasons(quarter, Quarter.recycling, on: due + 1) == [.late])
    try quarter.enter(FigureEntry(value: "45.1%"), Quarter.recycling)
    #expect(reasons(quarter, Quarter.recycling, on: due + 1) == [.late])
    quarter.add(try quarter.book.submission(of: quarter.rows(Quarter.recycling)), by: "p-officer")
    #expect(reasons(quarter, Quarter.recycling, on: due + 1).isEmpty)
  }

  @Test("one given back, and one changed after it was approved")
  func back() throws {
    var quarter = Quarter()
    try quarter.approve(Quarter.recycling, "45.1%")
    try quarter.enter(FigureEntry(value: "45.2%"), Quarter.recycling)
    #expect(reasons(quarter, Quarter.recycling) == [.reopened])
    quarter.add(
      try quarter.book.givingBack(quarter.rows(Quarter.recycling), because: "Of which month?"), by: "p-head")
    #expect(reasons(quarter, Quarter.recycling) == [.returned])
  }

  @Test("what was waived needs no look")
  func waived() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "20%"), Quarter.recycling)
    quarter.add(
      try quarter.book.waiving(quarter.row(Quarter.recycling).slot, because: "The tip burnt down."), by: "p-performance"
    )
    #expect(reasons(quarter, Quarter.recycling).isEmpty)
  }
}
