import CorporatePlan
import Documents
import Ledger
import Reports

/// How the council is made up: services, the posts in them and who holds each today, and the days on which nobody works.
struct StructurePage {
  private let visit: OfficeVisit
  private let names: PeopleNames
  private var problems: [EditProblem] = []
  private var values: [String: [String]] = [:]

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    names = try await visit.peopleNames
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await StructurePage(visit).html) }

  static func addHoliday(_ visit: OfficeVisit) async throws -> Answer {
    try await changing(visit, "Holiday added") { try $0.addHoliday($1) }
  }

  static func removeHoliday(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await changing(visit, "Holiday removed") { editing, _ in try editing.removeHoliday(id) }
  }

  private static func changing(_ visit: OfficeVisit, _ reason: String, _ decide: @escaping EditForm.Decision)
    async throws -> Answer
  {
    let sent = try await visit.form()
    let answers = FormAnswers(sent.texts)
    do {
      let receipt = try await visit.record(reason, answers) { try decide($0, answers) }
      return .redirect(visit.landing("/structure#holidays", receipt.batch))
    } catch let refused as EditRefused {
      var page = try await StructurePage(visit)
      (page.problems, page.values) = (refused.problems, sent.texts)
      return .refusing(page.html)
    }
  }

  private var html: HTML {
    let problems = visit.placed(self.problems, among: ["day", "name"])
    let title = "Services and posts"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .structure) { html in
      html.errorSummary(problems)
      html.savedBanner(visit)
      html.element("h1", title)
      html.raw(
        """
        <p>Work belongs to posts, so that it moves with them. Who holds a post owes its returns from that day on.</p>\
        <p class="buttons"><a class="button" href="/structure/posts/new">Add a post</a> \
        <a class="button second" href="/structure/services/new">Add a service</a></p>
        """)
      services(&html)
      posts(&html)
      holidays(problems, &html)
    }
  }

  private func services(_ html: inout HTML) {
    let services = visit.book.services.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    html.raw("<section><h2>Services</h2>")
    if services.isEmpty { html.raw("<p>No service has been entered yet.</p>") }
    if !services.isEmpty {
      html.table(
        Table(
          "Services by name",
          columns: [.init("Service", width: 4), .init("Belongs to", width: 4), .init("Posts", .right)],
          rows: services.map { service in
            Table.Row([
              Table.Cell([.link(service.name, url: "/structure/services/\(service.id.addressed)")], isRowHeader: true),
              .text(service.directorate.map { visit.book.services[$0]?.name ?? $0 } ?? "–"),
              .text(String(visit.book.posts.values.count { $0.service == service.id })),
            ])
          }))
    }
    html.raw("</section>")
  }

  private func posts(_ html: inout HTML) {
    let (book, today) = (visit.book, visit.today)
    let groups = Dictionary(grouping: book.posts.values) { $0.service.flatMap { book.services[$0]?.name } ?? "" }
    html.raw("<section><h2>Posts</h2>")
    if groups.isEmpty { html.raw("<p>No post has been entered yet.</p>") }
    if !groups.isEmpty {
      html.table(
        Table(
          "Posts by service",
          columns: [
            .init("Post", width: 4), .init("Reports to", width: 3), .init("Held today by", width: 4),
          ],
          groups: groups.sorted { $0.key < $1.key }.map { name, posts in
            Table.Group(
              name.isEmpty ? "In no service" : name,
              rows: posts.sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map { post in
                let holders = book.tenures.values.filter { $0.post == post.id && $0.holds(on: today) }
                  .sorted { ($0.isDeputy ? 1 : 0, $0.from) < ($1.isDeputy ? 1 : 0, $1.from) }
                  .map { names.name(of: $0.person) + ($0.isDeputy ? " (deputy)" : "") }
                return Table.Row([
                  Table.Cell([.link(post.title, url: "/structure/posts/\(post.id.addressed)")], isRowHeader: true),
                  .text(post.reportsTo.map { book.posts[$0]?.title ?? $0 } ?? "–"),
                  .text(holders.isEmpty ? "nobody" : holders.joined(separator: ", ")),
                ])
              })
          }))
    }
    html.raw("</section>")
  }

  private func holidays(_ problems: [FormProblem], _ html: inout HTML) {
    html.raw(#"<section id="holidays"><h2>Days on which nobody works</h2>"#)
    html.raw(
      "<p>Bank holidays of England and Wales are counted already; enter what was proclaimed, and the council’s own.</p>"
    )
    for holiday in visit.book.holidays.values.sorted(by: { $1.day < $0.day }) {
      html.element("div", ["class": "held"]) { html in
        html.element("p", "\(holiday.day.words): \(holiday.name)")
        html.form("/structure/holidays/\(holiday.id)/remove", visit.session) { html in
          html.raw(#"<button class="second small">Remove"#)
          html.element("span", ["class": "hidden"], ": \(holiday.day.words)")
          html.raw("</button>")
        }
      }
    }
    html.form("/structure/holidays", visit.session) { html in
      html.field(
        EditField(name: "day", label: "Day", hint: "Like 24 December 2026", control: .short), values["day"] ?? [],
        problems)
      html.field(EditField(name: "name", label: "What it is called"), values["name"] ?? [], problems)
      html.raw("<p><button>Add the day</button></p>")
    }
    html.raw("</section>")
  }
}
