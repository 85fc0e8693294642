import CorporatePlan
import Documents
import HTTPTypes

/// What a visitor sees when there is no page to show. Internals are never shown.
enum ErrorPage {
  static func answer(_ visit: Visit, _ refusal: Refusal) -> Answer {
    switch refusal {
    case .notFound(let what):
      return answer(visit, .notFound, "Page not found") { html in
        html.element("p", "\(what) is not here. If you typed the address, check that it is right.")
        ways(&html)
      }
    case .unknownPeriod(let code):
      return answer(visit, .notFound, "There is no such period") { html in
        html.element("p", "Nothing has been reported for “\(code)”.")
        periods(visit, &html)
      }
    case .nothingYet:
      return answer(visit, .notFound, "Nothing has been reported yet") { html in
        html.raw("<p>This page will be here once the first quarter’s figures are recorded.</p>")
      }
    case .badRequest(let why):
      return answer(visit, .badRequest, "This address can’t be read") { html in
        html.element("p", why)
        ways(&html)
      }
    case .tooLong:
      return answer(visit, .uriTooLong, "This address is too long") { html in
        html.element("p", "Addresses here have at most \(RequestTarget.mostBytes) characters.")
        ways(&html)
      }
    case .methodNotAllowed:
      return answer(visit, .methodNotAllowed, "This page can only be read") { html in
        html.raw("<p>Nothing can be sent to this address.</p>")
        ways(&html)
      }
    case .signInNeeded(let destination):
      return .redirect("/office/sign-in" + (destination.map { "?to=\($0.addressed)" } ?? ""))
    case .notYours:
      return answer(visit, .forbidden, "This is not for you to see or change") { html in
        html.raw(
          """
          <p>It belongs to another service, or takes a role that you do not have. If it should be yours, ask your \
          performance team.</p><ul><li><a href="/office">Your office</a></li></ul>
          """)
      }
    case .forbidden(let why):
      return answer(visit, .forbidden, "This was not accepted") { html in html.element("p", why) }
    case .fileGone:
      return answer(visit, .notFound, "This file is not waiting any more") { html in
        html.raw(
          """
          <p>It was recorded, discarded or left for half an hour; then a file is given up. Nothing that was recorded is \
          lost.</p><ul><li><a href="/imports">All imports</a></li><li><a href="/imports/new">Import a file</a></li></ul>
          """)
      }
    case .couldNot(let why):
      return answer(visit, .serviceUnavailable, "This can’t be made now") { html in html.element("p", why) }
    case .tooLarge(let limit):
      return answer(visit, .contentTooLarge, "What was sent is too large") { html in
        html.element(
          "p",
          "The limit is \(limit >> 20) MB. Remove pictures and appendices, or import the parts one after the other.")
      }
    }
  }

  /// The page for what an operator must mend: the reference is in the log beside what went wrong.
  static func trouble(_ visit: Visit, reference: String) -> Answer {
    answer(visit, .internalServerError, "Something went wrong") { html in
      html.raw("<p>This page can’t be shown now. It is not your doing; please try again later.</p>")
      html.element("p", "If you tell us about it, give this reference: \(reference)")
    }
  }

  private static func answer(
    _ visit: Visit, _ status: HTTPResponse.Status, _ title: String, _ content: (inout HTML) -> Void
  ) -> Answer {
    let html = HTML.page(visit, Frame(title: title)) { html in
      html.element("h1", title)
      content(&html)
    }
    var answer = Answer.html(html)
    answer.status = status
    answer.caching = .never
    answer.isKept = false
    return answer
  }

  private static func ways(_ html: inout HTML) {
    html.raw(
      """
      <ul><li><a href="/">How the plan is going</a></li><li><a href="/indicators">All indicators, with a search</a></li>\
      <li><a href="/reports">Reports</a></li></ul>
      """)
  }

  private static func periods(_ visit: Visit, _ html: inout HTML) {
    guard !visit.view.periods.isEmpty else { return }
    html.raw("<p>These periods have been reported:</p><ul>")
    for period in visit.view.periods {
      html.element("li") { $0.link(period.name, "/?period=\(period.code.addressed)") }
    }
    html.raw("</ul>")
  }
}
