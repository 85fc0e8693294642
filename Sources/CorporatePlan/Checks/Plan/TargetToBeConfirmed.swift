extension PlanCheck {
  static let targetToBeConfirmed = PlanCheck(
    "target-to-be-confirmed", looksFor: "A target that is still to be confirmed."
  ) { plan in
    let indicators = plan.indicators.compactMap { indicator -> (place: String, name: String)? in
      let target = plan.book.readings[indicator.id]?.targets.last
      return target?.verbatim.isToBeConfirmed == true ? (indicator.place, indicator.name.quoted) : nil
    }
    let items = plan.items.filter { $0.target?.isToBeConfirmed == true }.map { (place: $0.place, name: $0.quoted) }
    return gathered(
      indicators + items,
      one: { "The target of \($0) is still to be confirmed. Set it before the first period is reported." },
      many: { "\($0) targets are still to be confirmed: \($1). Set them before the first period is reported." })
  }
}

extension String {
  /// "TBC", "90% (TBC)", "To be determined".
  fileprivate var isToBeConfirmed: Bool {
    let words = plainWords
    if words.contains(where: { ["tbc", "tbd", "tba"].contains($0) }) { return true }
    let settled: Set<Substring> = ["confirmed", "determined", "agreed", "set", "decided", "established"]
    return words.indices.dropFirst(2).contains { place in
      words[place - 2] == "to" && words[place - 1] == "be" && settled.contains(words[place])
    }
  }
}
