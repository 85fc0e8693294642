extension Book {
  /// Why a return may not be changed today, in a sentence that says who can help; `nil` when it may.
  package func refusal(toChange slot: Slot, on today: Day) -> String? {
    if let frozen = refusal(toChange: slot.period) { return frozen }
    if let waiver = waivers[slot.id] {
      return "It is not owed for \(slot.period.name): \(waiver.reason) The performance officer can take that back."
    }
    guard let cycle = cycles[slot.period.code], today >= cycle.locks, !hasException(slot, on: today) else { return nil }
    return "Returns for \(slot.period.name) are locked since \(cycle.locks.words). Ask the performance officer for an "
      + "exception, and say why."
  }

  /// Why nothing of a period's returns may be changed or moved on; `nil` when it may.
  package func refusal(toChange period: Period) -> String? {
    guard let freeze = freezes[period.code], freeze.holds else { return nil }
    return "\(period.name) is frozen since \(freeze.frozen.words). It takes the performance officer to open it again, "
      + "with a reason."
  }

  /// Why changes may not be recorded by whatever way they come, when one of them is to the returns of a frozen quarter;
  /// `nil` when they may.
  package func refusal(toRecord changes: [Revision]) -> String? {
    let frozen = freezes.values.filter(\.holds).map(\.period)
    guard !frozen.isEmpty else { return nil }
    for change in changes where Book.kindsOfReturns.contains(change.kind) {
      let body = change.body ?? record(RecordID(change.kind, change.record))?.body
      guard let period = body?["period"]?.string.flatMap(calendar.period) else { continue }
      // The figure of a month is part of its quarter's.
      if let held = frozen.first(where: { $0.start <= period.start && period.end <= $0.end }) {
        return refusal(toChange: held)
      }
    }
    return nil
  }

  private static let kindsOfReturns: Set = [
    Actual.kind, ActionUpdate.kind, Commentary.kind, StatusOverride.kind, Review.kind, SignOff.kind, Waiver.kind,
    Confirmation.kind, EvidenceFile.kind,
  ]

  /// The exceptions that hold for a return: its own, and those of its service and of what that belongs to.
  private func hasException(_ slot: Slot, on today: Day) -> Bool {
    let scopes = [slot.subject] + units(of: slot).map { RecordID(Service.kind, $0) }
    return scopes.contains { scope in
      lockExceptions[Slot.id(of: scope, in: slot.period)].map { today <= $0.until } ?? false
    }
  }
}
