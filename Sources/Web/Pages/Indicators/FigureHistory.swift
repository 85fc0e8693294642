import CorporatePlan
import Documents
import Ledger

/// Every published figure of an indicator with its target and the day it was published; of a revised one, what it was
/// before. Drafts, what was returned and the reasons officers gave each other stay in the office.
struct FigureHistory {
  private let indicator: Indicator
  private let readings: Readings
  private let visit: Visit
  /// What was published of each figure, oldest first.
  private var published: [RecordID: [PublishedFigure]] = [:]
  /// The status in the report that showed a period's figure.
  private let statuses: [Period: StatusMark]

  init(of indicator: Indicator, _ visit: Visit) async throws {
    self.indicator = indicator
    self.visit = visit
    readings = visit.book.readings[indicator.id] ?? Readings()
    statuses = Dictionary(
      visit.view.periods.compactMap { period in
        let quarter = visit.view.quarter(period)
        guard let standing = quarter.standings[indicator.id], let data = standing.dataPeriod else { return nil }
        return (data, quarter.marks.mark(standing))
      }, uniquingKeysWith: { newest, _ in newest })
    for actual in readings.actuals {
      published[actual.recordID] = try await visit.publications(of: actual, indicator)
    }
  }

  func write(into html: inout HTML) {
    guard !readings.actuals.isEmpty else { return }
    html.raw(#"<section><h2>All figures</h2>"#)
    html.table(table)
    html.raw(
      """
      <p class="note">(p) provisional, (e) estimated, (r) revised: a figure that was changed keeps what it was before. \
      Each figure has an address of its own, which stays.</p><p>
      """)
    html.link("These figures as CSV", "/indicators/\(indicator.id.addressed)/values.csv")
    html.raw("</p></section>")
  }

  private var table: Table {
    Table(
      "Figures of \(indicator.name)",
      columns: [
        Table.Column("Period"), Table.Column("Actual", .right), Table.Column("Target", .right), Table.Column("Status"),
        Table.Column("Published"),
      ],
      rows: readings.actuals.reversed().map { actual in
        let target = readings.target(in: actual.period)?.expression
        return Table.Row([
          Table.Cell(
            [
              .link(actual.period.name.replacing(" ", with: "\u{A0}"), url: visit.address(of: indicator, actual.period))
            ],
            isRowHeader: true),
          .text(indicator.text(actual.value) + mark(actual)),
          .text(target.map { indicator.text($0) } ?? "none"), statuses[actual.period].map { .status($0) } ?? "–",
          Table.Cell(recorded(actual)),
        ])
      })
  }

  private func mark(_ actual: Actual) -> String {
    if actual.state == .provisional { return " (p)" }
    if actual.state == .estimated { return " (e)" }
    return actual.state == .revised || hasChanged(actual) ? " (r)" : ""
  }

  private func recorded(_ actual: Actual) -> [Inline] {
    let figures = published[actual.recordID] ?? []
    guard let newest = figures.last else { return ["–"] }
    var words: [Inline] = [.text(newest.day.words)]
    for (figure, next) in zip(figures, figures.dropFirst()).reversed() {
      let value = indicator.text(figure.value)
      let said = value == indicator.text(next.value) ? "confirmed: it was \(value) before" : "before: \(value)"
      words.append(.lineBreak)
      words.append(.text("\(said), \(figure.day.words)"))
    }
    return words
  }

  /// Whether anything else was published of a figure before.
  private func hasChanged(_ actual: Actual) -> Bool {
    Set((published[actual.recordID] ?? []).map { indicator.text($0.value) }).count > 1
  }
}
