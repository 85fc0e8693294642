import CorporatePlan
import Documents
import Ledger

/// What changed: who, when, from what to what and why, newest first and as far as the visitor may read.
struct ChangesPage {
  private let visit: OfficeVisit
  private let list: ChangeList
  private let names: PeopleNames
  private let authors: [String]
  /// When they last looked, where that was asked for.
  private let last: LastLook?
  private let wrongDay: String?

  private static let mostOnPage = 50

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await ChangesPage(visit).html) }

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    names = try await visit.peopleNames
    authors = try await visit.site.council.authors()
    let since = visit.field("since")
    last = since == "last" ? try await visit.office.accounts.lastLookBefore(visit.person.id) : nil
    let day = since.flatMap { Day($0) }
    wrongDay = since != nil && since != "last" && day == nil ? since : nil
    var query = ChangeQuery()
    query.after = last?.position ?? 0
    query.notBy = last == nil ? nil : visit.person.id
    query.before = visit.field("before").flatMap { Int($0) }
    query.kind = visit.field("kind")
    query.author = visit.field("person")
    list = try await ChangeList(
      visit, query, since: day, of: visit.field("service"), within: visit.reach, upTo: ChangesPage.mostOnPage)
  }

  private var html: HTML {
    HTML.page(visit, "Changes", .changes) { html in
      html.raw("<h1>Changes</h1>")
      html.element("p", ["class": "lead"], lead)
      form(&html)
      if let wrongDay {
        html.element("p", "“\(wrongDay)” is no day. Write one like 2025-11-30; all days are shown.")
      }
      if list.changes.isEmpty {
        html.raw(#"<div class="note-block"><p>No change fits. "#)
        if list.next == nil { html.link("Show all changes", "/changes") } else { html.text("Look further back.") }
        html.raw("</p></div>")
      } else {
        html.changes(list, visit, names)
      }
      paging(&html)
    }
  }

  private var lead: String {
    let whose = visit.reach.scope == .all ? "What was recorded" : "What was recorded of your services’ returns"
    if let last { return "\(whose) by others since you last looked, on \(last.at.londonDay.words)." }
    return visit.field("since") == "last" ? "\(whose). This is your first visit, so all of it is new." : "\(whose)."
  }

  private func form(_ html: inout HTML) {
    html.raw(#"<form class="filter" method="get" action="/changes" aria-label="Which changes">"#)
    html.raw(#"<div><label for="since">Since, such as 2025-11-30</label>"#)
    html.input("since", value: visit.field("since") == "last" ? nil : visit.field("since"))
    html.raw("</div>")
    choice("kind", "What", kinds, &html)
    choice("person", "Who", people, &html)
    choice("service", "Service", services, &html)
    html.raw(#"<div class="buttons"><button>Apply</button>"#)
    if !fields.isEmpty { html.link("Clear", "/changes") }
    html.raw("</div></form>")
  }

  private func choice(_ id: String, _ label: String, _ options: [(String, String)], _ html: inout HTML) {
    html.raw("<div>")
    html.element("label", ["for": id], label)
    html.select(id, name: id, chosen: visit.field(id), [("", "All")] + options)
    html.raw("</div>")
  }

  private var kinds: [(String, String)] {
    Book.recordTypes.map { ($0.kind, ImportWords.noun($0.kind).one.capitalised) }.sorted { $0.1 < $1.1 }
  }

  private var people: [(String, String)] {
    authors.map { ($0, names.name(of: $0).capitalised) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  private var services: [(String, String)] {
    visit.book.services.values.filter { visit.reach.scope == .all || visit.reach.services.contains($0.id) }
      .map { ($0.id, $0.name) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  /// The choices as they stand in the address.
  private var fields: [(String, String)] {
    ["since", "kind", "person", "service"].compactMap { name in visit.field(name).map { (name, $0) } }
  }

  private func paging(_ html: inout HTML) {
    let own = fields.reduce("/changes") { $0.appending(query: "\($1.0)=\($1.1.addressed)") }
    guard list.next != nil || visit.field("before") != nil else { return }
    html.raw(#"<nav class="pages" aria-label="Pages"><ul>"#)
    if visit.field("before") != nil {
      html.raw("<li>")
      html.link("Newest", own)
      html.raw("</li>")
    }
    if let next = list.next {
      html.raw("<li>")
      html.element("a", ["href": own.appending(query: "before=\(next)"), "rel": "next"], "Earlier changes")
      html.raw("</li>")
    }
    html.raw("</ul></nav>")
  }
}
