import CorporatePlan
import Documents

/// The risks to what the council promised, the gravest first.
enum RisksPage {
  static func answer(_ visit: OfficeVisit) -> Answer {
    let period = visit.riskPeriod
    let standings = visit.bookOfRisks.risks.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
      .map { visit.book.standing(of: $0, in: period) }
      .sorted { $1.weight < $0.weight }
    return .html(
      HTML.page(visit, "Risks", .risks) { html in
        html.savedBanner(visit)
        html.raw("<h1>Risks</h1>")
        html.element("p", ["class": "buttons"]) { html in
          if visit.may(.editPlan) { html.raw(#"<a class="button" href="/edit/risks/new">Add a risk</a> "#) }
          html.raw(#"<a href="/risks/matrix">The same as a matrix</a>"#)
        }
        if standings.isEmpty { return html.raw("<p>No risk has been recorded yet.</p>") }
        html.periodFilter(visit, period, "/risks")
        RiskTable(visit.book, standings.map(\.risk), linksRisks: true, in: period)
          .write("Risks and what is done against them, by their place in the matrix", into: &html)
      })
  }
}

extension RiskStanding {
  /// By product, then impact; what was never placed comes last.
  fileprivate var weight: (Int, Int) { score?.place.map { ($0.product, $0.impact) } ?? (0, 0) }
}

/// Risks side by side, one below the other on a telephone: how each stands, and what is done against it.
struct RiskTable {
  private let book: Book
  private let risks: [Risk]
  private let linksRisks: Bool
  private let period: Period?

  /// - Parameter period: at whose end they stand so; today's for `nil`.
  init(_ book: Book, _ risks: [Risk], linksRisks: Bool = false, in period: Period? = nil) {
    (self.book, self.risks, self.linksRisks, self.period) = (book, risks, linksRisks, period)
  }

  func write(_ caption: String, into html: inout HTML) {
    html.raw(#"<table class="cards"><caption>"#)
    html.text(caption)
    html.raw(
      #"</caption><thead><tr><th scope="col">Risk</th><th scope="col">How it stands</th><th scope="col">What is done</th><th scope="col">Who answers for it</th></tr></thead><tbody>"#
    )
    for risk in risks {
      let name = [risk.code, risk.title].compactMap { $0 }.joined(separator: " ")
      html.raw(#"<tr><th scope="row">"#)
      linksRisks ? html.link(name, "/risks/\(risk.id.addressed)") : html.text(name)
      if let text = risk.text { html.element("span", ["class": "note"], text) }
      html.raw(#"</th><td data-label="How it stands">"#)
      standing(of: risk, &html)
      html.raw(#"</td><td class="long" data-label="What is done">"#)
      for words in risk.mitigations { html.element("p", words) }
      if risk.mitigations.isEmpty { html.text("–") }
      html.raw(#"</td><td data-label="Who answers for it">"#)
      html.text(risk.owner ?? "–")
      html.raw("</td></tr>")
    }
    html.raw("</tbody></table>")
  }

  private func standing(of risk: Risk, _ html: inout HTML) {
    if let period {
      let standing = book.standing(of: risk, in: period)
      html.riskMark(standing, book.riskMatrix)
      if standing.score != nil { html.element("span", ["class": "note"], standing.words) }
    } else {
      html.text(words(of: risk))
    }
  }

  private func words(of risk: Risk) -> String {
    guard let score = book.riskScores.values.filter({ $0.risk == risk.id }).max(by: { $0.day < $1.day }) else {
      return "not scored"
    }
    return [score.status?.id.capitalised, score.place?.words, score.day.words].compactMap { $0 }.joined(separator: "; ")
  }
}
