import CorporatePlan
import Documents

extension Recogniser {
  static let scorecard = Recogniser(
    kind: "scorecard",
    confidence: { ScorecardRecogniser($0.document, .looking)?.recognition().confidence ?? 0 },
    read: { document, order in
      ScorecardRecogniser(document, order)?.reading() ?? Reading(recognition: .unknown, period: order.period)
    })
}

/// Reads a quarterly performance report: indicators with polarity, target and actual in tables, actions listed by status,
/// both by priority, with achievements, key actions, footnotes, charts and a key. Nothing in it is about one council.
struct ScorecardRecogniser {
  private let parts: ScorecardParts
  private let order: ImportOrder

  /// `nil` when the document has neither a table of indicators nor a list of actions by status.
  init?(_ document: SourceDocument, _ order: ImportOrder) {
    parts = ScorecardParts(document)
    self.order = order
    if parts.tables.isEmpty && parts.lists.isEmpty { return nil }
  }

  func reading() -> Reading {
    var diagnostics: [Diagnostic] = []
    guard let period = period(&diagnostics) else {
      return Reading(
        recognition: recognition(), period: nil, diagnostics: diagnostics,
        unplaced: parts.document.passages.map { UnplacedCell(at: $0.locator.description, verbatim: $0.text) })
    }
    var draft = ScorecardDraft(parts, order, period)
    draft.draftCouncil()
    draft.draftActions()
    draft.draftIndicators()
    draft.draftRule()
    draft.draftPrinted()
    draft.draftRemarks()
    draft.draftNotes()
    draft.checkCharts()
    draft.checkProse()
    draft.checkAbsent()
    let unplaced = draft.unplaced()
    return Reading(
      recognition: recognition(), period: period, records: draft.records, diagnostics: diagnostics + draft.diagnostics,
      unplaced: unplaced)
  }

  /// How much of what such a report has is there.
  func recognition() -> Recognition {
    let signs = [
      (30, !parts.tables.isEmpty), (20, !parts.lists.isEmpty), (15, !parts.priorities.all.isEmpty),
      (10, parts.key != nil), (10, !parts.remarks.isEmpty), (8, parts.tables.contains { !$0.table.periods.isEmpty }),
      (5, !parts.document.charts.isEmpty),
    ]
    return Recognition(kind: "scorecard", confidence: signs.filter(\.1).reduce(0) { $0 + $1.0 })
  }

  /// The quarter: what was asked for, else the title's, else the one that all headings name.
  private func period(_ diagnostics: inout [Diagnostic]) -> Period? {
    let title = parts.titlePage
    let found = title.periods.isEmpty ? Set(headingPeriods) : title.periods
    let (at, verbatim) = (
      title.lines.first?.locator ?? .document, title.lines.map(\.text.onOneLine).joined(separator: " ")
    )
    if let asked = order.period {
      if !found.isEmpty, !found.contains(asked) {
        diagnostics.append(
          Diagnostic(
            .warning, .periodDisagrees, at: at, verbatim: verbatim,
            "The document names \(names(found)); it was read as \(asked.name), as asked."))
      }
      return asked
    }
    if found.count == 1 { return found.first }
    diagnostics.append(
      found.isEmpty
        ? Diagnostic(
          .error, .periodMissing, at: at, verbatim: verbatim,
          "Neither the title nor the tables say which quarter this report is for. Say which, for example 2023-24-Q2, and import again."
        )
        : Diagnostic(
          .error, .periodDisagrees, at: at, verbatim: verbatim,
          "The document names \(names(found)). Say which quarter this report is for, and import again."))
    return nil
  }

  /// The latest quarter of each table: earlier ones are there for comparison.
  private var headingPeriods: [Period] {
    let tables = parts.tables.compactMap { $0.table.periods.max() }
    return tables.isEmpty
      ? parts.document.paragraphs.filter { Topic($0) != nil }.flatMap { PrintedPeriod.all(in: $0.text) } : tables
  }

  private func names(_ periods: Set<Period>) -> String { periods.sorted().map(\.name).joined(separator: ", ") }
}
