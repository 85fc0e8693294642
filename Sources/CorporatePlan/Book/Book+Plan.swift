extension Book {
  /// The items under a parent in their order; the top of the plan for `nil`.
  package func children(of parent: String?) -> [PlanItem] {
    items.values.filter { $0.parent == parent }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  /// The priorities that a report has a section for: those with no priority above them.
  package var priorities: [PlanItem] {
    items.values.filter { $0.role == .priority && priority(above: $0.parent) == nil }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  /// The topmost priority at or above an item; `nil` when there is none, or when parents go round in a circle.
  package func priority(above id: String?) -> PlanItem? {
    path(to: id).first { $0.role == .priority }
  }

  /// The items from the top of the plan down to this one.
  package func path(to id: String?) -> [PlanItem] {
    var path: [PlanItem] = []
    var next = id
    while let id = next, let item = items[id], !path.contains(where: { $0.id == item.id }) {
      path.append(item)
      next = item.parent
    }
    return path.reversed()
  }

  /// The actions that receive a status each, in order: those that were not split, and the parts of those that were.
  package var ratedActions: [PlanItem] {
    let parents = Set(items.values.filter { $0.role == .action }.compactMap(\.parent))
    return items.values.filter { $0.role == .action && !parents.contains($0.id) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  /// The same as they stood in a period: an action that is split later is still rated itself in the periods before.
  package func ratedActions(in period: Period) -> [PlanItem] {
    let actions = items.values.filter { $0.role == .action && $0.isInPlan(in: period) }
    let parents = Set(actions.compactMap(\.parent))
    return actions.filter { !parents.contains($0.id) }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  /// Whether an action has a status of its own in a period, and not its parts.
  func isRated(_ action: PlanItem, in period: Period) -> Bool {
    !items.values.contains { $0.parent == action.id && $0.role == .action && $0.isInPlan(in: period) }
  }

  /// The item an indicator is printed under in a period: the first of its own that is in the plan then.
  package func home(of indicator: Indicator, in period: Period) -> String? {
    indicator.items.first { items[$0]?.isInPlan(in: period) == true } ?? indicator.items.first
  }

  /// The words of a period about a record, in order.
  package func words(about subject: RecordID, in period: Period, _ purpose: Commentary.Purpose) -> [Commentary] {
    wordIDs(about: subject, in: period).compactMap { commentary[$0] }
      .filter { $0.subject == subject && $0.period.code == period.code && $0.purpose == purpose }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  /// The reporting periods that have figures, newest first: quarters that hold the end of a period with an actual.
  package var reportingPeriods: [Period] {
    var quarters: Set<Period> = []
    for (id, readings) in readings {
      let lag = indicators[id]?.lag ?? 0
      for actual in readings.actuals where lag == 0 {
        if let quarter = Period.containing(actual.period.end + -1, .quarter) { quarters.insert(quarter) }
      }
    }
    for update in updates.values { quarters.insert(update.period) }
    return quarters.sorted().reversed()
  }
}
