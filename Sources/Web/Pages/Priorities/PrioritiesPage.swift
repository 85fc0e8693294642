import CorporatePlan
import Documents
import Reports

/// The plan from top to bottom: what each priority holds.
struct PrioritiesPage {
  private let visit: Visit
  private let quarter: Quarter

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    guard visit.hasPeriod else { return NothingYetPage.answer(visit, .priorities) }
    return .html(PrioritiesPage(visit: visit, quarter: try visit.quarter).html)
  }

  private var html: HTML {
    HTML.page(visit, Frame(title: "Priorities", place: .priorities, quarter: quarter)) { html in
      html.raw("<h1>Priorities</h1>")
      if let purpose = visit.book.council?.purpose { html.element("p", ["class": "lead"], purpose) }
      for section in quarter.scorecard.sections { self.section(section, &html) }
    }
  }

  private func section(_ section: Scorecard.Section, _ html: inout HTML) {
    html.raw(#"<section class="branch"><h2>"#)
    html.link(section.priority.title, visit.link("/priorities/\(section.priority.id.addressed)", quarter))
    html.raw("</h2>")
    if let text = section.priority.text { html.element("p", text) }
    html.counts(of: section.priority.id, in: quarter, visit.view.year(of: quarter.period))
    indicators(section.standings, &html)
    actions(section.actions, &html)
    html.raw("</section>")
  }

  private func actions(_ actions: [ActionStanding], _ html: inout HTML) {
    guard !actions.isEmpty else { return }
    html.raw("<details><summary>The ")
    html.text(counted(actions.count, visit.book.council?.actionWord.lowercased() ?? "action"))
    html.raw(#"</summary><ul class="leaves">"#)
    for action in actions {
      html.raw("<li>")
      html.tag(quarter.marks.mark(action))
      html.raw(" ")
      html.link(action.item.title, visit.link("/actions/\(action.item.id.addressed)", quarter))
      html.raw("</li>")
    }
    html.raw("</ul></details>")
  }

  private func indicators(_ standings: [IndicatorStanding], _ html: inout HTML) {
    guard !standings.isEmpty else { return }
    html.raw("<details><summary>The ")
    html.text(counted(standings.count, "indicator"))
    html.raw(#"</summary><ul class="leaves">"#)
    for standing in standings {
      html.raw("<li>")
      html.tag(quarter.marks.mark(standing))
      html.raw(" ")
      html.link(
        standing.indicator.name, visit.link("/indicators/\(standing.indicator.id.addressed)", quarter))
      html.raw("</li>")
    }
    html.raw("</ul></details>")
  }
}
