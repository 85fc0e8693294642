import CorporatePlan
import Documents

/// What a councillor needs to know of a portfolio or committee on one page: what changed, what stays off target, what is
/// overdue, which risks rise, what was asked, and what comes next.
package struct Briefing: Sendable {
  let performance: PerformanceReport
  let scope: BriefingScope
  /// The day as at which things are overdue: the end of the period, so that the same record gives the same briefing.
  private let day: Day
  private var book: Book { performance.book }
  private var period: Period { performance.period }

  package init(_ book: Book, _ period: Period, _ subject: RecordID?) {
    self.init(book, PerformanceReport(book, period), subject)
  }

  init(_ book: Book, _ performance: PerformanceReport, _ subject: RecordID?) {
    self.performance = performance
    scope = BriefingScope(book, subject)
    day = performance.period.end
  }

  var source: ReportSource {
    ReportSource(
      title: "\(scope.name ?? performance.nouns.plan.capitalised): briefing, \(period.name)",
      subject: "What changed and what is off target in \(period.name)", edition: performance.edition, sections: sections
    )
  }

  private var standings: [IndicatorStanding] { performance.scorecard.standings.filter { scope.holds($0.indicator) } }
  private var actions: [ActionStanding] { performance.scorecard.allActions.filter { scope.holds($0.item) } }

  private var sections: [ReportSection] {
    [summary, changed, reds, overdue] + rising + [questions, next]
  }

  private var summary: ReportSection {
    let statuses = performance.scorecard.indicators.byStatus.map(\.status)
    var indicators = Tally(statuses: statuses)
    for standing in standings { indicators.add(standing.outcome, isDue: standing.isDue, hasData: standing.hasData) }
    var tally = Tally(statuses: [.complete, .green, .amber, .red])
    for action in actions { tally.add(action.outcome, hasData: action.update != nil) }
    let shares = [
      performance.share(indicators, performance.marks, performance.nouns.indicator),
      performance.share(tally, performance.actionMarks, performance.nouns.action),
    ].compactMap { $0 }
    let words = shares.isEmpty ? "nothing here is rated." : shares.joined(separator: "; ") + "."
    return ReportSection(
      "summary", nil, isRequired: true, [.passage(key: "summary/text", generated: "In \(period.name), \(words)")])
  }

  private var changed: ReportSection {
    let held = Set(standings.map(\.indicator.recordID) + actions.map(\.item.recordID))
    let moves = performance.since.moves.filter { held.contains($0.status.subject) }
    let before = performance.since.before?.period.name
    let items = moves.map { move -> [Inline] in
      let marks = move.status.subject.kind == PlanItem.kind ? performance.actionMarks : performance.marks
      let figures = [move.figureBefore, move.figureNow].compactMap { $0 }
      return [
        .strong(move.status.title), .text(": from "), .status(marks.mark(move.status.before)), .text(" to "),
        .status(marks.mark(move.status.now)),
        .text(figures.count == 2 && figures[0] != figures[1] ? ", \(figures[0]) to \(figures[1])" : ""),
      ]
    }
    return section(
      "changed", "What changed" + (before.map { " since \($0)" } ?? ""), items,
      none: before == nil ? Briefing.nothingBefore : "Nothing has another status.")
  }

  private var reds: ReportSection {
    let runs = book.redRuns(performance.scorecard).filter { scope.holds($0.standing.indicator) }
    let items = runs.map { run -> [Inline] in
      let said = book.words(about: run.standing.indicator.recordID, in: period, .action).first?.text
      return [
        .strong(run.standing.rowName),
        .text(
          ": \(run.standing.valueText) against \(run.standing.targetText), off target \(run.periods) times running. "
            + (said.map { "Being done: \($0)" } ?? "What is being done about it has not been said.")),
      ]
    }
    let isFirst = performance.since.before == nil
    return section(
      "reds", "Off target for two periods or more", items,
      none: isFirst ? Briefing.nothingBefore : "No indicator of \(standings.count).")
  }

  private var overdue: ReportSection {
    let items = book.overdueActions(on: day).filter { scope.holds($0.item) }.map { action -> [Inline] in
      let standing = action.update.map { update in update.percent.map { "\($0)% done" } ?? update.stage.rawValue }
      let forecast = action.update?.forecast.map { ", now expected \($0.words)" } ?? ""
      return [
        .strong(action.item.title),
        .text(": due \(action.due.words), \(standing ?? "nothing was reported of it")\(forecast)."),
      ]
    }
    let noun = actions.count == 1 ? performance.nouns.action : plural(performance.nouns.action)
    return section("overdue", "Overdue at the end of \(period.name)", items, none: "None of \(actions.count) \(noun).")
  }

  private var rising: [ReportSection] {
    let risks = book.risks.values.filter { $0.paper == nil && scope.holds($0) }
    guard !risks.isEmpty else { return [] }
    let movements = book.riskMovements(from: period.start, to: period.end, since: performance.since.sealed)
      .filter { ($0.kind == .worse || $0.kind == .added) && scope.holds($0.risk) }
    let items = movements.map { movement -> [Inline] in
      [
        .strong(movement.risk.title),
        .text(
          movement.kind == .added
            ? ": new, \(movement.now?.words ?? "not scored yet")."
            : ": \(movement.before?.words ?? "not scored"), now \(movement.now?.words ?? "not scored")."),
      ]
    }
    return [section("rising", "Risks that rise", items, none: "No risk of \(risks.count).")]
  }

  private var questions: ReportSection {
    questionsSection(book, period)[0]
  }

  /// What is due in the next period: actions, milestones, and the meeting of a paper.
  private var next: ReportSection {
    let end = period.end.adding(months: period.grain.months ?? 3)
    let due = book.items.values.filter { item in
      (item.role == .action || item.role == .milestone) && scope.holds(item)
        && (item.due.map { period.end <= $0 && $0 < end } ?? false) && !isDone(item)
    }.compactMap { item in item.due.map { ($0, item.title) } }
    let meetings = book.papers.values.compactMap { paper in
      paper.meeting.flatMap {
        period.end <= $0 && $0 < end ? ($0, "\(paper.committee ?? "Meeting"): \(paper.title)") : nil
      }
    }
    let dates = (due + meetings).sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    return section(
      "next", "Next dates", dates.map { [.strong($0.0.words), .text(": \($0.1)")] },
      none: "Nothing is due before \(end.words).")
  }

  private func isDone(_ item: PlanItem) -> Bool {
    book.updates.values.contains { $0.item == item.id && $0.stage == .complete && $0.period.end <= period.end }
  }

  private static let nothingBefore = "There is no period before to compare with."

  /// As many lines as a page bears; the rest is counted.
  static let most = 6

  private func section(_ key: String, _ heading: String, _ items: [[Inline]], none: String) -> ReportSection {
    let shown = items.prefix(Briefing.most)
    var parts: [ReportPart] = items.isEmpty ? [.paragraph(none)] : [.list(List(items: Array(shown)))]
    if items.count > shown.count { parts.append(.paragraph("And \(items.count - shown.count) more.")) }
    return ReportSection(
      key, Heading(.section, items.isEmpty ? heading : "\(heading) (\(items.count))", anchor: key), isRequired: true,
      parts)
  }
}

extension RiskScore {
  /// "Amber, likelihood 3, impact 4".
  fileprivate var words: String {
    let place = place.map { "likelihood \($0.likelihood), impact \($0.impact)" }
    return [status.map { StatusMarks.actions.mark($0).word }, place].compactMap { $0 }.joined(separator: ", ")
  }
}
