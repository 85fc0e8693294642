import CorporatePlan

extension ServicePlanDraft {
  /// Works out how far each item has come, by the rule that the Book has for all.
  mutating func computeProgress() {
    // A record that can't be folded is told of when it is recorded.
    let book = try? Book().applying(draft.records.map(\.revision))
    progress = book?.progress(in: period) ?? [:]
  }

  /// The milestones beneath an item, with their percentages in this period.
  func leaves(of item: String) -> [(item: PlanItem, percent: Int?)] {
    let items = draft.records.compactMap { $0 as? PlanItem }
    let children = Dictionary(grouping: items, by: \.parent)
    var (leaves, open): ([PlanItem], [String]) = ([], [item])
    while let next = open.popLast() {
      for child in children[next] ?? [] {
        if child.role == .milestone { leaves.append(child) } else { open.append(child.id) }
      }
    }
    return leaves.map { leaf in
      let update = draft.record(RecordID(ActionUpdate.kind, "\(leaf.id)@\(period.code)")) as? ActionUpdate
      return (leaf, update?.percent)
    }
  }
}
