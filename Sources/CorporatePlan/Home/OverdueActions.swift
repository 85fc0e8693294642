/// An action whose due date has passed and which is not done.
package struct OverdueAction: Sendable {
  package let item: PlanItem
  package let due: Day
  /// The newest that was reported of it.
  package let update: ActionUpdate?
}

extension Book {
  /// What should be done by now, the longest overdue first. What has left the plan is not awaited any more.
  package func overdueActions(on today: Day) -> [OverdueAction] {
    let newest = Dictionary(grouping: updates.values.filter { $0.period.start <= today }, by: \.item)
      .compactMapValues { $0.max { $0.period < $1.period } }
    return ratedActions.compactMap { item -> OverdueAction? in
      guard let due = item.due, due < today, item.start.map({ $0 <= today }) ?? true,
        item.end.map({ today < $0 }) ?? true
      else { return nil }
      let update = newest[item.id]
      return update?.isDone == true ? nil : OverdueAction(item: item, due: due, update: update)
    }.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element)
  }
}
