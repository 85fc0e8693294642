import CorporatePlan
import Documents
import Ledger

/// Where an officer arrives: what is theirs to do, and what changed since they last looked. Who has several roles sees
/// the parts of each once.
struct OfficePage {
  let visit: OfficeVisit
  let names: PeopleNames
  /// The period that is being collected.
  let period: Period?
  let rows: [ReturnRow]
  let duties: Duties?
  /// How far they had read at the end of their last visit.
  let last: LastLook?
  let news: ChangeList
  /// For auditors, what was recorded last.
  let newest: ChangeList?
  let people: [Person]
  /// The letters that nobody got, for administrators.
  let lost: [MailRow]

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await OfficePage(visit).html) }

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    let (book, today) = (visit.book, visit.today)
    names = try await visit.peopleNames
    let period = book.collecting(on: today)
    self.period = period
    let rows = period.map { visit.returns(in: $0).rows } ?? []
    self.rows = rows
    let posts = Set(book.posts(of: visit.person.id, on: today).map(\.id))
    duties = period.flatMap { Duties(book, rows, in: $0, for: posts, on: today) }
    last = try await visit.office.accounts.look(visit.person.id, book.position, at: visit.office.moment)
    let reach = book.reach(of: visit.person.id, visit.scope(for: .read), on: today)
    var query = ChangeQuery()
    (query.after, query.notBy) = (last?.position ?? book.position, visit.person.id)
    news = try await ChangeList(visit, query, within: reach, upTo: 12)
    newest =
      visit.person.roles.contains(.auditor)
      ? try await ChangeList(visit, ChangeQuery(), within: reach, upTo: 12) : nil
    people = visit.may(.people) ? try await visit.office.accounts.people() : []
    lost =
      visit.may(.people)
      ? try await visit.site.council.mail.list(limit: 20).filter { if case .givenUp = $0.state { true } else { false } }
      : []
  }

  func has(_ role: Role) -> Bool { visit.person.roles.contains(role) }

  private var html: HTML {
    HTML.page(visit, "Office") { html in
      html.raw("<h1>")
      html.text("Good to see you, \(visit.person.name)")
      html.raw("</h1>")
      if visit.book.position == 0 { start(&html) }
      askedPart(&html)
      dutiesPart(&html)
      if visit.may(.clear) { clearancePart(&html) }
      if has(.reviewer) { reviewPart(&html) }
      if has(.performanceOfficer) { cyclePart(&html) }
      if visit.may(.prepareReports) { reportsPart(&html) }
      if has(.councillor) { briefingPart(&html) }
      newsPart(&html)
      ownIndicatorsPart(&html)
      if has(.performanceOfficer) { importPart(&html) }
      if has(.administrator) { peoplePart(&html) }
      if let newest { ledgerPart(newest, &html) }
    }
  }

  private func start(_ html: inout HTML) {
    html.element(
      "p", ["class": "lead"],
      visit.may(.import)
        ? "Nothing has been recorded yet. Begin with the plan or the last report that the council already has."
        : "Nothing has been recorded yet.")
  }

  private func newsPart(_ html: inout HTML) {
    guard visit.may(.read), visit.book.position > 0 else { return }
    html.raw(#"<section><h2>Changed since you last looked</h2>"#)
    if let last {
      if news.changes.isEmpty {
        html.element("p", "Nothing, since \(last.at.londonDay.words).")
      } else {
        html.changes(news, visit, names, heading: "h3")
        html.raw(#"<p><a href="/changes?since=last">All that changed since you last looked</a></p>"#)
      }
    } else {
      html.raw(
        #"<p>This is your first visit. From the next one on, what others changed meanwhile stands here. <a href="/changes">All changes</a></p>"#
      )
    }
    html.raw("</section>")
  }

  private func ledgerPart(_ newest: ChangeList, _ html: inout HTML) {
    html.raw("<section><h2>Newest in the ledger</h2>")
    html.changes(newest, visit, names, heading: "h3")
    html.raw(#"<p><a href="/changes">All changes</a></p></section>"#)
  }
}
