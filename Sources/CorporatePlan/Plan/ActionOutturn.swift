/// What became of an action in a year: what was promised is done, goes on, or was dropped, and with what reason.
package struct ActionOutturn: Sendable {
  package let item: PlanItem
  /// How it stood when it was last reported in the year.
  package let standing: ActionStanding
  /// When that was; `nil` when nothing was reported of it all year.
  package let reported: Period?
  package let fate: Fate
  /// Why it was dropped, where that was recorded.
  package let reason: String?

  package enum Fate: String, Sendable, CaseIterable { case completed, carried, dropped }
}

extension Book {
  /// The rated actions that were in the plan at some time in a year, in order, with what became of each.
  package func actionOutturns(of year: FinancialYear) -> [ActionOutturn] {
    let span = year.period
    let newest = Dictionary(
      grouping: updates.values.filter { span.start <= $0.period.start && $0.period.end <= span.end }, by: \.item
    ).compactMapValues { $0.max { $0.period < $1.period } }
    return ratedActions(in: span).map { action in
      let update = newest[action.id]
      let standing = standing(of: action, in: update?.period ?? span)
      let line = lineages.values.filter {
        $0.of == PlanItem.kind && $0.relation.ends && $0.from.contains(action.id)
      }
      .min { $0.id < $1.id }
      let hasLeft = action.end.map { $0 <= span.end } ?? false
      let wasDropped = update?.stage == .withdrawn || line?.relation == .dropped && hasLeft
      let goesOn = lineages.values.contains {
        $0.of == PlanItem.kind && !$0.relation.ends && $0.from.contains(action.id)
      }
      let fate: ActionOutturn.Fate =
        update?.stage == .complete || line?.relation == .completed && hasLeft
        ? .completed : wasDropped || hasLeft && !goesOn && action.end != span.end ? .dropped : .carried
      let said = line?.reason ?? (fate == .dropped ? stamp(of: action.recordID)?.reason : nil)
      return ActionOutturn(item: action, standing: standing, reported: update?.period, fate: fate, reason: said)
    }
  }
}
