import CorporatePlan
import Documents
import Reports

/// The reports that are being prepared, by period, and the start of another.
enum WorkbenchListPage {
  static func answer(_ visit: OfficeVisit) -> Answer {
    let reports = visit.book.reports.values.filter(visit.mayRead)
    return .html(
      HTML.page(visit, "Reports in preparation", .work) { html in
        html.savedBanner(visit)
        html.element("h1", "Reports in preparation")
        html.element(
          "p", ["class": "lead"],
          "A report draws its figures, counts, tables and charts from the record, and leaves you the words.")
        if visit.may(.prepareReports) {
          html.raw(
            """
            <p class="buttons"><a class="button" href="/work/reports/new">Start a report</a> \
            <a href="/work/templates">Templates</a> <a href="/work/questions">Questions of councillors</a></p>
            """)
        } else {
          html.raw(#"<p><a href="/work/questions">Questions of councillors</a></p>"#)
        }
        if reports.isEmpty { html.raw("<p>None is being prepared.</p>") }
        for (period, own) in Dictionary(grouping: reports, by: \.period).sorted(by: { $0.key > $1.key }) {
          html.raw("<section>")
          html.element("h2", period.name)
          html.raw(#"<ul class="records">"#)
          for report in own.sorted(by: { $0.id < $1.id }) { line(report, visit, &html) }
          html.raw("</ul></section>")
        }
      })
  }

  private static func line(_ report: Report, _ visit: OfficeVisit, _ html: inout HTML) {
    let book = visit.book
    html.raw("<li>")
    html.link(report.name(in: book), report.address)
    var facts = [report.type.words, report.detail == .full ? "in full" : "by exception"]
    if let paper = report.paper.flatMap({ book.papers[$0] }) { facts.append("for “\(paper.title)”") }
    let words = book.passages.values.filter { $0.report == report.id }.count
    if words > 0 { facts.append("\(counted(words, "place")) edited") }
    let open = visit.mayComment(on: report) ? book.threads(of: report.id).filter(\.isOpen).count : 0
    if open > 0 { facts.append(counted(open, "open comment")) }
    if let seal = visit.newestSeal(of: report) {
      facts.append(book.stamp(of: seal.recordID).map { "sealed \($0.recordedAt.londonDay.words)" } ?? "sealed")
    } else if book.clearanceRequests[report.id] != nil {
      facts.append("in clearance")
    }
    html.element("p", ["class": "note"], facts.joined(separator: " · "))
    html.raw("</li>")
  }
}

/// A report started, changed and taken back.
enum ReportForms {
  static func new(_ visit: OfficeVisit) -> Answer { starting(visit).answer }

  static func start(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    let started = ReportType(rawValue: sent["type"] ?? "").flatMap { type in
      visit.book.calendar.period(sent["period"] ?? "").map { period in
        Report(type, period, scope: sent["scope"].flatMap { $0.isEmpty ? nil : RecordID(PlanItem.kind, $0) })
      }
    }
    return try await starting(visit).record(sent, "Report started", to: started?.address ?? "/work/reports") {
      try $0.startReport($1)
    }
  }

  private static func starting(_ visit: OfficeVisit) -> EditForm {
    let types: [EditField.Option] = ReportType.allCases.map { ($0.rawValue, $0.words) }
    let periods = visit.periodOptions
    var form = EditForm(
      visit, "Start a report", at: "/work/reports", back: "/work/reports",
      [
        EditField(name: "type", label: "Kind", control: .choice([("", "Choose")] + types)),
        EditField(name: "period", label: "What it reports on", control: .choice([("", "Choose")] + periods)),
      ] + fields(visit) + [
        EditField(
          name: "scope", label: "About", hint: "For a briefing about one part of the plan",
          control: .choice([("", "The whole plan")] + visit.itemOptions { $0.role == .priority }), isRare: true)
      ])
    form.button = "Start"
    form.place = .work
    form.values = [
      "period": [visit.field("period") ?? visit.book.reportingPeriods.first?.code ?? ""], "type": ["performance"],
      "detail": [Report.Detail.full.rawValue],
    ]
    return form
  }

  static func settings(_ visit: OfficeVisit) throws -> Answer { try changing(visit).answer }

  static func change(_ visit: OfficeVisit) async throws -> Answer {
    let report = try visit.report
    return try await changing(visit).record("Report changed", to: report.address) {
      try $0.changeReport(report.id, $1)
    }
  }

  private static func changing(_ visit: OfficeVisit) throws -> EditForm {
    let report = try visit.report
    var form = EditForm(
      visit, "Settings of “\(report.name(in: visit.book))”", at: "\(report.address)/settings",
      back: report.address,
      fields(visit), of: report)
    form.place = .work
    form.below = { html in
      html.raw("<section><h2>Take it back</h2>")
      html.element("p") { $0.link("Take this report back", "\(report.address)/withdraw") }
      html.raw("</section>")
    }
    return form
  }

  private static func fields(_ visit: OfficeVisit) -> [EditField] {
    let papers: [EditField.Option] = visit.book.papers.values.sorted {
      ($0.meeting?.description ?? "", $0.id) > ($1.meeting?.description ?? "", $1.id)
    }
    .map { paper in
      (paper.id, [paper.title.inLine, paper.committee, paper.meeting?.words].compactMap { $0 }.joined(separator: ", "))
    }
    return [
      EditField(
        name: "detail", label: "How much of the plan it lists",
        control: .choice(Report.Detail.allCases.map { ($0.rawValue, $0.words) })),
      EditField(name: "title", label: "Title", hint: "Left empty, it is called after its kind and period."),
      EditField(
        name: "paper", label: "Paper", hint: "For a report to a meeting: the paper with its form and recommendations",
        control: .choice([("", "None")] + papers)),
    ]
  }

  static func withdrawing(_ visit: OfficeVisit) throws -> Answer {
    let report = try visit.report
    let words = visit.book.passages.values.filter { $0.report == report.id }.count
    let comments = visit.book.comments.values.filter { $0.report == report.id }.count
    return .html(
      HTML.page(visit, "Take the report back", .work) { html in
        html.element("h1", "Take “\(report.name(in: visit.book))” back?")
        html.element(
          "p",
          "With it go \(counted(words, "place")) with words of your own and \(counted(comments, "comment")). The record keeps them: it can be undone."
        )
        html.form("\(report.address)/withdraw", visit.session) { html in
          html.raw(#"<p class="buttons"><button>Take it back</button> "#)
          html.link("Keep it", report.address)
          html.raw("</p>")
        }
      })
  }

  static func withdraw(_ visit: OfficeVisit) async throws -> Answer {
    let report = try visit.report
    _ = try await visit.form()
    do {
      let receipt = try await visit.record("Report taken back", [:]) { try $0.withdrawReport(report.id) }
      return .redirect(visit.landing("/work/reports", receipt.batch))
    } catch is EditRefused {
      return .redirect("/work/reports")
    }
  }

  /// In full or by exception, from the workbench.
  static func detail(_ visit: OfficeVisit) async throws -> Answer {
    let report = try visit.report
    let form = try await visit.form()
    guard let detail = form["detail"].flatMap(Report.Detail.init) else { return .redirect(report.address) }
    let answers: FormAnswers = ["detail": detail.rawValue]
    let receipt = try await visit.record("How much the report lists", answers) {
      try $0.changeReport(report.id, answers)
    }
    return .redirect(visit.landing(report.address, receipt.batch))
  }
}
