extension Book {
  /// Freezes a period: nothing of it changes any more.
  package func freezing(_ period: Period, on today: Day) throws(EntryRefused) -> [Revision] {
    if let refusal = refusal(toChange: period) { throw EntryRefused([EntryProblem(.whole, refusal)]) }
    return [Freeze(period, frozen: today).revision]
  }

  /// Opens a frozen period again, and says why.
  package func reopening(_ period: Period, because reason: String, on today: Day) throws(EntryRefused) -> [Revision] {
    guard var freeze = freezes[period.code], freeze.holds else {
      throw EntryRefused([EntryProblem(.whole, "\(period.name) is not frozen.")])
    }
    guard !reason.trimmed.isEmpty else { throw EntryRefused([EntryProblem(.reason, "Say why it is opened again")]) }
    freeze.reopened = today
    freeze.reason = reason.trimmed
    return [freeze.revision]
  }
}
