extension PlanCheck {
  static let dueUnresolved = PlanCheck(
    "due-unresolved", looksFor: "Words that say when an item is due and name no single day: “by X”."
  ) { plan in
    plan.items.compactMap { item in
      guard item.due == nil, let words = item.dueWords, !words.trimmed.isEmpty else { return nil }
      let due = "\(item.quoted) is due “\(words.trimmed)”"
      // Words that were kept before they could be read.
      if let day = (FuzzyDate("by \(words)") ?? FuzzyDate(words))?.deadline {
        return (item.place, "\(due) and has no day; the words mean \(day.words). Set the date.")
      }
      return (item.place, "\(due), which names no single day. Set the date.")
    }
  }
}
