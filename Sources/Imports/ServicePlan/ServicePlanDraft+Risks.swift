import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// The risks of a table beside the plan's own.
  mutating func draftRisks(_ table: SourceTable) {
    let headings = table.rows.first?.cells ?? []
    guard headings.contains(where: { $0.text.lowercased().contains("risk") }), let rows = RiskRow.all(in: table) else {
      return
    }
    draft.take(headings.map(\.locator))
    for row in rows { draftRisk(row) }
  }

  private mutating func draftRisk(_ row: RiskRow) {
    // A row that has more or fewer cells than the headings stays in the list of what found no home.
    guard let title = row.title, !title.text.trimmed.isEmpty else { return }
    let known = draft.order.book.risks.values.filter { $0.title.normalisedName == title.text.normalisedName }
      .min { $0.id < $1.id }
    let number = next("risk")
    var risk = known ?? Risk(id: riskID(title.text), title: title.text.onOneLine, order: number)
    risk.mitigations += row.mitigations.filter { !risk.mitigations.contains($0) }
    risk.owner = row[.owner].map(\.text.onOneLine).flatMap { $0.isEmpty ? nil : $0 } ?? risk.owner
    draft.add(risk, at: title.locator)
    draft.take(
      [RiskRow.Column.mitigations, .owner].compactMap { row[$0]?.locator })
    draftScore(row, of: risk.id)
  }

  private mutating func riskID(_ title: String) -> String {
    var slugs = Slugs()
    for id in draft.order.book.risks.keys { slugs.reserve(id) }
    for case let risk as Risk in draft.records { slugs.reserve(risk.id) }
    return slugs.make(title.onOneLine)
  }

  /// Where a risk stands on the last day of the quarter, or on the plan's first day where nothing says a quarter.
  private mutating func draftScore(_ row: RiskRow, of risk: String) {
    let (likelihood, impact) = (row[.likelihood].flatMap(number), row[.impact].flatMap(number))
    let score = RiskScore(
      risk: risk, day: period.map { $0.end + -1 } ?? year.period.start, status: row.status, likelihood: likelihood,
      impact: impact)
    let read: [(SourceCell?, Bool)] = [
      (row[.likelihood], likelihood != nil), (row[.impact], impact != nil), (row[.status], row.status != nil),
    ]
    let cells = read.compactMap { $0.1 ? $0.0 : nil }
    guard let first = cells.first else { return }
    draft.add(score, at: first.locator)
    draft.take(cells.map(\.locator))
  }

  private func number(_ cell: SourceCell) -> Int? { Int(cell.text.trimmed) }
}
