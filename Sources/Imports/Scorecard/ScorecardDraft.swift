import CorporatePlan
import Documents

/// The records of a scorecard report in the making. Each part of the report has a file that adds to it.
struct ScorecardDraft {
  let parts: ScorecardParts
  let order: ImportOrder
  let period: Period
  let council: String?
  let charts: ChartMatching
  let drafts: [IndicatorDraft]

  var identities: Identities
  var records: [any Record] = []
  var diagnostics: [Diagnostic] = []
  var places: Set<Locator>
  /// The ids of the priorities, in order.
  var priorityIDs: [String] = []
  /// The ids of the indicators, by draft.
  var indicatorIDs: [String] = []
  var printed: [(status: Status, evidence: String)?] = []
  var rule: RatingRule?

  init(_ parts: ScorecardParts, _ order: ImportOrder, _ period: Period) {
    self.parts = parts
    self.order = order
    self.period = period
    places = parts.places
    identities = Identities(order.book)
    council =
      order.council ?? order.book.council?.name ?? CouncilName(parts.document, title: parts.titlePage.lines)?.name
    charts = ChartMatching(
      parts.document.charts, actions: parts.lists.map(\.list.rows.count),
      indicators: parts.tables.map(\.table.rows.count))
    drafts = parts.tables.enumerated().flatMap { index, held in
      held.table.rows.compactMap { row -> IndicatorDraft? in
        let priority = row.group.flatMap { parts.priorities.named(in: $0.text) } ?? held.priority
        return IndicatorDraft(row, table: index, priority: priority, period, shown: held.table.reporting(period))
      }
    }
  }

  mutating func add(_ record: any Record) { records.append(record) }

  mutating func tell(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, at: Locator, verbatim: String = "", _ message: String
  ) {
    diagnostics.append(Diagnostic(severity, code, at: at, verbatim: verbatim, message))
  }

  /// The file and the place in it, as kept with a figure.
  func source(_ locator: Locator) -> String { "\(parts.document.name), \(locator)" }

  func priorityID(_ index: Int?) -> String? {
    index.flatMap { priorityIDs.indices.contains($0) ? priorityIDs[$0] : nil }
  }

  /// The drafts of a table, with their indices.
  func rows(ofTable table: Int) -> [Int] { drafts.indices.filter { drafts[$0].table == table } }
}
