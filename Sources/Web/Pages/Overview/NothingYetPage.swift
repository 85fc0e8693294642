import Documents

/// What visitors see at each address of the menu while there are no figures.
enum NothingYetPage {
  static func answer(_ visit: Visit, _ place: Frame.Place) -> Answer {
    .html(
      HTML.page(visit, Frame(title: "Nothing reported yet", place: place)) { html in
        html.raw(
          """
          <h1>Nothing has been reported yet</h1><p class="lead">This is where the council’s plan, its indicators and its \
          reports will stand once the first quarter’s figures are recorded.</p>
          """)
        if visit.view.newestSeal != nil {
          html.raw(
            """
            <p>Figures were withdrawn after a report of them was sealed. <a href="/reports">The sealed reports</a> stay \
            as they were published.</p>
            """)
        }
        if place == .indicators, !visit.book.indicators.isEmpty {
          html.raw("<h2>Indicators of the plan</h2><ul>")
          for indicator in visit.book.indicators.values.sorted(by: { ($0.order, $0.id) < ($1.order, $1.id) }) {
            html.raw("<li>")
            html.indicator(indicator)
            html.raw("</li>")
          }
          html.raw("</ul>")
          return
        }
        guard !visit.book.priorities.isEmpty else { return }
        html.raw("<h2>Priorities of the plan</h2>")
        html.bullets(visit.book.priorities.map(\.title))
        html.raw(#"<p><a href="/plan">The whole plan</a></p>"#)
      })
  }
}
