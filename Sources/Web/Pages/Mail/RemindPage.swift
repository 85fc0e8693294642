import CorporatePlan
import Documents
import Ledger
import Mail

/// Reminding one person by hand of what they owe for a period: the letter first, then the button.
struct RemindPage {
  private let visit: OfficeVisit
  private let period: Period
  private let person: Person
  /// `nil` when they owe nothing any more.
  private let notice: Notice?
  private let queued: MailRow?
  /// When a letter went to them today: they get no second one.
  private let went: Moment?

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    period = try visit.returnsPeriod
    guard let person = try await visit.office.accounts.person(try visit.parameter("person")), !person.isDisabled else {
      throw Refusal.notFound("This person")
    }
    self.person = person
    notice = visit.book.reminder(to: person.id, in: period, on: visit.today, links: visit.office.postman.links)
    queued = if let notice { try await visit.office.mail.letter(notice.key) } else { nil }
    went = try await visit.office.mail.went(to: person.id, on: visit.today)
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await RemindPage(visit).html) }

  static func send(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    let page = try await RemindPage(visit)
    if let notice = page.notice { try await visit.office.mail.add(notice, at: visit.office.moment) }
    return .redirect("/cycle/\(page.period.code.addressed)/remind/\(page.person.id.addressed)")
  }

  private var html: HTML {
    let title = "Remind \(person.name)"
    return HTML.page(visit, title, .cycle) { html in
      if let queued { html.banner(standing(queued)) }
      html.element("h1", title)
      html.element("p") { $0.link("Cycle board of \(period.name)", "/cycle/\(period.code.addressed)#late") }
      guard let notice else {
        html.element("p", ["class": "lead"], "\(person.name) owes nothing for \(period.name) now, so there is nothing to send.")
        return
      }
      let whole = visit.book.framed([(notice.subject, notice.text)], for: person.name)
      html.letter(subject: whole.subject, text: whole.text)
      guard queued == nil else { return }
      if let went {
        html.element(
          "p", ["class": "note-block"],
          "\(person.name) had a letter today at \(went.londonTime). Nobody gets more than one a day, so this one leaves \(leaves)."
        )
      } else {
        html.element("p", "It leaves \(leaves). What else waits for \(person.name) then goes in the same mail.")
      }
      html.form("/cycle/\(period.code.addressed)/remind/\(person.id.addressed)", visit.session) { html in
        html.raw(#"<p><button class="button">"#)
        html.text(day == nil ? "Send it now" : "Send it then")
        html.raw("</button></p>")
      }
    }
  }

  private var day: Day? { visit.office.postman.day(of: visit.office.moment, hadOne: went != nil) }

  private var leaves: String {
    guard let day else { return "within a minute" }
    return "\(day == visit.today ? "today" : "on \(day.words)"), from eight in the morning"
  }

  private func standing(_ queued: MailRow) -> String {
    switch queued.state {
    case .waiting: "The reminder is in the queue. It leaves \(leaves)."
    case .trying(let again): "The reminder could not be sent, and is tried again \(again.words)."
    case .sent(let moment): "A reminder went to \(person.name) today at \(moment.londonTime). There can be another one tomorrow."
    case .givenUp: "The reminder could not be sent. An administrator sees why on the page about mail, and can try again."
    }
  }
}
