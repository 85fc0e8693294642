import CorporatePlan
import Testing

/// The example council with one record of every kind beside its own, and the words that files find hard to carry.
enum Everything {
  static func book() throws -> Book { try Larkmere.book.recording(more().map(\.revision) + hard().map(\.revision)) }

  static let quarter = FinancialYear(2025).quarter(2)

  private static func more() throws -> [any Record] {
    let day = try #require(Day("2025-06-30"))
    let subject = RecordID(PlanItem.kind, "homes")
    var cycle = Cycle(period: quarter, opens: day, returnsDue: day + 5, signOffDue: day + 6, locks: day + 7)
    cycle.board = day + 20
    (cycle.notice, cycle.clearances, cycle.papers, cycle.agenda) = (day + 30, day + 40, day + 50, day + 51)
    var unchanged = ActionUpdate(item: "printed-code", period: quarter, stage: .inProgress, judged: .green)
    unchanged.hasNothingToReport = true
    var printed = PlanItem(id: "printed-code", role: .action, level: "Action", title: "Printed", order: 9)
    (printed.printedCode, printed.mode, printed.dueWords) = ("KA 01 07 -", .differently, "late Autumn")
    (printed.condition, printed.measure, printed.target) = ("subject to survey", "Survey done", "Underway")
    (printed.start, printed.end, printed.due) = (day, day + 90, day + 30)
    printed.publication = .internal
    var indicator = Indicator(
      id: "everything", name: "Everything", code: "007", polarity: .range, unit: .named("days"), decimals: 2,
      frequency: .halfYear, frame: .rolling(months: 12), lag: 2, aggregation: .mean, items: ["homes", "places"])
    (indicator.lower, indicator.upper, indicator.tolerance) = (Quantity("1.50"), Quantity("2"), Quantity("0.07"))
    (indicator.green, indicator.amber, indicator.deadBand) = (Quantity("-3"), Quantity("4"), Quantity("0"))
    (indicator.tags, indicator.shows, indicator.variantOf) = (["Oflog", "A, B"], .context, "one")
    (indicator.suppressBelow, indicator.partOf) = (Quantity("5"), "everything")
    (indicator.schedule, indicator.derivedFrom, indicator.comparableFrom) = ("termly", "everything", day)
    (indicator.definition, indicator.source, indicator.owner) = ("All", "Here", "Head of All")
    (indicator.start, indicator.end, indicator.publication) = (day, day + 900, .internal)
    var risk = Risk(
      id: "storm", title: "A storm", code: "R1", mitigations: ["Sandbags", "Drains, cleared"], items: ["homes"],
      paper: "cabinet", order: 1)
    (risk.text, risk.owner) = ("Rain", "Head of Rain")
    (risk.cause, risk.effect, risk.category) = ("Warm seas", "Wet cellars", "Weather")
    (risk.inherent, risk.target) = (RiskPlace(likelihood: 4, impact: 5), RiskPlace(likelihood: 2, impact: 5))
    return [
      Plan(
        id: "plan", title: "Plan", type: .corporate, start: day, end: day + 900, levels: ["mission", "action"],
        text: "T"
      ),
      printed, indicator, risk, cycle, unchanged,
      Commentary(id: "note", subject: subject, period: quarter, purpose: .note, text: "Between us."),
      Section(id: "foreword", of: RecordID(Plan.kind, "plan"), title: "Foreword", text: "One.\n• Two", order: 1),
      Lineage(id: "gone", from: ["old"], to: [], .dropped, reason: "Done elsewhere", on: day),
      Contribution(RecordID(Indicator.kind, "everything"), to: "homes", .sameAs, verbatim: "CO 1, 2"),
      Partner(id: "friends", name: "Friends", items: ["homes"]),
      Baseline(subject, verbatim: "> 10", asOf: "2023"),
      Comparator(indicator: "everything", group: "UK average", verbatim: "9", asOf: "2024", source: "ONS"),
      PrintedProgress(item: "homes", period: quarter, percent: 40),
      StatusOverride(indicator: "everything", period: quarter, status: .amber, reason: "Unrounded"),
      PrintedStatus(indicator: "everything", period: quarter, status: .green, evidence: "colour"),
      RiskScore(risk: "storm", day: day, status: .amber, likelihood: 2, impact: 3), RiskMatrix.usual,
      paper(on: day),
      Recommendation(paper: "cabinet", number: 1, text: "Note it"),
      PaperOption(paper: "cabinet", number: 1, title: "Do nothing", outcome: .rejected, text: "No"),
      Clearance(paper: "cabinet", role: "Monitoring Officer", onBehalf: true, day: day, comments: "Fine", order: 2),
      Clearance(
        report: Report(.performance, quarter).id, role: "Section 151 Officer", .withComments, on: day, comments: "So",
        of: ClearedContent(digest: "sha256:4", sections: [.init("summary", heading: "Summary", digest: "sha256:5")])),
      Report(.performance, quarter, paper: "cabinet"),
      ClearanceRequest(report: Report(.performance, quarter).id, asked: day, due: day + 9, note: "By Friday"),
      CheckOverride(
        report: Report(.performance, quarter).id, code: "red-without-commentary", place: "report 2025-26-Q2",
        finding: "“Everything” has no word.", reason: "The service is closed", by: "Head of Performance", on: day),
      Service(id: "housing", name: "Housing", directorate: "place"),
      Post(id: "head", title: "Head of Housing", service: "housing", reportsTo: "director"),
      Tenure(id: "t1", post: "head", person: "p7", from: day, until: day + 30, isDeputy: true),
      Holiday(day, name: "A day off"), Waiver(subject, in: quarter, reason: "New"),
      Review(subject, in: quarter, .returned, seen: 4, reason: "Which year?"),
      SignOff(unit: "housing", period: quarter, seen: 5, comments: "Good"), LetterTemplate.standard(.reminder),
      Confirmation(subject, in: quarter, .outlier, figure: "1,234", words: "Counted twice."),
      EvidenceFile(
        subject, in: quarter, name: "count.xlsx", mediaType: "application/octet-stream",
        digest: "sha256:" + String(repeating: "a", count: 64)),
      LockException(RecordID(Service.kind, "housing"), in: quarter, until: day + 9, reason: "The system was down"),
      Freeze(quarter, frozen: day + 10, reopened: day + 11, reason: "A figure was wrong"),
      Seal(
        period: quarter, position: 9, ledgerHash: "sha256:1", rules: [RuleVersion("r", revision: 1)],
        files: [.init(name: "report.html", mediaType: "text/html", digest: "sha256:2")], warnings: ["one"],
        report: "cabinet@2025-26-Q2", overridden: ["red-without-commentary: Sealed although"]),
      SourceFile(
        id: "sha256:3", name: "q1.docx", recognisedAs: "scorecard", period: quarter, diagnostics: ["a"],
        places: [.init(subject, at: "table 1")]),
      ImportRecipe(
        id: "scorecard:a|b", recognisedAs: "scorecard", columns: [.init("Outturn", "actual")],
        answers: [.init("bi-annual", "open")]),
      Report(
        .briefing, quarter, title: "For the portfolio", paper: "cabinet", detail: .exceptions, scope: subject),
      {
        var report = Report(.annual, quarter)
        report.isWithoutRisks = true
        return report
      }(),
      ReportTemplate(
        .cabinet, sections: [.init("summary", heading: "In short"), .init("keys", isLeftOut: true, text: "As ever.")],
        officers: [.init("Chief Financial Officer", isStatutory: true)], clearsInOrder: true,
        wordStyle: "sha256:" + String(repeating: "b", count: 64), logo: "sha256:" + String(repeating: "c", count: 64),
        statusWords: ["green": "On track"]),
      Passage(report: "cabinet@2025-26-Q2", key: "summary/indicators", text: "One.\n\n- Two", replaced: "Three."),
      Remark(
        id: "c1", report: "cabinet@2025-26-Q2", key: "summary", text: "Is it so, @{p7}?", by: "p8", day: day,
        thread: "c0", mentions: ["p7"], isResolved: true),
      CouncillorQuestion(
        id: "q1", period: quarter, subject: subject, text: "Why?", by: "p9", committee: "Scrutiny", post: "head",
        answer: "Because.", isApproved: true),
    ]
  }

  private static func paper(on day: Day) -> Paper {
    var paper = Paper(
      id: "cabinet", title: "Report", committee: "Cabinet", meeting: day, form: [.init("Key decision", "No")])
    (paper.checks.equality, paper.checks.equalityDay, paper.checks.equalityBy) = (.assessed, day, "Head of All")
    (paper.checks.equalityReason, paper.checks.wards, paper.checks.wardsDay) = ("So", .told, day)
    (paper.checks.isKey, paper.checks.notice, paper.checks.urgency) = (.yes, day, .special)
    (paper.checks.urgencyReason, paper.checks.callIn, paper.checks.callInDays) = ("Flood", .subject, 5)
    (paper.checks.callInReason, paper.checks.isExempt, paper.checks.paragraphs) = ("None", .yes, [1, 7])
    (paper.checks.publicInterest, paper.checks.exemptSections) = ("It names people", ["summary"])
    paper.checks.privateNotice = day
    return paper
  }

  /// Texts that a spreadsheet, XML or CSV would like to change.
  static let words = [
    "=1+1", "+44 1234", "-3", "@home", "'=1+1", "''", "'quoted'", "\"quoted\"", "", "\"\"", "5", "007", "0.70", "1e5",
    "2024-25", "Jun-24", "TRUE", "95%", "95.0%", "£1.2m", " leading and trailing ", "tab\there", "two\nlines",
    "\nfirst",
    "carriage\r\nreturn", "bell\u{7}", "escape\u{1B}[0m", "picture ␛ and ␍", "_x000D_", "a, b; c | d", "日本 👩‍👩‍👧",
    "e\u{301}",
    "\u{FEFF}mark", "no\u{FFFE}char\u{FFFF}", "<b>&amp;</b>", "[1, 2]", "{\"a\": 1}", "null", "N/A",
    String(repeating: "Long as a foreword. ", count: 4_000),
  ]

  private static func hard() -> [any Record] {
    words.enumerated().flatMap { index, text -> [any Record] in
      [
        Commentary(
          id: "hard-\(index)", subject: RecordID(PlanItem.kind, "homes"), period: quarter, purpose: .achievement,
          text: text, order: index),
        Partner(id: "hard-\(index)", name: text, items: [text, "second"]),
        Partner(id: "alone-\(index)", name: "n", items: [text]),
        Target(indicator: "everything", period: Period.month(2026 + index / 12, index % 12 + 1), verbatim: text),
      ]
    }
  }
}
