import Testing

@testable import CorporatePlan

@Suite("Who is written to, when and about what follows from the plan and the calendar")
struct NoticeTests {
  /// Opens Monday 18 September, due Friday 13 October, sign-off by Friday 20 October, when it locks.
  private let q2 = FinancialYear(2023).quarter(2)
  private let officers = Readership(performanceOfficers: ["p-officer"], reviewers: ["p-head"])
  private let links = LetterLinks(base: "https://plan.larkmere.example/")

  private func council() throws -> Book {
    var book = Book()
    try book.append(CouncilProfile(name: "Larkmere", planTitle: "Our plan"))
    try book.append(Service(id: "place", name: "Place"))
    try book.append(Service(id: "waste", name: "Waste", directorate: "place"))
    try book.append(Post(id: "head", title: "Head of Waste", service: "waste"))
    try book.append(Post(id: "crews", title: "Crew Manager", service: "waste", reportsTo: "head"))
    let start = Day(unchecked: 2020, 4, 1)
    try book.append(Tenure(id: "t1", post: "head", person: "p-head", from: start))
    try book.append(Tenure(id: "t2", post: "crews", person: "p-crews", from: start))
    try book.append(Tenure(id: "t3", post: "crews", person: "p-deputy", from: start, isDeputy: true))
    var bins = Indicator(id: "bins", name: "Bins missed", code: "W1", polarity: .lowIsGood, items: [])
    (bins.owner, bins.definition) = ("crews", "Bins reported\nas missed, per 100,000.")
    try book.append(bins)
    var recycling = Indicator(id: "recycling", name: "Recycling", polarity: .highIsGood, lag: 1, items: [], order: 1)
    recycling.owner = "Head of Waste"
    try book.append(recycling)
    try book.append(Target(indicator: "bins", period: q2, verbatim: "≤ 40"))
    try book.append(Actual(indicator: "bins", period: FinancialYear(2023).quarter(1), value: try Value("52")))
    try book.append(Cycle.proposed(for: q2, book.workingDays(around: q2)))
    return book
  }

  private func notices(_ book: Book, _ month: Int, _ day: Int, to kind: LetterKind? = nil) -> [Notice] {
    book.notices(on: Day(unchecked: 2023, month, day), to: officers, links: links)
      .filter { kind == nil || $0.kind == kind }
  }

  private func submit(_ book: inout Book, _ step: Review.Step = .submitted, reason: String? = nil) throws {
    if step == .submitted { try book.append(Actual(indicator: "bins", period: q2, value: try Value("38"))) }
    let bins = RecordID(Indicator.kind, "bins")
    let seen = try #require(book.contentPosition(of: bins, q2, q2))
    try book.append(Review(bins, in: q2, step, seen: seen, reason: reason))
  }

  @Test("a request has target, last value, definition and the link, and goes to who holds the post, not the deputy")
  func request() throws {
    let requests = notices(try council(), 9, 18, to: .request)
    #expect(requests.map(\.person) == ["p-crews", "p-head"])
    let request = try #require(requests.first)
    #expect(request.key == "request/2023-24-Q2/p-crews")
    #expect(request.subject == "Returns for Q2 2023/24 are open: 1 return, due by 13 October 2023")
    #expect(
      request.text.contains(
        "• W1 Bins missed: target at most 40; last time 52; counted is: Bins reported as missed, per 100,000.\n"),
      "\(request.text)")
    #expect(request.text.contains("https://plan.larkmere.example/collect/2023-24-Q2"))
    #expect(requests.last?.text.contains("Recycling (for Q1 2023/24)") == true)
  }

  @Test(
    "the request stays owed until the reminder takes its place, and lateness is told after a day and every three more",
    arguments: [
      (9, 15, []), (9, 18, ["request/2023-24-Q2"]), (10, 9, ["request/2023-24-Q2"]),
      (10, 10, ["reminder/2023-24-Q2"]), (10, 13, ["reminder/2023-24-Q2"]), (10, 14, []), (10, 15, []),
      (10, 16, ["overdue/2023-24-Q2/1"]), (10, 18, ["overdue/2023-24-Q2/1"]), (10, 19, ["overdue/2023-24-Q2/2"]),
      (10, 20, ["overdue/2023-24-Q2/2"]), (10, 21, []),
    ])
  func calendar(month: Int, day: Int, keys: [String]) throws {
    let own = notices(try council(), month, day).filter { $0.person == "p-crews" }
    #expect(own.map(\.key) == keys.map { $0 + "/p-crews" })
  }

  @Test("where returns are due soon after a period opens, the first day has the request and the next the reminder")
  func short() throws {
    var book = try council()
    var cycle = try #require(book.cycles[q2.code])
    cycle.opens = Day(unchecked: 2023, 10, 11)
    try book.append(cycle)
    #expect(Set(notices(book, 10, 11).map(\.kind)) == [.request])
    #expect(Set(notices(book, 10, 12).map(\.kind)) == [.reminder])
  }

  @Test("who has submitted is left alone; who was waived too")
  func submitted() throws {
    var book = try council()
    #expect(notices(book, 10, 10, to: .reminder).map(\.person) == ["p-crews", "p-head"])
    try submit(&book)
    #expect(notices(book, 10, 10, to: .reminder).map(\.person) == ["p-head"])
    try book.append(Waiver(RecordID(Indicator.kind, "recycling"), in: q2, reason: "No data"))
    #expect(notices(book, 10, 10).map(\.kind) == [.digest])
  }

  @Test("what is given back says why and by which post, once for each time, until it is submitted again")
  func returned() throws {
    var book = try council()
    try submit(&book)
    try submit(&book, .returned, reason: "Is that\nper 100,000?")
    let first = try #require(notices(book, 10, 10, to: .returned).first)
    #expect(first.person == "p-crews" && first.text.contains("• W1 Bins missed: Is that per 100,000?"))
    #expect(first.text.contains("This came back from the reviewer"))
    try submit(&book)
    #expect(notices(book, 10, 10, to: .returned).isEmpty)
    try submit(&book, .returned, reason: "Again")
    let second = try #require(notices(book, 10, 10, to: .returned).first)
    #expect(second.key != first.key)
  }

  @Test("heads are reminded to sign off before the day, for a service and its directorate, until they have")
  func signOff() throws {
    var book = try council()
    #expect(notices(book, 10, 16, to: .signOff).isEmpty)
    let notice = try #require(notices(book, 10, 17, to: .signOff).first)
    #expect(notice.person == "p-head" && notice.subject == "Waste: sign-off for Q2 2023/24 is due by 20 October 2023")
    #expect(notice.text.contains("2 returns in all\n2 overdue") && notice.text.contains("/review/2023-24-Q2"))
    // Who only holds a post in the service is not its head.
    #expect(notices(book, 10, 17, to: .signOff).count == 1)
    try book.append(Post(id: "director", title: "Director of Place", service: "place"))
    try book.append(Tenure(id: "t4", post: "director", person: "p-director", from: Day(unchecked: 2020, 1, 1)))
    let both = book.notices(
      on: Day(unchecked: 2023, 10, 17),
      to: Readership(performanceOfficers: [], reviewers: ["p-head", "p-director"]), links: links
    ).filter { $0.kind == .signOff }
    #expect(both.map(\.person) == ["p-director", "p-head"])
    try book.append(SignOff(unit: "waste", period: q2, seen: book.position))
    #expect(notices(book, 10, 17, to: .signOff).isEmpty)
  }

  @Test("performance officers get counts and who is late: on Mondays, and on the day after returns were due")
  func digest() throws {
    var book = try council()
    #expect(notices(book, 9, 18, to: .digest).map(\.key) == ["digest/2023-24-Q2/2023-09-18/p-officer"])
    #expect(notices(book, 9, 20, to: .digest).map(\.key) == ["digest/2023-24-Q2/2023-09-18/p-officer"])
    let late = try #require(notices(book, 10, 16, to: .digest).first)
    #expect(late.text.contains("2 returns in all\n2 overdue"))
    #expect(late.text.contains("Late:\n• W1 Bins missed: Crew Manager\n• Recycling"))
    try book.append(Tenure.kind, "t1", nil)
    let vacant = try #require(notices(book, 9, 25, to: .digest).first)
    #expect(vacant.text.contains("Nobody holds the post that owes these:\n• Recycling (for Q1 2023/24): Head of Waste"))
    #expect(vacant.text.contains("Nothing is late."))
  }

  @Test("with the holder gone the deputy is asked; a change of postholder moves the letters")
  func holders() throws {
    var book = try council()
    try book.append(Tenure.kind, "t2", nil)
    #expect(notices(book, 10, 10, to: .reminder).map(\.person) == ["p-deputy", "p-head"])
    try book.append(Tenure(id: "t5", post: "crews", person: "p-new", from: Day(unchecked: 2023, 10, 11)))
    #expect(notices(book, 10, 11, to: .reminder).map(\.person) == ["p-head", "p-new"])
  }

  @Test("nobody is written to about a period that is frozen, until it is opened again")
  func frozen() throws {
    var book = try council()
    let day = Day(unchecked: 2023, 10, 17)
    try book.append(Freeze(q2, frozen: day))
    #expect(notices(book, 10, 17).isEmpty)
    try book.append(Freeze(q2, frozen: day, reopened: day, reason: "A mistake"))
    #expect(!notices(book, 10, 17).isEmpty)
  }

  @Test("a reminder by hand is a letter of its own for that day; who owes nothing gets none")
  func byHand() throws {
    var book = try council()
    func reminder(_ day: Int) -> Notice? {
      book.reminder(to: "p-crews", in: q2, on: Day(unchecked: 2023, 10, day), links: links)
    }
    #expect(reminder(12)?.kind == .reminder && reminder(16)?.kind == .overdue)
    #expect(reminder(12)?.key == "reminder/2023-24-Q2/by-hand/2023-10-12/p-crews")
    try submit(&book)
    #expect(reminder(12) == nil)
  }
}

@Suite("The hours of a day are London's")
struct LondonHourTests {
  @Test(
    "in winter, in summer, and on the days between",
    arguments: [
      ("2023-11-16", 8, "2023-11-16T08:00:00.000Z"), ("2023-07-03", 8, "2023-07-03T07:00:00.000Z"),
      ("2023-07-03", 0, "2023-07-02T23:00:00.000Z"), ("2023-03-26", 0, "2023-03-26T00:00:00.000Z"),
      ("2023-03-26", 8, "2023-03-26T07:00:00.000Z"), ("2023-10-29", 0, "2023-10-28T23:00:00.000Z"),
      ("2023-10-29", 8, "2023-10-29T08:00:00.000Z"),
    ])
  func hours(day: String, hour: Int, moment: String) throws {
    let day = try #require(Day(day))
    #expect(Moment(day, hour: hour).description == moment)
    #expect(Moment(day, hour: hour).londonDay == day)
  }
}
