import CorporatePlan
import Documents

/// The risks to what the council promised.
enum RisksPage {
  static func answer(_ visit: OfficeVisit) -> Answer {
    let risks = visit.book.risks.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    return .html(
      HTML.page(visit, "Risks", .risks) { html in
        html.raw("<h1>Risks</h1>")
        if risks.isEmpty {
          html.raw("<p>No risk has been recorded yet.</p>")
        } else {
          RiskTable(visit.book, risks).write("Risks and what is done against them", into: &html)
        }
      })
  }
}

/// Risks side by side, one below the other on a telephone: how each stands, and what is done against it.
struct RiskTable {
  private let book: Book
  private let risks: [Risk]

  init(_ book: Book, _ risks: [Risk]) { (self.book, self.risks) = (book, risks) }

  func write(_ caption: String, into html: inout HTML) {
    html.raw(#"<table class="cards"><caption>"#)
    html.text(caption)
    html.raw(
      #"</caption><thead><tr><th scope="col">Risk</th><th scope="col">How it stands</th><th scope="col">What is done</th><th scope="col">Who answers for it</th></tr></thead><tbody>"#
    )
    for risk in risks {
      html.raw(#"<tr><th scope="row">"#)
      html.text([risk.code, risk.title].compactMap { $0 }.joined(separator: " "))
      if let text = risk.text { html.element("span", ["class": "note"], text) }
      html.raw(#"</th><td data-label="How it stands">"#)
      html.text(standing(of: risk))
      html.raw(#"</td><td class="long" data-label="What is done">"#)
      for words in risk.mitigations { html.element("p", words) }
      if risk.mitigations.isEmpty { html.text("–") }
      html.raw(#"</td><td data-label="Who answers for it">"#)
      html.text(risk.owner ?? "–")
      html.raw("</td></tr>")
    }
    html.raw("</tbody></table>")
  }

  private func standing(of risk: Risk) -> String {
    guard let score = book.riskScores.values.filter({ $0.risk == risk.id }).max(by: { $0.day < $1.day }) else {
      return "not scored"
    }
    let place = score.likelihood.flatMap { likelihood in
      score.impact.map { "likelihood \(likelihood), impact \($0)" }
    }
    return [score.status?.id.capitalised, place, score.day.words].compactMap { $0 }.joined(separator: "; ")
  }
}
