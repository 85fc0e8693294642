import CorporatePlan
import Documents

extension Recogniser {
  static let servicePlan = Recogniser(
    kind: "service-plan",
    confidence: { ServicePlanRecogniser($0.document, .looking)?.confidence ?? 0 },
    read: { document, order in
      ServicePlanRecogniser(document, order)?.reading() ?? Reading(recognition: .unknown, period: order.period)
    })
}

/// Reads service plans: tables of missions, actions and milestones with how they are measured, where they stand and how
/// far they have come. Nothing in it is about one council.
struct ServicePlanRecogniser {
  private let document: SourceDocument
  private let order: ImportOrder
  private let years: Set<FinancialYear>
  /// By the place of the table.
  private let tables: [Locator: PlanTable]

  /// `nil` when no table has milestones and how they are measured or stand.
  init?(_ document: SourceDocument, _ order: ImportOrder) {
    self.document = document
    self.order = order
    let settled = Dictionary(
      order.columns.map { ($0.key.normalisedName, $0.value) }, uniquingKeysWith: { first, _ in first })
    let found = document.tables.compactMap { PlanTable($0, year: nil, settled: settled) }
    guard !found.isEmpty else { return nil }
    let headed = Set(found.flatMap(\.headings).flatMap { PlanHeading.years(in: $0.text) })
    years = headed.isEmpty ? Set(document.paragraphs.flatMap { PlanHeading.years(in: $0.text) }) : headed
    let year = order.period.map { FinancialYear(containing: $0.start) } ?? (years.count == 1 ? years.first : nil)
    tables = Dictionary(
      found.compactMap { table in
        PlanTable(table.table, year: year, settled: settled).map { (table.table.locator, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  var confidence: Int { tables.values.map(\.confidence).max() ?? 0 }

  func reading() -> Reading {
    var draft = ImportDraft(document, order)
    let period = period(&draft)
    guard let year = period.map({ FinancialYear(containing: $0.start) }) ?? yearAlone else {
      return Reading(
        recognition: Recognition(kind: "service-plan", confidence: confidence), period: nil,
        diagnostics: draft.diagnostics,
        unplaced: document.passages.map { UnplacedCell(at: $0.locator.description, verbatim: $0.text) })
    }
    var plan = ServicePlanDraft(draft, period, year, tables)
    plan.draftEverything()
    return plan.draft.reading(as: "service-plan", confidence: confidence, period: period)
  }

  /// The plan's year, where nothing says a quarter: a plan of which nothing is reported yet needs none.
  private var yearAlone: FinancialYear? {
    printedQuarters.isEmpty && headedQuarters.isEmpty && years.count == 1 ? years.first : nil
  }

  private var printedQuarters: Set<Period> { Set(document.paragraphs.flatMap { PrintedPeriod.all(in: $0.text) }) }

  /// The quarter: what was asked for, else what the text names, else the one of "Position at Q1" in the plan's year.
  private func period(_ draft: inout ImportDraft) -> Period? {
    let printed = printedQuarters
    if let asked = order.period {
      if !printed.isEmpty, !printed.contains(asked) {
        draft.tell(
          .warning, .periodDisagrees, at: .document,
          verbatim: printed.sorted().map(\.name).joined(separator: ", "),
          "The document names \(printed.sorted().map(\.name).joined(separator: ", ")); it was read as \(asked.name), as asked."
        )
      }
      return asked
    }
    let found = printed.isEmpty ? headedQuarters : printed
    if found.count == 1 { return found.first }
    if yearAlone != nil { return nil }
    draft.tell(
      .error, found.isEmpty ? .periodMissing : .periodDisagrees, at: .document,
      verbatim: found.sorted().map(\.name).joined(separator: ", "),
      found.isEmpty
        ? "Neither the text nor the headings say which year or quarter this plan is for, so nothing of it was taken. Say which, for example 2024-25-Q1, and import again."
        : "The document names \(found.sorted().map(\.name).joined(separator: ", ")). Say which quarter its progress is for, and import again."
    )
    return nil
  }

  private var headedQuarters: Set<Period> {
    guard years.count == 1, let year = years.first else { return [] }
    let numbers = tables.values.compactMap { table in table.column(.baseline).flatMap { PlanTable.quarter($0.heading) }
    }
    return Set(numbers.map(year.quarter))
  }
}

extension PlanTable {
  /// The number of the quarter that a heading such as "Position at Q1" names.
  static func quarter(_ heading: String) -> Int? {
    heading.firstMatch(of: quarterInHeading).flatMap { Int($0.1) }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let quarterInHeading = /\bq(?:uarter )?([1-4])\b/.ignoresCase()
