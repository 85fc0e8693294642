/// How a rated action stands in a reporting period.
package struct ActionStanding: Sendable {
  package let item: PlanItem
  /// The action it was split from, when it was.
  package let commitment: PlanItem?
  package let update: ActionUpdate?
  /// The status that counts: `complete`, or the officer's judgement.
  package let outcome: Rating.Outcome
  /// What the council's rule for actions makes of the dates, beside the judgement and never in place of it; `nil` where
  /// no rule is in force, where it takes a judgement, or where a date is missing.
  package let hint: Status?

  /// Whether the officer's judgement is another than the dates suggest, which takes a reason.
  package var differsFromHint: Bool { hint != nil && status != nil && hint != status }

  package var status: Status? {
    if case .rated(let status) = outcome { return status }
    return nil
  }
}

extension Book {
  package func standing(of action: PlanItem, in reporting: Period) -> ActionStanding {
    let update = updates["\(action.id)@\(reporting.code)"]
    let hint = update.flatMap { actionRule(in: reporting)?.rule.hint(for: action, $0) }
    let outcome: Rating.Outcome =
      switch (update?.stage, update?.judged) {
      case (.complete, _): .rated(.complete)
      case (.withdrawn, _): .notRated(.missing(.discontinued))
      case (_, let judged?): .rated(judged)
      case (nil, _): .notRated(.missing(absence(of: action.recordID, in: reporting)))
      default:
        absence(of: action.recordID, in: reporting) == .waived
          ? .notRated(.missing(.waived)) : .undetermined("an officer has not judged it")
      }
    let parent = action.parent.flatMap { items[$0] }
    return ActionStanding(
      item: action, commitment: parent?.role == .action ? parent : nil, update: update, outcome: outcome, hint: hint)
  }
}
