import CorporatePlan
import Documents

/// What became of each part of one plan in the next.
enum LineagePage {
  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    guard !visit.book.lineages.isEmpty else { throw .notFound("This page") }
    let names = RecordNames(visit.book)
    let lineages = visit.book.lineages.values.sorted { $0.id < $1.id }
    return .html(
      HTML.page(visit, Frame(title: "From one plan to the next", place: .plan)) { html in
        html.raw("<h1>From one plan to the next</h1>")
        html.raw(
          #"<p class="lead">What became of each part of the plan before this one. What was dropped has a reason.</p>"#)
        html.table(
          Table(
            "What became of what",
            columns: [
              .init("Before", width: 3), .init("What became of it"), .init("Now", width: 3), .init("Why", width: 2),
            ],
            rows: lineages.map { lineage in
              Table.Row([
                Table.Cell(linked(lineage.from, lineage.of, visit, names), isRowHeader: true),
                .text(lineage.relation.rawValue.capitalised),
                Table.Cell(linked(lineage.to, lineage.of, visit, names)), .text(lineage.reason ?? "–"),
              ])
            }))
      })
  }

  private static func linked(_ ids: [String], _ kind: String, _ visit: Visit, _ names: RecordNames) -> [Inline] {
    guard !ids.isEmpty else { return [.text("–")] }
    return ids.enumerated().flatMap { index, id -> [Inline] in
      let name = names.name(RecordID(kind, id))
      let address =
        kind == PlanItem.kind
        ? visit.book.items[id].map { visit.address(of: $0) }
        : visit.book.indicators[id].map { "/indicators/\($0.id.addressed)" }
      return (index > 0 ? [.lineBreak] : []) + [address.map { .link(name, url: $0) } ?? .text(name)]
    }
  }
}
