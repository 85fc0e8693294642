import CorporatePlan
import Documents

/// The risks in the council's matrix at the end of a period, as a table that can be read out: each place with its band in
/// words and the risks that stand there.
enum RiskMatrixPage {
  static func answer(_ visit: OfficeVisit) -> Answer {
    let period = visit.riskPeriod
    let map = visit.bookOfRisks.riskMap(in: period)
    return .html(
      HTML.page(visit, "Risk matrix", .risks) { html in
        html.raw("<h1>Risk matrix</h1>")
        html.raw(#"<p><a href="/risks">The same as a list</a></p>"#)
        if visit.may(.editPlan) {
          html.raw(#"<p><a href="/edit/risk-matrix">Change the matrix itself</a></p>"#)
        }
        html.periodFilter(visit, period, "/risks/matrix")
        table(map, period, visit.book, &html)
        let without = map.withoutPlace
        guard !without.isEmpty else { return }
        html.raw("<section><h2>Without a place</h2><ul>")
        for standing in without {
          html.raw("<li>")
          html.link(standing.risk.title, "/risks/\(standing.risk.id.addressed)")
          html.text(": \(standing.words)")
          html.raw("</li>")
        }
        html.raw("</ul></section>")
      })
  }

  private static func table(_ map: RiskMap, _ period: Period, _ book: Book, _ html: inout HTML) {
    html.scrollRegion("Table: risks by likelihood and impact") { html in
      html.raw(#"<table class="matrix"><caption>"#)
      html.text("Risks at the end of \(period.name)")
      html.raw(#"</caption><thead><tr><th scope="col">Likelihood</th>"#)
      for cell in map.rows.first ?? [] {
        html.element("th", ["scope": "col"], "Impact \(cell.place.impact)")
      }
      html.raw("</tr></thead><tbody>")
      for row in map.rows {
        html.element("tr") { html in
          html.element("th", ["scope": "row"], row.first.map { "Likelihood \($0.place.likelihood)" } ?? "")
          for cell in row {
            let mark = StatusMark.band(cell.status)
            html.element("td", ["class": "status-\(mark.tone.rawValue)"]) { html in
              html.element("span", ["class": "band"]) { html in
                html.shape(of: mark.tone)
                html.text(mark.word)
              }
              guard !cell.risks.isEmpty else { return }
              html.raw("<ul>")
              for id in cell.risks {
                html.raw("<li>")
                html.link(
                  book.risks[id].map { [$0.code, $0.title].compactMap { $0 }.joined(separator: " ") } ?? id,
                  "/risks/\(id.addressed)")
                html.raw("</li>")
              }
              html.raw("</ul>")
            }
          }
        }
      }
      html.raw("</tbody></table>")
    }
  }
}

extension HTML {
  /// The choice of another period.
  mutating func periodFilter(_ visit: OfficeVisit, _ period: Period, _ address: String) {
    element("form", ["class": "filter", "method": "get", "action": address]) { html in
      html.raw(#"<div><label for="period">At the end of</label>"#)
      html.select("period", name: "period", chosen: period.code, visit.periodOptions)
      html.raw(#"</div><div class="buttons"><button class="second">Show</button></div>"#)
    }
  }
}
