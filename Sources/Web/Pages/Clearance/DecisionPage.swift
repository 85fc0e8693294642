import CorporatePlan
import Documents
import Ledger
import Reports

/// An officer's own page: the very document, and the form with which it is cleared or not.
struct DecisionPage {
  private let visit: OfficeVisit
  private let report: Report
  private let role: String
  private let clearing: Clearing
  private let asSealed: ReportAsSealed
  private var problems: [FormProblem] = []
  private var typed: OfficeForm?

  private init(_ visit: OfficeVisit) throws(Refusal) {
    self.visit = visit
    report = try visit.reportInWork
    role = try visit.parameter("role")
    guard visit.clearingRoles(of: report).contains(role) else { throw .notYours }
    clearing = Clearing(visit.book, report, on: visit.today, Digest.text)
    asSealed = ReportAsSealed(visit.book, report)
  }

  static func answer(_ visit: OfficeVisit) throws(Refusal) -> Answer { .html(try DecisionPage(visit).html) }

  static func decide(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    return try await record(visit, form, "Clearance decided", done: "decided") { clearing, role, person in
      try clearing.decide(
        as: role, form["decision"].flatMap(Clearance.Decision.init), comments: form["comments"], by: person,
        shown: form["read"])
    }
  }

  static func withdraw(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    return try await record(visit, form, "Clearance taken back", done: "withdrawn") { clearing, role, person in
      try clearing.withdraw(role, by: person)
    }
  }

  private static func record(
    _ visit: OfficeVisit, _ form: OfficeForm, _ reason: String, done: String,
    _ decide: @escaping @Sendable (Clearing, _ role: String, _ person: String) throws -> [Revision]
  ) async throws -> Answer {
    let page = try DecisionPage(visit)
    let (report, role, today, person) = (page.report, page.role, visit.today, visit.person.id)
    do {
      try await visit.site.council.append(
        reason: reason, author: visit.session.author, at: visit.office.moment
      ) { book in try decide(Clearing(book, report, on: today, Digest.text), role, person) }
      return .redirect("\(report.address)/clearance?done=\(done)")
    } catch let refused as EditRefused {
      // What somebody changed meanwhile is shown as it is now.
      var page = try DecisionPage(visit)
      page.problems = refused.problems.map {
        FormProblem(field: $0.field == "comments" ? "comments" : "decision", words: $0.sentence)
      }
      page.typed = form
      return .refusing(page.html)
    }
  }

  private var address: String { "\(report.address)/clearance/\(role.addressed)" }

  private var html: HTML {
    let title = "Clear “\(report.name(in: visit.book))” as the \(role)"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .work) { html in
      html.errorSummary(problems)
      html.raw(#"<section class="decide" aria-labelledby="decide"><h2 id="decide">"#)
      html.text(title)
      html.raw("</h2>")
      state(&html)
      form(&html)
      html.element("p") { $0.link("All officers", "\(report.address)/clearance") }
      html.raw("</section>")
      html.article(asSealed.document)
    }
  }

  private func state(_ html: inout HTML) {
    guard let standing = clearing.standings.standing(of: role) else { return }
    html.summaryList { html in
      html.summaryRow("State", standing.state.words)
      html.summaryRow("Wanted by", clearing.standings.request?.due?.words)
      html.summaryRow(
        "You sign",
        visit.book.clears(role, visit.person.id, on: visit.today) == .deputy
          ? "on behalf of the \(role)" : "as the \(role)")
      html.summaryRow("What you read") { html in
        html.raw(#"<code class="digest">"#)
        html.text(clearing.shown)
        html.raw("</code>")
      }
    }
    if case .void(let sections) = standing.state {
      html.raw("<p><b>Changed since you cleared it.</b></p>")
      html.bullets(sections.map(\.sentence))
    }
    if let note = clearing.standings.request?.note { html.element("p", ["class": "typed"], note) }
  }

  private func form(_ html: inout HTML) {
    let clearance = clearing.standings.standing(of: role)?.clearance
    switch clearing.standings.standing(of: role)?.state {
    case .notAsked?: html.element("p", "Nobody has asked for clearance yet.")
    case .afterwards(let earlier)?: html.element("p", "The \(earlier) clears first.")
    default:
      html.form(address, visit.session) { html in
        html.hidden("read", clearing.shown)
        html.field("decision", "Your decision", problems: problems) { html, describedBy in
          html.select(
            "decision", name: "decision", describedBy: describedBy, chosen: typed?["decision"],
            [("", "Choose")] + Clearance.Decision.allCases.map { ($0.rawValue, $0.rawValue.capitalised) })
        }
        html.field(
          "comments", "Comments", hint: "Printed with the clearance. Say here why you do not clear it.",
          problems: problems
        ) { html, describedBy in
          html.element(
            "textarea", ["id": "comments", "name": "comments", "rows": "3", "aria-describedby": describedBy],
            typed?["comments"] ?? "")
        }
        html.raw(#"<p class="buttons"><button>Record my decision</button></p>"#)
      }
    }
    if clearance?.report != nil {
      html.form("\(address)/withdraw", visit.session) { html in
        html.raw(#"<p><button class="plain">Take back my earlier decision</button></p>"#)
      }
    }
  }
}
