import CorporatePlan
import Documents

extension ExpectedPart {
  /// What a briefing has to say: how much of its part stands well, and in each section as many lines as there are.
  static func briefing(_ book: Book, _ report: Report) -> [ExpectedPart] {
    let expected = ExpectedBriefing(book, report)
    return [expected.summary]
      + expected.lists.map { anchor, place, list in
        var part = ExpectedPart(anchor: anchor, place: "\(place) of the briefing")
        part.list = list
        return part
      }
  }
}

/// Works out from the scorecard and the plan what the sections of a briefing have to list. What belongs to its part is asked
/// of each indicator and action anew.
private struct ExpectedBriefing {
  private let book: Book
  private let period: Period
  private let performance: PerformanceReport
  private let scope: BriefingScope
  /// Headings that the council's template words: they have no number.
  private let worded: Set<String>
  private let isWithoutRisks: Bool

  init(_ book: Book, _ report: Report) {
    self.book = book
    period = report.period
    isWithoutRisks = report.isWithoutRisks
    performance = PerformanceReport(book, report.period)
    scope = BriefingScope(book, report.scope)
    worded = Set(book.reportTemplates[ReportType.briefing.code]?.sections.filter { $0.heading != nil }.map(\.key) ?? [])
  }

  private var standings: [IndicatorStanding] { performance.scorecard.standings.filter { scope.holds($0.indicator) } }
  private var actions: [ActionStanding] { performance.scorecard.allActions.filter { scope.holds($0.item) } }

  /// "In Q2 2025/26, 5 of 8 rated indicators are Green and 2 are Red; 3 of 4 rated actions are …"
  var summary: ExpectedPart {
    let indicators = share(standings.map(\.status), performance.marks)
    let actions = share(actions.map(\.status), performance.actionMarks)
    var part = ExpectedPart(anchor: "", place: "summary of the briefing")
    part.saidSomewhere = [period.name.wholeNumbers + indicators + actions]
    return part
  }

  /// How many stand well of those rated, and how many off target.
  private func share(_ statuses: [Status?], _ marks: StatusMarks) -> [Int] {
    let rated = statuses.compactMap { $0 }
    guard !rated.isEmpty else { return [] }
    func count(_ tones: Set<Tone>) -> Int { rated.count { tones.contains(marks.mark($0).tone) } }
    let bad = count([.red])
    return [count([.green, .blue]), rated.count] + (bad > 0 ? [bad] : [])
  }

  typealias Row = (anchor: String, place: String, list: ExpectedList)

  var lists: [Row] {
    [
      row("changed", "list of what changed", changed, of: []),
      row(
        "reds", "list of what stays off target", reds,
        of: performance.since.before == nil ? [] : [standings.count]),
      row("overdue", "list of overdue actions", overdue, of: [actions.count]),
    ] + rising + [row("next", "list of next dates", next, of: end.words.wholeNumbers)]
  }

  private func row(_ anchor: String, _ place: String, _ lines: [ExpectedList.Line], of none: [Int]) -> Row {
    (
      anchor, place,
      ExpectedList(lines: lines, most: Briefing.most, none: none, isCounted: !worded.contains(anchor))
    )
  }

  private var changed: [ExpectedList.Line] {
    guard let before = performance.since.before else { return [] }
    return book.statusMoves(from: before, to: performance.scorecard).filter(holds).map { move in
      let marks = move.subject.kind == PlanItem.kind ? performance.actionMarks : performance.marks
      return ExpectedList.Line(name: move.title, marks: [marks.mark(move.before), marks.mark(move.now)])
    }
  }

  private func holds(_ move: StatusMove) -> Bool {
    if let indicator = book.indicators[move.subject.record], move.subject.kind == Indicator.kind {
      return scope.holds(indicator)
    }
    return book.items[move.subject.record].map(scope.holds) ?? false
  }

  private var reds: [ExpectedList.Line] {
    book.redRuns(performance.scorecard).filter { scope.holds($0.standing.indicator) }.map { run in
      ExpectedList.Line(
        name: run.standing.rowName,
        says:
          "\(run.standing.valueText) against \(run.standing.targetText), off target \(run.periods) times running")
    }
  }

  private var overdue: [ExpectedList.Line] {
    book.overdueActions(on: period.end).filter { scope.holds($0.item) }.map {
      ExpectedList.Line(name: $0.item.title, says: "due \($0.due.words)")
    }
  }

  private var rising: [Row] {
    let all = book.risks.values.filter { $0.paper == nil && scope.holds($0) }
    guard !all.isEmpty, !isWithoutRisks else { return [] }
    let lines = book.riskMovements(from: period.start, to: period.end, since: performance.since.sealed)
      .filter { ($0.kind == .worse || $0.kind == .added) && scope.holds($0.risk) }
      .map { ExpectedList.Line(name: $0.risk.title) }
    return [row("rising", "list of rising risks", lines, of: [all.count])]
  }

  private var end: Day { period.end.adding(months: period.grain.months ?? 3) }

  private var next: [ExpectedList.Line] {
    let done = Set(
      book.updates.values.filter { $0.stage == .complete && $0.period.end <= period.end }.map(\.item))
    let due = book.items.values.compactMap { item -> (Day, String)? in
      guard let day = item.due, [.action, .milestone].contains(item.role), !done.contains(item.id), scope.holds(item)
      else { return nil }
      return (day, item.title)
    }
    let meetings = book.papers.values.compactMap { paper in
      paper.meeting.map { ($0, "\(paper.committee ?? "Meeting"): \(paper.title)") }
    }
    return (due + meetings).filter { period.end <= $0.0 && $0.0 < end }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
      .map { ExpectedList.Line(name: $0.0.words, says: $0.1) }
  }
}
