import Testing

@testable import CorporatePlan

@Suite("Every record is read back as it was written")
struct RecordsTests {
  private static let quarter = FinancialYear(2024).quarter(1)
  private static let indicator = RecordID(Indicator.kind, "visits")

  private static let records: [any Record] = {
    var item = PlanItem(id: "depot", role: .milestone, level: "Milestone", title: "Open the depot", order: 3)
    (item.printedCode, item.dueWords, item.mode, item.condition) = ("RN 1", "late Autumn", .differently, "if funded")
    (item.measure, item.target, item.start, item.end) = ("By X", "Under way", Day(2024, 4, 1), Day(2025, 4, 1))
    item.publication = .internal
    var measure = Indicator(id: "visits", name: "Visits", polarity: .none, items: ["depot"])
    (measure.shows, measure.variantOf, measure.schedule) = (.communityOutcome, "visits", "bi-annual")
    (measure.start, measure.end, measure.publication) = (Day(2024, 4, 1), Day(2026, 4, 1), .internal)
    var fire = Risk(id: "fire", title: "A fire")
    (fire.cause, fire.effect, fire.category) = ("Old wires", "No depot", "Property")
    (fire.inherent, fire.target) = (RiskPlace(likelihood: 3, impact: 5), RiskPlace(likelihood: 1, impact: 4))
    return [
      item, measure, fire, RiskMatrix.usual,
      Plan(id: "plan", title: "Plan", type: .delivery, start: Day(2024, 4, 1), end: Day(2028, 4, 1), levels: ["aim"]),
      Section(id: "foreword", of: RecordID(Plan.kind, "plan"), title: "Foreword", text: "Welcome.\nAll.", order: 1),
      Contribution(item.recordID, to: "outcome-1", .underPledge, verbatim: "CO 1, 2"),
      Lineage(id: "l1", from: ["old"], to: ["a", "b"], .split), Partner(id: "nhs", name: "NHS", items: ["depot"]),
      PrintedProgress(item: "depot", period: quarter, percent: 37),
      Baseline(indicator, verbatim: "No data", asOf: "2023"),
      Comparator(indicator: "visits", group: "UK average", verbatim: "9", asOf: "22/23", source: "ONS"),
      Risk(id: "r", title: "Fails", code: "R1", mitigations: ["Watch", "Act"], items: ["depot"], paper: "p", order: 2),
      RiskScore(risk: "r", day: Day(unchecked: 2024, 2, 15), status: .green, likelihood: 2, impact: 4),
      Paper(id: "p", title: "Plan", committee: "Cabinet", meeting: Day(2024, 2, 15), form: [.init("Wards", "All")]),
      Recommendation(paper: "p", number: 2, text: "Agree"),
      PaperOption(paper: "p", number: 1, title: "Do nothing", outcome: .rejected, text: "Rejected."),
      Clearance(
        paper: "p", role: "Monitoring Officer", onBehalf: true, day: Day(2024, 1, 25), comments: "No", order: 2),
      {
        var paper = Paper(id: "q", title: "Quarter", meeting: Day(2024, 2, 15))
        paper.checks = PaperChecks.example
        return paper
      }(),
      Clearance(
        report: "performance@2024-25-Q1", role: "Monitoring Officer", .withComments, onBehalf: true,
        on: Day(unchecked: 2024, 1, 25), comments: "No", order: 2,
        of: ClearedContent(
          digest: "sha256:1",
          sections: [
            .init("summary", heading: "Summary", digest: "sha256:2"), .init("", heading: "", digest: "sha256:3"),
          ])),
      ClearanceRequest(
        report: "performance@2024-25-Q1", asked: Day(unchecked: 2024, 1, 9), due: Day(2024, 1, 25), note: "Please"),
      CheckOverride(
        report: "performance@2024-25-Q1", code: "red-without-commentary", place: "report", finding: "It is red.",
        reason: "Closed", by: "Head of Performance", on: Day(unchecked: 2024, 1, 25)),
      Seal(
        period: quarter, position: 9, ledgerHash: "sha256:1", rules: [],
        files: [.init(name: "annex.html", mediaType: "text/html", digest: "sha256:2", isExempt: true)], warnings: [],
        report: "cabinet@2024-25-Q1", overridden: ["one"]),
      ImportRecipe(
        id: "t", recognisedAs: "table", columns: [.init("Outturn", "actual")], answers: [.init("q", "open")]),
      SourceFile(
        id: "sha256:0", name: "plan.docx", recognisedAs: "service-plan", diagnostics: ["row 1: odd"],
        places: [.init(item.recordID, at: "table 1, row 2")]),
      Service(id: "s", name: "Waste", directorate: "Place"), Post(id: "h", title: "Head", service: "s", reportsTo: "d"),
      Tenure(id: "t", post: "h", person: "p", from: Day(unchecked: 2024, 1, 1), until: Day(2025, 1, 1), isDeputy: true),
      Holiday(Day(unchecked: 2024, 6, 3), name: "Charter day"),
      Cycle.proposed(for: quarter, WorkingDays(holidays: [])), Waiver(indicator, in: quarter, reason: "Late data"),
      Review(indicator, in: quarter, .returned, seen: 9, reason: "Why?"),
      SignOff(unit: "s", period: quarter, seen: 12, comments: "Fine"), LetterTemplate.standard(.reminder),
      SignOff(unit: "s", period: quarter, seen: 12, comments: "Fine"),
      Confirmation(indicator, in: quarter, .outlier, figure: "1,234", words: "A new count"),
      EvidenceFile(indicator, in: quarter, name: "count.xlsx", mediaType: "text/csv", digest: "sha256:aa"),
      LockException(RecordID(Service.kind, "s"), in: quarter, until: Day(unchecked: 2024, 8, 1), reason: "Late data"),
      Freeze(quarter, frozen: Day(unchecked: 2024, 8, 9), reopened: Day(unchecked: 2024, 8, 10), reason: "A mistake"),
      {
        var update = ActionUpdate(item: "depot", period: quarter, stage: .inProgress, judged: .green, percent: 40)
        update.hasNothingToReport = true
        return update
      }(),
    ]
  }()

  @Test("folded into the Book and asked for again, its body is the same", arguments: records.indices)
  func roundTrip(index: Int) throws {
    var book = Book()
    let record = Self.records[index]
    try book.append(record.recordID.kind, record.id, record.body.canonical)
    let read = try #require(book.record(record.recordID), "\(record.recordID) is on no shelf")
    #expect(read.body == record.body)
    #expect(book.records.map(\.recordID) == [record.recordID])
    try book.append(record.recordID.kind, record.id, nil)
    #expect(book.record(record.recordID) == nil && book.records.isEmpty)
  }

  @Test("what is dropped from a plan needs a reason")
  func dropped() {
    var book = Book()
    #expect(throws: MalformedEntry.self) { try book.append(Lineage(id: "l", from: ["a"], to: [], .dropped)) }
  }

  @Test("last year's actions are not in this year's scorecard")
  func spans() throws {
    var book = try TestLedger.quarter()
    var old = PlanItem(id: "old", role: .action, level: "Action", title: "Old", parent: "residents", order: 1)
    old.end = Day(2024, 4, 1)
    var new = PlanItem(id: "new", role: .action, level: "Action", title: "New", parent: "residents", order: 2)
    new.start = Day(2024, 4, 1)
    try book.append(old)
    try book.append(new)
    func actions(_ period: Period) -> [String] { Scorecard(book, period).allActions.map(\.item.id) }
    #expect(actions(FinancialYear(2023).quarter(4)) == ["old"])
    #expect(actions(FinancialYear(2024).quarter(1)) == ["new"])
  }
}

extension PaperChecks {
  /// Every member answered.
  static var example: PaperChecks {
    var checks = PaperChecks()
    (checks.equality, checks.equalityDay, checks.equalityBy) = (.assessed, Day(2024, 1, 9), "Head of Equalities")
    (checks.equalityReason, checks.wards, checks.wardsDay) = ("None", .told, Day(2024, 1, 10))
    (checks.isKey, checks.notice, checks.urgency, checks.urgencyReason) = (.yes, Day(2024, 1, 11), .general, "Late")
    (checks.callIn, checks.callInDays, checks.callInReason) = (.subject, 5, "None")
    (checks.isExempt, checks.paragraphs, checks.publicInterest) = (.yes, [3, 5], "It names a bidder")
    (checks.exemptSections, checks.privateNotice) = (["tender"], Day(2024, 1, 12))
    return checks
  }
}
