import Testing

@testable import CorporatePlan

@Suite("What is owed for a quarter follows from the plan and the calendar")
struct SlotTests {
  private let q1 = FinancialYear(2023).quarter(1)
  private let q2 = FinancialYear(2023).quarter(2)

  private func council() throws -> Book {
    var book = try TestLedger.quarter()
    try book.append(Service(id: "contact", name: "Customer Contact"))
    try book.append(Post(id: "contact-head", title: "Head of Customer Contact", service: "contact"))
    var residents = try #require(book.items["residents"])
    residents.owner = "Head of Customer Contact"
    try book.append(residents)
    try book.append(Cycle.proposed(for: q2, book.workingDays(around: q2)))
    return book
  }

  private func slot(_ book: Book, _ id: String, _ period: Period, on day: Day) -> Slot? {
    book.slots(in: period, on: day).first { $0.subject.record == id }
  }

  @Test("the proposed calendar counts working days from the quarter's last day")
  func proposed() throws {
    let cycle = try #require(try council().cycles["2023-24-Q2"])
    #expect(cycle.opens.description == "2023-09-18")
    #expect(cycle.returnsDue.description == "2023-10-13")
    #expect(cycle.signOffDue.description == "2023-10-20")
  }

  @Test("an annual indicator owes nothing in Q2, a termly one nothing in Q1, and what is in arrears an earlier quarter")
  func frequencies() throws {
    var book = try council()
    let day = try #require(Day(2023, 10, 5))
    func indicator(_ id: String, _ frequency: Period.Grain, lag: Int = 0) -> Indicator {
      var indicator = Indicator(id: id, name: id, polarity: .highIsGood, frequency: frequency, items: ["residents"])
      indicator.lag = lag
      return indicator
    }
    try book.append(indicator("satisfaction", .year))
    try book.append(indicator("recycling", .quarter, lag: 1))
    try book.append(indicator("exclusions", .term))
    let summer = try #require(
      Period(.term, code: "2023-24-summer", start: Day(unchecked: 2023, 4, 17), end: Day(unchecked: 2023, 7, 22)))
    try book.append(EnteredPeriod(summer))
    #expect(slot(book, "satisfaction", q2, on: day) == nil)
    #expect(slot(book, "satisfaction", FinancialYear(2023).quarter(4), on: day)?.dataPeriod?.code == "2023-24")
    #expect(slot(book, "recycling", q2, on: day)?.dataPeriod == q1)
    #expect(slot(book, "exclusions", q1, on: day) == nil)
    #expect(slot(book, "exclusions", q2, on: day)?.dataPeriod?.code == "2023-24-summer")
  }

  @Test("it is the post's that answers for it, named on the indicator or on what stands above it")
  func owners() throws {
    let book = try council()
    #expect(slot(book, "calls", q2, on: Day(unchecked: 2023, 10, 5))?.owner == "contact-head")
  }

  @Test("before it opens nothing is due; then it is; after the day it is overdue")
  func due() throws {
    var book = try council()
    try book.append(Actual.kind, "calls@2023-24-Q2", nil)
    let cycle = try #require(book.cycles["2023-24-Q2"])
    #expect(slot(book, "calls", q2, on: cycle.opens + -1)?.state == .notDue)
    #expect(slot(book, "calls", q2, on: cycle.returnsDue)?.state == .due)
    #expect(slot(book, "calls", q2, on: cycle.returnsDue + 1)?.state == .overdue)
  }

  @Test("it is entered, submitted, returned, approved, and reopened by any later change")
  func steps() throws {
    var book = try council()
    let day = Day(unchecked: 2023, 10, 5)
    let calls = RecordID(Indicator.kind, "calls")
    func review(_ step: Review.Step, _ reason: String? = nil) throws -> Slot.State? {
      let seen = try #require(book.contentPosition(of: calls, q2, q2))
      try book.append(Review(calls, in: q2, step, seen: seen, reason: reason))
      return slot(book, "calls", q2, on: day)?.state
    }
    #expect(slot(book, "calls", q2, on: day)?.state == .entered)
    #expect(try review(.submitted) == .submitted)
    #expect(try review(.returned, "Is that the unrounded figure?") == .returned)
    try book.append(Actual(indicator: "calls", period: q2, value: try Value("92.6%")))
    #expect(slot(book, "calls", q2, on: day)?.state == .entered)
    #expect(try review(.submitted) == .submitted)
    #expect(try review(.approved) == .approved)
    try book.append(
      Commentary(id: "calls-q2", subject: calls, period: q2, purpose: .variance, text: "A new telephone system."))
    #expect(slot(book, "calls", q2, on: day)?.state == .reopened)
  }

  @Test("a waiver takes it off the list, with its reason")
  func waived() throws {
    var book = try council()
    try book.append(Waiver(RecordID(Indicator.kind, "calls"), in: q2, reason: "The supplier's data come in Q3"))
    #expect(slot(book, "calls", q2, on: Day(unchecked: 2023, 10, 30))?.state == .waived)
  }

  @Test("what is returned or waived says why")
  func reasons() {
    #expect(throws: MalformedEntry.self) {
      var book = Book()
      try book.append(Review(RecordID(Indicator.kind, "calls"), in: q2, .returned, seen: 1))
    }
    #expect(throws: MalformedEntry.self) {
      var book = Book()
      try book.append(Waiver(RecordID(Indicator.kind, "calls"), in: q2, reason: " "))
    }
  }

  @Test("a change of postholder moves the work")
  func tenure() throws {
    var book = try council()
    let change = Day(unchecked: 2023, 10, 1)
    try book.append(
      Tenure(id: "t1", post: "contact-head", person: "p1", from: Day(unchecked: 2020, 1, 1), until: change))
    try book.append(Tenure(id: "t2", post: "contact-head", person: "p2", from: change))
    #expect(book.posts(of: "p1", on: change + -1).map(\.id) == ["contact-head"])
    #expect(book.posts(of: "p1", on: change).isEmpty)
    #expect(book.posts(of: "p2", on: change).map(\.id) == ["contact-head"])
  }

  @Test("an auditor reads all and changes nothing; nobody but the performance officer runs the quarter")
  func permissions() {
    for action in Permission.Action.allCases {
      #expect(Permission.scope(of: .auditor, for: action) == ([.read, .audit].contains(action) ? .all : .none))
      if action == .runCycle {
        #expect(Role.allCases.filter { Permission.scope(of: $0, for: action) > .none } == [.performanceOfficer])
      }
    }
  }
}
