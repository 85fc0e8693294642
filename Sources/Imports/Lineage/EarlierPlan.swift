import CorporatePlan

/// The plan that ends when another begins, as today's Book holds it.
struct EarlierPlan {
  let book: Book
  /// The first day of the later plan.
  let start: Day
  /// What was in the plan on the day before, and may go on.
  let items: [PlanItem]
  let indicators: [Indicator]

  /// `nil` when the Book holds no plan that this one follows: no other of its kind that began before, or, where plans
  /// were never recorded as such, nothing reported before its first day.
  init?(_ book: Book, before start: Day, of plans: [Plan]) {
    self.book = book
    self.start = start
    let types = Set(plans.map(\.type))
    let ids = Set(plans.map(\.id))
    let earlier = book.plans.values.filter { plan in
      (types.isEmpty || types.contains(plan.type)) && (plan.start.map { $0 < start } ?? !ids.contains(plan.id))
    }
    let isLinked = book.lineages.values.contains { $0.on == start }
    guard !earlier.isEmpty || isLinked || book.plans.isEmpty && book.hasReports(before: start) else { return nil }
    // Plans of other kinds go on beside this one: their levels have words of their own.
    let own = Set((earlier + plans).flatMap(\.levels))
    let others = Set(book.plans.values.filter { !types.contains($0.type) }.flatMap(\.levels)).subtracting(own)
    // Items may end with their plan and be carried over all the same, unless it is settled that they are not.
    let settled = Set(
      book.lineages.values.filter { $0.on == start && $0.relation != .carried }
        .flatMap { lineage in lineage.from.map { RecordID(lineage.of, $0) } })
    func wasIn(_ record: RecordID, _ first: Day?, _ last: Day?) -> Bool {
      first.map { $0 < start } ?? true && last.map { start <= $0 } ?? true && !settled.contains(record)
    }
    items = book.items.values.filter { wasIn($0.recordID, $0.start, $0.end) && !others.contains($0.level) }
      .sorted { $0.id < $1.id }
    // Priorities last for years: alone they are no earlier plan.
    guard isLinked || items.contains(where: { $0.role != .vision && $0.role != .priority }) else { return nil }
    let known = Set(items.map(\.id))
    indicators = book.indicators.values
      .filter { wasIn($0.recordID, $0.start, $0.end) && !known.isDisjoint(with: $0.items) }.sorted { $0.id < $1.id }
  }

  /// Why nobody need ask what became of an item: it was completed.
  func completion(of item: String) -> String? {
    let newest = book.updates.values.filter { $0.item == item && $0.period.start < start }.max { $0.period < $1.period }
    guard let newest, newest.stage == .complete || newest.percent == 100 else { return nil }
    return "Complete (\(newest.period.name))."
  }
}

extension Book {
  fileprivate func hasReports(before day: Day) -> Bool {
    updates.values.contains { $0.period.end <= day }
      || readings.values.contains { $0.actuals.contains { $0.period.end <= day } }
  }
}
