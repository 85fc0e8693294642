extension PlanCheck {
  static let parentsInACircle = PlanCheck(
    "parents-in-a-circle", .error, looksFor: "Items that stand under each other, so that no page or roll-up shows them."
  ) { plan in
    let shown = Set(plan.tree.fromTheBottom.map(\.id))
    let lost = plan.book.items.values.filter { !shown.contains($0.id) }.sorted { $0.id < $1.id }
    return gathered(
      lost.map { ($0.place, $0.quoted) },
      one: { "\($0) stands under itself. Put it under another item." },
      many: { "\($0) items stand under each other: \($1). Put one of them under another item." })
  }
}
