/// A council's quarter: every indicator and action with its standing, by priority, with the counts that pages and reports
/// print. All of them are counted here, from the same standings, and nowhere else.
package struct Scorecard: Sendable {
  package let period: Period
  package let sections: [Section]
  /// Indicators and actions that no priority holds; a report with any does not add up.
  package let unplacedIndicators: [IndicatorStanding]
  package let unplacedActions: [ActionStanding]
  /// Over all sections, each indicator once.
  package let indicators: Tally
  package let actions: Tally
  /// The rules that were used, by id.
  package let rules: [RuleVersion]

  package struct Section: Sendable {
    package let priority: PlanItem
    package let standings: [IndicatorStanding]
    package let actions: [ActionStanding]
    package let indicatorTally: Tally
    package let actionTally: Tally
    package let achievements: [Commentary]
    package let nextQuarter: [Commentary]
    package let split: Split?
  }

  package init(_ book: Book, _ period: Period) {
    let standings = book.indicators.values.lazy.filter { $0.shows != .context && $0.isInPlan(in: period) }
      .map { book.standing(of: $0, in: period) }
      .sorted { ($0.indicator.order, $0.indicator.id) < ($1.indicator.order, $1.indicator.id) }
    let actions = book.ratedActions(in: period).map { book.standing(of: $0, in: period) }
    let home = Dictionary(
      standings.map { ($0.indicator.id, book.priority(above: book.home(of: $0.indicator, in: period))?.id) },
      uniquingKeysWith: { first, _ in first })
    let actionHome = Dictionary(
      actions.map { ($0.item.id, book.priority(above: $0.item.id)?.id) }, uniquingKeysWith: { first, _ in first })
    let statuses = Scorecard.statuses(of: standings, in: book, period)

    self.period = period
    sections = book.priorities.filter { $0.isInPlan(in: period) }.map { priority in
      let own = standings.filter { home[$0.indicator.id] == priority.id }
      let ownActions = actions.filter { actionHome[$0.item.id] == priority.id }
      let subject = priority.recordID
      return Section(
        priority: priority, standings: own, actions: ownActions, indicatorTally: Tally(own, statuses),
        actionTally: Tally(ownActions), achievements: book.words(about: subject, in: period, .achievement),
        nextQuarter: book.words(about: subject, in: period, .nextQuarter), split: book.splits[priority.id])
    }
    unplacedIndicators = standings.filter { home[$0.indicator.id] == .some(nil) }
    unplacedActions = actions.filter { actionHome[$0.item.id] == .some(nil) }
    indicators = Tally(standings, statuses)
    self.actions = Tally(actions)
    rules = Set(standings.map(\.rating.rule)).sorted { ($0.id, $0.revision) < ($1.id, $1.revision) }
  }

  /// Every standing, in order of section and then of the unplaced.
  package var standings: [IndicatorStanding] { sections.flatMap(\.standings) + unplacedIndicators }

  /// The statuses of the rules in use, in the order of the council's rule.
  private static func statuses(of standings: [IndicatorStanding], in book: Book, _ period: Period) -> [Status] {
    var seen: Set<Status> = []
    var ordered: [Status] = []
    for version in Set(standings.map(\.rating.rule)).sorted(by: { ($0.id, -$0.revision) < ($1.id, -$1.revision) }) {
      for status in book.rule(version)?.forIndicators?.statuses ?? [] where seen.insert(status).inserted {
        ordered.append(status)
      }
    }
    return ordered
  }
}

extension Tally {
  init(_ standings: [IndicatorStanding], _ statuses: [Status]) {
    self.init(statuses: statuses)
    for standing in standings {
      add(
        standing.outcome, isDue: standing.isDue, hasData: standing.hasData, short: standing.short, long: standing.long)
    }
  }

  /// Actions: complete is counted apart from green and stays in the denominator (domain, section 2.9).
  init(_ actions: [ActionStanding]) {
    self.init(statuses: [.complete, .green, .amber, .red])
    for action in actions { add(action.outcome, hasData: action.update != nil) }
  }
}
