import CorporatePlan
import Documents

extension PerformanceReport {
  /// The funnel and the statuses of indicators, one row for each priority and one for all.
  var indicatorCounts: Table {
    countTable(
      "\(nouns.indicator.capitalised) counts by priority", rows(\.indicatorTally, scorecard.indicators), marks,
      steps: [("In plan", \.inPlan), ("Due", \.due), ("With data", \.withData), ("Rated", \.rated)])
  }

  /// The same for actions, which are all due in every period.
  var actionCounts: Table {
    countTable(
      "\(nouns.action) counts by priority", rows(\.actionTally, scorecard.actions), actionMarks,
      steps: [("In plan", \.inPlan), ("Reported", \.withData), ("Rated", \.rated)])
  }

  func rows(_ tally: KeyPath<Scorecard.Section, Tally>, _ total: Tally) -> [(label: String, tally: Tally)] {
    scorecard.sections.map { ($0.priority.title, $0[keyPath: tally]) } + [(PerformanceReport.all, total)]
  }

  /// What the row or bar of the total is called.
  static let all = "The whole plan"

  private func countTable(
    _ caption: String, _ rows: [(label: String, tally: Tally)], _ marks: StatusMarks,
    steps: [(header: String, count: KeyPath<Tally, Int>)]
  ) -> Table {
    let total = marks.counts(rows.last?.tally ?? Tally(statuses: []))
    let columns =
      [Table.Column("Priority", width: 4)] + steps.map { Table.Column($0.header, .right) }
      + total.map { Table.Column($0.mark.word, .right) }
    return Table(
      caption, columns: columns,
      rows: rows.map { label, tally in
        let counts = marks.counts(tally)
        let statuses = total.map { column in counts.first { $0.mark == column.mark }?.count ?? 0 }
        let figures = steps.map { tally[keyPath: $0.count] } + statuses
        let isTotal = label == PerformanceReport.all
        let cells = [label] + figures.map(String.init)
        return Table.Row(
          cells.enumerated().map { index, text in
            Table.Cell([isTotal ? .strong(text) : .text(text)], isRowHeader: index == 0)
          })
      })
  }
}
