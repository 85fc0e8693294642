import CorporatePlan
import Documents
import Reports

extension OfficePage {
  /// What waits for a reviewer, and how far each of their services is.
  func reviewPart(_ html: inout HTML) {
    guard let period else { return }
    let (book, today) = (visit.book, visit.today)
    let reach = book.reach(of: visit.person.id, visit.scope(for: .review), on: today)
    let waiting = rows.filter { $0.state == .submitted && book.isWithin(reach, $0.slot.subject) }
    html.raw("<section>")
    html.element("h2", "To review in \(period.name)")
    html.element(
      "p", waiting.isEmpty ? "Nothing waits for you." : "\(counted(waiting.count, "return")) waiting for you.")
    if !waiting.isEmpty, Routes.lead(to: "/review/:") {
      html.raw("<p>")
      let isFirst = duties?.left ?? 0 == 0
      html.element(
        "a", ["class": isFirst ? "button" : "button second", "href": "/review/\(period.code.addressed)"], "Review")
      html.raw("</p>")
    }
    let units = reach.services.sorted().map { book.standing(ofUnit: $0, rows, in: period) }.filter { $0.total > 0 }
    if !units.isEmpty {
      html.table(
        Table(
          "Your services",
          columns: [
            .init("Service", width: 3), .init("Sign-off", width: 2), .init("Not sent", .right),
            .init("To review", .right), .init("Approved", .right), .init("All", .right),
          ],
          rows: units.map { unit in
            Table.Row([
              .rowHeader(unit.name), .text(unit.state.words.capitalised),
              .text(String(unit.count(.open) + unit.count(.entered) + unit.count(.returned))),
              .text(String(unit.count(.submitted))), .text(String(unit.count(.approved) + unit.count(.waived))),
              .text(String(unit.total)),
            ])
          }))
    }
    html.raw("</section>")
  }
}
