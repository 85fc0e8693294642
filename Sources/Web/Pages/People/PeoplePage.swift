import CorporatePlan
import Documents
import Ledger

/// Everybody who can sign in: what they may do, and which posts they hold today.
enum PeoplePage {
  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let people = try await visit.office.accounts.people()
    let vacant = visit.book.vacantPosts(on: visit.today)
    return .html(
      HTML.page(visit, "People", .people) { html in
        html.raw("<h1>People</h1>")
        html.raw(
          #"<p><a class="button" href="/people/new">Invite somebody</a></p><p><a href="/people/changes">What was done to accounts, and by whom</a></p>"#
        )
        html.table(
          Table(
            "People who can sign in, by name",
            columns: [
              .init("Name", width: 3), .init("Roles", width: 3), .init("Posts held today", width: 3),
              .init("State", width: 2),
            ],
            rows: people.map { row($0, visit) }))
        guard !vacant.isEmpty else { return }
        html.raw(#"<section><h2>Posts that nobody holds</h2><p class="note">What they owe reaches nobody.</p><ul>"#)
        for post in vacant { html.element("li", post.title) }
        html.raw("</ul></section>")
      })
  }

  private static func row(_ person: Person, _ visit: OfficeVisit) -> Table.Row {
    let posts = visit.book.posts(of: person.id, on: visit.today).map(\.title)
    let state = person.isDisabled ? "Closed" : person.hasSignedUp ? "Active" : "Invited"
    return Table.Row([
      Table.Cell([.link(person.name, url: "/people/\(person.id.addressed)")], isRowHeader: true),
      .text(person.roles.words),
      .text(posts.isEmpty ? "–" : posts.joined(separator: "; ")), .text(state),
    ])
  }
}

extension Set<Role> {
  /// "Administrator, performance officer".
  var words: String {
    let all = Role.allCases.filter(contains).map(\.rawValue).joined(separator: ", ")
    return all.isEmpty ? "None" : all.prefix(1).uppercased() + all.dropFirst()
  }
}

extension Role {
  /// What it lets somebody do, for the one who gives it.
  var explanation: String {
    switch self {
    case .administrator: "Invites people and gives them roles and posts; sees everything"
    case .performanceOfficer: "Runs the quarter, edits the plan, checks everything, makes the report"
    case .responsibleOfficer: "Sends in figures and words for the posts they hold"
    case .reviewer: "A head of service or director: checks and signs off their services"
    case .councillor: "Sees everything, changes nothing"
    case .auditor: "Sees everything and every change, changes nothing"
    }
  }
}
