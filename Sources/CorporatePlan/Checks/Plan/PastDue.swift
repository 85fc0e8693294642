extension PlanCheck {
  static let pastDueNotStarted = PlanCheck(
    "past-due-not-started", looksFor: "A milestone or action past its due date at 0%."
  ) { plan in
    plan.pastDue.compactMap { item, due in
      guard let update = plan.updates[item.id], update.isNotBegun else { return nil }
      return (
        item.place,
        "\(item.quoted) was due by \(due.words) and stands at \(update.words) (\(update.period.name)). Report on it, or set a new date and keep the old one in the words."
      )
    }
  }

  static let pastDueNotComplete = PlanCheck(
    "past-due-not-complete", looksFor: "A milestone or action past its due date that is not complete."
  ) { plan in
    let late = plan.pastDue.filter { plan.updates[$0.item.id].map { !$0.isDone && !$0.isNotBegun } ?? false }
    let silent = plan.pastDue.filter { plan.updates[$0.item.id] == nil && plan.isLeaf($0.item) }
    return late.compactMap { item, due in
      plan.updates[item.id].map { update in
        (
          item.place,
          "\(item.quoted) was due by \(due.words) and stands at \(update.words) (\(update.period.name)). Say when it will be done."
        )
      }
    }
      + gathered(
        silent.map { ($0.item.place, "\($0.item.quoted) (\($0.due.words))") },
        one: { "\($0) is past its due date, and nothing was reported of it. Report on it, or withdraw it." },
        many: {
          "\($0) items are past their due dates, and nothing was reported of them: \($1). Report on them, or withdraw them."
        })
  }
}

extension CheckedPlan {
  /// What was due before today.
  fileprivate var pastDue: [(item: PlanItem, due: Day)] {
    guard let today else { return [] }
    return items.compactMap { item in item.due.flatMap { $0 < today ? (item, $0) : nil } }
  }
}

extension ActionUpdate {
  fileprivate var isNotBegun: Bool { !isDone && (percent == 0 || percent == nil && stage == .notStarted) }
}
