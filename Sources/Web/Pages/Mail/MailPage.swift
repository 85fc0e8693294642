import CorporatePlan
import Documents
import Ledger
import Mail

/// How letters leave, how many are where, what could not be sent and why, and the newest.
struct MailPage {
  private let visit: OfficeVisit
  private let counts: MailCounts
  private let letters: [MailRow]
  private let names: PeopleNames

  static let most = 200

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    counts = try await visit.office.mail.counts()
    letters = try await visit.office.mail.list(limit: MailPage.most)
    names = try await visit.peopleNames
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await MailPage(visit).html) }

  /// Tries one letter again, or all that were given up.
  static func retry(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let now = visit.office.moment
    if let key = form["letter"] {
      let isAgain = try await visit.office.mail.retry(key, at: now)
      return .redirect("/mail?again=\(isAgain ? "1" : "0")")
    }
    return .redirect("/mail?again=\(try await visit.office.mail.retryAll(at: now))")
  }

  private var html: HTML {
    HTML.page(visit, "Mail", .mail) { html in
      if let again = visit.field("again").flatMap({ Int($0) }) {
        html.banner(
          again == 0
            ? "There was nothing to try again: it went out in the meantime, or is on its way."
            : "\(again == 1 ? "One letter is" : "\(again) letters are") tried again within a minute.")
      }
      html.raw("<h1>Mail</h1>")
      carrier(&html)
      tallies(&html)
      failures(&html)
      newest(&html)
    }
  }

  private func carrier(_ html: inout HTML) {
    let settings = visit.office.postman.settings
    html.element("p", ["class": "lead"], settings.carrier.words)
    switch settings.carrier {
    case .smtp, .sendmail:
      html.element("p", "They come from \([settings.sender.name, settings.sender.address].filter { !$0.isEmpty }.joined(separator: ", ")).")
    case .outbox:
      html.raw(
        "<p>To send them by mail, start <code>goldthread serve</code> with <code>--mail</code> and a mail server.</p>")
    case .notify: break
    }
    if visit.may(.runCycle) {
      html.element("p") { $0.link("What letters say", "/mail/templates") }
    }
  }

  private func tallies(_ html: inout HTML) {
    html.raw(#"<ul class="tallies">"#)
    for (count, words) in [
      (counts.waiting, "waiting"), (counts.trying, "failed, and tried again"), (counts.givenUp, "given up"),
      (counts.sent, "sent"),
    ] {
      html.element("li", ["class": count == 0 ? "none" : nil]) { html in
        html.element("b", String(count))
        html.text(" \(words)")
      }
    }
    html.raw("</ul>")
  }

  private var failed: [MailRow] {
    letters.filter { letter in
      switch letter.state {
      case .trying, .givenUp: true
      case .waiting, .sent: false
      }
    }
  }

  private func failures(_ html: inout HTML) {
    html.raw(#"<section id="failed"><h2>What could not be sent</h2>"#)
    defer { html.raw("</section>") }
    guard !failed.isEmpty else {
      html.raw("<p>Nothing: every letter that was due left.</p>")
      return
    }
    if counts.givenUp > 1 {
      html.form("/mail/retry", visit.session) { $0.raw(#"<p><button class="button">Try all again that were given up</button></p>"#) }
    }
    html.raw(#"<ul class="told">"#)
    for letter in failed {
      html.element("li") { html in
        html.element("p") { html in
          html.element("b", subject(letter))
          html.text(", to \(names.name(of: letter.person))")
        }
        html.element("p", letter.lastError.map { $0 + "." } ?? "")
        html.element("p", ["class": "note"], "\(state(letter)). Tried \(letter.tries == 1 ? "once" : "\(letter.tries) times").")
        html.form("/mail/retry", visit.session) { html in
          html.void("input", ["type": "hidden", "name": "letter", "value": letter.key])
          html.raw("<button>Try again")
          html.element("span", ["class": "hidden"], ": \(subject(letter)), to \(names.name(of: letter.person))")
          html.raw("</button>")
        }
      }
    }
    html.raw("</ul>")
  }

  private func newest(_ html: inout HTML) {
    html.raw("<section><h2>The newest letters</h2>")
    defer { html.raw("</section>") }
    guard !letters.isEmpty else {
      html.raw("<p>No letter has been written yet.</p>")
      return
    }
    html.table(
      Table(
        letters.count < MailPage.most ? "All letters" : "The newest \(MailPage.most) letters",
        columns: [.init("Letter", width: 5), .init("To", width: 3), .init("State", width: 4)],
        rows: letters.map {
          Table.Row([.rowHeader(subject($0)), .text(names.name(of: $0.person)), .text(state($0))])
        }))
  }

  private func subject(_ letter: MailRow) -> String {
    letter.subject.isEmpty ? LetterKind(rawValue: letter.kind)?.words ?? letter.kind : letter.subject
  }

  private func state(_ letter: MailRow) -> String {
    switch letter.state {
    case .waiting: "Waiting since \(letter.madeAt.words)"
    case .trying(let again): "Failed; tried again \(again.words)"
    case .sent(let moment): "Sent \(moment.words)"
    case .givenUp(let moment): "Given up \(moment.words)"
    }
  }
}
