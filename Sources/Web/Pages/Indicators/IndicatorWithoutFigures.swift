import CorporatePlan
import Documents

/// An indicator that has no figures yet, or is not in the plan in the period shown: what it measures, and what others
/// report for the same.
struct IndicatorWithoutFigures {
  static func answer(_ visit: Visit, _ id: String) async throws -> Answer {
    guard let indicator = visit.book.indicators[id] else { throw Refusal.notFound("This indicator") }
    let history = try await RecordHistory(of: indicator.recordID, visit)
    let facts = IndicatorFacts(visit.book, indicator)
    return .html(
      HTML.page(visit, Frame(title: indicator.name, place: .indicators)) { html in
        html.thread(visit, above: indicator.items.first, "Indicator", indicator.name, quarter: nil)
        html.raw("<p>")
        html.text(
          visit.book.readings[id]?.actuals.isEmpty == false
            ? "There is no figure for the period shown." : "No figure has been recorded yet.")
        html.raw("</p>")
        facts.writeComparison(into: &html)
        facts.writeDefinition(into: &html, after: visit.view.newest)
        html.connections(of: indicator.recordID, visit)
        history.write(into: &html)
      })
  }
}
