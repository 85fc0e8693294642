import CorporatePlan

/// All the figures that the words of a report may name, as the record has them.
package struct ReportFigures: Sendable {
  /// The plan, its priorities, indicators, actions, and the period, in the order in which they are offered.
  let things: [FiguredThing]
  private let byName: [String: [Int]]

  init(_ report: PerformanceReport) {
    let card = report.scorecard
    let nouns = report.nouns
    func counts(_ indicators: Tally, _ actions: Tally, _ of: String) -> [FiguredThing.Row] {
      report.rows(of: indicators, "indicators", of: of, marks: report.marks)
        + report.rows(of: actions, "actions", of: of, marks: report.actionMarks)
    }
    var things = [
      FiguredThing(
        ["plan", nouns.plan], title: nouns.plan, counts(card.indicators, card.actions, "of the whole plan"))
    ]
    things += card.sections.map { section in
      let priority = section.priority
      return FiguredThing(
        [priority.id, priority.code, priority.title], title: priority.title,
        counts(section.indicatorTally, section.actionTally, "of “\(priority.title)”"))
    }
    things += card.standings.map { report.thing($0) }
    things += card.allActions.map { report.thing($0) }
    things.append(report.periodThing)
    self.things = things
    var byName: [String: [Int]] = [:]
    for (index, thing) in things.enumerated() {
      for name in Set(thing.names.map(\.plainName)) { byName[name, default: []].append(index) }
    }
    self.byName = byName
  }

  /// Why a reference names no figure.
  package enum Problem: Error, Equatable {
    case unknown(String)
    /// Several things are called so.
    case ambiguous(String, [String])
    /// It is there, and has no such figure; what it has.
    case noSuchFigure(String, of: String, has: [String])
  }

  /// The figure that a reference names, without its brackets: "complaints-answered: actual".
  func figure(_ reference: String) throws(Problem) -> NamedFigure {
    let colons = reference.indices.filter { reference[$0] == ":" }
    for colon in colons {
      let name = String(reference[..<colon])
      guard let found = byName[name.plainName] else { continue }
      guard found.count == 1 else {
        throw .ambiguous(name.trimmed, found.map { things[$0].names[0] })
      }
      let thing = things[found[0]]
      let what = String(reference[reference.index(after: colon)...]).plainName
      if let figure = thing.figures.first(where: { $0.what.plainName == what })?.figure { return figure }
      throw .noSuchFigure(what, of: thing.title, has: thing.figures.map(\.what))
    }
    throw .unknown(reference.trimmed)
  }

  /// What people pick from, by the thing it is of.
  package var choices: [(of: String, figures: [NamedFigure])] {
    things.map { ($0.title, $0.figures.map(\.figure)) }.filter { !$0.1.isEmpty }
  }

  func thing(named id: String) -> FiguredThing? {
    byName[id.plainName].flatMap { $0.count == 1 ? things[$0[0]] : nil }
  }
}

extension String {
  /// For comparing names: small letters, single spaces.
  var plainName: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension FiguredThing {
  typealias Row = (what: String, label: String, text: String?, statuses: [String])
}

extension PerformanceReport {
  /// The counts of a tally, each with its denominator where it has one.
  fileprivate func rows(of tally: Tally, _ noun: String, of scope: String, marks: StatusMarks) -> [FiguredThing.Row] {
    guard tally.inPlan > 0 else { return [] }
    let hasDueDates = noun == "indicators"
    var rows: [FiguredThing.Row] = [(noun, "\(noun.capitalised) \(scope)", String(tally.inPlan), [])]
    func add(_ what: String, _ label: String, _ text: String, _ statuses: [String] = []) {
      rows.append(("\(noun) \(what)", "\(noun.capitalised) \(scope): \(label)", text, statuses))
    }
    if hasDueDates { add("due", "due", String(tally.due)) }
    add(hasDueDates ? "with data" : "reported", hasDueDates ? "with data" : "reported", String(tally.withData))
    add("rated", "rated", String(tally.rated))
    for (status, count) in tally.byStatus {
      let word = marks.mark(status).word
      let words = Array(Set([status.id.lowercased(), word.lowercased()]))
      for name in Set([status.id, word.plainName]).sorted(by: { one, _ in one == status.id }) {
        add(name, word, String(count), words)
        guard tally.rated > 0 else { continue }
        add("\(name) of rated", "\(word), of those rated", "\(count) of \(tally.rated)", words)
        add("\(name) share", "\(word), in per cent of those rated", Tally.percentText(count, of: tally.rated), words)
      }
    }
    add("not rated", "not rated", String(tally.inPlan - tally.rated - tally.undetermined))
    add("undetermined", "can’t be rated yet", String(tally.undetermined))
    for (reason, count) in tally.notRated.sorted(by: { $0.key < $1.key }) {
      add("not rated because \(reason)", "not rated because \(reason)", String(count))
    }
    for (trends, since, words) in [
      (tally.short, "", "since the period before"), (tally.long, " on last year", "since the same period last year"),
    ] where hasDueDates {
      for trend in [Trend.better, .same, .worse, .none] {
        add("\(trend.words)\(since)", "\(trend.words) \(words)", String(trends[trend, default: 0]))
      }
    }
    return rows
  }

  fileprivate func thing(_ standing: IndicatorStanding) -> FiguredThing {
    let indicator = standing.indicator
    func printed(_ value: Value?) -> String? { value?.figure.map { $0.inUnit(indicator.unit).text } }
    let title = indicator.name
    return FiguredThing(
      [indicator.id, indicator.code, indicator.name], title: title,
      [
        ("actual", "\(title): the figure", standing.valueText, []),
        ("target", "\(title): the target", standing.target == nil ? nil : standing.targetText, []),
        ("status", "\(title): the status", marks.mark(standing.outcome).word, []),
        ("previous", "\(title): the figure of the period before", printed(standing.previous), []),
        ("last year", "\(title): the figure of the same period last year", printed(standing.lastYear), []),
        ("change", "\(title): the change since the period before", standing.change(since: standing.previous), []),
        (
          "change on last year", "\(title): the change since the same period last year",
          standing.change(since: standing.lastYear), []
        ),
        ("direction", "\(title): better or worse than the period before", standing.short.words, []),
      ])
  }

  fileprivate func thing(_ action: ActionStanding) -> FiguredThing {
    let item = action.item
    return FiguredThing(
      [item.id, item.code, item.title], title: item.title,
      [
        ("status", "\(item.title): the status", actionMarks.mark(action.outcome).word, []),
        ("due", "\(item.title): when it is due", item.due?.words, []),
        ("forecast", "\(item.title): when it is expected", action.update?.forecast?.words, []),
        ("progress", "\(item.title): progress", action.update?.percent.map { "\($0)%" }, []),
      ])
  }

  fileprivate var periodThing: FiguredThing {
    let last = period.end + -1
    return FiguredThing(
      ["period"], title: "The period",
      [
        ("name", "The period: its name", period.name, []),
        ("start", "The period: its first day", period.start.words, []),
        ("end", "The period: its last day", last.words, []), ("span", "The period: both days", period.span, []),
        ("year", "The period: its year", FinancialYear(containing: period.start).period.name, []),
      ])
  }
}

extension IndicatorStanding {
  /// "up 3 points", "down 12", "unchanged": the number's movement, not performance's. `nil` without two figures of a kind.
  fileprivate func change(since earlier: Value?) -> String? {
    guard let now = value.figure?.inUnit(indicator.unit), let before = earlier?.figure?.inUnit(indicator.unit),
      now.per == nil, before.per == nil, now.unit.isComparable(with: before.unit)
    else { return nil }
    let distance = now.quantity - before.quantity
    if distance == .zero { return "unchanged" }
    let size = Figure.text(
      distance.magnitude, now.unit == .percent ? .percentagePoints : now.unit,
      decimals: max(now.decimals, before.decimals))
    return (distance < .zero ? "down " : "up ") + size
  }
}

extension ReportFigures {
  /// What is offered to pick from in a section: all of the plan and of the priority whose section it is, and of each
  /// indicator and action what sentences most often say.
  package func choices(for section: String) -> [(of: String, figures: [NamedFigure])] {
    let priority = section.split(separator: "/", maxSplits: 1).dropFirst().first.map(String.init)
    let usual: Set<String> = ["actual", "target", "status", "previous", "change"]
    return things.compactMap { thing in
      let isCounted = thing.figures.first?.what == "indicators" || thing.figures.first?.what == "actions"
      if isCounted, let priority, thing.names[0] != "plan", thing.names[0] != priority { return nil }
      let figures = thing.figures.filter { isCounted || thing.names[0] == "period" || usual.contains($0.what) }
      return figures.isEmpty ? nil : (thing.title, figures.map(\.figure))
    }
  }
}
