import Testing

@testable import CorporatePlan

@Suite("A service signs off what is approved, and the board counts how far everyone is")
struct SignOffTests {
  private let head = Stepper("p-head", on: Quarter.day)

  private func rows(_ quarter: Quarter, on day: Day = Quarter.day) -> [ReturnRow] {
    quarter.book.returnRows(in: Quarter.period, on: day)
  }

  private func signOff(
    _ quarter: Quarter, _ unit: String, by stepper: Stepper, shown: Int? = nil
  ) -> (revisions: [Revision], blocks: [String]) {
    do {
      return (
        try quarter.book.signingOff(
          unit, rows(quarter), in: Quarter.period, by: stepper, shown: shown ?? quarter.book.position), []
      )
    } catch { return ([], error.blocks.map { "\($0.title): \($0.sentence)" }) }
  }

  /// Waste is all approved or waived.
  private func waste() throws -> Quarter {
    var quarter = Quarter()
    try quarter.approve(Quarter.recycling, "45.1%")
    try quarter.approve(Quarter.visits, "421")
    quarter.add(try quarter.book.waiving(quarter.row(Quarter.depot).slot, because: "On hold."), by: "p-performance")
    return quarter
  }

  @Test("each return is in one stage, and the stages add up")
  func stages() throws {
    var quarter = Quarter()
    try quarter.approve(Quarter.recycling, "45.1%")
    try quarter.enter(FigureEntry(value: "421"), Quarter.visits)
    let board = CycleBoard(quarter.book, rows(quarter), in: Quarter.period, on: Quarter.day)
    #expect(board.services.map(\.name) == ["Housing", "Waste"] && board.directorates.map(\.name) == ["Environment"])
    let waste = try #require(board.services.last)
    #expect(waste.total == 3 && waste.count(.approved) == 1 && waste.count(.entered) == 1 && waste.count(.open) == 1)
    #expect(board.all.total == 4 && board.directorates.first?.total == 4)
    for standing in board.services + board.directorates + [board.all] {
      #expect(UnitStanding.Stage.allCases.map(standing.count).reduce(0, +) == standing.total)
    }
  }

  @Test("returns that no service answers for are counted by themselves")
  func nobody() throws {
    var quarter = Quarter()
    quarter.add(PlanItem(id: "park", role: .action, level: "Action", title: "A park", parent: "place", order: 2))
    let board = CycleBoard(quarter.book, rows(quarter), in: Quarter.period, on: Quarter.day)
    #expect(board.services.map(\.name) == ["Housing", "Waste", "No service"] && board.services.last?.total == 1)
    #expect(board.services.map(\.total).reduce(0, +) == board.all.total)
  }

  @Test("it is refused while something is not approved, which is listed")
  func refused() throws {
    var quarter = Quarter()
    try quarter.approve(Quarter.recycling, "45.1%")
    try quarter.enter(FigureEntry(value: "421"), Quarter.visits)
    #expect(
      signOff(quarter, "waste", by: head).blocks == [
        "Visits to the tip: It is not approved (entered, not submitted).",
        "Move the depot: It is not approved (to do).",
      ])
  }

  @Test("the head of the service signs, or whoever is above it; nobody else")
  func who() throws {
    let quarter = try waste()
    #expect(quarter.book.signers(of: "waste").map(\.id) == ["waste-head"])
    #expect(signOff(quarter, "waste", by: head).blocks.isEmpty)
    #expect(signOff(quarter, "waste", by: Stepper("p-director", on: Quarter.day)).blocks.isEmpty)
    for person in ["p-officer", "p-housing", "p-nobody"] {
      #expect(
        signOff(quarter, "waste", by: Stepper(person, on: Quarter.day)).blocks == [
          "Q2 2025/26: Waste is signed off by Head of Waste."
        ])
    }
    #expect(signOff(quarter, "waste", by: Stepper("p-head", on: Quarter.day("2019-01-01"))).blocks.count == 1)
  }

  @Test("a directorate is signed off by its director when all its services' returns are approved")
  func directorate() throws {
    var quarter = try waste()
    let director = Stepper("p-director", on: Quarter.day)
    #expect(
      signOff(quarter, "environment", by: director).blocks == ["Repairs done in time: It is not approved (to do)."])
    try quarter.approve(Quarter.repairs, "91%")
    #expect(!signOff(quarter, "environment", by: head).blocks.isEmpty)
    let (revisions, blocks) = signOff(quarter, "environment", by: director)
    #expect(blocks.isEmpty && revisions.map(\.record) == ["environment@2025-26-Q2"])
  }

  @Test("what was changed and approved again after the page was opened is looked at first")
  func shown() throws {
    var quarter = try waste()
    let shown = quarter.book.position
    try quarter.approve(Quarter.recycling, "45.3%")
    #expect(signOff(quarter, "waste", by: head, shown: shown).blocks.count == 1)
    #expect(signOff(quarter, "waste", by: head).blocks.isEmpty)
  }

  @Test("open, ready, signed off, and changed since")
  func states() throws {
    var quarter = Quarter()
    func state(_ quarter: Quarter) -> UnitStanding.State {
      quarter.book.standing(ofUnit: "waste", rows(quarter), in: Quarter.period).state
    }
    #expect(state(quarter) == .underWay)
    quarter = try waste()
    #expect(state(quarter) == .ready)
    quarter.add(signOff(quarter, "waste", by: head).revisions, by: "p-head")
    #expect(state(quarter) == .signedOff)
    var changed = quarter
    try changed.enter(FigureEntry(value: "45.3%"), Quarter.recycling)
    #expect(state(changed) == .changed)
    try changed.approve(Quarter.recycling, "45.2%")
    #expect(state(changed) == .changed, "approved again, and not signed off again")
    changed.add(signOff(changed, "waste", by: head).revisions, by: "p-head")
    #expect(state(changed) == .signedOff)
    var givenBack = quarter
    givenBack.add(try quarter.book.givingBack(quarter.rows(Quarter.visits), because: "Which gate?"), by: "p-head")
    #expect(state(givenBack) == .changed)
  }

  @Test("who has not handed in is late from the first working day after the day it was due")
  func late() throws {
    var quarter = Quarter()
    let due = try #require(quarter.book.cycles["2025-26-Q2"]?.returnsDue)
    #expect(due.description == "2025-10-14")
    try quarter.approve(Quarter.recycling, "45.1%")
    try quarter.enter(FigureEntry(value: "421"), Quarter.visits)
    func late(_ day: Day) -> [CycleBoard.LateReturn] {
      CycleBoard(quarter.book, rows(quarter, on: day), in: Quarter.period, on: day).late
    }
    #expect(late(due).isEmpty)
    #expect(late(due + 1).map(\.daysLate) == [1, 1, 1])
    #expect(late(due + 6).map(\.title) == ["Visits to the tip", "Repairs done in time", "Move the depot"])
    #expect(late(due + 6).map(\.daysLate) == [4, 4, 4], "a weekend lies between")
    #expect(late(due + 1).first?.owner?.title == "Recycling Officer")
  }
}
