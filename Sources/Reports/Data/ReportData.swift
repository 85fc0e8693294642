import CorporatePlan
import Documents

/// The data of one report or of several: the figures, statuses and counts, as JSON and as CSV files.
///
/// Ids are the records' own and stay; days are ISO dates; numbers are exact decimals.
package struct ReportData: Sendable {
  private let book: Book
  private let scorecards: [Scorecard]
  /// How far who asks may see; `nil` for all that the Book holds.
  private let reach: Reach?

  /// The data of reports, which are given oldest first.
  package init(_ book: Book, _ scorecards: [Scorecard], within reach: Reach? = nil) {
    self.book = book
    self.scorecards = scorecards
    self.reach = reach
  }

  package init(_ book: Book, _ periods: [Period]) {
    self.init(book, periods.sorted().map { Scorecard(book, $0) })
  }

  package var files: [ReportFile] {
    [
      ReportFile(name: "data.json", mediaType: "application/json", bytes: Array(json.canonical.utf8)), indicatorsCSV,
      actionsCSV, valuesCSV,
    ]
  }

  package var indicatorsCSV: ReportFile { file(.indicators) }
  package var actionsCSV: ReportFile { file(.actions) }
  package var valuesCSV: ReportFile { file(.values) }

  /// A table of what is on record.
  ///
  /// - Parameter returns: where the returns of a period stand, for the table of them; they depend on the day.
  package func table(_ set: DataSet, returns: [ReturnRow] = []) -> DataTable {
    switch set {
    case .indicators: IndicatorRow.definition.table(indicators)
    case .values: ValueRow.definition.table(values)
    case .actions: ActionRow.definition.table(actions)
    case .plan: PlanRow.definition.table(book.planRows.filter { shows($0.item.recordID) })
    case .definitions: DefinitionRow.definition.table(book.definitionRows.filter { shows($0.indicator.recordID) })
    case .periods: PeriodRow.definition.table(book.periodRows)
    case .returns: ReturnState.definition.table(returns.filter { shows($0.slot.subject) }.map(state))
    case .risks: RiskRow.definition.table(book.riskRows.filter { shows($0.risk) })
    }
  }

  /// The figures and targets of one indicator, oldest first.
  package func values(of indicator: Indicator) -> DataTable {
    ValueRow.definition.table(book.values(of: indicator, endingBy: nil))
  }

  /// Tables as one workbook, with a cover that says what they are and a sheet that says what each column means.
  package func workbook(of sets: [DataSet] = [.indicators, .actions, .values]) throws -> ReportFile {
    let title = "\(book.council?.name ?? "Council"): performance data"
    let periods = scorecards.map(\.period.name).joined(separator: ", ")
    let workbook = Workbook(
      title: title,
      notes: [
        "Periods: \(periods). Ledger position \(book.contentPosition).",
        "One row for each indicator or action and period. Numbers are exact; an empty cell has no value, and its row says why.",
      ],
      sheets: sets.map { table($0).sheet } + [ReportData.meanings(of: sets)])
    return ReportFile(
      name: "data.xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes: try workbook.bytes())
  }

  private static func meanings(of sets: [DataSet]) -> Workbook.Sheet {
    Workbook.Sheet(
      "Columns", title: "What the columns mean", columns: ["Sheet", "Column", "Meaning"],
      rows: sets.map(\.schema).flatMap { schema in
        schema.fields.map { [.text(schema.title), .text($0.name), .text($0.meaning)] }
      })
  }

  package var json: JSON {
    .object([
      "council": .string(book.council?.name ?? ""), "plan": .string(book.council?.planTitle ?? ""),
      "ledger_position": JSON(book.contentPosition),
      "periods": .array(scorecards.map(summary)), "indicators": table(.indicators).json,
      "actions": table(.actions).json, "values": table(.values).json,
    ])
  }

  private func summary(_ scorecard: Scorecard) -> JSON {
    .object([
      "period": .string(scorecard.period.code), "name": .string(scorecard.period.name),
      "start": .string(scorecard.period.start.description), "end": .string((scorecard.period.end + -1).description),
      "indicators": scorecard.indicators.json, "actions": scorecard.actions.json,
      "priorities": .array(
        scorecard.sections.map { section in
          .object([
            "id": .string(section.priority.id), "title": .string(section.priority.title),
            "indicators": section.indicatorTally.json, "actions": section.actionTally.json,
          ])
        }),
      "rules": .array(
        scorecard.rules.map { version in
          .object([
            "id": .string(version.id), "revision": JSON(version.revision), "rule": book.rule(version)?.json,
          ])
        }),
    ])
  }

  private var indicators: [IndicatorRow] {
    scorecards.flatMap { card in
      card.sections.flatMap { section in
        section.standings.map { IndicatorRow(standing: $0, period: card.period, priority: section.priority) }
      } + card.unplacedIndicators.map { IndicatorRow(standing: $0, period: card.period, priority: nil) }
    }.filter { shows($0.standing.indicator.recordID) }
  }

  private var actions: [ActionRow] {
    scorecards.flatMap { card in
      card.sections.flatMap { section in
        section.actions.map { ActionRow(standing: $0, period: card.period, priority: section.priority) }
      } + card.unplacedActions.map { ActionRow(standing: $0, period: card.period, priority: nil) }
    }.filter { shows($0.standing.item.recordID) }
  }

  private var values: [ValueRow] {
    let rows = scorecards.map(\.period.end).max().map { book.values(endingBy: $0) } ?? []
    return rows.filter { shows($0.indicator.recordID) }
  }

  private func state(_ row: ReturnRow) -> ReturnState {
    ReturnState(
      row: row, owner: row.slot.owner.map { book.posts[$0]?.title ?? $0 },
      service: row.service.map { book.services[$0]?.name ?? $0 })
  }

  private func shows(_ subject: RecordID) -> Bool { reach.map { book.isWithin($0, subject) } ?? true }

  /// A risk belongs to the service of the post that answers for it.
  private func shows(_ risk: Risk) -> Bool {
    guard let reach, reach.scope < .all else { return true }
    return book.post(named: risk.owner)?.service.map(reach.services.contains) ?? false
  }

  private func file(_ set: DataSet) -> ReportFile {
    ReportFile(
      name: "\(set.rawValue).csv", mediaType: "text/csv; charset=utf-8; header=present", bytes: table(set).csv)
  }
}
