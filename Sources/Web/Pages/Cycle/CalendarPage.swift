import CorporatePlan
import Documents
import Ledger

/// The days of a quarter: typed, or proposed by counting on from its end and back from Cabinet; and the days on which the
/// council is closed.
struct CalendarPage {
  private let visit: OfficeVisit
  private let period: Period
  private let book: Book
  private let names: PeopleNames
  private let cycle: Cycle?
  private var problems: [FormProblem] = []
  private var typed: OfficeForm?
  private var remarks: [String] = []
  /// What the fields show.
  private var days: [CycleDay: String]

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    period = try visit.returnsPeriod
    book = visit.book
    names = try await visit.peopleNames
    cycle = book.cycles[period.code]
    days = CalendarPage.words(cycle)
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    var page = try await CalendarPage(visit)
    if page.cycle == nil || visit.field("propose") != nil { page.propose() }
    return page.problems.isEmpty ? .html(page.html) : .refusing(page.html)
  }

  /// Opens the quarter, or moves its days.
  static func save(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let period = try visit.returnsPeriod
    let typed = Dictionary(uniqueKeysWithValues: CycleDay.allCases.map { ($0, form[$0.rawValue] ?? "") })
    let revision = form["revision"].flatMap { Int($0) } ?? -1
    let problems: [FormProblem]
    do {
      try await visit.site.council.append(
        reason: "Days of \(period.name) settled", author: visit.session.author, at: visit.office.moment,
        expecting: [RecordID(Cycle.kind, period.code): revision]
      ) { try $0.opening(period, typed: typed) }
      return .redirect("/cycle/\(period.code.addressed)?done=moved#days")
    } catch let refused as CycleRefused {
      problems = refused.problems.map { FormProblem(field: $0.day?.rawValue ?? "days", words: $0.sentence) }
    } catch is Conflict {
      problems = [
        FormProblem(
          field: "days",
          words: "Somebody moved the days since you opened the page. The board shows theirs; saving again replaces them"
        )
      ]
    }
    var page = try await CalendarPage(visit)
    (page.problems, page.days) = (problems, typed)
    return .refusing(page.html)
  }

  static func close(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let period = try visit.returnsPeriod
    do {
      try await visit.site.council.append(
        reason: "A day on which the council is closed", author: visit.session.author, at: visit.office.moment
      ) { try $0.closing(on: form["day"] ?? "", name: form["name"] ?? "") }
      return .redirect("/cycle/\(period.code.addressed)/calendar?done=closed#holidays")
    } catch let refused as HolidayRefused {
      var page = try await CalendarPage(visit)
      page.problems = [("day", refused.day), ("name", refused.name)].compactMap { field, words in
        words.map { FormProblem(field: field, words: $0) }
      }
      page.typed = form
      return .refusing(page.html)
    }
  }

  static func work(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let period = try visit.returnsPeriod
    try await visit.site.council.append(
      reason: "A day on which the council works after all", author: visit.session.author, at: visit.office.moment
    ) { book in form["day"].flatMap { book.holidays[$0] }.map { [$0.withdrawal] } ?? [] }
    return .redirect("/cycle/\(period.code.addressed)/calendar?done=works#holidays")
  }

  private static func words(_ cycle: Cycle?) -> [CycleDay: String] {
    guard let cycle else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: CycleDay.allCases.compactMap { kind in cycle[kind].map { (kind, $0.words) } })
  }

  /// Fills the fields from the proposal; what is saved stays until the form is sent.
  private mutating func propose() {
    let text = visit.field("cabinet")
    let cabinet = text.flatMap { Day(typed: $0) }
    if text != nil, cabinet == nil {
      problems.append(FormProblem(field: "propose-cabinet", words: "Enter a date, like 11/12/2025, or leave it empty"))
      return
    }
    let proposal = CycleProposal(for: period, book.workingDays(around: period), cabinet: cabinet)
    days = CalendarPage.words(proposal.cycle)
    remarks = proposal.remarks
  }

  private var address: String { "/cycle/\(period.code.addressed)/calendar" }
  private var workingDays: WorkingDays { book.workingDays(around: period) }

  private var html: HTML {
    let title = cycle == nil ? "Open \(period.name)" : "The days of \(period.name)"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .cycle) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      html.element("p") { $0.link("Cycle board of \(period.name)", "/cycle/\(period.code.addressed)") }
      if let refusal = book.refusal(toChange: period) {
        html.element("p", ["class": "note-block"], refusal)
      } else {
        proposing(&html)
        form(&html)
      }
      holidays(&html)
    }
  }

  private func proposing(_ html: inout HTML) {
    html.element("form", ["class": "filter", "method": "get", "action": "\(address)#days"]) { html in
      let problem = problems.first { $0.field == "propose-cabinet" }
      html.raw(#"<div><label for="propose-cabinet">Cabinet meets on</label>"#)
      if let problem { html.element("p", ["class": "wrong-words"], problem.words) }
      html.void(
        "input",
        [
          "type": "text", "id": "propose-cabinet", "name": "cabinet", "autocomplete": "off",
          "value": visit.field("cabinet") ?? days[.cabinet],
        ])
      html.raw(
        #"</div><div class="buttons"><button class="second" name="propose" value="yes">Propose all days</button></div>"#
      )
    }
  }

  private func form(_ html: inout HTML) {
    html.raw(#"<section id="days" tabindex="-1"><h2>Days</h2>"#)
    if visit.field("propose") != nil, problems.isEmpty {
      html.raw(
        #"<p class="note-block">Proposed, and not saved yet: counted in working days on from the end of the quarter"#)
      html.raw(" and back from Cabinet.</p>")
    }
    let odd = remarks + (problems.isEmpty ? notWorked : [])
    html.bullets(odd)
    html.form(address, visit.session) { html in
      html.hidden("revision", String(cycle.flatMap { book.stamp(of: $0.recordID)?.revision } ?? 0))
      html.raw(#"<div class="day-fields">"#)
      for kind in CycleDay.allCases {
        html.field(kind.rawValue, kind.words, hint: hint(kind), problems: problems) { html, describedBy in
          html.input(kind.rawValue, value: days[kind], describedBy: describedBy, isShort: true)
        }
      }
      html.raw("</div><p><button>")
      html.text(cycle == nil ? "Open \(period.name)" : "Save the days")
      html.raw("</button></p>")
    }
    html.raw("</section>")
  }

  /// Days that fall on one that is not worked: allowed, and told of.
  private var notWorked: [String] {
    CycleDay.allCases.compactMap { kind in
      guard let day = days[kind].flatMap({ Day(typed: $0) }), !workingDays.isWorking(day) else { return nil }
      return "\(kind.words), \(day.weekdayName) \(day.words), is no working day."
    }
  }

  private func hint(_ kind: CycleDay) -> String? {
    if let day = days[kind].flatMap({ Day(typed: $0) }) {
      return "\(day.weekdayName)\(kind.isNeeded ? "" : "; may stay empty")"
    }
    return kind.isNeeded ? "Like 14/10/2025" : "May stay empty"
  }

  /// The bank holidays around the quarter, and the council's own, each of which can be taken away.
  private func holidays(_ html: inout HTML) {
    let (first, last) = (period.start, period.end + 200)
    let bank = (first.civil.year...last.civil.year).flatMap(BankHolidays.englandAndWales)
      .filter { first <= $0 && $0 <= last }
    html.raw(#"<section id="holidays" tabindex="-1"><h2>Days on which the council is closed</h2>"#)
    if let done = visit.field("done"), problems.isEmpty {
      html.banner(done == "closed" ? "Added." : "Taken away.")
    }
    html.raw(
      """
      <p>Working days are Monday to Friday without these. Days of a quarter that were settled stay as they are when one \
      is added; ask for a proposal to count anew.</p><ul class="records">
      """)
    for day in bank {
      html.element("li", "\(day.weekdayName) \(day.words): bank holiday")
    }
    for holiday in book.holidays.values.sorted(by: { $0.day < $1.day }) {
      html.element("li") { html in
        html.form("\(address)/holidays/end", visit.session) { html in
          html.text("\(holiday.day.weekdayName) \(holiday.day.words): \(holiday.name) ")
          html.hidden("day", holiday.id)
          html.raw(#"<button class="plain-link">Take away"#)
          html.element("span", ["class": "hidden"], " \(holiday.day.words)")
          html.raw("</button>")
        }
      }
    }
    html.raw("</ul>")
    html.form("\(address)/holidays", visit.session) { html in
      html.field("day", "Another day", hint: "Like 29/12/2025", problems: problems) {
        $0.input("day", value: typed?["day"], describedBy: $1, isShort: true)
      }
      html.field("name", "What it is", hint: "Like “Closed between Christmas and New Year”", problems: problems) {
        $0.input("name", value: typed?["name"], describedBy: $1)
      }
      html.raw("<p><button>Add the day</button></p>")
    }
    html.raw("</section>")
  }
}
