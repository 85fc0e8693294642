import CorporatePlan
import Documents
import Ledger

/// One person: what they are called, what they may do, which posts they held and hold, and how their account is closed.
struct PersonPage {
  private let visit: OfficeVisit
  private let person: Person
  private var problems: [FormProblem] = []
  /// A link that has just been made to be handed over. It is shown once and stands nowhere else.
  private var link: String?

  private init(_ visit: OfficeVisit) async throws {
    guard let person = try await visit.office.accounts.person(try visit.parameter("id")) else {
      throw Refusal.notFound("This person")
    }
    (self.visit, self.person) = (visit, person)
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await PersonPage(visit).html) }

  /// Invites somebody, or once more.
  static func invited(_ visit: OfficeVisit, _ person: Person) async throws -> Answer {
    let isNew = try await visit.office.send(person.purpose, to: person)
    return .redirect("/people/\(person.id.addressed)?invited=\(isNew ? "yes" : "already")")
  }

  /// Shows a link to hand over, where letters only go into a folder.
  static func link(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    guard visit.office.outbox != nil else {
      throw Refusal.forbidden("Letters leave by mail here, so links are only sent to their own addresses.")
    }
    var page = try await PersonPage(visit)
    guard !page.person.isDisabled else { throw Refusal.notFound("This person") }
    page.link = try await visit.office.link(page.person.purpose, for: page.person)
    if page.link == nil {
      page.problems = [
        FormProblem(field: "close", words: "A letter to them is being written just now. Try again in a minute")
      ]
      return page.refusing
    }
    return .html(page.html)
  }

  static func invite(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    return try await invited(visit, try await PersonPage(visit).person)
  }

  /// Name, address and roles.
  static func change(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let page = try await PersonPage(visit)
    let roles = Set(form.all("role").compactMap(Role.init(rawValue:)))
    return try await page.doing("name") {
      guard let name = form["name"] else { throw AccountRefused.unknownPerson }
      try await visit.office.accounts.rename(page.person.id, name: name, email: form["email"] ?? "")
      if roles != page.person.roles { try await visit.office.accounts.setRoles(roles, of: page.person.id) }
    }
  }

  /// Takes up a post, or gives one up.
  static func post(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    var page = try await PersonPage(visit)
    do {
      if let tenure = form["tenure"] {
        guard visit.book.tenures[tenure]?.person == page.person.id else { throw Refusal.notYours }
        let answers = FormAnswers(form.texts)
        try await visit.record("Gives up a post", [:], expecting: form.revisionsShown) {
          try $0.endTenure(tenure, answers)
        }
      } else {
        try await visit.appoint(page.person, form.texts)
      }
      return .redirect("\(page.address)?saved=yes")
    } catch let refused as EditRefused {
      let fields: Set = ["post", "from", "deputy", "replace"]
      page.problems = visit.placed(try await visit.named(refused.problems), among: fields)
    } catch is Conflict {
      page.problems = [FormProblem(field: "main", words: "Somebody changed this meanwhile; look once more")]
    }
    return page.refusing
  }

  static func close(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    let page = try await PersonPage(visit)
    return try await page.doing("close") {
      try await visit.office.accounts.setDisabled(!page.person.isDisabled, page.person.id, at: visit.office.moment)
    }
  }

  static func signOutEverywhere(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    let page = try await PersonPage(visit)
    try await visit.office.accounts.revokeSessions(of: page.person.id)
    return .redirect(page.address)
  }

  /// The question before somebody is erased.
  static func erasing(_ visit: OfficeVisit) async throws -> Answer {
    let person = try await PersonPage(visit).person
    return .html(
      HTML.page(visit, "Erase this person?", .people) { html in
        html.raw("<h1>Erase this person?</h1>")
        html.element("p", "\(person.name), \(person.email).")
        html.raw(
          """
          <p>Name, address, password, sessions and letters are taken out of the file for good. What they recorded stays, \
          under a number that no longer leads to anybody. This can’t be undone; to close an account for a while, go back.</p>
          """)
        html.form("/people/\(person.id.addressed)/erase", visit.session) { html in
          html.raw(#"<p><button class="button">Erase for good</button></p>"#)
        }
        html.element("p") { $0.link("Back", "/people/\(person.id.addressed)") }
      })
  }

  static func erase(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    let page = try await PersonPage(visit)
    do {
      // Open objectives of posts that somebody else holds by now go on with them.
      let posts = visit.book.posts.keys.compactMap { post in
        visit.book.holders(of: post, on: visit.today).subtracting([page.person.id]).min().map { (post, $0) }
      }
      try await visit.site.council.objectives.handOver(
        from: page.person.id, to: Dictionary(uniqueKeysWithValues: posts))
      try await visit.office.accounts.erase(page.person.id)
    } catch let refused as AccountRefused {
      return page.refusing("close", refused)
    }
    return .redirect("/people")
  }

  private func doing(_ field: String, _ work: () async throws -> Void) async throws -> Answer {
    do {
      try await work()
      return .redirect("\(address)?saved=yes")
    } catch let refused as AccountRefused {
      let isEmail = refused == .emailTaken || refused == .emailUnreadable
      return refusing(isEmail ? "email" : field, refused)
    }
  }

  private func refusing(_ field: String, _ refused: AccountRefused) -> Answer {
    var page = self
    page.problems.append(FormProblem(field: field, words: refused.words(visit.office.moment)))
    return page.refusing
  }

  private var refusing: Answer {
    return .refusing(html)
  }

  private var address: String { "/people/\(person.id.addressed)" }

  private var html: HTML {
    HTML.page(visit, problems.isEmpty ? person.name : "Error: \(person.name)", .people) { html in
      html.errorSummary(problems)
      invitation(&html)
      if visit.field("saved") != nil { html.banner("Saved.") }
      if visit.field("post") == "refused" {
        html.banner("They were invited, and hold no post yet: somebody took that one up today. See below.")
      }
      html.element("h1", person.name)
      details(&html)
      posts(&html)
      account(&html)
    }
  }

  /// What became of an invitation that was just asked for.
  private func invitation(_ html: inout HTML) {
    if let link {
      html.raw(#"<div class="banner" role="status"><p>This link lets "#)
      html.text("\(person.name) choose a password. It is shown only now, and works once, ")
      html.text(person.hasSignedUp ? "for two hours. " : "for a week. ")
      html.raw(#"Hand it to nobody else.</p><p><label for="link">The link</label> "#)
      html.void(
        "input",
        ["type": "text", "id": "link", "class": "handed", "readonly": "", "value": link, "autocomplete": "off"])
      html.raw("</p></div>")
    }
    switch visit.field("invited") {
    case "already": html.banner("A letter waits already, or went out less than five minutes ago. No other was added.")
    case nil: break
    default:
      if let folder = visit.office.outbox {
        html.banner(
          "Within a minute the letter to \(person.email) lies in the folder \(folder). No mail leaves this machine: send it on, or hand over a link with the button under Account."
        )
      } else {
        html.banner("The letter to \(person.email) leaves within a minute.")
      }
    }
  }

  private func details(_ html: inout HTML) {
    html.form("\(address)/details", visit.session) { html in
      html.personFields(name: person.name, email: person.email, problems)
      html.roles(person.roles, problems)
      html.raw(#"<p><button class="button">Save</button></p>"#)
    }
  }

  private func posts(_ html: inout HTML) {
    let tenures = visit.book.tenures.values.filter { $0.person == person.id }.sorted {
      ($1.from, $0.id) < ($0.from, $1.id)
    }
    html.raw("<section><h2>Posts</h2>")
    if tenures.isEmpty { html.raw("<p>They hold no post, so nothing is owed by them.</p>") }
    for tenure in tenures {
      let title = visit.book.posts[tenure.post]?.title ?? tenure.post
      html.element("div", ["class": "held"]) { html in
        html.tenure(tenure, title)
        guard tenure.until == nil else { return }
        html.form("\(address)/posts", visit.session) { $0.ending(tenure, visit, what: title) }
      }
    }
    html.form("\(address)/posts", visit.session) { html in
      html.field("post", "Takes up a post", problems: problems) { html, describedBy in
        html.select(
          "post", name: "post", describedBy: describedBy, chosen: nil,
          [("", "Choose a post")] + visit.book.posts.values.sorted { $0.title < $1.title }.map { ($0.id, $0.title) })
      }
      html.appointing(visit.today, problems)
    }
    html.raw("</section>")
  }

  private func account(_ html: inout HTML) {
    html.raw(#"<section id="close"><h2>Account</h2>"#)
    if !person.isDisabled {
      html.form("\(address)/invite", visit.session) { html in
        html.raw("<button>")
        html.text(person.hasSignedUp ? "Send a link to set a new password" : "Invite once more")
        html.raw("</button>")
      }
      if visit.office.outbox != nil {
        html.form("\(address)/link", visit.session) { html in
          html.raw(#"<button aria-describedby="link-note">Show a link to hand over</button>"#)
          html.raw(
            #"<p class="note" id="link-note">For when no mail leaves this machine. Links made before end with it.</p>"#)
        }
      }
      html.form("\(address)/sign-out", visit.session) { $0.raw("<button>Sign out everywhere</button>") }
    }
    html.form("\(address)/close", visit.session) { html in
      html.raw("<button>")
      html.text(person.isDisabled ? "Open the account again" : "Close the account")
      html.raw("</button>")
    }
    html.element("p") { $0.link("Erase this person for good", "\(address)/erase") }
    html.raw("</section>")
  }
}

extension Person {
  /// What a letter with a link is to them.
  fileprivate var purpose: Accounts.Purpose { hasSignedUp ? .reset : .invitation }
}

extension OfficeVisit {
  /// Puts somebody into a post. Fields as of `Editing.appoint`, without the person.
  func appoint(_ person: Person, _ fields: [String: [String]]) async throws {
    var fields = fields
    fields["person"] = [person.id]
    let answers = FormAnswers(fields)
    try await record("Takes up a post", [:]) { try $0.appoint(answers) }
  }
}

extension HTML {
  /// That something was done.
  mutating func banner(_ words: String) {
    raw(#"<div class="banner" role="status"><p>"#)
    text(words)
    raw("</p></div>")
  }
}
