import CorporatePlan
import Documents
import Reports

extension OfficePage {
  /// What somebody's posts owe: the one sentence, the one button, and the list.
  func dutiesPart(_ html: inout HTML) {
    guard let duties, !duties.rows.isEmpty || has(.responsibleOfficer) else { return }
    if let frozen = visit.book.refusal(toChange: duties.period) {
      html.element("p", ["class": "lead"], frozen)
      html.element("p") { $0.link("Your returns", "/collect/\(duties.period.code.addressed)") }
      return
    }
    html.element("p", ["class": "lead"], duties.sentence)
    if !duties.rows.isEmpty {
      html.raw("<p>")
      html.element(
        "a", ["class": "button", "href": "/collect/\(duties.period.code.addressed)"],
        duties.left == 0 ? "Look at your returns" : "Enter your returns")
      html.raw("</p>")
    }
    guard duties.left > 0 else { return }
    html.raw("<section><h2>To do</h2>")
    todo("Returned to you", duties.returned, &html)
    todo("Overdue", duties.overdue, &html)
    todo("Entered, not sent", duties.unsent, &html)
    todo("Due by \(duties.cycle.returnsDue.words)", duties.due, &html)
    html.raw("</section>")
  }

  private func todo(_ heading: String, _ rows: [ReturnRow], _ html: inout HTML) {
    guard !rows.isEmpty else { return }
    html.element("h3", "\(heading) (\(rows.count))")
    html.raw(#"<ul class="records">"#)
    for row in rows {
      html.raw("<li>")
      html.link(
        [row.code, row.title].compactMap { $0 }.joined(separator: " "),
        "/collect/\(row.slot.period.code.addressed)#\(GridRow.anchor(ReturnFields.prefix(row.slot.subject)))")
      if let reason = row.returnedBecause {
        html.element("p", ["class": "reason"]) { html in
          html.raw("<b>")
          html.text(row.reviewed.map { names.name(of: $0.author).capitalised } ?? "The reviewer")
          html.raw(":</b> ")
          html.text(reason)
        }
      }
      html.raw("</li>")
    }
    html.raw("</ul>")
  }

  /// How the indicators of somebody's posts stand in the newest report.
  func ownIndicatorsPart(_ html: inout HTML) {
    let view = visit.visit.view
    let posts = Set(visit.book.posts(of: visit.person.id, on: visit.today).map(\.id))
    guard !posts.isEmpty, let newest = view.newest else { return }
    let quarter = view.quarter(newest)
    let belongings = Belongings(visit.book)
    let own = quarter.scorecard.standings.filter {
      !belongings.belonging(of: $0.indicator.recordID).posts.isDisjoint(with: posts)
    }
    guard !own.isEmpty else { return }
    html.raw("<section><h2>Your indicators</h2>")
    IndicatorTable(visit.visit, quarter, "As reported for \(newest.name)", [(nil, own)]).write(into: &html)
    html.raw("</section>")
  }
}
