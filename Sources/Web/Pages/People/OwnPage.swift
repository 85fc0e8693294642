import CorporatePlan
import Documents
import Ledger

/// Somebody's own account: the posts they hold, and their password.
struct OwnPage {
  private let visit: OfficeVisit
  private var problems: [FormProblem] = []
  private var calendar: OwnCalendar

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    calendar = OwnCalendar(made: try await visit.office.accounts.calendarKeyMade(for: visit.person.id))
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await OwnPage(visit).html) }

  /// Shows a new address for the visitor's calendar program. It is told now and never again.
  static func makeCalendar(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    let secret = try await visit.office.accounts.makeCalendarKey(for: visit.person.id, at: visit.office.moment)
    var page = try await OwnPage(visit)
    page.calendar.address = "\(visit.office.address)\(DeadlinesFeed.path(of: secret))"
    return .html(page.html)
  }

  static func endCalendar(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    try await visit.office.accounts.revokeCalendarKey(of: visit.person.id, at: visit.office.moment)
    return .redirect("/office/me?calendar=ended")
  }

  static func changePassword(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    var page = try await OwnPage(visit)
    let (one, two) = (form.verbatim("password") ?? "", form.verbatim("again") ?? "")
    guard one == two else {
      page.problems.append(FormProblem(field: "again", words: "Write the same password in both fields"))
      return page.refusing
    }
    do {
      let secret = try await visit.office.accounts.changePassword(
        of: visit.person.id, from: form.verbatim("current") ?? "", to: one, at: visit.office.moment)
      return .opening("/office/me?saved=yes", with: secret, in: visit.office)
    } catch AccountRefused.wrong {
      page.problems.append(FormProblem(field: "current", words: "This is not your password now"))
    } catch let refused as AccountRefused {
      page.problems.append(FormProblem(field: "password", words: refused.words(visit.office.moment)))
    }
    return page.refusing
  }

  static func signOutEverywhere(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    try await visit.office.accounts.revokeSessions(
      of: visit.person.id, by: visit.session.author, at: visit.office.moment)
    return .redirect("/office/sign-in")
  }

  private var refusing: Answer {
    return .refusing(html)
  }

  private var html: HTML {
    HTML.page(visit, problems.isEmpty ? "Your account" : "Error: Your account") { html in
      html.errorSummary(problems)
      if visit.field("saved") != nil { html.banner("Your password is changed. Other browsers are signed out.") }
      calendar.banner(visit, &html)
      html.raw("<h1>Your account</h1>")
      let posts = visit.book.posts(of: visit.person.id, on: visit.today).map(\.title)
      html.element("p", "\(visit.person.name), \(visit.person.email)")
      html.element("p", "Roles: \(visit.person.roles.words)")
      html.element("p", posts.isEmpty ? "You hold no post." : "Posts: \(posts.joined(separator: "; "))")
      html.raw("<section><h2>Change your password</h2>")
      html.form("/office/me/password", visit.session) { html in
        html.field("current", "Your password now", problems: problems) { html, describedBy in
          html.password("current", isNew: false, describedBy: describedBy)
        }
        html.field(
          "password", "The new one", hint: "At least \(Accounts.shortestPassword) characters", problems: problems
        ) { html, describedBy in html.password("password", isNew: true, describedBy: describedBy) }
        html.field("again", "The new one again", problems: problems) { html, describedBy in
          html.password("again", isNew: true, describedBy: describedBy)
        }
        html.raw(#"<p><button class="button">Change it</button></p>"#)
      }
      html.raw("</section>")
      calendar.part(visit, &html)
      html.raw("<section><h2>Sessions</h2>")
      html.form("/office/me/sign-out", visit.session) { $0.raw("<button>Sign out in every browser</button>") }
      html.raw("</section>")
    }
  }
}
