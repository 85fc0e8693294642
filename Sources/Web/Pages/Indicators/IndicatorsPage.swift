import CorporatePlan
import Documents
import Reports

/// All indicators of a period, with a filter whose state is in the address.
struct IndicatorsPage {
  private let visit: Visit
  private let quarter: Quarter
  private let search: String?
  private let status: String?
  /// A status that was asked for and that there isn't.
  private let unknownStatus: String?
  private let priority: String?

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    guard visit.hasPeriod else { return NothingYetPage.answer(visit, .indicators) }
    return .html(IndicatorsPage(visit, try visit.quarter).html)
  }

  private init(_ visit: Visit, _ quarter: Quarter) {
    self.visit = visit
    self.quarter = quarter
    search = visit.field("q")
    let asked = visit.field("status")
    let known = quarter.indicators.statuses.map(\.mark) + [StatusMarks.notRated, StatusMarks.undetermined]
    let isKnown = known.contains { $0.word == asked }
    status = isKnown ? asked : nil
    unknownStatus = isKnown ? nil : asked
    priority = visit.field("priority")
  }

  private var html: HTML {
    let groups = self.groups
    let shown = groups.reduce(0) { $0 + $1.standings.count }
    let total = quarter.scorecard.indicators.inPlan
    return HTML.page(
      visit, Frame(title: "Indicators", place: .indicators, quarter: quarter, kept: filter)
    ) { html in
      html.raw("<h1>Indicators</h1>")
      form(&html)
      if let unknownStatus { html.element("p", "There is no status called “\(unknownStatus)”; all are shown.") }
      html.element(
        "p", ["class": "found", "role": "status"],
        shown == total ? counted(total, "indicator") : "\(shown) of \(counted(total, "indicator"))")
      if shown > 0 {
        IndicatorTable(visit, quarter, "Indicators in \(quarter.period.name)", groups).write(into: &html)
        html.indicatorKey()
      } else {
        nothingFound(&html)
      }
      html.raw(#"<p><a href="/open/indicators.csv">All indicators as CSV</a></p>"#)
    }
  }

  private var filter: [(name: String, value: String)] {
    [("q", search), ("status", status), ("priority", priority)].compactMap { name, value in
      value.map { (name, $0) }
    }
  }

  /// The indicators that the filter lets through, by priority.
  private var groups: [(heading: String?, standings: [IndicatorStanding])] {
    let scorecard = quarter.scorecard
    var groups: [(heading: String?, standings: [IndicatorStanding])] = []
    for section in scorecard.sections where priority == nil || priority == section.priority.id {
      groups.append((section.priority.title, section.standings.filter(isShown)))
    }
    if priority == nil { groups.append(("No priority", scorecard.unplacedIndicators.filter(isShown))) }
    return groups.filter { !$0.standings.isEmpty }
  }

  private func isShown(_ standing: IndicatorStanding) -> Bool {
    if let status, !isOf(status, standing) { return false }
    guard let search else { return true }
    let indicator = standing.indicator
    let texts = [indicator.name, indicator.code, indicator.definition, indicator.owner].compactMap { $0?.lowercased() }
    return search.lowercased().split(separator: " ").allSatisfy { word in texts.contains { $0.contains(word) } }
  }

  private func isOf(_ status: String, _ standing: IndicatorStanding) -> Bool {
    switch standing.outcome {
    case .rated(let given): quarter.marks.mark(given).word == status
    case .notRated: status == StatusMarks.notRated.word
    case .undetermined: status == StatusMarks.undetermined.word
    }
  }

  private func form(_ html: inout HTML) {
    html.raw(#"<form class="filter" method="get" action="/indicators" role="search" aria-label="Indicators">"#)
    html.raw(#"<div><label for="q">Words in name or definition</label>"#)
    html.void("input", ["id": "q", "name": "q", "type": "search", "maxlength": "100", "value": search])
    html.raw("</div>")
    let words = quarter.indicators.statuses.map(\.mark.word)
    select("status", "Status", words.map { ($0, $0) }, status, &html)
    select(
      "priority", "Priority", quarter.scorecard.sections.map { ($0.priority.id, $0.priority.title) }, priority, &html)
    if quarter.period != visit.view.newest {
      html.void("input", ["type": "hidden", "name": "period", "value": quarter.period.code])
    }
    html.raw(#"<div class="buttons"><button>Apply</button>"#)
    if !filter.isEmpty { html.link("Clear", visit.link("/indicators", quarter)) }
    html.raw("</div></form>")
  }

  private func select(
    _ name: String, _ label: String, _ choices: [(value: String, text: String)], _ chosen: String?,
    _ html: inout HTML
  ) {
    html.raw("<div>")
    html.element("label", ["for": name], label)
    html.element("select", ["id": name, "name": name]) { html in
      html.raw(#"<option value="">All</option>"#)
      for choice in choices {
        html.element("option", ["value": choice.value, "selected": choice.value == chosen ? "" : nil], choice.text)
      }
    }
    html.raw("</div>")
  }

  private func nothingFound(_ html: inout HTML) {
    html.raw(#"<div class="note-block"><p>No indicator fits. "#)
    html.link("Show all indicators", visit.link("/indicators", quarter))
    html.raw("</p></div>")
  }
}

extension HTML {
  /// What the marks in a table of indicators mean.
  mutating func indicatorKey() {
    raw(
      """
      <p class="note">▲ performance got better, ► stayed the same, ▼ got worse, whichever way the figure moved. \
      (p) provisional, (e) estimated, (r) revised. The year shows a shape for each quarter’s status.</p>
      """)
  }
}
