import CorporatePlan
import Documents
import Ledger

/// What somebody is to reach, and what those who report to them are: nobody else's, whatever the visitor's roles.
enum ObjectivesPage {
  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let own = try await visit.ownObjectives
    let managed = try await visit.managedObjectives
    let names = try await visit.peopleNames
    return .html(
      HTML.page(visit, "Objectives", .objectives) { html in
        html.raw("<h1>Objectives</h1>")
        html.raw(
          """
          <p class="lead">What you are to reach, and what of the plan it serves. You and your manager see it, and nobody \
          else: it is not part of the council’s record, its search or its exports.</p>\
          <p><a class="button" href="/objectives/new">Write an objective</a></p><section><h2>Yours</h2>
          """)
        if own.isEmpty { html.raw("<p>You have not written any yet.</p>") }
        html.years(own, visit, heading: "h3")
        html.raw("</section>")
        guard !managed.isEmpty || visit.manages else { return }
        html.raw("<section><h2>Of those who report to you</h2>")
        if managed.isEmpty { html.raw("<p>None of them has written any yet.</p>") }
        for (whose, objectives) in grouped(managed, visit, names) {
          html.element("h3", whose)
          html.years(objectives, visit, heading: "h4")
        }
        html.raw("</section>")
      })
  }

  /// By whose they are, in order of name; those of a post that nobody holds under its title.
  private static func grouped(_ objectives: [Objective], _ visit: OfficeVisit, _ names: PeopleNames)
    -> [(whose: String, objectives: [Objective])]
  {
    Dictionary(grouping: objectives) { visit.whose($0, names) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}

extension OfficeVisit {
  /// The visitor's own, and those of the posts they hold.
  var ownObjectives: [Objective] {
    get async throws {
      try await objectives(.owner, of: [person.id], or: Set(book.ownPosts(of: person.id, on: today)))
    }
  }

  /// Those of the people whose posts report to one the visitor holds.
  var managedObjectives: [Objective] {
    get async throws {
      let posts = book.postsReporting(to: person.id, on: today)
      return try await objectives(.manager, of: Set(posts.flatMap { book.holders(of: $0, on: today) }), or: posts)
    }
  }

  var manages: Bool { !book.postsReporting(to: person.id, on: today).isEmpty }

  private func objectives(_ access: Objective.Access, of people: Set<String>, or posts: Set<String>) async throws
    -> [Objective]
  {
    try await site.council.objectives.all(of: people, or: posts)
      .filter { book.access(of: person.id, to: $0, on: today) == access }
  }

  /// "Ruth Okafor, Head of Housing"; "Head of Housing, held by nobody".
  func whose(_ objective: Objective, _ names: PeopleNames) -> String {
    let owners = book.owners(of: objective, on: today)
    let post = objective.post.flatMap { book.posts[$0]?.title }
    if owners.isEmpty { return "\(post ?? "A post"), held by nobody" }
    let posts =
      post
      ?? owners.sorted().flatMap { book.ownPosts(of: $0, on: today) }
      .compactMap { book.posts[$0]?.title }.joined(separator: ", ")
    return [names.names(of: owners), posts].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension HTML {
  /// Objectives year by year, the newest first, each with how it stands.
  fileprivate mutating func years(_ objectives: [Objective], _ visit: OfficeVisit, heading: String) {
    let years = Dictionary(grouping: objectives, by: \.year).sorted { $1.key < $0.key }
    for (year, objectives) in years {
      element(heading == "h3" ? "h3" : "h4", year.name)
      raw(#"<ul class="records">"#)
      for objective in objectives {
        raw("<li>")
        link(objective.title, "/objectives/\(objective.id.addressed)")
        raw(" ")
        tag(objective.mark)
        let facts = [
          objective.due.map { "due \($0.words)" }, objective.post.flatMap { visit.book.posts[$0]?.title },
        ].compactMap { $0 }
        if !facts.isEmpty { element("p", ["class": "note"], facts.joined(separator: " · ")) }
        if objective.state == .open {
          for words in visit.news(of: objective) { element("p", ["class": "note"], words) }
        }
        raw("</li>")
      }
      raw("</ul>")
    }
  }

  /// The visitor's own objectives that serve something, on its page of the office: nobody else's are mentioned.
  mutating func ownObjectives(_ objectives: [Objective], serving record: RecordID) {
    let serving = objectives.filter { $0.serves.contains(record) }
    guard !serving.isEmpty else { return }
    raw("<section><h2>Your objectives that serve it</h2><ul>")
    for objective in serving {
      raw("<li>")
      link(objective.title, "/objectives/\(objective.id.addressed)")
      text(" (\(objective.year.name), \(objective.state.rawValue))")
      raw("</li>")
    }
    raw(#"</ul><p class="note">Only you and your manager see them.</p></section>"#)
  }
}

extension Objective {
  var mark: StatusMark {
    switch state {
    case .open: StatusMark(.grey, "Open")
    case .met: StatusMark(.green, "Met")
    case .partlyMet: StatusMark(.amber, "Partly met")
    case .notMet: StatusMark(.red, "Not met")
    case .dropped: StatusMark(.grey, "Dropped")
    }
  }
}
