import CorporatePlan
import Documents
import HTTPTypes
import Hummingbird
import Ledger

/// Asking for a letter with which a new password can be set.
enum ForgotPage {
  static func answer(_ visit: Visit, _ request: Request) throws(Refusal) -> Answer {
    _ = try visit.office(for: request)
    let html = HTML.page(visit, Frame(title: "I have forgotten my password")) { html in
      html.raw("<h1>I have forgotten my password</h1>")
      html.raw("<p>We send a link to your e-mail address at the council. It works once, for two hours.</p>")
      html.element("form", ["method": "post", "action": "/office/forgot"]) { html in
        html.field("email", "E-mail address") { html, describedBy in
          html.void(
            "input",
            [
              "type": "email", "id": "email", "name": "email", "autocomplete": "email", "required": "",
              "aria-describedby": describedBy,
            ])
        }
        html.raw(#"<p><button class="button">Send the link</button></p>"#)
      }
      html.raw(#"<p><a href="/office/sign-in">Back to signing in</a></p>"#)
    }
    return Answer.html(html).ofDoor
  }

  /// Says the same whether there is such a person or not, and lets nobody have letters sent by the hundred.
  static func send(_ visit: Visit, _ request: Request) async throws -> Answer {
    let office = try visit.office(for: request)
    try request.refuseFromElsewhere(office)
    let form = try await OfficeForm(reading: request, upTo: 16 << 10)
    if let email = form["email"] { office.forgotten.ask(email) }
    let html = HTML.page(visit, Frame(title: "Look into your mail")) { html in
      html.raw("<h1>Look into your mail</h1>")
      html.raw(
        """
        <p>If somebody here has that address, a link is on its way to it. If nothing comes within ten minutes, look into \
        the folder for unwanted mail, or ask your performance team.</p><p><a href="/office/sign-in">Back to signing in</a></p>
        """)
    }
    return Answer.html(html).ofDoor
  }
}
