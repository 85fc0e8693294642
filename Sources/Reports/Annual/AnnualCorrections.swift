import CorporatePlan
import Documents

extension AnnualReport {
  /// The indicators whose year can't be said in one figure, with the reason: an honest gap is better than a sum of
  /// percentages.
  var withoutOutturn: ReportSection {
    let rows = performance.scorecard.standings.compactMap { standing in
      reasonForNoOutturn(standing).map { (standing.rowName, $0) }
    }
    let heading = Heading(.section, "Without an outturn", anchor: "without-outturn")
    guard !rows.isEmpty else {
      return ReportSection("without-outturn", heading, [.paragraph("Every indicator that was due has an outturn.")])
    }
    return ReportSection(
      "without-outturn", heading,
      [
        .paragraph(
          "\(rows.count) of \(counted(performance.scorecard.indicators.inPlan, performance.nouns.indicator)) "
            + "\(rows.count == 1 ? "has" : "have") no outturn for the whole year."),
        .table(
          Table(
            "Why there is no outturn", columns: [.init("Indicator", width: 4), .init("Why", width: 7)],
            rows: rows.map { Table.Row([.rowHeader($0.0), .text($0.1)]) })),
      ])
  }

  private func reasonForNoOutturn(_ standing: IndicatorStanding) -> String? {
    let indicator = standing.indicator
    let parts = year.period.parts(indicator.frequency)
    guard standing.isDue else { return "No \(indicator.frequency.rawValue) of it ended in the year." }
    if let data = standing.dataPeriod, !parts.isEmpty, data.grain == indicator.frequency {
      let instead = standing.hasData ? "; the figure of \(data.name) stands for it" : ""
      return "Nobody entered a figure for the year, and its parts are not added up\(instead)."
    }
    guard !standing.hasData else { return nil }
    let readings = book.readings[indicator.id]
    let given = parts.count { readings?.actual(in: $0)?.value.figure != nil }
    if !parts.isEmpty, given < parts.count {
      return "Only \(given) of \(parts.count) figures of the year were returned."
    }
    return standing.value.text.capitalised + "."
  }

  /// What was corrected after a report of the year had been sealed, and what is measured otherwise since.
  var corrections: [ReportSection] {
    let revised = revisedInTheYear
    let rebased = performance.scorecard.standings.map(\.indicator).filter { indicator in
      indicator.comparableFrom.map(year.period.contains) ?? false
    }
    var parts: [ReportPart] = []
    if !revised.isEmpty {
      parts.append(.table(performance.changedTable("Figures corrected after they were reported", revised)))
    }
    if !rebased.isEmpty {
      parts += [
        .paragraph("These are measured by a new definition; figures of before it are not compared:"),
        .list(
          List(
            items: rebased.map { indicator in
              [.strong(indicator.name), .text(" from \(indicator.comparableFrom?.words ?? "")")]
            })),
      ]
    }
    guard !parts.isEmpty else { return [] }
    return [ReportSection("corrections", Heading(.section, "Corrected and re-based", anchor: "corrections"), parts)]
  }

  /// Against each report of the year that was sealed, the first time that a figure stood in one.
  private var revisedInTheYear: [ChangedFigure] {
    var seen: Set<String> = []
    return year.quarters.flatMap { quarter -> [ChangedFigure] in
      guard let sealed = book.lastSealed(before: Period.afterAll(of: quarter)) else { return [] }
      return book.figuresRevised(since: sealed).filter { change in
        year.period.start <= change.period.start && change.period.end <= quarter.end
          && seen.insert("\(change.indicator.id)@\(change.period.code)").inserted
      }
    }
  }
}

extension Period {
  /// The quarter that follows, before which a quarter's own report was the last.
  fileprivate static func afterAll(of quarter: Period) -> Period {
    Period.containing(quarter.end, .quarter) ?? quarter
  }
}
