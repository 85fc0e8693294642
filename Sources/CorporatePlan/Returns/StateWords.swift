/// What each state of a return is called, wherever it is named: on pages, in letters, in refusals. One list, so that no two
/// places call the same thing by different names.
extension Slot.State {
  package var words: String {
    switch self {
    case .notDue: "not asked for yet"
    case .due: "to do"
    case .overdue: "overdue"
    case .entered: "entered, not submitted"
    case .submitted: "submitted"
    case .returned: "returned"
    case .approved: "approved"
    case .reopened: "changed after approval"
    case .waived: "waived"
    }
  }
}

extension UnitStanding.Stage {
  /// The stages that counts are given of: what is not due, due and overdue is one, and so is what was changed again.
  package var words: String {
    switch self {
    case .open: "not entered"
    case .entered: "entered, not submitted"
    case .returned: Slot.State.returned.words
    case .submitted: Slot.State.submitted.words
    case .approved: Slot.State.approved.words
    case .waived: Slot.State.waived.words
    }
  }
}

extension UnitStanding.State {
  package var words: String {
    switch self {
    case .underWay: "under way"
    case .ready: "ready to sign off"
    case .signedOff: "signed off"
    case .changed: "changed since sign-off"
    }
  }
}
