extension PlanCheck {
  static let sameTextTwice = PlanCheck(
    "same-text-twice", looksFor: "The same words as two items of the plan, under one parent or two."
  ) { plan in
    let same = Dictionary(grouping: plan.items.filter { $0.role != .vision }) { item in
      [item.role.rawValue] + item.title.plainWords.map(String.init)
    }
    let linked = Set(
      plan.book.contributions.values.filter { $0.relation == .sameAs }.flatMap { [$0.subject.record, $0.item] })
    return plan.items.compactMap { item in
      let key = [item.role.rawValue] + item.title.plainWords.map(String.init)
      guard let items = same[key], items.count > 1, items.first?.id == item.id,
        items.contains(where: { !linked.contains($0.id) })
      else { return nil }
      let others = items.dropFirst().map { $0.code ?? $0.id }.joined(separator: ", ")
      let areSiblings = items.allSatisfy { $0.parent == item.parent }
      let advice =
        areSiblings
        ? "Take one of them out, or say in what they differ."
        : "If it is one promise, keep it once and let it contribute to the other place; otherwise mark them as the same."
      return (item.place, "\(item.quoted) stands again as \(others). \(advice)")
    }
  }
}
