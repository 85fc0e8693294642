import Testing

@testable import CorporatePlan

@Suite("A quarter that is locked changes by exception alone, and one that is frozen not at all")
struct LockTests {
  private let locks = Quarter.day("2025-10-21")

  @Test("from the day it locks, a change is refused with a sentence that says who can help")
  func locked() {
    let quarter = Quarter()
    #expect(quarter.book.cycles["2025-26-Q2"]?.locks == locks)
    #expect(quarter.problems(FigureEntry(value: "45.1%"), Quarter.recycling, on: locks + -1) == [])
    let sentence =
      "return: Returns for Q2 2025/26 are locked since 21 October 2025. Ask the performance officer for an exception, and "
      + "say why."
    #expect(quarter.problems(FigureEntry(value: "45.1%"), Quarter.recycling, on: locks) == [sentence])
    #expect(quarter.problems(ActionEntry(stage: .inProgress), Quarter.depot, on: locks) == [sentence])
    #expect(quarter.row(Quarter.recycling, on: locks).refusal != nil)
  }

  @Test("typing what stands there is no change, so there is nothing to refuse")
  func same() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.1%"), Quarter.recycling)
    #expect(quarter.problems(FigureEntry(value: "45.1%"), Quarter.recycling, on: locks) == [])
  }

  @Test(
    "an exception opens one return, or those of a service or directorate, until its day",
    arguments: [
      (Quarter.recycling, true, false), (RecordID(Service.kind, "waste"), true, false),
      (RecordID(Service.kind, "environment"), true, true), (RecordID(Service.kind, "housing"), false, true),
    ])
  func exceptions(scope: RecordID, recycling: Bool, repairs: Bool) throws {
    var quarter = Quarter()
    quarter.add(
      try quarter.book.exempting(
        scope, in: Quarter.period, until: "24 October 2025", because: "The weighbridge was down", on: locks),
      by: "p-performance")
    let last = Quarter.day("2025-10-24")
    for (subject, isOpen) in [(Quarter.recycling, recycling), (Quarter.repairs, repairs)] {
      let slot = quarter.row(subject).slot
      #expect((quarter.book.refusal(toChange: slot, on: last) == nil) == isOpen)
      #expect(quarter.book.refusal(toChange: slot, on: last + 1) != nil, "it is over")
    }
  }

  @Test("an exception has a reason and a day to come, and is for its own period")
  func reasons() throws {
    var quarter = Quarter()
    func problems(_ until: String, _ reason: String) -> Int {
      do {
        _ = try quarter.book.exempting(
          Quarter.recycling, in: Quarter.period, until: until, because: reason, on: locks)
        return 0
      } catch { return error.problems.count }
    }
    #expect(problems("soon", " ") == 2 && problems("20/10/2025", "Late") == 1 && problems("21/10/2025", "Late") == 0)
    quarter.add(
      LockException(Quarter.recycling, in: FinancialYear(2025).quarter(1), until: locks + 30, reason: "Other quarter"))
    #expect(quarter.book.refusal(toChange: quarter.row(Quarter.recycling).slot, on: locks) != nil)
  }

  @Test("frozen, nothing changes or moves on, whatever exception there is, until it is opened with a reason")
  func frozen() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.1%"), Quarter.recycling)
    quarter.add(LockException(Quarter.recycling, in: Quarter.period, until: locks + 99, reason: "Late data"))
    quarter.add(try quarter.book.freezing(Quarter.period, on: locks), by: "p-performance")
    let frozen =
      "Q2 2025/26 is frozen since 21 October 2025. It takes the performance officer to open it again, with a reason."
    let row = quarter.row(Quarter.recycling, on: locks)
    #expect(row.refusal == frozen)
    #expect(quarter.problems(FigureEntry(value: "45.3%"), Quarter.recycling, on: locks) == ["return: \(frozen)"])
    #expect(throws: StepRefused.self) { try quarter.book.submission(of: [row]) }
    #expect(throws: StepRefused.self) { try quarter.book.approval(of: [row], by: Stepper("p-head", on: locks)) }
    #expect(throws: StepRefused.self) { try quarter.book.approvalOfAll([row], by: Stepper("p-head", on: locks)) }
    #expect(throws: EntryRefused.self) { try quarter.book.waiving(row.slot, because: "Late") }
    #expect(throws: EntryRefused.self) { try quarter.book.unwaiving(row.slot) }
    #expect(throws: EntryRefused.self) { try quarter.book.freezing(Quarter.period, on: locks) }
    #expect(throws: EntryRefused.self) {
      try quarter.book.opening(CycleProposal(for: Quarter.period, WorkingDays(holidays: [])).cycle)
    }
    #expect(throws: EntryRefused([EntryProblem(.reason, "Say why it is opened again")])) {
      try quarter.book.reopening(Quarter.period, because: "", on: locks)
    }
    quarter.add(
      try quarter.book.reopening(Quarter.period, because: "The tonnage was wrong", on: locks + 1), by: "p-performance")
    #expect(quarter.row(Quarter.recycling, on: locks + 1).refusal == nil)
    quarter.add(try quarter.book.freezing(Quarter.period, on: locks + 2), by: "p-performance")
    #expect(quarter.row(Quarter.recycling, on: locks + 2).refusal != nil)
  }

  @Test("what is opened again, granted or answered says why, in the ledger too")
  func records() {
    let slot = Quarter.recycling
    func refused(_ record: some Record) -> Bool {
      var book = Book()
      return (try? book.append(record)) == nil
    }
    #expect(refused(Freeze(Quarter.period, frozen: locks, reopened: locks, reason: " ")))
    #expect(refused(Freeze(Quarter.period, frozen: locks, reopened: locks + -1, reason: "Wrong")))
    #expect(refused(LockException(slot, in: Quarter.period, until: locks, reason: " ")))
    #expect(refused(Confirmation(slot, in: Quarter.period, .outlier, figure: "1", words: "")))
    #expect(!refused(Confirmation(slot, in: Quarter.period, .outlier, figure: "1", words: "Counted")))
  }

  @Test("corrected dates of a period take answers, exceptions and freezes along")
  func corrected() throws {
    var book = Book()
    func wave(_ end: String) throws -> Period {
      try #require(Period(.wave, code: "spring-wave", start: Quarter.day("2025-04-01"), end: Quarter.day(end)))
    }
    let (typed, meant) = (try wave("2025-05-01"), try wave("2025-06-01"))
    try book.append(EnteredPeriod(typed))
    try book.append(Confirmation(Quarter.visits, in: typed, .outlier, figure: "1", words: "Counted"))
    try book.append(LockException(Quarter.visits, in: typed, until: locks, reason: "Late"))
    try book.append(Freeze(typed, frozen: locks))
    try book.append(EnteredPeriod(meant))
    #expect(book.confirmations.values.map(\.period) == [meant])
    #expect(book.lockExceptions.values.map(\.period) == [meant])
    #expect(book.freezes.values.map(\.period) == [meant])
  }
}
