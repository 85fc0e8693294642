/// What an officer typed for one indicator's return. A field that is `nil` was not on the form and stays as it is; an
/// empty one was cleared.
package struct FigureEntry: Equatable, Sendable {
  /// As typed or pasted: `92.5%`, `1,234`, `£1.2m`, `6/14`, `n/a`.
  package var value: String?
  /// In place of the value, where it is a share.
  package var numerator: String?
  package var denominator: String?
  /// Why there is no figure.
  package var reason: MissingReason?
  /// Provisional, estimated or final.
  package var state: Actual.State?
  package var commentary: String?
  package var action: String?
  package var note: String?

  package init(
    value: String? = nil, numerator: String? = nil, denominator: String? = nil, reason: MissingReason? = nil,
    state: Actual.State? = nil, commentary: String? = nil, action: String? = nil, note: String? = nil
  ) {
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.reason = reason
    self.state = state
    self.commentary = commentary
    self.action = action
    self.note = note
  }
}

extension Book {
  /// What recording an entry changes: nothing where the same was typed again. Refused with all its problems at once.
  package func revisions(
    for entry: FigureEntry, of slot: Slot, on today: Day
  ) throws(EntryRefused) -> [Revision] {
    guard let indicator = indicators[slot.subject.record], slot.subject.kind == Indicator.kind,
      let data = slot.dataPeriod
    else { throw EntryRefused([EntryProblem(.whole, "Nothing is owed here. Open the list of returns again.")]) }
    var problems: [EntryProblem] = []
    var revisions = figureRevisions(entry, indicator, data, in: slot.period, &problems)
    let words: [(ReturnField, Commentary.Purpose, String?)] = [
      (.commentary, .variance, entry.commentary), (.action, .action, entry.action), (.note, .note, entry.note),
    ]
    for (field, purpose, text) in words {
      revisions += wordRevisions(field, purpose, text, of: slot, &problems)
    }
    return try allowed(revisions, of: slot, on: today, problems)
  }

  /// Changes that nothing speaks against.
  func allowed(
    _ revisions: [Revision], of slot: Slot, on today: Day, _ problems: [EntryProblem]
  ) throws(EntryRefused) -> [Revision] {
    var problems = problems
    if let refusal = refusal(toChange: slot, on: today), !revisions.isEmpty || !problems.isEmpty {
      problems.insert(EntryProblem(.whole, refusal), at: 0)
    }
    guard problems.isEmpty else { throw EntryRefused(problems) }
    return revisions
  }

  private func figureRevisions(
    _ entry: FigureEntry, _ indicator: Indicator, _ data: Period, in reporting: Period,
    _ problems: inout [EntryProblem]
  ) -> [Revision] {
    let recorded = readings[indicator.id]?.actual(in: data)
    let typed = TypedFigure(entry, recorded: recorded?.value)
    switch typed {
    case .untouched:
      guard let recorded, let state = entry.state, state != recorded.state else { return [] }
      var actual = recorded
      actual.state = state
      return [actual.revision]
    case .cleared: return recorded.map { [$0.withdrawal] } ?? []
    case .refused(let problem):
      problems.append(problem)
      return []
    case .value(let value):
      if value != recorded?.value, let problem = UnitProblem(value, for: indicator, in: reporting, self)?.problem {
        problems.append(problem)
        return []
      }
      var actual = Actual(indicator: indicator.id, period: data, value: value)
      if case .missing = value {} else { actual.state = entry.state ?? recorded?.state ?? .final }
      if value == recorded?.value { actual.source = recorded?.source }
      return actual == recorded ? [] : [actual.revision]
    }
  }
}
