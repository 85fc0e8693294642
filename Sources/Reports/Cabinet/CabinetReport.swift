import CorporatePlan
import Documents

/// A report to a meeting that decides, in the form that councils use (domain, section 8): what the meeting is asked, what
/// the record says by exception, the courses considered, the implications, who cleared it.
///
/// What an imported paper said stands where the generated words would; officers replace either on the workbench.
struct CabinetReport: Sendable {
  let book: Book
  let report: Report
  let paper: Paper?
  let printed: PrintedPaper
  /// What the record holds of the period, by exception.
  let performance: PerformanceReport

  init(_ book: Book, _ report: Report) {
    self.init(book, report, PerformanceReport(book, report.period, .exceptions))
  }

  init(_ book: Book, _ report: Report, _ performance: PerformanceReport) {
    self.book = book
    self.report = report
    paper = report.paper.flatMap { book.papers[$0] }
    printed = PrintedPaper(book, paper)
    self.performance = performance
  }

  var source: ReportSource {
    ReportSource(
      title: paper?.title ?? "\(performance.nouns.council): \(performance.nouns.plan), \(report.period.name)",
      subject: "Report to \(committee)" + (paper?.meeting.map { " on \($0.words)" } ?? ""),
      edition: performance.edition, sections: sections)
  }

  /// Who decides: "Cabinet".
  var committee: String { paper?.committee ?? "Cabinet" }

  private var sections: [ReportSection] {
    [form, summary, reason, introduction] + performance.scorecard.sections.map(body) + [options]
      + implications(before: .risk)
      + [risk] + implications(after: .risk) + others + clearanceSection(book, report) + [checks, contact]
  }

  // MARK: What is asked

  private var summary: ReportSection {
    ReportSection(
      "summary", heading(.summary), isRequired: true,
      [.passage(key: "summary/text", generated: printed.text(.summary) ?? summarySentence)] + recommendations)
  }

  private var reason: ReportSection {
    ReportSection(
      "reason", heading(.reason), isRequired: true,
      [.passage(key: "reason/text", generated: printed.text(.reason) ?? "")])
  }

  private var summarySentence: String {
    "This report says how \(performance.nouns.plan) went in \(report.period.name), from \(report.period.span)."
  }

  private var recommendations: [ReportPart] {
    let lines = book.recommendations.values.filter { $0.paper == paper?.id }.sorted { $0.number < $1.number }
    let request = printed.text(.recommendations) ?? (lines.isEmpty ? "" : "\(committee) is requested to:")
    return [
      .heading(
        .subsection, printed.title(.recommendations) ?? PaperPart.recommendations.heading, anchor: "recommendations"),
      .passage(key: "summary/request", generated: request),
    ]
      + (lines.isEmpty
        ? [.paragraph("No recommendation is recorded.")]
        : [.list(List(.numbered, items: lines.map { [.text($0.text)] }))])
  }

  // MARK: What the record says

  private var introduction: ReportSection {
    ReportSection(
      "introduction", heading(.report), isRequired: true,
      [
        .heading(.subsection, printed.title(.introduction) ?? PaperPart.introduction.heading, anchor: "introduction"),
        .passage(key: "introduction/text", generated: printed.text(.introduction) ?? introductionWords),
      ])
  }

  private var introductionWords: String {
    performance.scorecard.indicators.rated > 0
      ? performanceSentences + " What follows is by exception." : summarySentence
  }

  /// "44 of 64 rated indicators are Green and 13 are Red. …"
  private var performanceSentences: String {
    let scorecard = performance.scorecard
    let shares = [
      performance.share(scorecard.indicators, performance.marks, performance.nouns.indicator),
      performance.share(scorecard.actions, performance.actionMarks, performance.nouns.action),
    ].compactMap { $0 }
    return shares.isEmpty ? summarySentence : "In \(report.period.name), \(shares.joined(separator: "; "))."

  }

  /// One priority: how it stands, what gives a reason to be listed, and the actions that the plan adds.
  private func body(_ section: Scorecard.Section) -> ReportSection {
    let key = "priority/\(section.priority.id)"
    let anchor = performance.anchor(of: section.priority)
    let (indicators, actions) = (performance.shown(section.standings), performance.shown(section.actions))
    var parts: [ReportPart] = [.passage(key: "\(key)/overview", generated: performance.overview(section))]
    if !indicators.isEmpty, section.indicatorTally.rated > 0 {
      parts.append(
        .table(performance.indicatorTable(indicators, "Indicators of “\(section.priority.title)” by exception")))
    }
    let nouns = plural(performance.nouns.action)
    if !actions.isEmpty, section.actionTally.withData > 0 {
      parts.append(.table(performance.actionTable(actions, "\(nouns) of “\(section.priority.title)” by exception")))
    }
    return ReportSection(
      key, Heading(.subsection, section.priority.title, anchor: anchor), isRequired: section.actionTally.withData > 0,
      parts + newActions(under: section.priority))
  }

  /// What the plan takes on after the period, or has taken on without a word of it yet, as the paper numbers it.
  private func newActions(under priority: PlanItem) -> [ReportPart] {
    let period = report.period
    let actions = book.ratedActions.filter { action in
      guard book.priority(above: action.id)?.id == priority.id else { return false }
      let isAhead = action.start.map { period.end <= $0 && $0 < period.end.adding(months: 12) } ?? false
      let isUnsaid = action.isInPlan(in: period) && performance.scorecard.actions.withData == 0
      return isAhead || isUnsaid
    }
    guard !actions.isEmpty else { return [] }
    return [.list(List(.numbered, items: actions.map { [.text($0.title)] }))]
  }

  // MARK: Implications

  private var options: ReportSection {
    let options = book.options.values.filter { $0.paper == paper?.id }.sorted { $0.number < $1.number }
    let parts = options.flatMap { option -> [ReportPart] in
      let outcome = option.outcome.map { ": \($0.rawValue)" } ?? ""
      let said = option.text.map { PrintedPaper.passage($0) } ?? ""
      return [
        .heading(.detail, "Option \(option.number)\(outcome)", anchor: "option-\(option.number)"),
        .paragraph([.strong(option.title)]),
        .passage(key: "options/\(option.number)", generated: said),
      ]
    }
    return ReportSection(
      "options", heading(.options), isRequired: true,
      [.passage(key: "options/text", generated: printed.text(.options) ?? "")] + parts)
  }

  /// The implications that only officers can write, those in front of another or those behind it.
  private func implications(before part: PaperPart) -> [ReportSection] {
    PaperPart.implications.prefix { $0 != part }.map(implication)
  }

  private func implications(after part: PaperPart) -> [ReportSection] {
    PaperPart.implications.drop { $0 != part }.dropFirst().map(implication)
  }

  private func implication(_ part: PaperPart) -> ReportSection {
    ReportSection(
      part.rawValue, heading(part), isRequired: true,
      [.passage(key: "\(part.rawValue)/text", generated: printed.text(part) ?? standard(part))])
  }

  /// What follows from the record or the law when nobody has written anything yet.
  private func standard(_ part: PaperPart) -> String {
    switch part {
    case .performance: performance.scorecard.indicators.rated > 0 ? performanceSentences : ""
    case .equalities: PaperPart.equalityDuty
    case .priorities:
      book.priorities.filter { $0.isInPlan(in: report.period) }.map { "- \($0.title)" }.joined(separator: "\n")
    default: ""
    }
  }

  private var risk: ReportSection {
    let own = book.risks.values.filter { $0.paper == paper?.id && paper != nil }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    let text = printed.text(.risk) ?? ""
    var parts: [ReportPart] = [.passage(key: "risk/text", generated: text)]
    if own.isEmpty {
      parts += performance.riskSection(all: false) { _ in true }.flatMap(\.parts)
    } else {
      parts.append(.table(riskTable(own)))
    }
    return ReportSection("risk", heading(.risk), isRequired: true, parts)
  }

  private func riskTable(_ risks: [Risk]) -> Table {
    Table(
      "Risks to take into account",
      columns: [.init("Risk description", width: 4), .init("Mitigations", width: 8), .init("RAG status", width: 2)],
      rows: risks.map { risk in
        let status = book.riskScores.values.filter { $0.risk == risk.id }.max { $0.day < $1.day }?.status
        let lines = risk.mitigations.enumerated().flatMap { index, text -> [Inline] in
          (index > 0 ? [.lineBreak] : []) + [.text(risk.mitigations.count > 1 ? "\(index + 1). \(text)" : text)]
        }
        return Table.Row([
          .rowHeader(risk.title), Table.Cell(lines.isEmpty ? ["–"] : lines),
          status.map { .status(StatusMarks.actions.mark($0)) } ?? "–",
        ])
      })
  }

  /// What an imported paper said besides, under its own headings: nothing of it is lost.
  private var others: [ReportSection] {
    printed.others.map { section in
      ReportSection(
        "also/\(section.order)", Heading(.subsection, section.title),
        [.passage(key: "also/\(section.order)/text", generated: PrintedPaper.passage(section.text))])
    }
  }

  private func heading(_ part: PaperPart) -> Heading {
    Heading(part.level, printed.title(part) ?? part.heading, anchor: part.rawValue)
  }
}
