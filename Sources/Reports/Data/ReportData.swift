import CorporatePlan
import Documents

/// The data of one report or of several: the figures, statuses and counts, as JSON and as CSV files.
///
/// Ids are the records' own and stay; days are ISO dates; numbers are exact decimals.
package struct ReportData: Sendable {
  private let book: Book
  private let scorecards: [Scorecard]

  /// The data of reports, which are given oldest first.
  package init(_ book: Book, _ scorecards: [Scorecard]) {
    self.book = book
    self.scorecards = scorecards
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

  package var indicatorsCSV: ReportFile { file("indicators.csv", indicators) }
  package var actionsCSV: ReportFile { file("actions.csv", actions) }
  package var valuesCSV: ReportFile { file("values.csv", values) }

  var councilName: String { book.council?.name ?? "Council" }
  var periodNames: String { scorecards.map(\.period.name).joined(separator: ", ") }
  var position: Int { book.contentPosition }
  var counts: DataTable { .counts(scorecards.flatMap(\.countRows)) }

  package var json: JSON {
    .object([
      "council": .string(book.council?.name ?? ""), "plan": .string(book.council?.planTitle ?? ""),
      "ledger_position": JSON(book.contentPosition),
      "periods": .array(scorecards.map(summary)), "indicators": indicators.json, "actions": actions.json,
      "values": values.json,
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

  var indicators: DataTable {
    .indicators(
      scorecards.flatMap { card in
        card.sections.flatMap { section in
          section.standings.map { IndicatorRow(standing: $0, period: card.period, priority: section.priority) }
        } + card.unplacedIndicators.map { IndicatorRow(standing: $0, period: card.period, priority: nil) }
      })
  }

  var actions: DataTable {
    .actions(
      scorecards.flatMap { card in
        card.sections.flatMap { section in
          section.actions.map { ActionRow(standing: $0, period: card.period, priority: section.priority) }
        } + card.unplacedActions.map { ActionRow(standing: $0, period: card.period, priority: nil) }
      })
  }

  var values: DataTable {
    .values(scorecards.map(\.period.end).max().map { book.values(endingBy: $0) } ?? [])
  }

  private func file(_ name: String, _ table: DataTable) -> ReportFile {
    ReportFile(name: name, mediaType: "text/csv; charset=utf-8; header=present", bytes: table.csv)
  }
}
