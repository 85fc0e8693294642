import CorporatePlan
import Documents

extension DeliveryPlanDraft {
  /// The priorities with their straplines, and the outcomes under each.
  mutating func draftPriorities() {
    if parts.priorities.isEmpty {
      draft.tell(
        .error, .prioritiesMissing, at: .document,
        "No heading names the plan's priorities, so nothing could be placed under one.")
    }
    for (index, priority) in parts.priorities.enumerated() {
      let heading = priority.heading
      let short = heading.strapline == nil ? shortName(of: index) : nil
      let title = short ?? heading.title
      let id = draft.identities.item(.priority, titled: title, under: nil)
      priorityIDs.append(id)
      var item = PlanItem(
        id: id, role: .priority, level: heading.level, title: title, code: heading.code, order: index + 1)
      item.printedCode = heading.printedCode
      item.text = short == nil ? heading.strapline : heading.title
      draft.add(item, at: priority.locator)
      if let short {
        draft.tell(
          .note, .deliveryPriorityName, at: priority.locator, verbatim: priority.verbatim,
          "The heading has no name beside its strapline; “\(short)” was taken from the summary.")
      }
      draftOutcomes(of: priority, under: id)
    }
  }

  private mutating func draftOutcomes(of priority: DeliveryParts.Priority, under id: String) {
    for (index, outcome) in priority.outcomes.enumerated() {
      let own = draft.identities.item(.outcome, titled: outcome.title, under: id)
      var item = PlanItem(
        id: own, role: .outcome, level: parts.outcomeLevel, title: outcome.title, parent: id, code: outcome.code?.text,
        order: index + 1)
      if outcome.printed != outcome.code?.text { item.printedCode = outcome.printed }
      draft.add(item, at: outcome.locator)
      guard let code = outcome.code else { continue }
      if outcomeIDs[code] != nil, outcomeIDs[code] != own {
        draft.tell(
          .warning, .deliveryCodeTwice, at: outcome.locator, verbatim: "\(code.text) \(outcome.title)",
          "Two outcomes have the code \(code.text). What contributes to it was linked to the first.")
      } else {
        outcomeIDs[code] = own
      }
    }
  }

  /// A label of the other tables that stands for this priority, all of whose words its heading has.
  private func shortName(of index: Int) -> String? {
    let labels = parts.others.flatMap(\.rows).flatMap(\.cells).map(\.text.onOneLine)
    return labels.first {
      $0.count <= 60 && !$0.isEmpty && $0.contentWords.count > 1 && parts.priority(named: $0) == index
        && Set($0.contentWords).isSubset(of: parts.priorities[index].heading.title.contentWords)
    }
  }
}
