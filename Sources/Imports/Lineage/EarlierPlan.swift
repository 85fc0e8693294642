import CorporatePlan

/// The plan that ends when another begins, as today's Book holds it.
struct EarlierPlan {
  let book: Book
  /// The first day of the later plan.
  let start: Day
  /// What was in the plan on the day before, and may go on.
  let items: [PlanItem]
  let indicators: [Indicator]

  /// `nil` when the Book holds no plan that this one follows: no other of its kind and of the same service that began
  /// before, or, where plans were never recorded as such, nothing reported before its first day.
  ///
  /// - Parameter later: the items of the later plan. Where no record says what the earlier plan held, only what stands with
  ///   something that the two have in common was in it.
  init?(_ book: Book, before start: Day, of plans: [Plan], later: [PlanItem]) {
    self.book = book
    self.start = start
    let types = Set(plans.map(\.type))
    let ids = Set(plans.map(\.id))
    let alike = book.plans.values.filter { types.isEmpty || types.contains($0.type) }
    let own = alike.filter { plan in plans.isEmpty || plans.contains { $0.mayFollow(plan) } }
    let earlier = own.filter { plan in plan.start.map { $0 < start } ?? !ids.contains(plan.id) }
    let isLinked = book.isLinked(later, on: start)
    guard !earlier.isEmpty || isLinked || book.plans.isEmpty && book.hasReports(before: start) else { return nil }
    // Plans of other kinds go on beside this one: their levels have words of their own.
    let levels = Set((earlier + plans).flatMap(\.levels))
    let others = Set(book.plans.values.filter { !types.contains($0.type) }.flatMap(\.levels)).subtracting(levels)
    // Items may end with their plan and be carried over all the same, unless it is settled that they are not.
    let settled = Set(
      book.lineages.values.filter { $0.on == start && $0.relation != .carried }
        .flatMap { lineage in lineage.from.map { RecordID(lineage.of, $0) } })
    func wasIn(_ record: RecordID, _ first: Day?, _ last: Day?) -> Bool {
      first.map { $0 < start } ?? true && last.map { start <= $0 } ?? true && !settled.contains(record)
    }
    let all = book.items.values.filter { wasIn($0.recordID, $0.start, $0.end) && !others.contains($0.level) }
      .sorted { $0.id < $1.id }
    let isOfCouncil = types.isEmpty || types.contains(.corporate)
    items =
      earlier.isEmpty || own.count < alike.count
      ? EarlierPlan.inCommon(all, later, countingPriorities: isOfCouncil) : all
    // Priorities last for years: alone they are no earlier plan.
    guard isLinked || items.contains(where: { $0.role != .vision && $0.role != .priority }) else { return nil }
    let known = Set(items.map(\.id))
    indicators = book.indicators.values
      .filter { wasIn($0.recordID, $0.start, $0.end) && !known.isDisjoint(with: $0.items) }.sorted { $0.id < $1.id }
  }

  /// The items that stand, under their top priority, with one that is in the later plan too; of the others those that are in
  /// it themselves, such as the council's priorities under which each service has its own actions.
  ///
  /// - Parameter countingPriorities: whether a priority that both have is enough: in the council's own plan, whose priorities
  ///   no other plan of it has.
  private static func inCommon(_ items: [PlanItem], _ later: [PlanItem], countingPriorities: Bool) -> [PlanItem] {
    let outline = PlanOutline(items)
    func top(_ item: PlanItem) -> String {
      let first = (outline.path(to: item) + [item]).first { $0.role != .vision }
      return first?.role == .priority ? first?.id ?? "" : ""
    }
    let ids = Set(later.map(\.id))
    let titles = Dictionary(grouping: later, by: \.role).mapValues { $0.map { TitleWords($0.title) } }
    func isInLater(_ item: PlanItem) -> Bool {
      if ids.contains(item.id) { return true }
      let words = TitleWords(item.title)
      return (titles[item.role] ?? []).contains { $0.likeness(to: words) >= LineageMatcher.sure }
    }
    var common: Set<String> = []
    for item in items where item.role != .vision && (countingPriorities || item.role != .priority) {
      if !common.contains(top(item)), isInLater(item) { common.insert(top(item)) }
    }
    return items.filter { ids.contains($0.id) || common.contains(top($0)) }
  }

  /// Why nobody need ask what became of an item: it was completed.
  func completion(of item: String) -> String? {
    let newest = book.updates.values.filter { $0.item == item && $0.period.start < start }.max { $0.period < $1.period }
    guard let newest, newest.stage == .complete || newest.percent == 100 else { return nil }
    return "Complete (\(newest.period.name))."
  }
}

extension Book {
  /// Whether a plan with these items was linked on that day: another service's plan may have been.
  fileprivate func isLinked(_ later: [PlanItem], on start: Day) -> Bool {
    let own = Set(later.filter { $0.role != .vision && $0.role != .priority }.map(\.id))
    return lineages.values.contains { lineage in
      lineage.on == start && (own.isEmpty || !own.isDisjoint(with: lineage.from + lineage.to))
    }
  }

  fileprivate func hasReports(before day: Day) -> Bool {
    updates.values.contains { $0.period.end <= day }
      || readings.values.contains { $0.actuals.contains { $0.period.end <= day } }
  }
}

extension Plan {
  /// Whether this may be the plan that comes after another of its kind: a council has one corporate plan at a time, and a
  /// plan for each service.
  fileprivate func mayFollow(_ earlier: Plan) -> Bool {
    if type == .corporate || id == earlier.id { return true }
    let (own, its) = (subject, earlier.subject)
    return own.isEmpty || its.isEmpty || !own.isDisjoint(with: its)
  }

  /// The words of its title that say what it is about: "housing" of "Housing service plan 2026/27".
  private var subject: Set<String> { Set(title.contentWords).subtracting(Plan.commonWords) }

  private static let commonWords = Set(
    "service delivery business improvement action annual corporate council plan team department directorate division year draft final"
      .contentWords)
}
