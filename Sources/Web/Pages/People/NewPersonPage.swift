import CorporatePlan
import Documents
import Ledger

/// Inviting somebody: who they are, what they may do, and which post they hold.
struct NewPersonPage {
  private let visit: OfficeVisit
  private var form = OfficeForm(fields: [])
  private var problems: [FormProblem] = []

  static func answer(_ visit: OfficeVisit) -> Answer { .html(NewPersonPage(visit: visit).html) }

  static func invite(_ visit: OfficeVisit) async throws -> Answer {
    var page = NewPersonPage(visit: visit, form: try await visit.form())
    let roles = Set(page.form.all("role").compactMap(Role.init(rawValue:)))
    if page.form["name"] == nil { page.problems.append(FormProblem(field: "name", words: "Write their name")) }
    if roles.isEmpty {
      page.problems.append(FormProblem(field: "role-administrator", words: "Choose at least one role"))
    }
    let post = page.form["post"]
    if let post, visit.book.posts[post] == nil {
      page.problems.append(FormProblem(field: "post", words: "This post is not there any more"))
    }
    if let post, page.form["replace"] == nil,
      let holder = try await visit.peopleNames.holder(of: post, in: visit.book, on: visit.today)
    {
      page.problems.append(
        FormProblem(
          field: "replace",
          words: "\(holder) holds this post. Tick the box below it if they hand it over today, with all it owes"))
    }
    guard page.problems.isEmpty, let name = page.form["name"] else { return page.refusing }
    let person: Person
    do {
      person = try await visit.office.accounts.add(
        name: name, email: page.form["email"] ?? "", roles: roles, by: visit.session.author,
        at: visit.office.moment)
    } catch let refused as AccountRefused {
      page.problems.append(FormProblem(field: "email", words: refused.words(visit.office.moment)))
      return page.refusing
    }
    if let post {
      do {
        try await visit.appoint(
          person, ["post": [post], "from": [visit.today.description], "replace": ["yes"]])
      } catch is EditRefused {
        // They are invited already; what stands against the post is told and mended on their own page.
        _ = try await PersonPage.invited(visit, person)
        return .redirect("/people/\(person.id.addressed)?post=refused")
      }
    }
    return try await PersonPage.invited(visit, person)
  }

  private var refusing: Answer {
    return .refusing(html)
  }

  private var html: HTML {
    let title = "Invite somebody"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .people) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      html.form("/people", visit.session) { html in
        html.personFields(name: form["name"], email: form["email"], problems)
        html.roles(Set(form.all("role").compactMap(Role.init(rawValue:))), problems)
        html.field(
          "post", "The post they hold from today",
          hint: "Work belongs to posts, so it moves with them. It can be left empty."
        ) { html, describedBy in
          html.select(
            "post", name: "post", describedBy: describedBy, chosen: form["post"],
            [("", "None")] + visit.book.posts.values.sorted { $0.title < $1.title }.map { ($0.id, $0.title) })
        }
        html.raw(#"<div class="choice">"#)
        html.void(
          "input",
          [
            "type": "checkbox", "id": "replace", "name": "replace", "value": "yes",
            "checked": form["replace"] == nil ? nil : "",
          ])
        html.raw(#"<label for="replace">Whoever holds this post hands it over today</label></div>"#)
        html.raw(#"<p><button class="button">Invite</button></p>"#)
      }
    }
  }
}

extension HTML {
  mutating func personFields(name: String?, email: String?, _ problems: [FormProblem]) {
    field("name", "Name", problems: problems) { html, describedBy in
      html.input("name", value: name, describedBy: describedBy)
    }
    field("email", "E-mail address at the council", problems: problems) { html, describedBy in
      html.void(
        "input",
        [
          "type": "email", "id": "email", "name": "email", "value": email, "aria-describedby": describedBy,
          "autocomplete": "off",
        ])
    }
  }

  /// A box for each role, with what it lets somebody do.
  mutating func roles(_ chosen: Set<Role>, _ problems: [FormProblem]) {
    raw(#"<fieldset class="choices"><legend>Roles</legend>"#)
    for role in Role.allCases {
      let id = "role-\(role.rawValue.replacing(" ", with: "-"))"
      element("div", ["class": "choice"]) { html in
        html.void(
          "input",
          [
            "type": "checkbox", "id": id, "name": "role", "value": role.rawValue,
            "checked": chosen.contains(role) ? "" : nil,
          ])
        html.element("label", ["for": id]) { html in
          html.element("b", role.rawValue.prefix(1).uppercased() + role.rawValue.dropFirst())
          html.raw(" ")
          html.element("span", ["class": "note"], role.explanation)
        }
      }
    }
    raw("</fieldset>")
  }
}
