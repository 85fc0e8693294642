extension PlanCheck {
  static let dueOutsidePlan = PlanCheck(
    "due-outside-plan", looksFor: "An item that is due before the plan begins or after it ends."
  ) { plan in
    let plans = plan.book.plans.values
    let early = plans.compactMap(\.start).min().map { start in plan.items.filter { $0.due.map { $0 < start } ?? false }
    }
    // A plan without an end has room for every date.
    let ends = plans.map(\.end)
    let late =
      ends.contains(nil)
      ? nil
      : ends.compactMap { $0 }.max().map { end in
        plan.items.filter { $0.due.map { end <= $0 } ?? false }
      }
    return gathered(
      plan.named(early),
      one: { "\($0) is due before the plan begins. Correct the date, or take it out." },
      many: { "\($0) items are due before the plan begins: \($1). Correct the dates, or take them out." })
      + gathered(
        plan.named(late),
        one: { "\($0) is due after the plan ends. Set a milestone within the plan, or carry it into the next." },
        many: {
          "\($0) items are due after the plan ends: \($1). Set milestones within the plan, or carry them into the next."
        })
  }
}

extension CheckedPlan {
  fileprivate func named(_ items: [PlanItem]?) -> [(place: String, name: String)] {
    (items ?? []).map { ($0.place, $0.quoted + ($0.due.map { " (\($0.words))" } ?? "")) }
  }
}
