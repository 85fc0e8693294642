import CorporatePlan
import Documents
import Ledger

/// How far a quarter is: services by stages, the days to come, who is late, what was waived or may still be changed.
struct CyclePage {
  let visit: OfficeVisit
  let period: Period
  let names: PeopleNames
  let book: Book
  let rows: [ReturnRow]
  let board: CycleBoard
  private var problems: [FormProblem] = []
  private var typed: OfficeForm?

  init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    period = try visit.returnsPeriodOrCurrent
    names = try await visit.peopleNames
    book = visit.book
    rows = visit.returns(in: period, of: book).rows
    board = CycleBoard(book, rows, in: period, on: visit.today)
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await CyclePage(visit).html) }

  /// Says that a return is not owed this time.
  static func waive(_ visit: OfficeVisit) async throws -> Answer {
    try await changing(visit, "Return waived", "waive", done: "waived") { form, period, book in
      let slot = try book.chosen(form["waive-of"], in: period, on: visit.today)
      return try book.waiving(slot, because: form["waive-reason"] ?? "")
    }
  }

  /// Takes that back.
  static func unwaive(_ visit: OfficeVisit) async throws -> Answer {
    try await changing(visit, "Waiver taken back", "waive", done: "owed") { form, period, book in
      try book.unwaiving(try book.chosen(form["of"], in: period, on: visit.today))
    }
  }

  /// Lets a return or a service's be changed although the quarter is locked.
  static func exempt(_ visit: OfficeVisit) async throws -> Answer {
    try await changing(visit, "Exception from the lock", "except", done: "excepted") { form, period, book in
      let subject = form["except-of"].flatMap(RecordID.init(key:))
      guard let subject,
        book.services[subject.record] != nil && subject.kind == Service.kind
          || book.slot(of: subject, in: period, on: visit.today) != nil
      else { throw EntryRefused([EntryProblem(.whole, "Choose a return or a service")]) }
      return try book.exempting(
        subject, in: period, until: form["except-until"] ?? "", because: form["except-reason"] ?? "", on: visit.today)
    }
  }

  /// Opens a frozen quarter again.
  static func reopen(_ visit: OfficeVisit) async throws -> Answer {
    try await changing(visit, "Quarter opened again", "reopen", done: "reopened") { form, period, book in
      try book.reopening(period, because: form["reopen-reason"] ?? "", on: visit.today)
    }
  }

  /// Records what a form asks for, and comes back to the place of the form; or shows what was wrong with it.
  private static func changing(
    _ visit: OfficeVisit, _ reason: String, _ part: String, done: String,
    _ decide: @escaping @Sendable (OfficeForm, Period, Book) throws -> [Revision]
  ) async throws -> Answer {
    let form = try await visit.form()
    let period = try visit.returnsPeriod
    do {
      try await visit.site.council.append(reason: reason, author: visit.session.author, at: visit.office.moment) {
        try decide(form, period, $0)
      }
      return .redirect("/cycle/\(period.code.addressed)?done=\(done)#\(part)")
    } catch let refused as EntryRefused {
      var page = try await CyclePage(visit)
      page.typed = form
      page.problems = refused.problems.map { problem in
        let field = [.reason: "reason", .until: "until"][problem.field] ?? "of"
        return FormProblem(
          field: part == "reopen" ? "reopen-reason" : "\(part)-\(field)", words: problem.sentence)
      }
      return .refusing(page.html)
    }
  }

  private var address: String { "/cycle/\(period.code.addressed)" }
  private var mayRun: Bool { visit.may(.runCycle) }

  private var html: HTML {
    HTML.page(visit, problems.isEmpty ? "Cycle \(period.name)" : "Error: Cycle \(period.name)", .cycle) { html in
      html.errorSummary(problems)
      html.element("h1", "\(period.name): how far the returns are")
      state(&html)
      CycleTable(visit: visit, board: board).write(into: &html)
      deadlines(&html)
      LateList(visit: visit, board: board, names: names).write(into: &html)
      waivers(&html)
      exceptions(&html)
      others(&html)
    }
  }

  private func banner(_ part: String, _ words: [String: String], _ html: inout HTML) {
    if problems.isEmpty, let done = visit.field("done"), let said = words[done] { html.banner(said) }
  }

  /// Open, locked or frozen, and how that is changed.
  private func state(_ html: inout HTML) {
    html.raw(#"<section id="reopen" tabindex="-1">"#)
    banner(
      "reopen", ["reopened": "Opened again.", "frozen": "Frozen. Nothing of it changes any more.", "moved": "Saved."],
      &html)
    if let freeze = board.freeze, freeze.holds {
      let stamp = book.stamp(of: freeze.recordID)
      html.element("p", ["class": "note-block"]) { html in
        html.element("b", "Frozen on \(freeze.frozen.words)")
        html.text("\(stamp.map { " by \(names.name(of: $0.author))" } ?? ""). No return of it changes any more.")
      }
      if mayRun { reopening(&html) }
    } else {
      if let freeze = board.freeze, let day = freeze.reopened {
        html.element(
          "p", ["class": "note-block"],
          "Frozen on \(freeze.frozen.words) and opened again on \(day.words): \(freeze.reason ?? "")")
      }
      if let cycle = board.cycle {
        let isLocked = cycle.locks <= visit.today
        html.element("p", ["class": "lead"], isLocked ? "Locked since \(cycle.locks.words)." : opens(cycle))
      } else {
        html.raw(#"<p class="lead">It has no calendar yet, so nothing is due.</p>"#)
      }
      if mayRun {
        html.element("p", ["class": "buttons"]) { html in
          if board.cycle == nil {
            html.element("a", ["class": "button", "href": "\(address)/calendar"], "Open \(period.name)")
          } else {
            html.link("Move its days", "\(address)/calendar")
            html.link("Freeze \(period.name)", "\(address)/freeze")
          }
        }
      }
    }
    html.raw("</section>")
  }

  private func opens(_ cycle: Cycle) -> String {
    if visit.today < cycle.opens { return "Requests go out on \(cycle.opens.words)." }
    let days = book.workingDays(around: period)
    return "Returns are due on \(cycle.returnsDue.words): \(days.distance(to: cycle.returnsDue, from: visit.today))."
  }

  private func reopening(_ html: inout HTML) {
    html.form("\(address)/reopen", visit.session) { html in
      html.field(
        "reopen-reason", "Open it again because", hint: "Kept with the freeze", problems: problems
      ) { html, describedBy in
        html.input("reopen-reason", value: typed?["reopen-reason"], describedBy: describedBy)
      }
      html.raw("<p><button>Open it again</button></p>")
    }
  }

  private func deadlines(_ html: inout HTML) {
    guard let cycle = board.cycle else { return }
    let days = book.workingDays(around: period)
    html.raw(#"<section id="days"><h2>Days</h2>"#)
    html.table(
      Table(
        "The calendar of \(period.name)",
        columns: [.init("Step", width: 3), .init("Day", width: 3), .init("Working days", width: 3)],
        rows: CycleDay.allCases.compactMap { kind in cycle[kind].map { (kind, $0) } }
          .sorted { $0.1 < $1.1 }
          .map { kind, day in
            Table.Row([
              Table.Cell([.text(kind.words)], isRowHeader: true), .text("\(day.weekdayName) \(day.words)"),
              .text(days.distance(to: day, from: visit.today)),
            ])
          }))
    html.raw("</section>")
  }

  private func waivers(_ html: inout HTML) {
    let waived = rows.filter { row in row.waiver != nil && visit.mayRead(row) }
    guard mayRun || !waived.isEmpty else { return }
    html.raw(#"<section id="waive" tabindex="-1"><h2>Waived returns</h2>"#)
    banner("waive", ["waived": "Waived: it is not owed this time.", "owed": "It is owed again."], &html)
    if waived.isEmpty { html.raw("<p>None is waived.</p>") }
    html.raw(#"<ul class="told">"#)
    for row in waived {
      html.element("li") { html in
        html.element("p") { html in
          html.element("b", row.title)
          html.text(": \(row.waiver?.reason ?? "")")
          if let stamp = row.waiver.flatMap({ book.stamp(of: $0.recordID) }) {
            html.element("span", ["class": "note"], " \(names.words(stamp))")
          }
        }
        guard mayRun, board.freeze?.holds != true else { return }
        html.form("\(address)/waivers/end", visit.session) { html in
          html.hidden("of", row.slot.subject.key)
          html.raw(#"<button class="second">It is owed again"#)
          html.element("span", ["class": "hidden"], ": \(row.title)")
          html.raw("</button>")
        }
      }
    }
    html.raw("</ul>")
    if mayRun, board.freeze?.holds != true {
      html.form("\(address)/waivers", visit.session) { html in
        html.field("waive-of", "A return that is not owed this time", problems: problems) { html, describedBy in
          html.select(
            "waive-of", name: "waive-of", describedBy: describedBy,
            chosen: typed?["waive-of"] ?? visit.field("waive"),
            [("", "Choose a return")]
              + rows.filter { $0.waiver == nil }.map { ($0.slot.subject.key, $0.title) })
        }
        html.field("waive-reason", "Why", problems: problems) { html, describedBy in
          html.input("waive-reason", value: typed?["waive-reason"], describedBy: describedBy)
        }
        html.raw("<p><button>Waive it</button></p>")
      }
    }
    html.raw("</section>")
  }

  private func exceptions(_ html: inout HTML) {
    let granted = book.lockExceptions.values.filter { $0.period.code == period.code }.sorted { $0.id < $1.id }
      .filter { visit.mayRead($0.subject) }
    guard mayRun || !granted.isEmpty else { return }
    html.raw(#"<section id="except" tabindex="-1"><h2>Exceptions from the lock</h2>"#)
    banner("except", ["excepted": "It may be changed until that day."], &html)
    if granted.isEmpty { html.raw("<p>There are none.</p>") }
    html.raw(#"<ul class="told">"#)
    for exception in granted {
      html.element("li") { html in
        html.element("p") { html in
          html.element("b", title(of: exception.subject))
          html.text(
            exception.until < visit.today
              ? " until \(exception.until.words), which is past" : " until \(exception.until.words)")
          html.text(": \(exception.reason)")
          if let stamp = book.stamp(of: exception.recordID) {
            html.element("span", ["class": "note"], " \(names.words(stamp))")
          }
        }
      }
    }
    html.raw("</ul>")
    if mayRun, board.freeze?.holds != true { excepting(&html) }
    html.raw("</section>")
  }

  private func title(of subject: RecordID) -> String {
    if subject.kind == Service.kind { return "All of \(book.services[subject.record]?.name ?? subject.record)" }
    return rows.first { $0.slot.subject == subject }?.title ?? subject.record
  }

  private func excepting(_ html: inout HTML) {
    html.form("\(address)/exceptions", visit.session) { html in
      html.field("except-of", "What may still be changed", problems: problems) { html, describedBy in
        let services = book.services.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        html.select(
          "except-of", name: "except-of", describedBy: describedBy, chosen: typed?["except-of"],
          [("", "Choose a return or a service")]
            + services.map { ($0.recordID.key, "All of \($0.name)") } + rows.map { ($0.slot.subject.key, $0.title) })
      }
      html.field("except-until", "Until", hint: "The last day, like \((visit.today + 5).words)", problems: problems) {
        $0.input("except-until", value: typed?["except-until"], describedBy: $1, isShort: true)
      }
      html.field("except-reason", "Why", problems: problems) {
        $0.input("except-reason", value: typed?["except-reason"], describedBy: $1)
      }
      html.raw("<p><button>Grant the exception</button></p>")
    }
  }

  /// The other quarters, and the next to open.
  private func others(_ html: inout HTML) {
    let periods = book.cycles.values.map(\.period).filter { $0 != period }.sorted(by: >)
    let next = ([period] + periods).max().flatMap { Period.containing($0.end, .quarter) }
    html.raw("<section><h2>Other quarters</h2><ul>")
    for other in periods {
      html.element("li") { $0.link(other.name, "/cycle/\(other.code.addressed)") }
    }
    if mayRun, let next, book.cycles[next.code] == nil, abs(next.end - visit.today) < 500 {
      html.element("li") { $0.link("Open \(next.name)", "/cycle/\(next.code.addressed)/calendar") }
    }
    html.raw("</ul></section>")
  }
}

extension OfficeVisit {
  /// Whether the visitor may read of a return, or of a service's.
  func mayRead(_ row: ReturnRow) -> Bool { book.isWithin(reach, row.slot.subject) }

  func mayRead(_ subject: RecordID) -> Bool {
    subject.kind == Service.kind ? reaches(subject.record) : book.isWithin(reach, subject)
  }
}

extension Book {
  /// The return that a form names.
  fileprivate func chosen(_ key: String?, in period: Period, on day: Day) throws(EntryRefused) -> Slot {
    guard let subject = key.flatMap(RecordID.init(key:)), let slot = slot(of: subject, in: period, on: day) else {
      throw EntryRefused([EntryProblem(.whole, "Choose a return")])
    }
    return slot
  }
}

extension WorkingDays {
  /// "in 6 working days", "today", "4 working days ago".
  func distance(to day: Day, from today: Day) -> String {
    if day == today { return "today" }
    let count = day > today ? clearDays(from: today, to: day + 1) : clearDays(from: day, to: today + 1)
    let words = "\(count) working day\(count == 1 ? "" : "s")"
    return day > today ? "in \(words)" : "\(words) ago"
  }
}

extension Day {
  var weekdayName: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday - 1]
  }
}
