import CorporatePlan
import Documents
import Ledger

/// School terms and survey waves, whose dates only the council knows.
enum TermForms {
  static func list(_ visit: OfficeVisit) -> Answer {
    let terms = visit.book.calendar.entered.values.sorted(by: >)
    return .html(
      HTML.page(visit, "Terms and waves", .edit) { html in
        html.savedBanner(visit)
        html.raw(
          "<h1>Terms and waves</h1><p>Indicators reported by term are owed in the quarter in which the term ends.</p>")
        html.raw(#"<p><a class="button" href="/edit/terms/new">Add a term or wave</a></p>"#)
        guard !terms.isEmpty else { return html.raw("<p>None has been entered yet.</p>") }
        html.table(
          Table(
            "Newest first",
            columns: [.init("Name", width: 4), .init("First day", width: 3), .init("Last day", width: 3)],
            rows: terms.map { term in
              Table.Row([
                Table.Cell(
                  [.link(term.name.capitalised, url: "/edit/terms/\(term.code.addressed)")], isRowHeader: true),
                .text(term.start.words), .text((term.end + -1).words),
              ])
            }))
      })
  }

  static func new(_ visit: OfficeVisit) -> Answer { adding(visit).answer }

  static func add(_ visit: OfficeVisit) async throws -> Answer {
    try await adding(visit).record("Term or wave added", to: "/edit/terms") { try $0.addTerm($1) }
  }

  private static func adding(_ visit: OfficeVisit) -> EditForm {
    let year = FinancialYear(containing: visit.today).first
    let sorts = Editing.seasons.map { ($0, "\($0.capitalised) term") } + [("wave", "A survey wave")]
    let years = (year - 3...year + 2).map(FinancialYear.init)
    var form = EditForm(
      visit, "Add a term or wave", at: "/edit/terms", back: "/edit/terms",
      [
        EditField(name: "sort", label: "What it is", control: .choice([("", "Choose")] + sorts)),
        EditField(
          name: "year", label: "School year, of a term",
          control: .choice([("", "None")] + years.map { ($0.code, $0.name) })),
        EditField(name: "name", label: "Name, of a wave", hint: "Such as Residents’ survey 2025", control: .line),
      ] + days + [.reason()])
    form.button = "Add"
    return form
  }

  static func answer(_ visit: OfficeVisit) throws -> Answer { try changing(visit).answer }

  static func change(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    let code = try visit.parameter("id")
    var form = try changing(visit)
    if sent.step == "record" {
      return try await form.record(sent, "Dates of a term changed", to: "/edit/terms") { try $0.changeTerm(code, $1) }
    }
    if let overtaken = try await form.overtaken(sent) { return overtaken.answer }
    form.values.merge(sent.texts) { $1 }
    if sent.step == "back" { return .step(form.answer) }
    do {
      return .step(try preview(visit, form, sent, code))
    } catch let refused as EditRefused {
      form.problems = refused.problems
      return form.answer
    }
  }

  static func remove(_ visit: OfficeVisit) async throws -> Answer {
    let (code, sent) = (try visit.parameter("id"), try await visit.form())
    var form = try changing(visit)
    do {
      let receipt = try await visit.record(
        "Term or wave taken away", FormAnswers(sent.texts), expecting: sent.revisionsShown
      ) {
        try $0.removeTerm(code)
      }
      return .redirect(visit.landing("/edit/terms", receipt.batch))
    } catch is Conflict {
      form.problems = [
        EditProblem(
          "main", "Somebody changed its dates meanwhile, as they stand below. Take it away once more if it should go.")
      ]
      return form.answer(.conflict)
    } catch let refused as EditRefused {
      // Its dates still stand: nothing was written into them.
      form.problems = refused.problems
      return form.answer
    }
  }

  private static func changing(_ visit: OfficeVisit) throws -> EditForm {
    guard let period = visit.book.calendar.entered[try visit.parameter("id")] else {
      throw Refusal.notFound("This term")
    }
    let term = EnteredPeriod(period)
    let address = "/edit/terms/\(period.code.addressed)"
    var form = EditForm(
      visit, "Dates of the \(period.name)", at: address, back: "/edit/terms", days + [.reason()], of: term)
    form.button = "Preview"
    form.below = { [shown = form.shown] html in
      html.form("\(address)/remove", visit.session) { html in
        html.shown(shown)
        html.raw(#"<p><button class="second">Take it away</button></p>"#)
      }
      html.raw("<p>")
      html.link("History", "/history/period/\(period.code.addressed)")
      html.raw("</p>")
    }
    return form
  }

  private static func preview(
    _ visit: OfficeVisit, _ form: EditForm, _ sent: OfficeForm, _ code: String
  ) throws -> HTML {
    let (editing, answers) = (visit.editing, FormAnswers(sent.texts))
    let (now, new) = (visit.book.calendar.entered[code], try editing.changedTerm(code, answers))
    let revisions = try editing.changeTerm(code, answers)
    let effect = try editing.effect(of: revisions)
    return HTML.page(visit, "Preview: \(form.title)", .edit) { html in
      html.element("h1", form.title)
      html.table(
        Table(
          "Nothing is recorded yet",
          columns: [.init("What", width: 3), .init("Is now", width: 4), .init("Would be", width: 4)],
          rows: [
            Table.Row([.rowHeader("First day"), .text(now?.start.words ?? "nothing"), .text(new.start.words)]),
            Table.Row([
              .rowHeader("Last day"), .text(now.map { ($0.end + -1).words } ?? "nothing"), .text((new.end + -1).words),
            ]),
          ]))
      html.raw("<h2>Ratings that would change</h2>")
      html.differences(effect.differences)
      PreviewSteps(visit: visit, address: form.address, texts: sent.texts).write(
        "Record these dates", recording: revisions, into: &html)
    }
  }

  private static let days = [
    EditField(name: "start", label: "First day", hint: "Like 4 September 2025", control: .short),
    EditField(name: "last", label: "Last day", hint: "Like 19 December 2025", control: .short),
  ]
}
