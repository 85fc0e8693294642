import CorporatePlan
import Documents
import HTTPTypes
import Hummingbird
import Ledger

/// The way into the office and out of it.
struct SignInPage {
  private let visit: Visit
  private var email: String?
  /// Where the visitor wanted to go.
  private var destination: String?
  private var problems: [FormProblem] = []

  static func answer(_ visit: Visit, _ request: Request) async throws -> Answer {
    let office = try visit.office(for: request)
    if let ticket = request.ticket(in: office), try await office.session(of: ticket) != nil {
      return .redirect("/office")
    }
    return Answer.html(SignInPage(visit: visit, destination: visit.field("to")).html).ofDoor
  }

  static func signIn(_ visit: Visit, _ request: Request, from address: String) async throws -> Answer {
    let office = try visit.office(for: request)
    try request.refuseFromElsewhere(office)
    let form = try await OfficeForm(reading: request, upTo: 16 << 10)
    var page = SignInPage(visit: visit, email: form["email"], destination: form["to"])
    do {
      let secret = try await office.accounts.signIn(
        email: form["email"] ?? "", password: form.verbatim("password") ?? "", from: address, at: office.moment)
      // Nothing of what the browser sent before lives on: a session that was planted there opens nothing.
      if let old = request.ticket(in: office) { try await office.accounts.signOut(Secret(old)) }
      return .opening(page.landing, with: secret, in: office)
    } catch let refused as AccountRefused {
      page.problems = [FormProblem(field: "email", words: refused.words(office.moment))]
      var answer = Answer.html(page.html).ofDoor
      if case .wait = refused { answer.status = .tooManyRequests } else { answer.status = .unprocessableContent }
      return answer
    }
  }

  static func signOut(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    try await visit.office.close(visit.session)
    var answer = Answer.redirect("/office/sign-in")
    answer.cookie = OfficeCookie.clearing(in: visit.office)
    return answer
  }

  /// A page of this site, and nothing else that an address could be taken for.
  private var landing: String {
    guard let destination, destination.hasPrefix("/"), !destination.hasPrefix("//"), destination.utf8.count < 500,
      (try? RequestTarget(destination)) != nil
    else { return "/office" }
    return destination
  }

  private var html: HTML {
    let title = "Sign in"
    return HTML.page(visit, Frame(title: problems.isEmpty ? title : "Error: \(title)")) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      html.element("form", ["method": "post", "action": "/office/sign-in"]) { html in
        if let destination { html.void("input", ["type": "hidden", "name": "to", "value": destination]) }
        html.field("email", "E-mail address", problems: problems) { html, describedBy in
          html.void(
            "input",
            [
              "type": "email", "id": "email", "name": "email", "value": email, "autocomplete": "email",
              "aria-describedby": describedBy, "required": "",
            ])
        }
        html.field("password", "Password") { html, describedBy in
          html.password("password", isNew: false, describedBy: describedBy)
        }
        html.raw(#"<p><button class="button">Sign in</button></p>"#)
      }
      html.raw(
        #"<p><a href="/office/forgot">I have forgotten my password</a></p><p><a href="/">The public site</a></p>"#)
    }
  }
}

extension HTML {
  /// A password's field. Pasting is allowed, and password managers are told what it is for.
  mutating func password(_ id: String, isNew: Bool, describedBy: String?) {
    void(
      "input",
      [
        "type": "password", "id": id, "name": id, "autocomplete": isNew ? "new-password" : "current-password",
        "aria-describedby": describedBy, "required": "",
      ])
  }
}

extension Answer {
  /// A new session begins.
  static func opening(_ location: String, with secret: Secret, in office: Office) -> Answer {
    var answer = Answer.redirect(location)
    answer.cookie = OfficeCookie.setting(secret.text, in: office)
    return answer
  }

  /// A page before signing in: nobody keeps it, and its address, which may hold a secret, is told to nobody.
  var ofDoor: Answer {
    var answer = self
    answer.caching = .never
    answer.isKept = false
    answer.isSecret = true
    return answer
  }
}

extension AccountRefused {
  /// What the person is told, and how to mend it.
  package func words(_ now: Moment) -> String {
    switch self {
    case .wrong: return "The address or the password is not right"
    case .wait(let until):
      let seconds = max(1, (until.milliseconds - now.milliseconds + 999) / 1000)
      let time = seconds < 60 ? "\(seconds) seconds" : "\((seconds + 59) / 60) minutes"
      return "There were too many wrong tries. Wait \(time), then try again"
    case .letterSpent: return "This link was used before, or it is too old. Ask for a new one"
    case .passwordTooShort(let least):
      return "Use at least \(least) characters: three words that do not belong together are good"
    case .passwordTooCommon:
      return "This password is too easy to guess. Three words that do not belong together are good"
    case .emailUnreadable: return "Write the e-mail address like name@council.gov.uk"
    case .emailTaken: return "Somebody with this e-mail address is there already"
    case .notTheFirst: return "There is an administrator already. Ask them for an invitation"
    case .unknownPerson: return "This person is not there any more"
    case .lastAdministrator: return "This is the last administrator. Make somebody else one first"
    }
  }
}
