import CorporatePlan
import Documents
import HTTPTypes
import Hummingbird
import Ledger

/// Setting a password: as the first administrator, with an invitation, or after a reset. All three ask for the same.
struct PasswordPage {
  private let visit: Visit
  private let purpose: Purpose
  private var form = OfficeForm(fields: [])
  private var problems: [FormProblem] = []

  private enum Purpose {
    /// With the key from the terminal.
    case first(key: String)
    case letter(String, Person)
  }

  /// The set-up page, which works once.
  static func setUp(_ visit: Visit, _ request: Request) async throws -> Answer {
    let office = try visit.office(for: request)
    guard let key = visit.field("key"), try await office.isSetUp(with: key) else { return noSetUp(visit) }
    return Answer.html(PasswordPage(visit: visit, purpose: .first(key: key)).html).ofDoor
  }

  static func setUpFirst(_ visit: Visit, _ request: Request) async throws -> Answer {
    let office = try visit.office(for: request)
    try request.refuseFromElsewhere(office)
    let form = try await OfficeForm(reading: request, upTo: 16 << 10)
    guard let key = form["key"], try await office.isSetUp(with: key) else { return noSetUp(visit) }
    var page = PasswordPage(visit: visit, purpose: .first(key: key), form: form)
    guard let password = page.chosen else { return page.refusing }
    guard let name = form["name"] else {
      page.problems.append(FormProblem(field: "name", words: "Write your name"))
      return page.refusing
    }
    do {
      _ = try await office.accounts.addFirst(
        name: name, email: form["email"] ?? "", password: password, at: office.moment)
      let secret = try await office.accounts.signIn(
        email: form["email"] ?? "", password: password, from: "set-up", at: office.moment)
      return .opening("/office", with: secret, in: office)
    } catch let refused as AccountRefused {
      return page.refusing(refused, at: office.moment)
    }
  }

  /// The page that an invitation or a reset leads to.
  static func letter(_ visit: Visit, _ request: Request) async throws -> Answer {
    let office = try visit.office(for: request)
    let letter = visit.field("key") ?? ""
    guard let person = try await office.accounts.person(withLetter: Secret(letter), at: office.moment) else {
      return spent(visit)
    }
    return Answer.html(PasswordPage(visit: visit, purpose: .letter(letter, person)).html).ofDoor
  }

  static func set(_ visit: Visit, _ request: Request) async throws -> Answer {
    let office = try visit.office(for: request)
    try request.refuseFromElsewhere(office)
    let form = try await OfficeForm(reading: request, upTo: 16 << 10)
    let letter = form["key"] ?? ""
    guard let person = try await office.accounts.person(withLetter: Secret(letter), at: office.moment) else {
      return spent(visit)
    }
    var page = PasswordPage(visit: visit, purpose: .letter(letter, person), form: form)
    guard let password = page.chosen else { return page.refusing }
    do {
      let secret = try await office.accounts.setPassword(password, with: Secret(letter), at: office.moment)
      return .opening("/office", with: secret, in: office)
    } catch let refused as AccountRefused {
      return page.refusing(refused, at: office.moment)
    }
  }

  /// The password when it was written twice alike.
  private var chosen: String? {
    mutating get {
      let (one, two) = (form.verbatim("password") ?? "", form.verbatim("again") ?? "")
      guard one == two else {
        problems.append(FormProblem(field: "again", words: "Write the same password in both fields"))
        return nil
      }
      return one
    }
  }

  private func refusing(_ refused: AccountRefused, at now: Moment) -> Answer {
    var page = self
    let field =
      switch refused {
      case .emailTaken, .emailUnreadable: "email"
      default: "password"
      }
    page.problems.append(FormProblem(field: field, words: refused.words(now)))
    return page.refusing
  }

  private var refusing: Answer { Answer.refusing(html).ofDoor }

  private var html: HTML {
    let isFirst = if case .first = purpose { true } else { false }
    let title = isFirst ? "Set up the office" : "Choose a password"
    return HTML.page(visit, Frame(title: problems.isEmpty ? title : "Error: \(title)")) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      switch purpose {
      case .first:
        html.raw(
          #"<p class="lead">You become the first administrator. This page works once; after that people are invited.</p>"#
        )
      case .letter(_, let person): html.element("p", ["class": "lead"], "For \(person.name), \(person.email).")
      }
      html.element("form", ["method": "post", "action": isFirst ? "/office/set-up" : "/office/password"]) { html in
        switch purpose {
        case .first(let key):
          html.void("input", ["type": "hidden", "name": "key", "value": key])
          html.field("name", "Your name", problems: problems) { html, describedBy in
            html.void(
              "input",
              [
                "type": "text", "id": "name", "name": "name", "value": form["name"], "autocomplete": "name",
                "aria-describedby": describedBy, "required": "",
              ])
          }
          html.field("email", "Your e-mail address at the council", problems: problems) { html, describedBy in
            html.void(
              "input",
              [
                "type": "email", "id": "email", "name": "email", "value": form["email"], "autocomplete": "email",
                "aria-describedby": describedBy, "required": "",
              ])
          }
        case .letter(let letter, let person):
          html.void("input", ["type": "hidden", "name": "key", "value": letter])
          // For password managers, which file a password under the name beside it.
          html.void(
            "input",
            ["type": "hidden", "name": "email", "value": person.email, "autocomplete": "username"])
        }
        html.field(
          "password", "Password",
          hint: "At least \(Accounts.shortestPassword) characters. Three words that do not belong together are good.",
          problems: problems
        ) { html, describedBy in html.password("password", isNew: true, describedBy: describedBy) }
        html.field("again", "The same password again", problems: problems) { html, describedBy in
          html.password("again", isNew: true, describedBy: describedBy)
        }
        html.raw(#"<p><button class="button">Set the password and go in</button></p>"#)
      }
    }
  }

  private static func noSetUp(_ visit: Visit) -> Answer {
    told(
      visit, "The office can’t be set up here",
      """
      It has been set up already, or the address is of an earlier start of the program. While there is nobody yet, the \
      address stands on the terminal each time `goldthread serve` starts. Otherwise ask an administrator to invite you.
      """)
  }

  private static func spent(_ visit: Visit) -> Answer {
    told(
      visit, "This link does not work any more",
      "Each link works once, and only for a while. Ask an administrator for another invitation, or for a new password below."
    )
  }

  private static func told(_ visit: Visit, _ title: String, _ words: String) -> Answer {
    var answer = Answer.html(
      HTML.page(visit, Frame(title: title)) { html in
        html.element("h1", title)
        html.element("p", words)
        html.raw(
          #"<ul><li><a href="/office/sign-in">Sign in</a></li><li><a href="/office/forgot">I have forgotten my password</a></li></ul>"#
        )
      }
    ).ofDoor
    answer.status = .forbidden
    return answer
  }
}
