import CorporatePlan
import Documents

extension AnnualReport {
  /// One priority: what was promised and what happened.
  func section(_ section: Scorecard.Section) -> ReportSection {
    let anchor = performance.anchor(of: section.priority)
    let key = "priority/\(section.priority.id)"
    let own = outturns(under: section.priority)
    var parts: [ReportPart] = [.passage(key: "\(key)/overview", generated: overview(section, own))]
    parts += achievements(section, anchor)
    if !section.standings.isEmpty {
      parts += [.heading(.subsection, "Indicators", anchor: "\(anchor)-indicators")]
      parts += [.table(outturnTable(section))] + quarterTable(section)
      parts += performance.reasons(section.standings, "\(anchor)-reasons")
    }
    if !own.isEmpty {
      parts += [
        .heading(.subsection, plural(performance.nouns.action), anchor: "\(anchor)-actions"), .table(actionTable(own)),
      ]
    }
    return ReportSection(key, Heading(.section, section.priority.title, anchor: anchor), isRequired: true, parts)
  }

  private func overview(_ section: Scorecard.Section, _ own: [ActionOutturn]) -> String {
    let indicators = performance.share(section.indicatorTally, performance.marks, performance.nouns.indicator)
    return ([indicators.map { "\($0)." }] + [own.isEmpty ? nil : fateSentence(own)]).compactMap { $0 }
      .joined(separator: " ")
  }

  /// What was achieved quarter by quarter.
  private func achievements(_ section: Scorecard.Section, _ anchor: String) -> [ReportPart] {
    let items = year.quarters.flatMap { quarter in
      book.words(about: section.priority.recordID, in: quarter, .achievement).map { words -> [Inline] in
        [.strong("Q\(quarter.code.suffix(1)): "), .text(words.text)]
      }
    }
    guard !items.isEmpty else { return [] }
    return [.heading(.subsection, "Achievements", anchor: "\(anchor)-achievements"), .list(List(items: items))]
  }

  /// The outturn against the year's target and the year before, and what next year's target is.
  private func outturnTable(_ section: Scorecard.Section) -> Table {
    let next = FinancialYear(year.first + 1)
    let hasNext = section.standings.contains { nextTarget($0, next) != nil }
    let columns: [Table.Column] = [
      .init("Status", width: 3), .init("Indicator", width: 7), .init("Outturn", .right, width: 3),
      .init("Target", .right, width: 3), .init("Since the year before", width: 5),
    ]
    return Table(
      "Outturns of \(year.name), worst first; within a status in the council's order",
      columns: columns + (hasNext ? [.init("Target \(next.name)", .right, width: 3)] : []),
      rows: performance.worstFirst(section.standings).map { standing in
        Table.Row(
          [
            .status(performance.marks.mark(standing.outcome)), .rowHeader(standing.rowName),
            Table.Cell(outturn(standing)), .text(standing.targetText),
            .text(comparison(standing.long, standing.lastYear, standing.indicator)),
          ] + (hasNext ? [.text(nextTarget(standing, next) ?? "–")] : []))
      })
  }

  private func outturn(_ standing: IndicatorStanding) -> [Inline] {
    let text = standing.valueText + (standing.state.mark.map { "\u{A0}" + $0 } ?? "")
    guard let data = standing.dataPeriod, data != year.period else { return [.text(text)] }
    return [.text(text), .lineBreak, .text("(\(data.name))")]
  }

  private func nextTarget(_ standing: IndicatorStanding, _ next: FinancialYear) -> String? {
    book.readings[standing.indicator.id]?.target(in: next.period)?.verbatim
  }

  /// The year as a ribbon in words: each quarter's figure with its status.
  private func quarterTable(_ section: Scorecard.Section) -> [ReportPart] {
    guard quarters.count > 1 else { return [] }
    let rows = section.standings.compactMap { standing -> Table.Row? in
      let cells = quarters.map { quarter -> Table.Cell in
        guard let own = quarter.standings.first(where: { $0.indicator.id == standing.indicator.id }), own.isDue else {
          return "not due"
        }
        guard own.hasData else { return "no figure" }
        let mark = StatusMarks(book, quarter).mark(own.outcome)
        return Table.Cell([.text(own.valueText), .lineBreak, .status(mark)])
      }
      return Table.Row([.rowHeader(standing.rowName)] + cells)
    }
    return [
      .table(
        Table(
          "The quarters of \(year.name)",
          columns: [.init("Indicator", width: 6)]
            + quarters.map { .init("Q\($0.period.code.suffix(1))", width: 3) }, rows: rows))
    ]
  }

  private func actionTable(_ outturns: [ActionOutturn]) -> Table {
    let groups = ActionOutturn.Fate.allCases.compactMap { fate -> Table.Group? in
      let own = outturns.filter { $0.fate == fate }
      return own.isEmpty ? nil : Table.Group("\(fate.header): \(own.count)", rows: own.map(row))
    }
    return Table(
      "What became of each in \(year.name)",
      columns: [
        .init("Status", width: 3), .init(performance.nouns.action, width: 8), .init("Last reported", width: 3),
        .init("When", width: 4), .init("Why", width: 4),
      ], groups: groups)
  }

  private func row(_ outturn: ActionOutturn) -> Table.Row {
    Table.Row([
      .status(performance.actionMarks.mark(outturn.standing.outcome)), .rowHeader(outturn.standing.rowName),
      .text(outturn.reported?.name ?? "nothing was reported"), .text(outturn.standing.when ?? "–"),
      .text(outturn.reason ?? (outturn.fate == .dropped ? "No reason is recorded." : "–")),
    ])
  }
}
