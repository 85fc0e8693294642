import CorporatePlan
import Documents
import Reports

extension OfficePage {
  /// The quarter in short, for who runs it.
  func cyclePart(_ html: inout HTML) {
    guard visit.book.position > 0 else { return }
    html.raw("<section>")
    guard let period, let cycle = visit.book.cycles[period.code] else {
      html.raw("<h2>The quarter</h2><p>No quarter has been opened yet.</p></section>")
      return
    }
    let board = CycleBoard(visit.book, rows, in: period, on: visit.today)
    html.element("h2", period.name)
    html.element(
      "p",
      board.freeze != nil
        ? "Frozen." : "Returns are due by \(cycle.returnsDue.words), sign-off by \(cycle.signOffDue.words).")
    html.stages(board.all)
    html.raw("<ul>")
    html.element("li", board.late.isEmpty ? "Nobody is late." : "\(counted(board.late.count, "return")) late.")
    html.element("li", "\(counted(board.all.count(.submitted), "return")) waiting for review.")
    html.raw("</ul>")
    planChecks(&html)
    html.raw(#"<p class="buttons">"#)
    if Routes.lead(to: "/cycle/:") {
      let isFirst = duties?.rows.isEmpty != false
      html.element(
        "a", ["class": isFirst ? "button" : "button second", "href": "/cycle/\(period.code.addressed)"], "Cycle board")
    }
    html.raw(#"<a href="/office/indicators">Indicators and what they lack</a></p></section>"#)
  }

  private func planChecks(_ html: inout HTML) {
    let findings = visit.planFindings
    guard !findings.isEmpty else { return }
    html.element("details") { html in
      html.element("summary", "The checks of the plan find \(counted(findings.count, "thing"))")
      html.raw("<ul>")
      for finding in findings.prefix(50) { html.element("li", finding.sentence) }
      html.raw("</ul>")
    }
  }

  /// Files that wait to be recorded, and the way to send another.
  func importPart(_ html: inout HTML) {
    html.raw("<section><h2>Imports</h2>")
    html.raw(
      #"<p>Take in a plan, a report or figures, and see what would change before it does.</p><p class="buttons">"#)
    html.element(
      "a", ["class": visit.book.position == 0 ? "button" : "button second", "href": "/imports/new"],
      "Import a plan or figures")
    html.raw(#" <a href="/imports">All imports, with the way to take one back</a></p></section>"#)
    html.waiting(visit)
  }
}

extension OfficeVisit {
  /// What the checks on the plan find today.
  fileprivate var planFindings: [Finding] {
    let (book, today) = (book, today)
    return visit.view.keeping("plan checks \(today) \(book.position)") { PlanChecks.findings(book, at: today) }
  }
}

extension HTML {
  /// How many returns are in which stage.
  mutating func stages(_ standing: UnitStanding) {
    raw(#"<ul class="tallies">"#)
    for stage in UnitStanding.Stage.allCases {
      element("li", ["class": standing.count(stage) == 0 ? "none" : nil]) { html in
        html.element("b", String(standing.count(stage)))
        html.text(" \(stage.words)")
      }
    }
    raw("</ul>")
  }

  /// The files that were sent and are neither recorded nor discarded.
  mutating func waiting(_ visit: OfficeVisit) {
    let jobs = visit.office.imports.jobs(of: visit.session)
    guard !jobs.isEmpty else { return }
    raw(#"<section><h2>Not recorded yet</h2><ul>"#)
    for job in jobs {
      raw("<li>")
      link(job.fileName, "/imports/\(job.id)")
      raw("</li>")
    }
    raw(#"</ul><p class="note">Each is kept for half an hour after you last looked at it.</p></section>"#)
  }
}
