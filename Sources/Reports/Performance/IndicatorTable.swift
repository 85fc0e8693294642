import CorporatePlan
import Documents

extension PerformanceReport {
  /// Indicators with their figures: the worst status first, within a status in the council's order.
  func indicatorTable(_ standings: [IndicatorStanding], _ caption: String) -> Table {
    let columns = indicatorColumns
    return Table(
      "\(caption), worst first; within a status in the council's order",
      columns: columns.map { Table.Column($0.header, $0.alignment, width: $0.width) },
      rows: worstFirst(standings).map { standing in Table.Row(columns.map { $0.cell(standing) }) })
  }

  func worstFirst(_ standings: [IndicatorStanding]) -> [IndicatorStanding] {
    let statuses = scorecard.indicators.byStatus.map(\.status).reversed()
    let rest = standings.filter { $0.status == nil }
    return statuses.flatMap { status in standings.filter { $0.status == status } }
      + rest.filter { marks.mark($0.outcome) == StatusMarks.undetermined }
      + rest.filter { marks.mark($0.outcome) == StatusMarks.notRated }
  }

  /// Columns of comparisons are left out of a report in which nothing can be compared.
  private var indicatorColumns: [IndicatorColumn] {
    var columns = [
      IndicatorColumn(header: "Status", width: 4, cell: statusCell),
      IndicatorColumn(header: "Indicator", width: 9, cell: nameCell),
      IndicatorColumn(header: "Target", alignment: .right, width: 4, cell: targetCell),
      IndicatorColumn(header: "Actual", alignment: .right, width: 4, cell: actualCell),
    ]
    // What a report by exception says besides needs the room.
    if detail == .full {
      columns.insert(
        IndicatorColumn(header: "Good is", width: 3) { .text($0.indicator.polarity.words($0.indicator)) }, at: 2)
    }
    if scorecard.standings.contains(where: { $0.previous?.figure != nil }) {
      columns.append(
        IndicatorColumn(header: "Since last period", width: 4) {
          .text(comparison($0.short, $0.previous, $0.indicator))
        })
    }
    if detail == .full, scorecard.standings.contains(where: { $0.lastYear?.figure != nil }) {
      columns.append(
        IndicatorColumn(header: "Since last year", width: 4) { .text(comparison($0.long, $0.lastYear, $0.indicator)) })
    }
    if scorecard.standings.contains(where: { !comparators(of: $0.indicator).isEmpty }) {
      columns.append(
        IndicatorColumn(header: "Others", width: 4) {
          let others = comparators(of: $0.indicator)
          return .text(others.isEmpty ? "–" : others.joined(separator: "; "))
        })
    }
    if detail == .exceptions {
      columns.append(
        IndicatorColumn(header: "Listed because", width: 6) { .text(exceptions($0).joined(separator: "; ")) })
    }
    return columns
  }

  /// "UK average 9 (2022)".
  private func comparators(of indicator: Indicator) -> [String] {
    book.comparators.values.filter { $0.indicator == indicator.id }.sorted { $0.id < $1.id }
      .map { "\($0.group) \($0.verbatim)" + ($0.asOf.map { " (\($0))" } ?? "") }
  }

  /// The target that is rated against; below it the year's, where that is another.
  private func targetCell(_ standing: IndicatorStanding) -> Table.Cell {
    let year = FinancialYear(containing: period.start)
    guard period.grain != .year, let annual = book.readings[standing.indicator.id]?.target(in: year.period),
      standing.dataPeriod?.grain != .year, annual.verbatim != standing.target?.text
    else { return .text(standing.targetText) }
    return Table.Cell([.text(standing.targetText), .lineBreak, .text("(\(year.name): \(annual.verbatim))")])
  }

  private func statusCell(_ standing: IndicatorStanding) -> Table.Cell {
    var content: [Inline] = [.status(marks.mark(standing.outcome))]
    if standing.override != nil { content += [.lineBreak, "decided by an officer"] }
    return Table.Cell(content)
  }

  private func nameCell(_ standing: IndicatorStanding) -> Table.Cell {
    .rowHeader(standing.rowName)
  }

  private func actualCell(_ standing: IndicatorStanding) -> Table.Cell {
    var content: [Inline] = [.text(standing.valueText + (standing.state.mark.map { "\u{A0}" + $0 } ?? ""))]
    if let data = standing.dataPeriod, data != period, standing.isInArrears(period) || data.grain != period.grain {
      content += [.lineBreak, "(\(data.name))"]
    }
    return Table.Cell(content)
  }
}

private struct IndicatorColumn {
  let header: String
  var alignment = Table.Column.Alignment.left
  let width: Int
  let cell: (IndicatorStanding) -> Table.Cell
}

/// "▲ better, was 93%"; a dash when there is nothing to compare with.
func comparison(_ trend: Trend, _ earlier: Value?, _ indicator: Indicator) -> String {
  guard let figure = earlier?.figure else { return "–" }
  let was = "was \(figure.inUnit(indicator.unit).text)"
  guard let arrow = trend.arrow else { return was }
  return "\(arrow)\u{A0}\(trend.words), \(was)"
}

extension IndicatorStanding {
  /// What names it in a table: the council's code, when it has one, and the name.
  var rowName: String { (indicator.code.map { "\($0) " } ?? "") + indicator.name }

  /// The target as printed, in the indicator's unit.
  package var targetText: String { target?.printed(in: indicator.unit) ?? "none" }

  /// The figure as printed, in the indicator's unit; the words or the reason when there is none.
  package var valueText: String { value.printed(in: indicator.unit) }
}

extension Actual.State {
  /// The letter printed behind a figure that is not final; the method note says what it means.
  var mark: String? {
    switch self {
    case .provisional: "p"
    case .estimated: "e"
    case .revised: "r"
    case .final: nil
    }
  }
}
