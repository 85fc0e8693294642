/// One return that is owed for a period: whose it is, when it is due, and where it stands.
package struct Slot: Equatable, Sendable {
  /// The indicator or action.
  package let subject: RecordID
  package let period: Period
  /// The period of the figure itself: an earlier one for what comes in arrears. `nil` for an action.
  package let dataPeriod: Period?
  /// The post that owes it; `nil` when none is named, which somebody has to mend.
  package let owner: String?
  package let due: Day?
  package let state: State

  package enum State: String, Sendable, CaseIterable {
    case notDue = "not due"
    case due
    case overdue
    /// Something was entered and not yet submitted, or was changed after it was.
    case entered
    case submitted
    case returned
    case approved
    /// Approved, and changed since.
    case reopened
    case waived
  }

  package var id: String { Slot.id(of: subject, in: period) }

  /// As `id`: `indicator:calls@2023-24-Q2`.
  package static func id(of subject: RecordID, in period: Period) -> String {
    "\(subject.kind):\(subject.record)@\(period.code)"
  }

  /// Whether somebody still owes it: nothing was entered, or it was not submitted, or not submitted again.
  package var isOutstanding: Bool { ![.notDue, .submitted, .approved, .waived].contains(state) }
}

extension Book {
  /// What is owed for a period, in the plan's order: the figure of each indicator that has one due, and how each action
  /// stands. An annual indicator owes nothing in Q2, a termly one nothing in Q1.
  package func slots(in period: Period, on today: Day) -> [Slot] {
    OwedReturns(self, in: period, on: today).all().map(\.slot)
  }

  /// What one indicator or action owes; `nil` when that is nothing.
  package func slot(of subject: RecordID, in period: Period, on today: Day) -> Slot? {
    OwedReturns(self, in: period, on: today).one(subject)?.slot
  }
}
