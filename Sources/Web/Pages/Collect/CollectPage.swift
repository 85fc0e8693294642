import CorporatePlan
import Documents
import Ledger
import Synchronization

/// The returns that somebody owes for a quarter, as a grid to fill in (ux, section 2). Each row is taken or refused by
/// itself; with script each cell is saved as it is left.
struct CollectPage {
  static let mostRows = 100

  private let visit: OfficeVisit
  private let period: Period
  private let returns: QuarterReturns
  /// Those within reach.
  private let rows: [ReturnRow]
  private let choice: Choice
  /// Those of the choice, and the ones of them on this page.
  private let shown: [ReturnRow]
  private let onPage: [ReturnRow]
  /// What became of what was sent, where it could not all be recorded.
  /// Who was first, by prefix.
  private var savedBy: [String: String] = [:]
  private var outcomes: ReturnSaving.Outcomes = [:]
  private var typed: [String: [String: String]] = [:]

  /// Which of the rows within reach are shown, as the address says.
  struct Choice {
    var service: String?
    var owner: String?
    var isOpenOnly = false
    var page = 1
    var size = CollectPage.mostRows

    init(_ visit: OfficeVisit) {
      service = visit.field("service")
      owner = visit.field("owner")
      isOpenOnly = visit.field("show") == "open"
      page = max(1, visit.field("page").flatMap { Int($0) } ?? 1)
      size = min(500, max(10, visit.field("rows").flatMap { Int($0) } ?? CollectPage.mostRows))
    }

    func takes(_ row: ReturnRow) -> Bool {
      (service == nil || row.service == service) && (owner == nil || row.slot.owner == owner)
        && (!isOpenOnly || row.slot.isOutstanding)
    }
  }

  /// The quarter that is being collected.
  static func current(_ visit: OfficeVisit) throws -> Answer {
    guard let period = visit.book.collecting(on: visit.today) else {
      return .html(
        HTML.page(visit, "Collect", .collect) { html in
          html.raw("<h1>Collect</h1><p>No quarter is open: nothing is owed now.</p>")
          if visit.may(.runCycle) {
            html.raw(#"<p><a class="button" href="/cycle">Open a quarter</a></p>"#)
          }
        })
    }
    return .redirect("/collect/\(period.code.addressed)")
  }

  static func answer(_ visit: OfficeVisit) throws -> Answer {
    .html(try CollectPage(visit, visit.book).html)
  }

  private init(_ visit: OfficeVisit, _ book: Book) throws {
    (self.visit, period) = (visit, try visit.collectedPeriod)
    let choice = Choice(visit)
    self.choice = choice
    let reach = visit.reach
    returns = visit.returns(in: period, of: book)
    rows = returns.rows.only { book.isWithin(reach, $0.slot.subject) }
    shown = rows.only(choice.takes)
    // A page beyond the last is the last, however far beyond.
    let page = min(choice.page, max(1, (shown.count + choice.size - 1) / choice.size))
    onPage = Array(shown.dropFirst((page - 1) * choice.size).prefix(choice.size))
  }

  // MARK: What is sent

  /// The whole page, from a browser without script.
  static func save(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form(upTo: 4 << 20)
    let (page, outcomes, book) = try await saved(visit, form)
    if page.isRefused { return try await refusing(visit, book, form, outcomes) }
    let count = outcomes.values.count { if case .saved = $0 { true } else { false } }
    return .redirect(page.address(["saved": "\(count)"]))
  }

  /// Saves, and hands in whatever is complete.
  static func submit(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form(upTo: 4 << 20)
    let (page, outcomes, book) = try await saved(visit, form)
    if page.isRefused { return try await refusing(visit, book, form, outcomes) }
    let period = page.period
    let prefixes = Set(page.typed.keys)
    let (reach, today, count) = (visit.reach, visit.today, SubmissionCount())
    do {
      try await visit.site.council.append(
        reason: "Submitted for \(period.name)", author: visit.session.author, at: visit.office.moment
      ) { book in
        let ready = book.returnRows(in: period, on: today).filter { row in
          prefixes.contains(ReturnFields.prefix(row.slot.subject)) && row.isReady
            && book.isWithin(reach, row.slot.subject)
        }
        count.set(ready.count)
        return try book.submission(of: ready)
      }
    } catch let refused as StepRefused {
      return .redirect(page.address(["because": refused.blocks.first?.sentence ?? ""]))
    }
    return .redirect(page.address(["submitted": "\(count.value)"]) + "#submit")
  }

  private static func saved(
    _ visit: OfficeVisit, _ form: OfficeForm
  ) async throws -> (CollectPage, ReturnSaving.Outcomes, Book) {
    var page = try CollectPage(visit, visit.book)
    page.typed = ReturnFields.all(in: form)
    let saving = ReturnSaving(
      period: page.period, reach: visit.reach, typed: page.typed,
      shown: form["position"].flatMap { Int($0) } ?? 0)
    let (outcomes, book) = try await saving.record(
      in: visit.site.council, by: visit.session.author, on: visit.today, at: visit.office.moment)
    page.outcomes = outcomes
    return (page, outcomes, book)
  }

  private static func refusing(
    _ visit: OfficeVisit, _ book: Book, _ form: OfficeForm, _ outcomes: ReturnSaving.Outcomes
  ) async throws -> Answer {
    var page = try CollectPage(visit, book)
    page.outcomes = outcomes
    page.typed = ReturnFields.all(in: form)
    for (prefix, outcome) in outcomes { page.savedBy[prefix] = try await visit.savedBy(outcome, book) }
    return .refusing(page.html)
  }

  private var isRefused: Bool {
    outcomes.values.contains { outcome in
      switch outcome {
      case .refused, .conflict: true
      case .saved, .unchanged: false
      }
    }
  }

  // MARK: The page

  private func address(_ more: [String: String] = [:], page: Int? = nil) -> String {
    var fields: [(String, String)] = []
    if let service = choice.service { fields.append(("service", service)) }
    if let owner = choice.owner { fields.append(("owner", owner)) }
    if choice.isOpenOnly { fields.append(("show", "open")) }
    if choice.size != CollectPage.mostRows { fields.append(("rows", "\(choice.size)")) }
    let number = page ?? choice.page
    if number > 1 { fields.append(("page", "\(number)")) }
    fields += more.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let query = fields.map { "\($0.0)=\($0.1.addressed)" }.joined(separator: "&")
    return "/collect/\(period.code.addressed)" + (query.isEmpty ? "" : "?\(query)")
  }

  private var html: HTML {
    let title = "Returns for \(period.name)"
    let problems = problems
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .collect) { html in
      html.errorSummary(problems)
      banners(&html)
      html.element("h1", title)
      lead(&html)
      filters(&html)
      guard !onPage.isEmpty else {
        html.element("p", rows.isEmpty ? "You owe nothing for this quarter." : "Nothing here with this choice.")
        return
      }
      grid(&html)
    }
  }

  private var problems: [FormProblem] {
    onPage.flatMap { row -> [FormProblem] in
      let fields = ReturnFields(row)
      switch outcomes[fields.prefix] {
      case .refused(let found)?:
        return found.map { problem in
          FormProblem(
            field: GridRow.id(fields.prefix, problem.field, in: row), words: "\(row.title): \(problem.sentence)")
        }
      case .conflict?:
        return [
          FormProblem(
            field: GridRow.id(fields.prefix, row.gridFields[0], in: row),
            words: "\(row.title): somebody else changed it while you typed. Both are shown in its row")
        ]
      case .saved?, .unchanged?, nil: return []
      }
    }
  }

  private func banners(_ html: inout HTML) {
    if let count = visit.field("saved").flatMap({ Int($0) }) {
      html.banner(count == 0 ? "Everything is saved." : "Saved: \(count) \(count == 1 ? "return" : "returns").")
    }
    if let count = visit.field("submitted").flatMap({ Int($0) }) {
      html.banner(
        count == 0
          ? "Nothing was ready to submit: what is missing is listed below."
          : "Submitted for review: \(count) \(count == 1 ? "return" : "returns").")
    }
    if let batch = visit.field("batch") {
      html.raw(#"<div class="banner" role="status"><p>Recorded from the workbook. "#)
      html.link("Take it back", "/collect/\(period.code.addressed)/batches/\(batch.addressed)")
      html.raw("</p></div>")
    }
    if let count = visit.field("undone").flatMap({ Int($0) }) {
      let left = visit.field("left").flatMap { Int($0) } ?? 0
      html.banner(
        "Taken back: \(count) \(count == 1 ? "record stands" : "records stand") again as before."
          + (left > 0 ? " \(left) had been changed since, and were left alone." : ""))
    }
    if let why = visit.field("because") { html.banner(why) }
  }

  private func lead(_ html: inout HTML) {
    let own = shown
    let done = own.count { !$0.slot.isOutstanding }
    if let frozen = visit.book.refusal(toChange: period) {
      html.element("p", ["class": "lead"], frozen)
      return
    }
    html.raw(#"<p class="lead">"#)
    if let cycle = visit.book.cycles[period.code] {
      let days = visit.book.workingDays(around: period).clearDays(from: visit.today, to: cycle.returnsDue + 1)
      let left = "\(days) working day\(days == 1 ? "" : "s")"
      html.text(
        visit.today <= cycle.returnsDue
          ? "Due by \(cycle.returnsDue.words)\(days == 0 ? ", today" : ", in \(left)"). "
          : "They were due by \(cycle.returnsDue.words). ")
    }
    html.raw(#"<span data-part="done">"#)
    html.text("\(done) of \(own.count) submitted.")
    html.raw("</span></p>")
    html.raw("<p>")
    html.link("Fill them in with Excel instead", "/collect/\(period.code.addressed)/workbook")
    html.raw("</p>")
  }

  private func filters(_ html: inout HTML) {
    let services = Set(rows.compactMap(\.service)).sorted()
    let owners = Set(rows.compactMap(\.slot.owner)).sorted()
    guard owners.count > 1 || rows.count > 10 else { return }
    html.element("form", ["method": "get", "action": "/collect/\(period.code.addressed)", "class": "filters"]) { html in
      if services.count > 1 {
        html.raw(#"<div><label for="service">Service</label>"#)
        html.select(
          "service", name: "service", chosen: choice.service,
          [("", "All")] + services.map { ($0, visit.book.services[$0]?.name ?? $0) })
        html.raw("</div>")
      }
      if owners.count > 1 {
        html.raw(#"<div><label for="owner">Post</label>"#)
        html.select(
          "owner", name: "owner", chosen: choice.owner,
          [("", "All")] + owners.map { ($0, visit.book.posts[$0]?.title ?? $0) })
        html.raw("</div>")
      }
      html.raw(#"<div><label for="show">Show</label>"#)
      html.select(
        "show", name: "show", chosen: choice.isOpenOnly ? "open" : "", [("", "All"), ("open", "What is still open")])
      html.raw("</div><div><button>Show</button></div>")
    }
  }

  private func grid(_ html: inout HTML) {
    let figures = onPage.filter { $0.slot.subject.kind == Indicator.kind }
    let actions = onPage.filter { $0.slot.subject.kind != Indicator.kind }
    let base = "/collect/\(period.code.addressed)"
    html.element(
      "form",
      [
        "method": "post", "action": address(), "id": "returns", "data-cells": "\(base)/cell",
        "data-person": visit.person.id, "data-period": period.code,
      ]
    ) { html in
      html.void("input", ["type": "hidden", "name": "token", "value": visit.session.token])
      html.void("input", ["type": "hidden", "name": "position", "value": "\(returns.book.position)"])
      // Enter in a field saves; it does not hand anything in.
      html.raw(#"<button class="hidden" tabindex="-1" aria-hidden="true">Save</button>"#)
      html.raw(#"<p id="told" class="grid-told" role="status" aria-live="polite"></p>"#)
      if !figures.isEmpty {
        html.raw(
          #"<h2>Indicators</h2><table class="grid"><caption class="hidden">Figures that are owed</caption>"#)
        html.raw(
          """
          <thead><tr><th scope="col">Indicator</th><th scope="col">Last</th><th scope="col">Target</th>\
          <th scope="col">This time</th><th scope="col">Status</th><th scope="col">Why it is so</th></tr></thead><tbody>
          """)
        for row in figures { write(row, &html) }
        html.raw("</tbody></table>")
      }
      if !actions.isEmpty {
        html.raw(
          #"<h2>Actions</h2><table class="grid"><caption class="hidden">Actions that are owed</caption>"#)
        html.raw(
          """
          <thead><tr><th scope="col">Action</th><th scope="col">How far</th><th scope="col">Expected</th>\
          <th scope="col">Status</th><th scope="col">What was done</th><th scope="col">What is next</th></tr></thead><tbody>
          """)
        for row in actions { write(row, &html) }
        html.raw("</tbody></table>")
      }
      pages(&html)
      footer(&html)
    }
    html.element("script", ["src": Assets.collectScript, "defer": ""], "")
  }

  private func write(_ row: ReturnRow, _ html: inout HTML) {
    let prefix = ReturnFields.prefix(row.slot.subject)
    let (outcome, typed) = (outcomes[prefix], typed[prefix])
    let drawing = GridRow(book: returns.book, row: row, outcome: outcome, typed: typed, savedBy: savedBy[prefix])
    guard outcome == nil, typed == nil else { return drawing.write(into: &html) }
    html.append(
      returns.drawing(of: row) {
        var html = HTML(reserving: 4 << 10)
        drawing.write(into: &html)
        return html
      })
  }

  private func pages(_ html: inout HTML) {
    let count = (shown.count + choice.size - 1) / choice.size
    guard count > 1 else { return }
    html.raw(#"<nav class="pages" aria-label="Pages"><ul>"#)
    for number in 1...count {
      html.element("li") { html in
        html.element(
          "a", ["href": address(page: number), "aria-current": number == choice.page ? "page" : nil], "Page \(number)")
      }
    }
    html.raw("</ul></nav>")
  }

  private func footer(_ html: inout HTML) {
    let ready = onPage.filter(\.isReady)
    let blocked = onPage.filter { $0.slot.isOutstanding && !$0.isReady }
    html.raw(#"<section id="submit" class="submit"><h2>Submit</h2>"#)
    html.raw(#"<p><button class="button">Save</button> "#)
    html.element(
      "button",
      ["class": "button second", "formaction": submitAddress],
      ready.isEmpty ? "Submit what is complete" : "Submit \(ready.count) for review")
    html.raw("</p>")
    if !blocked.isEmpty {
      html.element(
        "details", ["open": blocked.count < 8 ? "" : nil]
      ) { html in
        html.element("summary", "\(blocked.count) of \(onPage.count) can’t be submitted yet")
        html.raw("<ul>")
        for row in blocked {
          let prefix = ReturnFields.prefix(row.slot.subject)
          for block in row.refusal.map({ [$0] }) ?? row.blocks.map(\.sentence) {
            html.raw("<li>")
            html.link(row.title, "#\(GridRow.anchor(prefix))")
            html.text(": \(block)")
            html.raw("</li>")
          }
        }
        html.raw("</ul>")
      }
    }
    html.raw("</section>")
  }

  private var submitAddress: String {
    let parts = address().split(separator: "?", maxSplits: 1)
    return parts[0] + "/submit" + (parts.count > 1 ? "?\(parts[1])" : "")
  }
}

/// How many were submitted, told out of a decision that may run twice.
private final class SubmissionCount: Sendable {
  private let count = Mutex(0)
  func set(_ value: Int) { count.withLock { $0 = value } }
  var value: Int { count.withLock { $0 } }
}

extension ReturnRow {
  /// Whether it can be handed in now.
  var isReady: Bool {
    [.entered, .returned, .reopened, .due, .overdue].contains(state) && blocks.isEmpty && refusal == nil
  }
}

extension OfficeVisit {
  /// The quarter that the address names, when it was opened: nobody sends in returns for another.
  var collectedPeriod: Period {
    get throws {
      guard let period = book.calendar.period(try parameter("period")), let cycle = book.cycles[period.code],
        cycle.opens <= today || may(.runCycle)
      else { throw Refusal.notFound("This quarter is not open for returns: it") }
      return period
    }
  }
}
