extension Book {
  /// Says that a return is not owed this time, and why.
  package func waiving(_ slot: Slot, because reason: String) throws(EntryRefused) -> [Revision] {
    var problems = refusal(toChange: slot.period).map { [EntryProblem(.whole, $0)] } ?? []
    if reason.trimmed.isEmpty { problems.append(EntryProblem(.reason, "Say why it is not owed")) }
    guard problems.isEmpty else { throw EntryRefused(problems) }
    let waiver = Waiver(slot.subject, in: slot.period, reason: reason.trimmed)
    return waiver == waivers[slot.id] ? [] : [waiver.revision]
  }

  /// Takes that back: it is owed again.
  package func unwaiving(_ slot: Slot) throws(EntryRefused) -> [Revision] {
    if let refusal = refusal(toChange: slot.period) { throw EntryRefused([EntryProblem(.whole, refusal)]) }
    return waivers[slot.id].map { [$0.withdrawal] } ?? []
  }
}
