import CorporatePlan
import Documents

/// One row of an indicator table, read: what it says to the letter, and what follows from it with certainty.
struct IndicatorDraft {
  let table: Int
  let row: IndicatorTable.Row
  let priority: Int?
  let name: String
  let polarity: Polarity?
  /// By quarter, the reporting one first; empty where nothing was written.
  let targets: [(period: Period, cell: SourceCell)]
  let actuals: [(period: Period, cell: SourceCell)]

  /// - Parameter shown: the quarter that the table's headings mean by the reporting one.
  init?(_ row: IndicatorTable.Row, table: Int, priority: Int?, _ period: Period, shown: Period?) {
    guard let name = row.name?.text.onOneLine, !name.isEmpty else { return nil }
    self.table = table
    self.row = row
    self.priority = priority
    self.name = name
    func quarter(_ column: IndicatorColumn) -> Period { column.period == shown ? period : column.period ?? period }
    targets = row.cells.filter(\.key.isTarget).map { (quarter($0.key), $0.value) }.sorted { $0.0 > $1.0 }
    actuals = row.cells.filter(\.key.isActual).map { (quarter($0.key), $0.value) }.sorted { $0.0 > $1.0 }
    let written = row.cells[.polarity].flatMap { Polarity($0.text) }
    polarity = written ?? targets.lazy.compactMap { TargetExpression($0.cell.text)?.comparison?.polarity }.first
  }

  func target(in period: Period) -> TargetExpression? {
    targets.first { $0.period == period }.flatMap { TargetExpression($0.cell.text) }
  }

  func actual(in period: Period) -> Figure? {
    actuals.first { $0.period == period }.flatMap { try? Value($0.cell.text.trimmed) }?.figure
  }

  /// What a rule takes to rate the row.
  func given(_ period: Period) -> RatedReturn? {
    guard let polarity, let actual = actual(in: period), let target = target(in: period) else { return nil }
    return RatedReturn(polarity: polarity, actual: .figure(actual), target: target)
  }

  /// Whether the actual is exactly the target.
  func isEqual(_ period: Period) -> Bool {
    guard let actual = actual(in: period), let target = target(in: period)?.figure else { return false }
    return actual.quantity == target.quantity
  }

  var figures: [Figure] {
    targets.compactMap { TargetExpression($0.cell.text)?.figure }
      + actuals.compactMap { (try? Value($0.cell.text.trimmed))?.figure }
  }

  /// The row as it stands, for quoting: name, target and actual.
  var verbatim: String {
    ([name] + (targets + actuals).map(\.cell.text.onOneLine)).joined(separator: " | ")
  }
}
