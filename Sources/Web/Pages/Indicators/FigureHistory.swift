import CorporatePlan
import Documents
import Ledger

/// Every figure of an indicator with its target, and who recorded it when; of a revised one, what it was before.
struct FigureHistory {
  private let indicator: Indicator
  private let readings: Readings
  private let visit: Visit
  /// The revisions of figures that have more than one, oldest first.
  private var revised: [RecordID: [Entry]] = [:]
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
      guard let stamp = visit.book.stamp(of: actual.recordID), stamp.revision > 1 else { continue }
      revised[actual.recordID] = try await visit.site.council.history(of: actual.recordID)
        .filter { $0.position <= visit.book.position }
    }
  }

  func write(into html: inout HTML) {
    guard !readings.actuals.isEmpty else { return }
    html.raw(#"<section><h2>All figures</h2>"#)
    html.table(table)
    html.raw(
      """
      <p class="note">(p) provisional, (e) estimated, (r) revised: a figure that was changed keeps what it was before. \
      Whoever recorded a figure is shown by post, or by the id it was recorded under.</p><p>
      """)
    html.link("These figures as CSV", "/indicators/\(indicator.id.addressed)/values.csv")
    html.raw("</p></section>")
  }

  private var table: Table {
    Table(
      "Figures of \(indicator.name)",
      columns: [
        Table.Column("Period"), Table.Column("Actual", .right), Table.Column("Target", .right), Table.Column("Status"),
        Table.Column("Recorded"),
      ],
      rows: readings.actuals.reversed().map { actual in
        let target = readings.target(in: actual.period)?.expression
        return Table.Row([
          .rowHeader(actual.period.name.replacing(" ", with: "\u{A0}")),
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
    guard let stamp = visit.book.stamp(of: actual.recordID) else { return ["–"] }
    var words: [Inline] = [.text("\(stamp.recordedAt.londonDay.words) by \(stamp.author.authorWords)")]
    if !stamp.reason.isEmpty { words.append(.text(": \(stamp.reason)")) }
    let entries = revised[actual.recordID] ?? []
    for (entry, next) in zip(entries, entries.dropFirst()).reversed() {
      let value = text(of: entry)
      let said = value == text(of: next) ? "confirmed: it was \(value) before" : "before: \(value)"
      words.append(.lineBreak)
      words.append(.text("\(said), \(entry.recordedAt.londonDay.words) by \(entry.author.authorWords)"))
    }
    return words
  }

  /// Whether any revision of a figure says something else than the one before it.
  private func hasChanged(_ actual: Actual) -> Bool {
    guard let entries = revised[actual.recordID] else { return false }
    return Set(entries.map(text)).count > 1
  }

  private func text(of entry: Entry) -> String {
    guard let body = entry.body else { return "withdrawn" }
    guard let json = try? JSON(parsing: body),
      let actual = try? Actual(id: entry.record, Fields(json, calendar: visit.book.calendar))
    else { return "unreadable" }
    return indicator.text(actual.value)
  }
}
