import CorporatePlan
import Documents
import Ledger
import Reports

/// How far the clearance of a report is: each officer, what voided a clearance, and the days before the meeting.
struct ClearancePage {
  private let visit: OfficeVisit
  private let report: Report
  private let standings: ClearanceStandings
  private let paper: Paper?
  private var problems: [FormProblem] = []
  private var typed: [String: String] = [:]

  private init(_ visit: OfficeVisit) throws(Refusal) {
    self.visit = visit
    report = try visit.reportInWork
    // What voided a clearance names figures of any service.
    guard visit.mayRead(report) || visit.may(.seal) || !visit.clearingRoles(of: report).isEmpty else { throw .notYours }
    standings = visit.clearanceStandings(of: report)
    paper = report.paper.flatMap { visit.book.papers[$0] }
  }

  static func answer(_ visit: OfficeVisit) throws(Refusal) -> Answer { .html(try ClearancePage(visit).html) }

  static func request(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    var page = try ClearancePage(visit)
    let (report, today) = (page.report, visit.today)
    do {
      try await visit.site.council.append(
        reason: "Clearance asked for", author: visit.session.author, at: visit.office.moment
      ) { book in
        try Clearing(book, report, on: today, Digest.text).request(due: form["due"], note: form["note"])
      }
      return .redirect("\(page.address)?done=asked")
    } catch let refused as EditRefused {
      page.problems = visit.placed(refused.problems, among: ["due", "note"])
      page.typed = ["due": form["due"] ?? "", "note": form["note"] ?? ""]
      return .refusing(page.html)
    }
  }

  private var address: String { "\(report.address)/clearance" }

  private var html: HTML {
    let title = "Clearance of “\(report.name(in: visit.book))”"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .work) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      if problems.isEmpty, visit.field("done") == "asked" { html.banner("The officers are asked for clearance.") }
      if problems.isEmpty, visit.field("done") == "decided" { html.banner("Your decision is recorded.") }
      if problems.isEmpty, visit.field("done") == "withdrawn" { html.banner("The clearance was taken back.") }
      about(&html)
      officers(&html)
      deadlines(&html)
      if visit.may(.seal) { requestForm(&html) }
      html.element("p", ["class": "buttons"]) { html in
        if visit.hasPage(report) { html.link("The report", report.address) }
        if visit.may(.seal) { html.link("Checks and seal", "\(report.address)/seal") }
        if let paper { html.link("The paper", "/papers/\(paper.id.addressed)") }
      }
    }
  }

  private func about(_ html: inout HTML) {
    let order = visit.book.reportTemplates[report.type.code]?.clearsInOrder == true
    html.element(
      "p", ["class": "lead"],
      standings.officers.isEmpty
        ? "The council’s template of this kind of report names no officers who clear it."
        : order
          ? "The officers clear the report one after the other. An edit afterwards voids a clearance."
          : "The officers clear the report independently of each other. An edit afterwards voids a clearance.")
    if let note = standings.request?.note { html.element("p", ["class": "typed"], note) }
  }

  private func officers(_ html: inout HTML) {
    guard !standings.officers.isEmpty else { return }
    html.raw(#"<section id="officers"><h2>Officers</h2>"#)
    html.cards(
      Table(
        "Who clears the report, and how far they are",
        columns: [
          .init("Officer", width: 3), .init("State", width: 3), .init("Day", width: 2), .init("Comments", width: 4),
        ],
        rows: standings.officers.map { standing in
          let clearance = standing.clearance
          let law = standing.officer.isStatutory ? ", by law" : ""
          let withComments = standing.state.isClear && clearance?.decision == .withComments
          let state = withComments ? "Cleared with comments" : standing.state.words
          return Table.Row([
            .rowHeader(standing.officer.role + law),
            .text(state + (clearance?.onBehalf == true ? ", on behalf" : "")),
            .text(clearance?.day?.words ?? "–"), .text(clearance?.comments ?? "–"),
          ])
        }))
    for standing in standings.officers {
      guard case .void(let sections) = standing.state else { continue }
      html.element("h3", "Why the clearance of the \(standing.officer.role) is void")
      html.bullets(sections.map(\.sentence))
    }
    for role in visit.clearingRoles(of: report) where visit.may(.clear) {
      html.element("p") { $0.link("Read and decide as the \(role)", "\(address)/\(role.addressed)") }
    }
    html.raw("</section>")
  }

  private func deadlines(_ html: inout HTML) {
    guard let paper, let meeting = paper.meeting else { return }
    let published = visit.book.seals.values.filter { $0.reportID == report.id }
      .compactMap { visit.book.stamp(of: $0.recordID)?.recordedAt.londonDay }.min()
    let deadlines = PaperDeadlines(
      paper, visit.book.workingDays(around: meeting), clearanceDue: standings.request?.due,
      cleared: standings.completed, published: published)
    html.raw("<section><h2>Days before the meeting</h2>")
    html.deadlines(deadlines, of: meeting, on: visit.today)
    html.raw("</section>")
  }

  private func requestForm(_ html: inout HTML) {
    guard !standings.officers.isEmpty else { return }
    let request = standings.request
    html.raw(#"<section id="ask"><h2>"#)
    html.text(request == nil ? "Ask for clearance" : "Ask again, or move the day")
    html.raw("</h2>")
    html.form("\(address)/request", visit.session) { html in
      html.field(
        "due", "Wanted by", hint: "Like 24/10/2025. Empty means 22 days before the meeting.", problems: problems
      ) { html, describedBy in
        html.input("due", value: typed["due"] ?? request?.due?.words, describedBy: describedBy, isShort: true)
      }
      html.field("note", "What the officers are told", hint: "May stay empty", problems: problems) {
        html, describedBy in
        html.element(
          "textarea", ["id": "note", "name": "note", "rows": "3", "aria-describedby": describedBy],
          typed["note"] ?? request?.note ?? "")
      }
      html.raw(#"<p class="buttons"><button>Ask for clearance</button></p>"#)
    }
    html.raw("</section>")
  }
}

extension HTML {
  /// What has to be done before a meeting, by when, and what is late.
  mutating func deadlines(_ deadlines: PaperDeadlines?, of meeting: Day, on today: Day) {
    guard let deadlines else { return }
    cards(
      Table(
        "Counted back from the meeting on \(meeting.words)",
        columns: [.init("What", width: 4), .init("By", width: 2), .init("Done", width: 2), .init("State", width: 2)],
        rows: deadlines.steps.map { step in
          Table.Row([
            .rowHeader(step.kind.rawValue), .text(step.due.words), .text(step.done?.words ?? "–"),
            .text(step.state(on: today).rawValue.capitalised),
          ])
        }))
  }
}
