import CorporatePlan
import Documents

extension PerformanceReport {
  /// The whole plan in two charts, two sentences and two tables.
  var summary: ReportSection {
    var blocks: [ReportPart] = []
    if !scorecard.standings.isEmpty {
      blocks += [
        .heading(.subsection, "All indicators", anchor: "all-indicators")
      ]
      blocks += indicatorSentences(scorecard.indicators, PerformanceReport.inThePlan, "summary")
      blocks += [
        .chart(
          countChart(
            "Indicators", totalFirst(\.indicatorTally, scorecard.indicators), marks, noun: nouns.indicator)),
        .table(indicatorCounts),
      ]
    }
    if scorecard.actions.inPlan > 0 {
      blocks += [
        .heading(.subsection, "All \(plural(nouns.action))", anchor: "all-actions")
      ]
      blocks += actionSentences(scorecard.actions, PerformanceReport.inThePlan, "summary") + splitSentence
      blocks += [
        .chart(
          countChart(
            plural(nouns.action), totalFirst(\.actionTally, scorecard.actions), .actions, noun: nouns.action)),
        .table(actionCounts),
      ]
      blocks += splitTable
    }
    return ReportSection("summary", Heading(.section, "Summary", anchor: "summary"), isRequired: true, blocks)
  }

  private func totalFirst(
    _ tally: KeyPath<Scorecard.Section, Tally>, _ total: Tally
  ) -> [(label: String, tally: Tally)] {
    let rows = rows(tally, total)
    return rows.suffix(1) + rows.dropLast()
  }
}
