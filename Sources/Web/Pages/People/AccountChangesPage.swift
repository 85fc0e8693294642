import CorporatePlan
import Documents
import Ledger

/// What was done to accounts: who let whom in, gave or took which roles, signed whom out. For administrators and auditors.
enum AccountChangesPage {
  private static let mostOnPage = 100

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let about = visit.field("person")
    let found = try await visit.office.accounts.events(
      about: about, before: visit.field("before").flatMap { Int($0) }, limit: mostOnPage)
    let names = try await visit.peopleNames
    return .html(
      HTML.page(visit, "Changes of accounts", visit.may(.people) ? .people : .accounts) { html in
        html.raw("<h1>Changes of accounts</h1>")
        html.element(
          "p", ["class": "lead"],
          about.map { "Who did what to the account of \(names.name(of: $0)), and when." }
            ?? "Who let whom in, gave or took which roles, made links, tokens and calendar addresses, and signed whom out, and when."
        )
        if about != nil { html.element("p") { $0.link("Of all accounts", "/people/changes") } }
        html.accountEvents(found.map(\.event), names)
        if found.count == mostOnPage, let last = found.last?.number {
          let own = about.map { "person=\($0.addressed)&" } ?? ""
          html.element("p") { $0.link("Earlier changes", "/people/changes?\(own)before=\(last)") }
        }
      })
  }
}

extension HTML {
  /// What was done to accounts, newest first.
  mutating func accountEvents(_ events: [AccountEvent], _ names: PeopleNames) {
    guard !events.isEmpty else { return raw("<p>Nothing is noted yet.</p>") }
    table(
      Table(
        "Newest first",
        columns: [
          .init("When", width: 3), .init("Whose account", width: 3), .init("What", width: 4), .init("By", width: 3),
        ],
        rows: events.map { event in
          Table.Row([
            .text("\(event.at.londonDay.words), \(event.at.londonTime)"),
            .text(names.name(of: event.about).capitalised),
            .text(event.words), .text(event.author(names)),
          ])
        }))
  }
}

extension AccountEvent {
  /// "Roles changed: councillor → auditor".
  fileprivate var words: String {
    let words =
      switch what {
      case .added: "Added"
      case .roles: "Roles changed"
      case .details: "Name or address changed"
      case .asked: "Letter with a link asked for"
      case .link: "Link to set a password made"
      case .password: "Password set"
      case .signedOut: "Signed out everywhere"
      case .closed: "Closed"
      case .opened: "Opened again"
      case .erased: "Erased"
      case .tokenMade: "Token for a program made"
      case .tokenEnded: "Token for a program ended"
      case .calendarMade: "Calendar address made"
      case .calendarEnded: "Calendar address ended"
      }
    return detail.map { "\(words): \($0)" } ?? words
  }

  fileprivate func author(_ names: PeopleNames) -> String {
    switch by {
    case about: "Themselves"
    case Accounts.machine: "Goldthread itself, or its terminal"
    case Accounts.anybody: "Somebody at the door"
    default: names.name(of: by).capitalised
    }
  }
}
