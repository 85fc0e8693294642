import CorporatePlan
import Documents
import Reports

/// The kinds of report and how far the council has made each its own.
enum ReportTemplatesPage {
  static func answer(_ visit: OfficeVisit) -> Answer {
    .html(
      HTML.page(visit, "Templates of reports", .work) { html in
        html.element("h1", "Templates of reports")
        html.raw(
          #"<p class="lead">Order, headings, words for statuses, who clears, logo and Word styles: set once for each kind of report.</p>"#
        )
        html.raw(#"<ul class="records">"#)
        for type in ReportType.allCases {
          html.raw("<li>")
          html.link(type.words, type.templateAddress)
          html.element("p", ["class": "note"], facts(visit.book.reportTemplates[type.code]))
          html.raw("</li>")
        }
        html.raw("</ul>")
        html.element("p") { $0.link("Reports in preparation", "/work/reports") }
      })
  }

  private static func facts(_ template: ReportTemplate?) -> String {
    guard let template else { return "As the program makes it" }
    var facts: [String] = []
    let left = template.sections.filter(\.isLeftOut).count
    if !template.sections.isEmpty { facts.append("own order") }
    if left > 0 { facts.append("\(counted(left, "section")) left out") }
    if !template.statusWords.isEmpty { facts.append("own words for statuses") }
    if !template.officers.isEmpty { facts.append("cleared by \(listed(template.officers.map(\.role)))") }
    if template.logo != nil { facts.append("a logo") }
    if template.wordStyle != nil { facts.append("Word styles") }
    return facts.isEmpty ? "As the program makes it" : facts.joined(separator: " · ")
  }
}

extension ReportType {
  var templateAddress: String { "/work/templates/\(code)" }
}
