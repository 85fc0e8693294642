import CorporatePlan
import Documents
import Ledger

/// The returns that wait for somebody's review, with what there is to know of each and the two things to do with it.
struct ReviewPage {
  private let visit: OfficeVisit
  private let period: Period
  private let names: PeopleNames
  private let filter: ReviewFilter
  private let queue: ReviewQueue
  /// A decision that was refused.
  private var refused: RefusedDecision?

  /// What was sent, why it was refused, and the return as the form showed it.
  struct RefusedDecision: Sendable {
    let subject: RecordID
    let reason: String
    var problems: [FormProblem]
    var shown: ReturnRow?
  }

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    period = try visit.returnsPeriodOrCurrent
    names = try await visit.peopleNames
    filter = ReviewFilter(visit)
    queue = ReviewQueue(visit.returns(in: period), visit.reach)
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer { .html(try await ReviewPage(visit).html) }

  /// Approves one return, or gives it back.
  static func decide(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let period = try visit.returnsPeriod
    guard let decision = Decision(form) else { throw Refusal.badRequest("The form does not say what to do.") }
    try visit.require(decision.subject)
    do {
      try await visit.record(decision, in: period)
    } catch let problem as StepRefused {
      return try await refusing(visit, period, decision, problem.blocks.map { ($0.field, $0.sentence) })
    } catch is Conflict {
      return try await refusing(visit, period, decision, [])
    }
    let filter = ReviewFilter(visit)
    return .redirect(
      "/review/\(period.code.addressed)"
        + filter.query([("done", decision.step.rawValue), ("row", decision.subject.key)])
        + "#\(decision.subject.anchor)")
  }

  private static func refusing(
    _ visit: OfficeVisit, _ period: Period, _ decision: Decision, _ problems: [(ReturnField, String)]
  ) async throws -> Answer {
    var page = try await ReviewPage(visit)
    let anchor = decision.subject.anchor
    var refused = RefusedDecision(
      subject: decision.subject, reason: decision.reason,
      problems: problems.map { FormProblem(field: $0 == .reason ? "reason-\(anchor)" : anchor, words: $1) })
    let now = page.queue.rows.first { $0.slot.subject == decision.subject }
    if problems.isEmpty {
      let what = now?.seen == decision.seen ? "Somebody decided on it" : "It was changed"
      refused.problems.append(
        FormProblem(field: anchor, words: "\(what) since you opened the page. Look at it again."))
    }
    // Only a position at which this return was changed: folding the past is work.
    let isChange = try await visit.site.council.changed(now, at: decision.seen)
    if let now, isChange, now.seen != decision.seen {
      let then = try await visit.site.council.asAt(position: decision.seen)
      refused.shown = then.returnRow(of: decision.subject, in: period, on: visit.today)
    }
    page.refused = refused
    return .refusing(page.html)
  }

  private var address: String { "/review/\(period.code.addressed)" }
  private var isFrozen: Bool { visit.book.refusal(toChange: period) != nil }

  private var html: HTML {
    let title = "Review \(period.name)"
    return HTML.page(visit, refused == nil ? title : "Error: \(title)", .review) { html in
      html.errorSummary(refused?.problems ?? [])
      html.element("h1", title)
      lead(&html)
      guard !queue.rows.isEmpty else { return }
      signOffs(&html)
      choices(&html)
      groups(&html)
    }
  }

  private func lead(_ html: inout HTML) {
    if visit.field("approved") != nil { approvedBanner(&html) }
    if let refusal = visit.book.refusal(toChange: period) { html.element("p", ["class": "note-block"], refusal) }
    guard !queue.rows.isEmpty else {
      html.raw(#"<p class="lead">No return of this quarter is yours to review.</p>"#)
      return
    }
    html.element(
      "p", ["class": "lead"],
      "\(queue.count(.submitted)) of \(queue.rows.count) returns wait for review. \(queue.exceptions) of "
        + "\(queue.rows.count) deserve a closer look: they come first. \(queue.count(.approved)) of \(queue.rows.count) are approved."
    )
    let ready = visit.approvable(queue.rows)
    html.raw(#"<p class="buttons">"#)
    if ready > 0 {
      html.element(
        "a", ["class": "button", "href": "\(address)/all"],
        ready == 1 ? "Approve the one with no warnings" : "Approve the \(ready) with no warnings")
    }
    html.link("Cycle board of \(period.name)", "/cycle/\(period.code.addressed)")
    html.raw("</p>")
  }

  private func approvedBanner(_ html: inout HTML) {
    let count = Int(visit.field("approved") ?? "") ?? 0
    let left = Int(visit.field("left") ?? "") ?? 0
    html.banner(
      "\(count == 1 ? "1 return is" : "\(count) returns are") approved."
        + (left > 0
          ? " \(left) that you saw listed changed meanwhile or had cause to look closer: they still wait." : ""))
  }

  /// The services and directorates in reach, with how far each is from its sign-off.
  private func signOffs(_ html: inout HTML) {
    let book = visit.book
    let board = CycleBoard(book, visit.returns(in: period, of: book).rows, in: period, on: visit.today)
    let units = (board.services + board.directorates).filter { $0.unit.map(visit.reaches) ?? false }
    guard !units.isEmpty else { return }
    html.raw(#"<section><h2>Sign-off</h2><ul class="signing">"#)
    for unit in units {
      html.element("li") { html in
        html.link(unit.name, "\(address)/sign-off/\(unit.id.addressed)")
        html.raw(#" <span class="mode">"#)
        html.text(unit.state.words)
        html.raw(#"</span> <span class="note">"#)
        html.text("\(unit.count(.approved)) of \(unit.total) approved")
        if unit.count(.waived) > 0 { html.text(", \(unit.count(.waived)) waived") }
        html.raw("</span>")
      }
    }
    html.raw("</ul></section>")
  }

  private func choices(_ html: inout HTML) {
    html.raw("<h2 id=\"queue\">Returns</h2>")
    html.element("form", ["class": "filter", "method": "get", "action": "\(address)#queue"]) { html in
      html.raw(#"<div><label for="service">Service</label>"#)
      html.select(
        "service", name: "service", chosen: filter.service.map { $0.isEmpty ? ReviewFilter.nowhere : $0 },
        [("", "All services")] + queue.groups.map { ($0.service ?? ReviewFilter.nowhere, $0.name) })
      html.raw(#"</div><div><label for="state">State</label>"#)
      html.select(
        "state", name: "state", chosen: filter.stage?.rawValue,
        [("", "Any")] + UnitStanding.Stage.allCases.map { ($0.rawValue, $0.words.capitalised) })
      html.raw(#"</div><div class="choice"><input type="checkbox" id="only" name="only" value="exceptions""#)
      filter.onlyExceptions ? html.raw(" checked>") : html.raw(">")
      html.raw(
        #"<label for="only">Only what deserves a closer look</label></div><div class="buttons"><button>Show</button>"#)
      if !filter.query().isEmpty { html.link("Show all", "\(address)#queue") }
      html.raw("</div>")
    }
  }

  private func groups(_ html: inout HTML) {
    var shown = 0
    let marks = visit.marks(in: period)
    for group in queue.groups {
      let entries = group.entries.filter { filter.shows($0) || $0.row.slot.subject == refused?.subject }
      guard !entries.isEmpty else { continue }
      shown += entries.count
      html.raw(#"<section class="returns">"#)
      html.element("h3", ["id": "service-\((group.service ?? "none").addressed)"]) { html in
        html.text(group.name)
        html.element("span", ["class": "note"], entries.count == 1 ? "1 return" : "\(entries.count) returns")
      }
      for entry in entries {
        ReviewRow(
          visit: visit, period: period, entry: entry, marks: marks, names: names, filter: filter, isFrozen: isFrozen,
          refused: refused?.subject == entry.row.slot.subject ? refused : nil
        ).write(into: &html)
      }
      html.raw("</section>")
    }
    if shown == 0 { html.raw("<p>No return is like that. Show all, or choose something else.</p>") }
  }
}

extension Council {
  /// Whether a return was changed at that position.
  fileprivate func changed(_ row: ReturnRow?, at position: Int) async throws -> Bool {
    for record in row?.expecting.keys.map({ $0 }) ?? [] {
      if try await history(of: record).contains(where: { $0.position == position }) { return true }
    }
    return false
  }
}
