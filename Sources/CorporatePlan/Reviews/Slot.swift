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

  package var id: String { "\(subject.kind):\(subject.record)@\(period.code)" }
}

extension Book {
  /// What is owed for a period, in the plan's order: the figure of each indicator that has one due, and how each action
  /// stands. An annual indicator owes nothing in Q2, a termly one nothing in Q1.
  package func slots(in period: Period, on today: Day) -> [Slot] {
    let figures = indicators.values.filter { $0.shows != .context && $0.isInPlan(in: period) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
      .compactMap { indicator -> Slot? in
        guard let data = standing(of: indicator, in: period).dataPeriod else { return nil }
        return slot(
          indicator.recordID, period, data, owner: indicator.owner ?? owner(above: indicator.items.first), today)
      }
    let actions = ratedActions(in: period)
      .map { slot($0.recordID, period, nil, owner: owner(above: $0.id), today) }
    return figures + actions
  }

  private func slot(_ subject: RecordID, _ period: Period, _ data: Period?, owner: String?, _ today: Day) -> Slot {
    let cycle = cycles[period.code]
    return Slot(
      subject: subject, period: period, dataPeriod: data, owner: post(named: owner)?.id ?? owner,
      due: cycle?.returnsDue, state: state(of: subject, period, data, cycle, today))
  }

  private func state(_ content: Int, _ review: Review) -> Slot.State {
    switch review.step {
    case .submitted: content <= review.seen ? .submitted : .entered
    case .returned: content <= review.seen ? .returned : .entered
    case .approved: content <= review.seen ? .approved : .reopened
    }
  }

  private func state(
    of subject: RecordID, _ period: Period, _ data: Period?, _ cycle: Cycle?, _ today: Day
  ) -> Slot.State {
    let id = "\(subject.kind):\(subject.record)@\(period.code)"
    if waivers[id] != nil { return .waived }
    let content = contentPosition(of: subject, period, data)
    if let review = reviews[id] { return state(content ?? 0, review) }
    if content != nil { return .entered }
    guard let cycle else { return .due }
    return today < cycle.opens ? .notDue : today <= cycle.returnsDue ? .due : .overdue
  }

  /// The ledger position of the newest figure, update or word of a return; `nil` when there is none.
  package func contentPosition(of subject: RecordID, _ period: Period, _ data: Period?) -> Int? {
    content(of: subject, period, data).compactMap { stamp(of: $0)?.position }.max()
  }

  /// Who wrote what a return consists of, by id.
  package func authors(of slot: Slot) -> Set<String> {
    Set(content(of: slot.subject, slot.period, slot.dataPeriod).compactMap { stamp(of: $0)?.author })
  }

  private func content(of subject: RecordID, _ period: Period, _ data: Period?) -> [RecordID] {
    let figure =
      subject.kind == Indicator.kind
      ? data.flatMap { readings[subject.record]?.actual(in: $0)?.recordID }
      : updates["\(subject.record)@\(period.code)"]?.recordID
    let words = [Commentary.Purpose.variance, .action].flatMap { self.words(about: subject, in: period, $0) }
    return (figure.map { [$0] } ?? []) + words.map(\.recordID)
  }

  /// The owner of an item, or of the nearest one above it that has one.
  private func owner(above id: String?) -> String? { path(to: id).last { $0.owner != nil }?.owner }
}
