import CorporatePlan
import Documents

/// What a part of the report has to say by the scorecard.
struct ExpectedPart {
  let anchor: String
  let place: String
  /// The numbers of its first paragraphs, in order.
  var sentences: [[Int]] = []
  var charts: [ExpectedChart] = []
  var tables: [ExpectedTable] = []
  /// Numbers of sentences that stand anywhere in it: the council's own words may come before them.
  var saidSomewhere: [[Int]] = []
  var list: ExpectedList?

  enum ExpectedTable {
    /// One row for each indicator or action, with its status.
    case statuses([StatusRow])
    /// Numbers by the names of their rows and columns.
    case counts([String: [String: Int]])
    /// So many rows.
    case rows(Int)
  }

  struct StatusRow: Equatable {
    let name: String
    let mark: StatusMark?
    var words: String { "“\(name)” (\(mark?.word ?? "no status"))" }
  }

  struct ExpectedChart {
    let bars: [Chart.Strip.Bar]
    let titleNumbers: [Int]
    var descriptionNumbers: [Int] {
      bars.flatMap { bar in bar.label.wholeNumbers + bar.counts.flatMap { [$0.count] + $0.mark.word.wholeNumbers } }
    }
  }
}

extension ExpectedPart {
  /// All the parts that count something.
  static func all(_ book: Book, _ scorecard: Scorecard, _ detail: Report.Detail) -> [ExpectedPart] {
    let counting = Counting(report: PerformanceReport(book, scorecard, detail))
    return counting.summary + counting.moves + scorecard.sections.flatMap(counting.parts) + counting.notRated
  }
}

/// Works out from the tallies what the parts of the report have to say.
struct Counting {
  let report: PerformanceReport

  private var scorecard: Scorecard { report.scorecard }
  var indicators: [(String, Tally)] {
    scorecard.sections.map { ($0.priority.title, $0.indicatorTally) } + [(PerformanceReport.all, scorecard.indicators)]
  }
  private var actions: [(String, Tally)] {
    scorecard.sections.map { ($0.priority.title, $0.actionTally) } + [(PerformanceReport.all, scorecard.actions)]
  }

  var summary: [ExpectedPart] {
    var parts: [ExpectedPart] = []
    if scorecard.indicators.inPlan > 0 {
      var part = ExpectedPart(anchor: "all-indicators", place: "summary of indicators")
      part.sentences = indicatorSentences(scorecard.indicators)
      part.charts = [chart("", indicators.suffix(1) + indicators.dropLast(), report.marks)]
      part.tables = [.counts(counts(indicators, report.marks))]
      parts.append(part)
    }
    if scorecard.actions.inPlan > 0 {
      var part = ExpectedPart(anchor: "all-actions", place: "summary of actions")
      part.sentences = [actionNumbers(scorecard.actions)] + splitSentence
      part.charts = [chart(report.nouns.action, actions.suffix(1) + actions.dropLast(), report.actionMarks)]
      part.tables = [.counts(counts(actions, report.actionMarks))] + splitTable
      parts.append(part)
    }
    return parts
  }

  func parts(of section: Scorecard.Section) -> [ExpectedPart] {
    let (title, anchor) = (section.priority.title, report.anchor(of: section.priority))
    var parts: [ExpectedPart] = []
    if !section.standings.isEmpty {
      var part = ExpectedPart(anchor: "\(anchor)-indicators", place: "indicators of “\(title)”")
      part.sentences = indicatorSentences(section.indicatorTally)
      part.charts = [chart(title, [("Indicators", section.indicatorTally)], report.marks)]
      part.tables = statuses(
        report.shown(section.standings).map { standing in
          StatusRow(name: standing.rowName, mark: report.marks.mark(standing.outcome))
        })
      parts.append(part)
    }
    if !section.actions.isEmpty {
      var part = ExpectedPart(anchor: "\(anchor)-actions", place: "actions of “\(title)”")
      let split = PromisedAndRated(section)
      part.sentences =
        [actionNumbers(section.actionTally)]
        + (split.promised == split.rated ? [] : [[split.promised, split.rated]])
      part.charts = [chart(title, [(plural(report.nouns.action), section.actionTally)], report.actionMarks)]
      part.tables = statuses(
        report.shown(section.actions).map {
          StatusRow(name: $0.rowName, mark: report.actionMarks.mark($0.outcome))
        })
      parts.append(part)
    }
    return parts
  }

  /// What moved, by the status it has now; a heading over what got worse and one over what got better.
  var moves: [ExpectedPart] {
    let moves = report.since.moves
    guard !moves.isEmpty else { return [] }
    var part = ExpectedPart(anchor: "status-moves", place: "list of what has another status than before")
    part.tables = statuses(
      moves.map { move in
        let marks = move.status.subject.kind == PlanItem.kind ? report.actionMarks : report.marks
        return StatusRow(name: report.name(move.status), mark: marks.mark(move.status.now))
      })
    return [part]
  }

  /// A report by exception has no table where nothing gives a reason.
  func statuses(_ rows: [StatusRow]) -> [ExpectedPart.ExpectedTable] { rows.isEmpty ? [] : [.statuses(rows)] }

  typealias StatusRow = ExpectedPart.StatusRow

  var notRated: [ExpectedPart] {
    let count =
      scorecard.standings.filter { $0.status == nil }.count + scorecard.allActions.filter { $0.status == nil }.count
    var part = ExpectedPart(anchor: "not-rated", place: "list of what is not rated")
    part.tables = count > 0 ? [.rows(count)] : []
    return [part]
  }

  // MARK: Sentences

  func indicatorSentences(_ tally: Tally) -> [[Int]] {
    let counts = [tally.inPlan, tally.due, tally.withData, tally.rated] + numbers(tally, report.marks)
    let directions = trendNumbers(tally.short) + trendNumbers(tally.long)
    return directions.isEmpty ? [counts] : [counts, directions]
  }

  private func actionNumbers(_ tally: Tally) -> [Int] {
    [tally.inPlan, tally.withData, tally.rated] + numbers(tally, report.actionMarks)
  }

  /// Each status with its percentage, then what is not rated by reason, the most frequent first.
  private func numbers(_ tally: Tally, _ marks: StatusMarks) -> [Int] {
    let statuses = tally.byStatus.flatMap { status, count -> [Int] in
      guard tally.rated > 0 else { return [] }
      let percent = Tally.percent(count, of: tally.rated) ?? 0
      return [count] + marks.mark(status).word.wholeNumbers + [count > 0 && percent == 0 ? 1 : percent]
    }
    let reasons = tally.notRated.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.value)
    let notRated = tally.inPlan - tally.rated - tally.undetermined
    return statuses + (notRated > 0 ? [notRated] + reasons : []) + (tally.undetermined > 0 ? [tally.undetermined] : [])
  }

  private func trendNumbers(_ trends: [Trend: Int]) -> [Int] {
    let comparable = [Trend.better, .same, .worse].map { trends[$0, default: 0] }
    guard comparable.contains(where: { $0 > 0 }) else { return [] }
    let rest = trends[.none, default: 0]
    return comparable + (rest > 0 ? [rest] : [])
  }

  // MARK: Charts and tables

  private func chart(
    _ subject: String, _ bars: some Collection<(String, Tally)>, _ marks: StatusMarks
  ) -> ExpectedPart.ExpectedChart {
    var title = subject.wholeNumbers
    if let tally = bars.first?.1, tally.rated > 0 {
      let good = tally.byStatus.filter { [.green, .blue].contains(marks.mark($0.status).tone) }
      title +=
        [good.reduce(0) { $0 + $1.count }, tally.rated] + good.flatMap { marks.mark($0.status).word.wholeNumbers }
    }
    return ExpectedPart.ExpectedChart(
      bars: bars.map { Chart.Strip.Bar($0.0, marks.counts($0.1)) }, titleNumbers: title)
  }

  func counts(_ rows: [(String, Tally)], _ marks: StatusMarks) -> [String: [String: Int]] {
    let all = marks.counts(rows.last?.1 ?? Tally(statuses: [])).map(\.mark)
    return Dictionary(
      rows.map { label, tally in
        var row = [
          "In plan": tally.inPlan, "Due": tally.due, "With data": tally.withData, "Reported": tally.withData,
          "Rated": tally.rated,
        ]
        for mark in all { row[mark.word] = marks.counts(tally).reduce(0) { $1.mark == mark ? $0 + $1.count : $0 } }
        return (label, row)
      }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Splits

  private var splits: [(String, PromisedAndRated)] {
    scorecard.sections.map { ($0.priority.title, PromisedAndRated($0)) }
  }

  private var isSplit: Bool { splits.contains { $0.1.promised != $0.1.rated } }

  private var totals: [Int] { [splits.reduce(0) { $0 + $1.1.promised }, splits.reduce(0) { $0 + $1.1.rated }] }

  private var splitSentence: [[Int]] { isSplit ? [totals] : [] }

  private var splitTable: [ExpectedPart.ExpectedTable] {
    guard isSplit else { return [] }
    var rows = Dictionary(
      splits.map { ($0.0, ["Promised": $0.1.promised, "Rated": $0.1.rated]) }, uniquingKeysWith: { first, _ in first })
    rows[PerformanceReport.all] = ["Promised": totals[0], "Rated": totals[1]]
    return [.counts(rows)]
  }
}
