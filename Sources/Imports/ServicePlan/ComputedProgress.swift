import CorporatePlan

extension ServicePlanDraft {
  /// How far an item has come by what this document says.
  struct Computed {
    let counted: Int
    let leftOut: Int
    let sum: Int

    var percent: Int { (2 * sum + counted) / (2 * counted) }
    var method: String { "the unweighted mean of \(counted) milestones, half up," }
  }

  func progress(of item: String) -> Computed? {
    let leaves = leaves(of: item)
    let percents = leaves.compactMap(\.percent)
    return percents.isEmpty
      ? nil
      : Computed(counted: percents.count, leftOut: leaves.count - percents.count, sum: percents.reduce(0, +))
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
