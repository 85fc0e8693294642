import CorporatePlan
import Documents
import Reports

/// Any item of the plan: what it promises, how it is measured, what lies beneath it, what serves it and what it serves.
struct PlanItemPage {
  private let visit: Visit
  private let item: PlanItem
  private let history: RecordHistory

  static func answer(_ visit: Visit) async throws -> Answer {
    guard let item = visit.book.items[try visit.parameter("id")] else {
      throw Refusal.notFound("This part of the plan")
    }
    let history = try await RecordHistory(of: item.recordID, visit)
    return .html(PlanItemPage(visit: visit, item: item, history: history).html)
  }

  private var html: HTML {
    HTML.page(visit, Frame(title: item.title, place: .plan)) { html in
      html.thread(visit, above: item.parent, item.level, item.title, quarter: nil)
      if let text = item.text { html.prose(text) }
      let about = ItemFacts(visit.book, item, PlanStanding(visit.view))
      html.raw("<section><h2>About it</h2>")
      html.summaryList { html in
        html.summaryRow("Code", item.code)
        html.summaryRow("Who answers for it", item.owner)
        html.summaryRow("Due", item.dueText)
        about.write(into: &html)
      }
      html.raw("</section>")
      html.beneath(item, visit)
      html.connections(of: item.recordID, visit)
      history.write(into: &html)
    }
  }
}
