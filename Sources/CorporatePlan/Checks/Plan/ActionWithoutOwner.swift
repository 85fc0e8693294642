extension PlanCheck {
  static let actionWithoutOwner = PlanCheck(
    "action-without-owner", looksFor: "An action for which no post answers, nor for the action it was split from."
  ) { plan in
    let actions = plan.items.filter { $0.role == .action }
    let without = actions.filter { action in
      !plan.book.path(to: action.id).contains { $0.role == .action && $0.owner != nil }
    }
    if without.count == actions.count, without.count > 3 {
      return [("plan", "None of the \(actions.count) actions has an owner. Name the post that answers for each.")]
    }
    return gathered(
      without.map { ($0.place, $0.quoted) }, one: { "\($0) has no owner. Name the post that answers for it." },
      many: { "\($0) actions have no owner: \($1). Name the post that answers for each." })
  }
}
