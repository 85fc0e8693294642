import CorporatePlan
import Documents
import Ledger

/// The tokens with which programs of the council read what is not public: which there are, a new one, and their end.
struct TokensPage {
  private let visit: OfficeVisit
  private let tokens: [Token]
  private let names: PeopleNames
  private var form = OfficeForm(fields: [])
  private var problems: [FormProblem] = []
  /// A token that was just made. It is shown once and stands nowhere else.
  private var made: Secret?

  private static let lengths = [(3, "Three months"), (6, "Six months"), (12, "A year")]

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    tokens = try await visit.office.accounts.tokens()
    names = try await visit.peopleNames
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await TokensPage(visit).html) }

  static func make(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let months = TokensPage.lengths.map(\.0).first { String($0) == form["months"] }
    let service = form["service"]
    var problems: [FormProblem] = []
    if form["name"].map({ $0.count <= 100 }) != true {
      problems.append(
        FormProblem(field: "name", words: "Write what the token is for, in at most 100 characters"))
    }
    if let service, visit.book.services[service] == nil {
      problems.append(FormProblem(field: "service", words: "This service is not there any more"))
    }
    if months == nil { problems.append(FormProblem(field: "months", words: "Choose how long it lasts")) }
    guard problems.isEmpty, let name = form["name"], let months else {
      var page = try await TokensPage(visit)
      (page.form, page.problems) = (form, problems)
      return .refusing(page.html)
    }
    let made = try await visit.office.accounts.makeToken(
      name, service: service, by: visit.person.id, ends: Moment(visit.today.adding(months: months), hour: 0),
      at: visit.office.moment)
    var page = try await TokensPage(visit)
    page.made = made.secret
    return .html(page.html)
  }

  static func revoke(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    try await visit.office.accounts.revokeToken(
      try visit.parameter("id"), by: visit.person.id, at: visit.office.moment)
    return .redirect("/tokens?revoked=yes")
  }

  private var html: HTML {
    let title = "Tokens for programs"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .tokens) { html in
      html.errorSummary(problems)
      if visit.field("revoked") != nil { html.banner("The token opens nothing any more.") }
      if let made { TokensPage.handOver(made, visit, &html) }
      html.element("h1", title)
      html.raw(
        """
        <p class="lead">With a token Power BI, Excel or another program of the council reads drafts, returns and risks \
        too. It only reads.</p><p>What everybody may see needs no token: it is <a href="/data">open data</a>.</p>
        """)
      list(&html)
      new(&html)
    }
  }

  private static func handOver(_ secret: Secret, _ visit: OfficeVisit, _ html: inout HTML) {
    html.raw(
      """
      <div class="banner" role="status"><p>This is the token. It is shown only now: put it where the program keeps its \
      passwords, and send it by no mail.</p><p><label for="token-text">The token</label>
      """)
    html.void(
      "input",
      [
        "type": "text", "id": "token-text", "class": "handed", "readonly": "", "value": secret.text,
        "autocomplete": "off",
      ])
    html.raw("</p><p>The program sends it in a header, <code>Authorization: Bearer …</code>, ")
    html.raw("to addresses such as <code>")
    html.text("\(visit.office.address)\(DataInterface.path(of: .indicators))")
    html.raw(#"</code>. <a href="/api/openapi.json">All addresses</a></p></div>"#)
  }

  private func list(_ html: inout HTML) {
    guard !tokens.isEmpty else {
      html.raw("<p>There are no tokens.</p>")
      return
    }
    html.raw("<h2>Tokens in use</h2>")
    html.scrollRegion("Table: Tokens in use") { html in
      html.raw(
        """
        <table><caption>Tokens in use</caption><thead><tr><th scope="col">For</th><th scope="col">Reads</th>\
        <th scope="col">Made</th><th scope="col">Ends</th><th scope="col">Last used</th>\
        <th scope="col">Revoke</th></tr></thead><tbody>
        """)
      for token in tokens { row(token, &html) }
      html.raw("</tbody></table>")
    }
  }

  private func row(_ token: Token, _ html: inout HTML) {
    html.element("tr") { html in
      html.element("th", ["scope": "row"]) { html in
        html.text(token.name)
        // As the changes of accounts call it.
        html.element("p", ["class": "note"], token.id)
      }
      let service = token.service.map { visit.book.services[$0]?.name ?? "a service that is gone" }
      html.element("td", service ?? "Everything")
      html.element("td", "\(token.made.londonDay.words), by \(names.name(of: token.madeBy))")
      let isOver = token.ends <= visit.office.moment
      html.element("td", "\(isOver ? "Ended on " : "")\(token.ends.londonDay.words)")
      html.element("td", token.lastUsed?.londonDay.words ?? "Never")
      html.element("td") { html in
        html.form("/tokens/\(token.id.addressed)/revoke", visit.session) { html in
          html.raw("<button>Revoke<span class=\"hidden\">")
          html.text(" the token for \(token.name)")
          html.raw("</span></button>")
        }
      }
    }
  }

  private func new(_ html: inout HTML) {
    html.raw("<section><h2>Make a token</h2>")
    html.form("/tokens", visit.session) { html in
      html.field("name", "What it is for", hint: "Such as: Power BI of Housing. Name no person.", problems: problems) {
        html, describedBy in html.input("name", value: form["name"], describedBy: describedBy)
      }
      html.field("service", "What it may read", problems: problems) { html, describedBy in
        html.select(
          "service", name: "service", describedBy: describedBy, chosen: form["service"],
          [("", "Everything")]
            + visit.book.services.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map {
              ($0.id, "What belongs to \($0.name)")
            })
      }
      html.field("months", "How long it lasts", problems: problems) { html, describedBy in
        html.select(
          "months", name: "months", describedBy: describedBy, chosen: form["months"] ?? "12",
          TokensPage.lengths.map { (String($0.0), $0.1) })
      }
      html.raw(#"<p><button class="button">Make it</button></p>"#)
    }
    html.raw("</section>")
  }
}
