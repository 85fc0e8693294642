import CorporatePlan
import Documents
import Reports

/// What became of each part of one plan in the next, and which commitments are rated in parts: tables, not footnotes.
enum LineagePage {
  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    guard visit.view.hasLineage else { throw .notFound("This page") }
    return .html(
      HTML.page(visit, Frame(title: "From one plan to the next", place: .plan)) { html in
        html.raw("<h1>From one plan to the next</h1>")
        html.raw(
          #"<p class="lead">What became of each part of the plan before. What was dropped has a reason.</p>"#)
        for day in Set(visit.book.lineages.values.map(\.on)).sorted(by: { ($0?.number ?? 0) > ($1?.number ?? 0) }) {
          if let day { html.element("h2", "The plan that begins on \(day.words)") }
          for (what, table) in tables(of: visit.book, on: day) {
            html.element("p", ["class": "note"], "\(what): \(table.summary)")
            html.lineage(table, what)
          }
        }
        if let parts = visit.view.ratedParts {
          html.raw("<h2>Commitments that are rated in parts</h2>")
          html.element("p", ["class": "note"], parts.summary)
          html.lineage(parts, "Each commitment with its parts")
        }
      })
  }

  private static func tables(of book: Book, on day: Day?) -> [(String, LineageTable)] {
    let lineages = book.lineages.values.filter { $0.on == day }
    func table(_ kind: String, _ title: (String) -> String?) -> LineageTable {
      LineageTable(lineages.filter { $0.of == kind }.compactMap { LineageTable.Row($0, title) })
    }
    let roles = PlanItem.Role.allCases.map { role in
      (
        plural(role.rawValue).capitalised,
        table(PlanItem.kind) { book.items[$0].flatMap { $0.role == role ? $0.title : nil } }
      )
    }
    return (roles + [("Indicators", table(Indicator.kind) { book.indicators[$0]?.name })]).filter { !$0.1.rows.isEmpty }
  }
}

extension View {
  var hasLineage: Bool { !book.lineages.isEmpty || ratedParts != nil }

  /// The commitments that are rated in parts in the newest period; `nil` when there are none.
  var ratedParts: LineageTable? {
    guard let newest else { return nil }
    let table = LineageTable(ratedPartsOf: book, in: newest)
    return table.rows.isEmpty ? nil : table
  }
}

extension HTML {
  /// What changed, as a table; what was carried over as it was, out of the way.
  mutating func lineage(_ table: LineageTable, _ caption: String) {
    let told = table.rows.filter { $0.relation != .carried || $0.earlier != $0.later }
    if !told.isEmpty {
      self.table(
        Table(
          caption,
          columns: [
            .init("Before", width: 3), .init("What became of it"), .init("Now", width: 3), .init("Why", width: 2),
          ], rows: told.map(row)))
    }
    let carried = table.rows.filter { $0.relation == .carried && $0.earlier == $0.later }.flatMap(\.later)
    guard !carried.isEmpty else { return }
    element("details") { html in
      html.element("summary", "\(carried.count) carried over as they were")
      html.bullets(carried)
    }
  }

  private func row(_ row: LineageTable.Row) -> Table.Row {
    func cell(_ titles: [String]) -> [Inline] {
      titles.isEmpty
        ? [.text("–")] : titles.enumerated().flatMap { $0 > 0 ? [.lineBreak, .text($1)] : [Inline.text($1)] }
    }
    return Table.Row([
      Table.Cell(cell(row.earlier), isRowHeader: true), .text(row.relation.rawValue.capitalised),
      Table.Cell(cell(row.later)), .text(row.reason ?? "–"),
    ])
  }
}
