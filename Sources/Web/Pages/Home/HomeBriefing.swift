import CorporatePlan
import Documents
import Reports

extension OfficePage {
  /// The quarter in short for a councillor: what moved, what stays red, what is overdue, what rises.
  func briefingPart(_ html: inout HTML) {
    let view = visit.visit.view
    guard let newest = view.newest else { return }
    let quarter = view.quarter(newest)
    html.element("h2", "\(newest.name) in short")
    html.raw(#"<p><a href="/briefing">Briefing by portfolio, directorate or service, to read or print</a></p>"#)
    moves(quarter, &html)
    reds(quarter, &html)
    overdue(&html)
    rising(&html)
  }

  private func moves(_ quarter: Quarter, _ html: inout HTML) {
    guard let before = visit.book.calendar.earlier(than: quarter.period, by: 1),
      visit.visit.view.periods.contains(before)
    else { return }
    let moves = visit.book.statusMoves(from: visit.visit.view.quarter(before).scorecard, to: quarter.scorecard)
    part("Changed status since \(before.name)", moves, none: "No indicator or action has another status.", &html) {
      move, html in
      linked(move.title, move.subject, &html)
      let isAction = move.subject.kind == PlanItem.kind
      html.raw(#"<span class="move">"#)
      html.tag(isAction ? StatusMarks.actions.mark(move.before) : quarter.marks.mark(move.before))
      html.raw(#" <span aria-hidden="true">→</span><span class="hidden">, now</span> "#)
      html.tag(isAction ? StatusMarks.actions.mark(move.now) : quarter.marks.mark(move.now))
      html.raw("</span>")
    }
  }

  private func reds(_ quarter: Quarter, _ html: inout HTML) {
    let runs = visit.visit.view.keeping("red runs \(quarter.period.code)") {
      visit.visit.book.redRuns(quarter.scorecard)
    }
    part("Red twice running or more", runs, none: "No indicator.", &html) { run, html in
      linked(run.standing.indicator.name, run.standing.indicator.recordID, &html)
      html.element("p", ["class": "note"], "\(run.standing.headline(quarter.marks)) \(run.periods) times running.")
    }
  }

  private func overdue(_ html: inout HTML) {
    part("Overdue", visit.book.overdueActions(on: visit.today), none: "No action.", &html) { action, html in
      linked(action.item.title, action.item.recordID, &html)
      let standing = action.update.map { update in update.percent.map { "\($0)%" } ?? update.stage.rawValue }
      html.element(
        "p", ["class": "note"], "Was due by \(action.due.words); \(standing ?? "nothing was reported of it").")
    }
  }

  private func rising(_ html: inout HTML) {
    guard !visit.book.risks.isEmpty else { return }
    part("Risks that rise", visit.book.risingRisks(on: visit.today), none: "No risk.", &html) { risk, html in
      html.link([risk.risk.code, risk.risk.title].compactMap { $0 }.joined(separator: " "), "/risks")
      html.element("p", ["class": "note"], "\(risk.before.words), now \(risk.now.words).")
    }
  }

  /// As many as a page takes in at a glance.
  private static var most: Int { 10 }

  private func part<Thing>(
    _ heading: String, _ things: [Thing], none: String, _ html: inout HTML, _ line: (Thing, inout HTML) -> Void
  ) {
    html.raw("<section>")
    html.element("h3", things.isEmpty ? heading : "\(heading) (\(things.count))")
    if things.isEmpty { html.element("p", none) }
    html.raw(#"<ul class="records">"#)
    for thing in things.prefix(OfficePage.most) {
      html.raw("<li>")
      line(thing, &html)
      html.raw("</li>")
    }
    html.raw("</ul>")
    if things.count > OfficePage.most {
      html.element("p", ["class": "note"], "And \(things.count - OfficePage.most) more.")
    }
    html.raw("</section>")
  }

  private func linked(_ title: String, _ subject: RecordID, _ html: inout HTML) {
    if let address = visit.address(of: subject) { html.link(title, address) } else { html.text(title) }
  }
}

extension RiskScore {
  /// "amber, likelihood 3, impact 4".
  fileprivate var words: String {
    let place = likelihood.flatMap { likelihood in impact.map { "likelihood \(likelihood), impact \($0)" } }
    return [status?.id, place].compactMap { $0 }.joined(separator: ", ")
  }
}
