extension Book {
  /// Lets one return, or a service's, be changed until a day although it is locked.
  package func exempting(
    _ subject: RecordID, in period: Period, until typed: String, because reason: String, on today: Day
  ) throws(EntryRefused) -> [Revision] {
    var problems = refusal(toChange: period).map { [EntryProblem(.whole, $0)] } ?? []
    if reason.trimmed.isEmpty { problems.append(EntryProblem(.reason, "Say why it may still be changed")) }
    let until = Day(typed: typed.trimmed)
    if until.map({ $0 < today }) ?? true {
      problems.append(EntryProblem(.until, "Enter the last day on which it may be changed, like \((today + 5).words)"))
    }
    guard problems.isEmpty, let until else { throw EntryRefused(problems) }
    return [LockException(subject, in: period, until: until, reason: reason.trimmed).revision]
  }
}
