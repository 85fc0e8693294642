/// Why a return deserves a closer look before it is approved.
package enum Scrutiny: Hashable, Sendable {
  /// It has the worst status of its rule.
  case worst(Status)
  /// There is no figure, for this reason.
  case missing(MissingReason)
  /// It has a figure or an update and can't be rated.
  case undetermined(String)
  /// Its status is another than before.
  case moved(from: Status, to: Status, since: Period)
  /// An officer decided its status in place of the rule, which gives this one.
  case decided(instead: Status?)
  /// It was changed after it was approved.
  case reopened
  /// It was given back and not submitted again.
  case returned
  /// It was due and is not in.
  case late
  /// Something about it is likely a slip.
  case warned(ReturnWarning.Code, isAnswered: Bool)
}

extension ReturnRow {
  /// Everything about it that a reviewer looks at first, the gravest first; nothing for what was waived.
  package func scrutiny(on today: Day) -> [Scrutiny] {
    guard state != .waived else { return [] }
    var reasons: [Scrutiny] = []
    if isWorst, let status { reasons.append(.worst(status)) }
    if let figure, figure.isReturned, case .missing(let reason) = figure.value { reasons.append(.missing(reason)) }
    if stage != .open, case .undetermined(let what) = outcome { reasons.append(.undetermined(what)) }
    // Completing an action is what the plan wanted.
    if let before = statusBefore, let status, before.status != status, status != .complete {
      reasons.append(.moved(from: before.status, to: status, since: before.period))
    }
    if let figure, let override = figure.override, override.status != figure.rating.status {
      reasons.append(.decided(instead: figure.rating.status))
    }
    if state == .reopened { reasons.append(.reopened) }
    if state == .returned { reasons.append(.returned) }
    if let due = slot.due, due < today, slot.isOutstanding { reasons.append(.late) }
    return reasons + warnings.map { .warned($0.code, isAnswered: $0.isAnswered) }
  }
}
