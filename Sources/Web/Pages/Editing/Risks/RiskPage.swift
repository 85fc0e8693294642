import CorporatePlan
import Documents
import Reports

/// One risk: how it stands and which way it goes, what is done against it, and where it stood before.
enum RiskPage {
  static func answer(_ visit: OfficeVisit) throws -> Answer {
    let risk = try visit.risk
    let period = visit.riskPeriod
    let standing = visit.book.standing(of: risk, in: period)
    return .html(
      HTML.page(visit, risk.title, .risks) { html in
        html.savedBanner(visit)
        html.element("h1", [risk.code, risk.title].compactMap { $0 }.joined(separator: " "))
        html.element("p", ["class": "headline"]) { html in
          html.riskMark(standing, visit.book.riskMatrix)
          html.element("span", "At the end of \(period.name): \(standing.words).")
        }
        if visit.may(.editPlan) {
          html.element("p", ["class": "buttons"]) { html in
            html.element("a", ["class": "button", "href": "/edit/risks/\(risk.id.addressed)"], "Change")
            html.raw(" ")
            html.element("a", ["class": "button second", "href": "/edit/risks/\(risk.id.addressed)/score"], "Score it")
          }
        }
        facts(risk, visit, &html)
        scores(risk, visit, &html)
        html.element("p") { $0.link("All changes of this risk", "/history/risk/\(risk.id.addressed)") }
      })
  }

  private static func facts(_ risk: Risk, _ visit: OfficeVisit, _ html: inout HTML) {
    html.summaryList { html in
      html.summaryRow("Cause", risk.cause)
      html.summaryRow("Effect", risk.effect)
      html.summaryRow("More", risk.text)
      html.summaryRow("Sort", risk.category)
      html.summaryRow("Who answers for it", risk.owner)
      html.summaryRow("At first", risk.inherent?.words)
      html.summaryRow("To be brought to", risk.target?.words)
      if !risk.mitigations.isEmpty { html.summaryRow("What is done against it") { $0.bullets(risk.mitigations) } }
      let items = risk.items.compactMap { visit.book.items[$0]?.title }
      if !items.isEmpty { html.summaryRow("What it threatens") { $0.bullets(items) } }
    }
  }

  private static func scores(_ risk: Risk, _ visit: OfficeVisit, _ html: inout HTML) {
    let scores = visit.book.riskScores.values.filter { $0.risk == risk.id }.sorted { $1.day < $0.day }
    guard !scores.isEmpty else { return html.raw("<p>It has not been scored yet.</p>") }
    html.raw("<section><h2>Where it stood</h2>")
    html.table(
      Table(
        "Newest first",
        columns: [
          .init("Day", width: 2), .init("Band", width: 2), .init("Likelihood", .right), .init("Impact", .right),
        ],
        rows: scores.map { score in
          Table.Row([
            .rowHeader(score.day.words), score.status.map { .status(.band($0)) } ?? .text("–"),
            .text(score.likelihood.map(String.init) ?? "–"), .text(score.impact.map(String.init) ?? "–"),
          ])
        }))
    html.raw("</section>")
  }
}

extension OfficeVisit {
  /// The period whose risks are shown: the one asked for, or the quarter of today.
  var riskPeriod: Period {
    field("period").flatMap(book.calendar.period) ?? Period.containing(today, .quarter)
      ?? FinancialYear(containing: today).period
  }
}

extension RiskPlace {
  /// "likelihood 3, impact 4".
  var words: String { "likelihood \(likelihood), impact \(impact)" }
}

extension StatusMark {
  /// The band of a place in the matrix, by word, shape and tint.
  static func band(_ status: Status) -> StatusMark { StatusMarks.actions.mark(status) }
}

extension RiskStanding {
  /// "amber, likelihood 3, impact 4, rising".
  var words: String {
    guard let score else { return "not scored yet" }
    return [score.place?.words ?? score.status?.id, isOld ? "last scored on \(score.day.words)" : direction.words]
      .compactMap { $0 }.joined(separator: ", ")
  }
}

extension RiskStanding.Direction {
  var words: String? {
    switch self {
    case .rising: "rising"
    case .falling: "falling"
    case .same: "as before"
    case .unknown: nil
    }
  }
}

extension HTML {
  /// How a risk stands, or that it is not scored.
  mutating func riskMark(_ standing: RiskStanding, _ matrix: RiskMatrix) {
    let status = standing.score.flatMap { score in score.status ?? score.place.flatMap(matrix.status) }
    tag(status.map(StatusMark.band) ?? StatusMark(.grey, "Not scored"))
  }
}
