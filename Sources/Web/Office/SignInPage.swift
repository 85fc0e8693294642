import Documents
import HTTPTypes
import Hummingbird

/// The way into the office and out of it.
enum SignInPage {
  /// With the right key a session begins; without one the page says where to find it.
  static func answer(_ visit: Visit, _ request: Request) throws(Refusal) -> Answer {
    guard let office = visit.site.office, request.isToThisMachine else { throw .notFound() }
    guard let key = visit.field("key") else { return page(visit) }
    // What a browser fetches ahead of a person's click must not use the key up.
    guard request.method == .get, request.headers[.fetchPurpose] == nil else { return page(visit) }
    guard let (session, ticket) = office.open(with: key) else { return page(visit, isRefused: true) }
    var answer = Answer.redirect("/office")
    answer.cookie = cookie(ticket, lasting: Office.shift)
    _ = session
    return answer
  }

  static func signOut(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    visit.office.close(visit.session)
    var answer = Answer.redirect("/office/sign-in")
    answer.cookie = cookie("", lasting: 0)
    return answer
  }

  /// Not `Secure`: it never leaves this machine, which is reached without TLS.
  private static func cookie(_ ticket: String, lasting seconds: Int) -> String {
    "\(Request.ticketCookie)=\(ticket); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict"
  }

  private static func page(_ visit: Visit, isRefused: Bool = false) -> Answer {
    let title = isRefused ? "This key does not open the office" : "Sign in to the office"
    var answer = Answer.html(
      HTML.page(visit, Frame(title: title)) { html in
        html.element("h1", title)
        if isRefused {
          html.raw("<p>It was used before, or it is of an earlier start of the program: each key works once.</p>")
        }
        html.raw(
          """
          <p>The office is where the council’s officers take in plans and figures. Its address with the key stands on the \
          terminal where <code>goldthread serve --office</code> was started. Open that address in this browser.</p>\
          <p>To get a new key, stop the program there and start it again. Nothing that was recorded is lost.</p>\
          <p><a href="/">The public site</a></p>
          """)
      })
    if isRefused { answer.status = .forbidden }
    answer.caching = .never
    answer.isKept = false
    return answer
  }
}
