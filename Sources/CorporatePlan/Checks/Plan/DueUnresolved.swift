extension PlanCheck {
  static let dueUnresolved = PlanCheck(
    "due-unresolved", looksFor: "Words that say when an item is due and name no single day: “by X”."
  ) { plan in
    plan.items.compactMap { item in
      guard item.due == nil, let words = item.dueWords, !words.trimmed.isEmpty else { return nil }
      return (item.place, "\(item.quoted) is due “\(words.trimmed)”, which names no single day. Set the date.")
    }
  }
}
