import CorporatePlan
import Documents
import Reports

/// One priority: its counts, what was achieved and comes next, its actions by status and its indicators.
struct PriorityPage {
  private let visit: Visit
  private let quarter: Quarter
  private let section: Scorecard.Section

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    let quarter = try visit.quarter
    guard let section = quarter.section(of: try visit.parameter("id")) else { throw .notFound("This priority") }
    return .html(PriorityPage(visit: visit, quarter: quarter, section: section).html)
  }

  private var html: HTML {
    let priority = section.priority
    return HTML.page(visit, Frame(title: priority.title, place: .priorities, quarter: quarter)) { html in
      html.thread(visit, above: priority.parent, priority.level, priority.title, quarter: quarter)
      if let text = priority.text { html.element("p", ["class": "lead"], text) }
      if let owner = priority.owner { html.element("p", ["class": "note"], "Who answers for it: \(owner)") }
      counts(&html)
      words("Achieved this quarter", section.achievements, &html)
      words("Next quarter", section.nextQuarter, &html)
      actions(&html)
      indicators(&html)
    }
  }

  private func counts(_ html: inout HTML) {
    html.raw(#"<div class="standing">"#)
    html.counts(of: section.priority.id, in: quarter, visit.view.year(of: quarter.period))
    html.raw("</div>")
  }

  private func words(_ heading: String, _ words: [Commentary], _ html: inout HTML) {
    guard !words.isEmpty else { return }
    html.raw("<section>")
    html.element("h2", heading)
    html.bullets(words.map(\.text))
    html.raw("</section>")
  }

  private func actions(_ html: inout HTML) {
    guard !section.actions.isEmpty else { return }
    let nouns = plural(visit.book.council?.actionWord ?? "Action")
    html.raw("<section>")
    html.element("h2", nouns)
    if let split = section.split { html.element("p", ["class": "note"], split.verbatim) }
    ActionTable(visit, quarter, "\(nouns) by status", section.actions).write(into: &html)
    html.raw("</section>")
  }

  private func indicators(_ html: inout HTML) {
    guard !section.standings.isEmpty else { return }
    html.raw("<section><h2>Indicators</h2>")
    IndicatorTable(visit, quarter, "Indicators of \(section.priority.title)", [(nil, section.standings)])
      .write(into: &html)
    html.indicatorKey()
    html.raw("</section>")
  }
}
