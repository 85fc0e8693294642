import CorporatePlan

/// The second quarter of a small council with two services under a directorate, whose people enter, check and sign off.
struct Quarter {
  private(set) var book = Book()

  static let period = FinancialYear(2025).quarter(2)
  static let recycling = RecordID(Indicator.kind, "recycling")
  static let visits = RecordID(Indicator.kind, "visits")
  static let repairs = RecordID(Indicator.kind, "repairs")
  static let depot = RecordID(PlanItem.kind, "depot")
  /// Within the ten working days in which returns are asked for.
  static let day = day("2025-10-06")

  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure(text) }
    return day
  }

  init() {
    add(PlanItem(id: "place", role: .priority, level: "Priority", title: "A clean and safe place", order: 1))
    for rule in ["harrow-2023", "rotherham-actions"] {
      guard let json = RuleBook.shipped[rule] else { preconditionFailure(rule) }
      do { add(try RuleRecord(json)) } catch { preconditionFailure("\(error)") }
    }
    add(Ruling(rule: "harrow-2023"))
    add(Ruling(for: .actions, rule: "rotherham-actions"))
    people()
    indicators()
    var depot = PlanItem(
      id: "depot", role: .action, level: "Action", title: "Move the depot", parent: "place", order: 1,
      owner: "waste-officer")
    depot.due = Quarter.day("2026-03-31")
    add(depot)
    add(
      ActionUpdate(
        item: "depot", period: FinancialYear(2025).quarter(1), stage: .inProgress, judged: Status("on track"),
        percent: 30,
        forecast: Quarter.day("2026-03-31")))
    add(Cycle.proposed(for: Quarter.period, book.workingDays(around: Quarter.period)))
  }

  private mutating func people() {
    add(Service(id: "environment", name: "Environment"))
    add(Service(id: "waste", name: "Waste", directorate: "environment"))
    add(Service(id: "housing", name: "Housing", directorate: "environment"))
    add(Post(id: "director", title: "Director of Environment", service: "environment"))
    add(Post(id: "waste-head", title: "Head of Waste", service: "waste", reportsTo: "director"))
    add(Post(id: "waste-officer", title: "Recycling Officer", service: "waste", reportsTo: "waste-head"))
    add(Post(id: "housing-head", title: "Head of Housing", service: "housing", reportsTo: "director"))
    for (post, person) in [
      ("director", "p-director"), ("waste-head", "p-head"), ("waste-officer", "p-officer"),
      ("housing-head", "p-housing"),
    ] {
      add(Tenure(id: person, post: post, person: person, from: Quarter.day("2020-01-01")))
    }
  }

  /// Two years of quarters each, with a target in this one.
  private mutating func indicators() {
    let figures: [(RecordID, String, CorporatePlan.Unit, String, String, [String])] = [
      (
        Quarter.recycling, "Waste recycled", .percent, "Recycling Officer", "45%",
        ["44.1%", "43.8%", "45.2%", "44.6%", "45.0%", "44.9%", "45.3%", "45.1%", "45.6%"]
      ),
      (
        Quarter.visits, "Visits to the tip", .number, "Recycling Officer", "420",
        ["401", "388", "415", "397", "402", "431", "409", "418", "422"]
      ),
      (
        Quarter.repairs, "Repairs done in time", .percent, "Head of Housing", "90%",
        ["91%", "92%", "90%", "91.5%", "92%", "91%", "90.5%", "92%", "91%"]
      ),
    ]
    for (order, (subject, name, unit, owner, target, values)) in figures.enumerated() {
      var indicator = Indicator(
        id: subject.record, name: name, polarity: .highIsGood, unit: unit, decimals: 1, items: ["place"], order: order)
      indicator.owner = owner
      add(indicator)
      let quarters = [2023, 2024, 2025].flatMap { FinancialYear($0).quarters }
      for (quarter, value) in zip(quarters, values) { actual(subject, value, quarter) }
      for quarter in quarters { add(Target(indicator: subject.record, period: quarter, verbatim: target)) }
    }
  }

  mutating func actual(_ subject: RecordID, _ value: String, _ period: Period = period) {
    do { add(Actual(indicator: subject.record, period: period, value: try Value(value))) } catch {
      preconditionFailure("\(error)")
    }
  }

  mutating func add(_ record: some Record, by author: String = "import") { add([record.revision], by: author) }

  /// Records what was decided, in somebody's name.
  mutating func add(_ revisions: [Revision], by author: String) {
    for revision in revisions {
      let earlier = book.stamp(of: RecordID(revision.kind, revision.record))?.revision ?? 0
      let entry = Entry(
        position: book.position + 1, batch: "b\(book.position)", recordedAt: Moment(milliseconds: 0), author: author,
        reason: "test", kind: revision.kind, record: revision.record, revision: earlier + 1,
        body: revision.body?.canonical)
      do { try book.apply(entry) } catch { preconditionFailure("\(error)") }
    }
  }

  func row(_ subject: RecordID, on day: Day = day) -> ReturnRow {
    guard let row = book.returnRow(of: subject, in: Quarter.period, on: day) else {
      preconditionFailure("\(subject) owes nothing")
    }
    return row
  }

  func rows(_ subjects: RecordID..., on day: Day = day) -> [ReturnRow] { subjects.map { row($0, on: day) } }

  /// What typing an entry would record.
  func revisions(_ entry: FigureEntry, _ subject: RecordID, on day: Day = day) throws(EntryRefused) -> [Revision] {
    try book.revisions(for: entry, of: row(subject, on: day).slot, on: day)
  }

  func revisions(_ entry: ActionEntry, _ subject: RecordID, on day: Day = day) throws(EntryRefused) -> [Revision] {
    try book.revisions(for: entry, of: row(subject, on: day).slot, on: day)
  }

  /// Types an entry that is taken.
  mutating func enter(_ entry: FigureEntry, _ subject: RecordID, by person: String = "p-officer") throws {
    add(try revisions(entry, subject), by: person)
  }

  mutating func enter(_ entry: ActionEntry, _ subject: RecordID, by person: String = "p-officer") throws {
    add(try revisions(entry, subject), by: person)
  }

  /// Enters a figure that raises no question, submits it, and has it approved by somebody else.
  mutating func approve(_ subject: RecordID, _ value: String) throws {
    try enter(FigureEntry(value: value), subject)
    add(try book.submission(of: rows(subject)), by: "p-officer")
    add(try book.approval(of: rows(subject), by: Stepper("p-head", on: Quarter.day)), by: "p-head")
  }

  /// The problems of an entry, as “field: sentence”.
  func problems(_ entry: FigureEntry, _ subject: RecordID, on day: Day = day) -> [String] {
    do {
      _ = try revisions(entry, subject, on: day)
      return []
    } catch {
      return error.problems.map { "\($0.field.rawValue): \($0.sentence)" }
    }
  }

  func problems(_ entry: ActionEntry, _ subject: RecordID, on day: Day = day) -> [String] {
    do {
      _ = try revisions(entry, subject, on: day)
      return []
    } catch {
      return error.problems.map { "\($0.field.rawValue): \($0.sentence)" }
    }
  }
}
