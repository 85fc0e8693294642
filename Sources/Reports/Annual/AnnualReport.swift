import CorporatePlan
import Documents

/// A year of the plan: every indicator's outturn against its annual target and the year before, the quarters on the way,
/// what became of each action, what was promised and achieved, and what was corrected.
///
/// Outturns are rated by the rules that quarters are rated by. Where there is no outturn the report says why.
struct AnnualReport: Sendable {
  let book: Book
  let year: FinancialYear
  /// The year as its own reporting period.
  let performance: PerformanceReport
  /// The quarters of which anything is known.
  let quarters: [Scorecard]
  let outturns: [ActionOutturn]

  /// - Parameter period: the year, or a part of it.
  init(_ book: Book, _ period: Period) {
    self.init(book, period, PerformanceReport(book, FinancialYear(containing: period.start).period))
  }

  init(_ book: Book, _ period: Period, _ performance: PerformanceReport) {
    self.book = book
    year = FinancialYear(containing: period.start)
    self.performance = performance
    quarters = year.quarters.map { Scorecard(book, $0) }.filter { $0.indicators.withData + $0.actions.withData > 0 }
    outturns = book.actionOutturns(of: year)
  }

  var source: ReportSource {
    ReportSource(
      title: "\(performance.nouns.council): annual report \(year.name)",
      subject: "What \(performance.nouns.plan) promised for \(year.name), and what came of it",
      edition: performance.edition, sections: sections)
  }

  private var sections: [ReportSection] {
    [introduction, summary] + performance.scorecard.sections.map(section) + [withoutOutturn] + corrections
      + performance.lineage + performance.risks + [performance.notRated, performance.keys, method]
  }

  private var introduction: ReportSection {
    ReportSection(
      "introduction", nil,
      [
        .passage(key: "introduction/purpose", generated: book.council?.purpose ?? ""),
        .paragraph("This report covers the year from \(year.period.span)."),
        .list(
          List(
            items: performance.scorecard.sections.map { section in
              [.link(section.priority.title, url: "#" + Heading.anchor(performance.anchor(of: section.priority)))]
            })),
      ])
  }

  private var summary: ReportSection {
    var parts: [ReportPart] = []
    let tally = performance.scorecard.indicators
    if tally.inPlan > 0 {
      parts += [.heading(.subsection, "All indicators", anchor: "all-indicators")]
      parts += performance.indicatorSentences(tally, PerformanceReport.inThePlan, "summary")
      parts += [.table(performance.indicatorCounts)]
    }
    if !outturns.isEmpty {
      parts += [
        .heading(.subsection, "All \(plural(performance.nouns.action))", anchor: "all-actions"),
        .passage(key: "summary/actions", generated: fateSentence(outturns)), .table(fateCounts),
      ]
    }
    return ReportSection("summary", Heading(.section, "Summary", anchor: "summary"), isRequired: true, parts)
  }

  /// "Of 32 Flagship Actions 20 were completed, 10 carry on and 2 were dropped."
  func fateSentence(_ outturns: [ActionOutturn]) -> String {
    let counts = ActionOutturn.Fate.allCases.map { fate in
      let count = outturns.count { $0.fate == fate }
      return "\(count) \(fate.words(count))"
    }
    return "Of \(counted(outturns.count, performance.nouns.action)) \(listed(counts))."
  }

  private var fateCounts: Table {
    let sections = performance.scorecard.sections
    let rows = sections.map { ($0.priority.title, outturns(under: $0.priority)) } + [(PerformanceReport.all, outturns)]
    return Table(
      "What became of \(plural(performance.nouns.action)), by priority",
      columns: [.init("Priority", width: 4), .init("In the year", .right)]
        + ActionOutturn.Fate.allCases.map { .init($0.header, .right) },
      rows: rows.map { title, outturns in
        Table.Row(
          [.rowHeader(title), .text(String(outturns.count))]
            + ActionOutturn.Fate.allCases.map { fate in .text(String(outturns.count { $0.fate == fate })) })
      })
  }

  func outturns(under priority: PlanItem) -> [ActionOutturn] {
    outturns.filter { book.priority(above: $0.item.id)?.id == priority.id }
  }

  private var method: ReportSection {
    ReportSection(
      "method", Heading(.section, "How outturns are made", anchor: "method"), isRequired: true,
      [
        .list(
          List(
            items: [
              "Counts of what happened are added up over the year; snapshots, rolling and year-to-date figures stand as "
                + "they were at its end.",
              "Percentages are made again from their numerators and denominators; where there are none, the plain mean "
                + "is an approximation.",
              "An outturn is rated against the target of the year, by the rule that was in force.",
              "A year of which a part is missing has no outturn: missing is not zero.",
            ].map { [.text($0)] })),
        .paragraph(
          "It was made from ledger position \(book.contentPosition). Making it again from that position gives the same "
            + "report, byte for byte."),
      ])
  }
}

extension ActionOutturn.Fate {
  func words(_ count: Int) -> String {
    switch self {
    case .completed: count == 1 ? "was completed" : "were completed"
    case .carried: count == 1 ? "carries on" : "carry on"
    case .dropped: count == 1 ? "was dropped" : "were dropped"
    }
  }

  var header: String {
    switch self {
    case .completed: "Completed"
    case .carried: "Carried on"
    case .dropped: "Dropped"
    }
  }
}
