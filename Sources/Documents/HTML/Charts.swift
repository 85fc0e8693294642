extension HTML {
  /// A chart with its title, its sentence, and its data behind "Show as table".
  package mutating func chart(_ chart: Chart) {
    self.chart(chart, caption: chart.title)
  }

  /// Browsers make a plain figure a picture without a text; as a labelled group it is none.
  mutating func chart(_ chart: Chart, caption: String) {
    element("figure", ["class": "chart", "role": "group", "aria-label": chart.title]) { html in
      html.element("figcaption", caption)
      html.scrollRegion("Chart: \(chart.title)") { html in html.drawing(of: chart) }
      html.element("p", ["class": "chart-description"], chart.description)
      html.element("details") { html in
        html.element("summary", "Show as table")
        html.table(chart.table)
      }
    }
  }

  private mutating func drawing(of chart: Chart) {
    switch chart.plot {
    case .strip(let strip): StripDrawing(strip).draw(chart, into: &self)
    case .line(let line): LineDrawing(line).draw(chart, into: &self)
    case .bullet(let bullet): BulletDrawing(bullet).draw(chart, into: &self)
    }
  }
}
