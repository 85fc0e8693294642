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
    let standings = book.indicators.values
      .compactMap { $0.shows != .context && $0.isInPlan(in: period) ? book.standing(of: $0, in: period) : nil }
      .sorted { ($0.indicator.order, $0.indicator.id) < ($1.indicator.order, $1.indicator.id) }
    let actions = book.ratedActions(in: period).map { book.standing(of: $0, in: period) }
    let byHome = Dictionary(grouping: standings) {
      book.priority(above: book.home(of: $0.indicator, in: period))?.id
    }
    let actionsByHome = Dictionary(grouping: actions) { book.priority(above: $0.item.id)?.id }
    let rules = Set(standings.map(\.rating.rule))
    let statuses = Scorecard.statuses(of: rules, in: book)

    self.period = period
    sections = book.priorities.filter { $0.isInPlan(in: period) }.map { priority in
      let (own, ownActions) = (byHome[priority.id] ?? [], actionsByHome[priority.id] ?? [])
      let subject = priority.recordID
      return Section(
        priority: priority, standings: own, actions: ownActions, indicatorTally: Tally(own, statuses),
        actionTally: Tally(ownActions), achievements: book.words(about: subject, in: period, .achievement),
        nextQuarter: book.words(about: subject, in: period, .nextQuarter), split: book.splits[priority.id])
    }
    unplacedIndicators = byHome[nil] ?? []
    unplacedActions = actionsByHome[nil] ?? []
    indicators = Tally(standings, statuses)
    self.actions = Tally(actions)
    self.rules = rules.sorted { ($0.id, $0.revision) < ($1.id, $1.revision) }
  }

  /// Every standing, in order of section and then of the unplaced.
  package var standings: [IndicatorStanding] { sections.flatMap(\.standings) + unplacedIndicators }

  /// The statuses of the rules in use, in the order of the council's rule.
  private static func statuses(of rules: Set<RuleVersion>, in book: Book) -> [Status] {
    var seen: Set<Status> = []
    var ordered: [Status] = []
    for version in rules.sorted(by: { ($0.id, -$0.revision) < ($1.id, -$1.revision) }) {
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
