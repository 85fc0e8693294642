import CorporatePlan
import Documents

/// Indicators in rows, in groups, for the list and for a priority.
struct IndicatorTable {
  let visit: Visit
  let quarter: Quarter
  let caption: String
  let groups: [(heading: String?, standings: [IndicatorStanding])]
  private let year: [Quarter?]

  init(
    _ visit: Visit, _ quarter: Quarter, _ caption: String,
    _ groups: [(heading: String?, standings: [IndicatorStanding])]
  ) {
    self.visit = visit
    self.quarter = quarter
    self.caption = caption
    self.groups = groups
    year = visit.view.year(of: quarter.period)
  }

  func write(into html: inout HTML) {
    html.scrollRegion("Table: \(caption)") { html in
      html.raw(#"<table class="cards"><caption>"#)
      html.text(caption)
      html.raw(
        """
        </caption><thead><tr><th scope="col">Indicator</th><th scope="col" class="number">Actual</th>\
        <th scope="col" class="number">Target</th><th scope="col">Status</th>\
        <th scope="col">Since the period before</th><th scope="col">Year</th></tr></thead>
        """)
      for group in groups { body(group.heading, group.standings, &html) }
      html.raw("</table>")
    }
  }

  private func body(_ heading: String?, _ standings: [IndicatorStanding], _ html: inout HTML) {
    html.raw("<tbody>")
    if let heading {
      html.raw(#"<tr class="group"><th scope="rowgroup" colspan="6">"#)
      html.text(heading)
      html.raw("</th></tr>")
    }
    for standing in standings { row(standing, &html) }
    html.raw("</tbody>")
  }

  private func row(_ standing: IndicatorStanding, _ html: inout HTML) {
    let indicator = standing.indicator
    html.raw(#"<tr><th scope="row">"#)
    html.element("a", ["href": visit.link("/indicators/\(indicator.id.addressed)", quarter)], indicator.name)
    if standing.isInArrears(quarter.period), let period = standing.dataPeriod {
      html.raw(#" <span class="note">data for "#)
      html.text(period.name)
      html.raw("</span>")
    }
    html.raw(#"</th><td class="number" data-label="Actual">"#)
    html.text(indicator.text(standing.value))
    html.actualMark(standing.state)
    html.raw(#"</td><td class="number" data-label="Target">"#)
    html.text(standing.target.map { indicator.text($0) } ?? "none")
    html.raw(#"</td><td data-label="Status">"#)
    html.tag(quarter.marks.mark(standing))
    if standing.override != nil { html.raw(#"<span class="note">by an officer</span>"#) }
    html.raw(#"</td><td data-label="Since the period before">"#)
    html.trend(standing.short)
    html.raw(#"</td><td data-label="Year">"#)
    html.ribbon(
      "Status by quarter", year.map { other in other?.standings[indicator.id].map { other!.marks.mark($0) } },
      current: year.firstIndex { $0 === quarter })
    html.raw("</td></tr>")
  }
}

extension HTML {
  /// "(p)" for a figure that is not final yet; the key stands below the values.
  mutating func actualMark(_ state: Actual.State) {
    switch state {
    case .provisional: raw(#" <abbr title="provisional">(p)</abbr>"#)
    case .estimated: raw(#" <abbr title="estimated">(e)</abbr>"#)
    case .revised: raw(#" <abbr title="revised">(r)</abbr>"#)
    case .final: break
    }
  }

  /// Direction of travel: an arrow and its word.
  mutating func trend(_ trend: Trend) {
    guard trend != .none else {
      raw(#"<span class="trend none">–<span class="hidden">not comparable</span></span>"#)
      return
    }
    raw(#"<span class="trend"><span aria-hidden="true">"#)
    text(trend.arrow)
    raw("</span> ")
    text(trend.words)
    raw("</span>")
  }
}
