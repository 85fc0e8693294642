import CorporatePlan
import Documents

extension ExpectedPart {
  /// The parts that count or list something in a report of any kind.
  static func all(_ book: Book, _ report: Report) -> [ExpectedPart] {
    switch report.type {
    case .performance: all(book, Scorecard(book, report.period), report.detail)
    case .cabinet: cabinet(CabinetReport(book, report))
    case .annual: annual(AnnualReport(book, report.period))
    case .planOnAPage: page(PlanOnAPage(book, report.period))
    case .briefing: briefing(book, report)
    }
  }

  /// What is listed by exception under each priority.
  private static func cabinet(_ report: CabinetReport) -> [ExpectedPart] {
    let counting = Counting(report: report.performance)
    return report.performance.scorecard.sections.compactMap { section in
      let indicators = section.indicatorTally.rated > 0 ? report.performance.shown(section.standings) : []
      let actions = section.actionTally.withData > 0 ? report.performance.shown(section.actions) : []
      guard !indicators.isEmpty || !actions.isEmpty else { return nil }
      var part = ExpectedPart(
        anchor: report.performance.anchor(of: section.priority), place: "exceptions of “\(section.priority.title)”")
      part.tables =
        counting.statuses(
          indicators.map { StatusRow(name: $0.rowName, mark: report.performance.marks.mark($0.outcome)) })
        + counting.statuses(
          actions.map { StatusRow(name: $0.rowName, mark: report.performance.actionMarks.mark($0.outcome)) })
      return part
    }
  }

  private static func annual(_ report: AnnualReport) -> [ExpectedPart] {
    let performance = report.performance
    let counting = Counting(report: performance)
    var parts: [ExpectedPart] = []
    if performance.scorecard.indicators.inPlan > 0 {
      var part = ExpectedPart(anchor: "all-indicators", place: "summary of indicators")
      part.sentences = counting.indicatorSentences(performance.scorecard.indicators)
      part.tables = [.counts(counting.counts(counting.indicators, performance.marks))]
      parts.append(part)
    }
    for section in performance.scorecard.sections {
      let anchor = performance.anchor(of: section.priority)
      if !section.standings.isEmpty {
        var part = ExpectedPart(anchor: "\(anchor)-indicators", place: "outturns of “\(section.priority.title)”")
        part.tables = counting.statuses(
          section.standings.map { StatusRow(name: $0.rowName, mark: performance.marks.mark($0.outcome)) })
        if report.quarters.count > 1 { part.tables.append(.rows(section.standings.count)) }
        parts.append(part)
      }
      let own = report.outturns(under: section.priority)
      if !own.isEmpty {
        var part = ExpectedPart(anchor: "\(anchor)-actions", place: "actions of “\(section.priority.title)”")
        part.tables = counting.statuses(
          own.map { StatusRow(name: $0.standing.rowName, mark: performance.actionMarks.mark($0.standing.outcome)) })
        parts.append(part)
      }
    }
    return parts
  }

  private static func page(_ page: PlanOnAPage) -> [ExpectedPart] {
    var part = ExpectedPart(anchor: "standing", place: "priorities and how they stand")
    part.tables = [.rows(page.performance.scorecard.sections.count)]
    return [part]
  }
}
