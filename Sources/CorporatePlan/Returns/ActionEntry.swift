/// What an officer typed of one action's progress. A field that is `nil` was not on the form and stays as it is; an empty
/// one was cleared.
package struct ActionEntry: Equatable, Sendable {
  package var stage: ActionUpdate.Stage?
  /// `45`, `45%`.
  package var percent: String?
  /// `31/3/2026`, `31 March 2026`, `2026-03-31`, `end March 2026`.
  package var forecast: String?
  /// The officer's judgement: `green`, `amber`, `red`.
  package var judged: String?
  package var completed: String?
  package var done: String?
  package var next: String?
  package var note: String?
  /// That it stands as it stood before, said rather than forgotten.
  package var hasNothingToReport: Bool?

  package init(
    stage: ActionUpdate.Stage? = nil, percent: String? = nil, forecast: String? = nil, judged: String? = nil,
    completed: String? = nil, done: String? = nil, next: String? = nil, note: String? = nil,
    hasNothingToReport: Bool? = nil
  ) {
    self.stage = stage
    self.percent = percent
    self.forecast = forecast
    self.judged = judged
    self.completed = completed
    self.done = done
    self.next = next
    self.note = note
    self.hasNothingToReport = hasNothingToReport
  }

  /// Whether anything is said of how it stands, rather than words alone.
  fileprivate var speaksOfProgress: Bool {
    hasNothingToReport == true || stage != nil
      || [percent, forecast, judged, completed].contains { $0?.trimmed.isEmpty == false }
  }

  /// What is said of an action of which there is nothing to report. A form without script sends the fields that nobody
  /// filled in along with it: empty they take away nothing of how it stood before.
  fileprivate func leaving(_ earlier: ActionUpdate) -> ActionEntry {
    func typed(_ text: String?) -> String? { text?.trimmed.isEmpty == true ? nil : text }
    var entry = self
    (entry.percent, entry.forecast, entry.judged) = (typed(percent), typed(forecast), typed(judged))
    if stage == nil || stage == earlier.stage { entry.completed = typed(completed) }
    return entry
  }
}

extension Book {
  /// What recording an entry changes: nothing where the same was typed again. Refused with all its problems at once.
  package func revisions(
    for entry: ActionEntry, of slot: Slot, on today: Day
  ) throws(EntryRefused) -> [Revision] {
    guard let item = items[slot.subject.record], slot.subject.kind == PlanItem.kind else {
      throw EntryRefused([EntryProblem(.whole, "Nothing is owed here. Open the list of returns again.")])
    }
    var problems: [EntryProblem] = []
    var revisions = updateRevisions(entry, item, slot.period, on: today, &problems)
    let words: [(ReturnField, Commentary.Purpose, String?)] = [
      (.done, .action, entry.done), (.next, .nextQuarter, entry.next), (.note, .note, entry.note),
    ]
    for (field, purpose, text) in words {
      revisions += wordRevisions(field, purpose, text, of: slot, &problems)
    }
    return try allowed(revisions, of: slot, on: today, problems)
  }

  /// The newest update of an action in a period before.
  package func update(of item: String, before period: Period) -> ActionUpdate? {
    var before = period.earlier(by: 1)
    // A plan is reported every quarter for some years; what is older says nothing of today.
    for _ in 0..<8 {
      guard let period = before else { return nil }
      if let update = updates["\(item)@\(period.code)"] { return update }
      before = period.earlier(by: 1)
    }
    return nil
  }

  private func updateRevisions(
    _ entry: ActionEntry, _ item: PlanItem, _ period: Period, on today: Day, _ problems: inout [EntryProblem]
  ) -> [Revision] {
    let recorded = updates["\(item.id)@\(period.code)"]
    guard recorded != nil || entry.speaksOfProgress else { return [] }
    let takenOver = recorded == nil && entry.hasNothingToReport == true ? update(of: item.id, before: period) : nil
    let entry = takenOver.map { entry.leaving($0) } ?? entry
    guard
      let start = recorded ?? takenOver
        ?? entry.stage.map({
          ActionUpdate(item: item.id, period: period, stage: $0)
        })
    else {
      problems.append(
        EntryProblem(
          .stage,
          entry.hasNothingToReport == true
            ? "Say how far it is: nothing was reported of it before that could still hold" : "Say how far it is"))
      return []
    }
    var update = start
    update.period = period
    update.stage = entry.stage ?? start.stage
    typed(entry, rule: actionRule(in: period)?.rule, on: today, into: &update, &problems)
    // Whoever reports something has something to report, though the form still says what it said before.
    let saidSo = recorded?.hasNothingToReport == true && entry.hasNothingToReport != false
    update.hasNothingToReport = saidSo ? update == recorded : entry.hasNothingToReport ?? false
    return update == recorded ? [] : [update.revision]
  }

  private func typed(
    _ entry: ActionEntry, rule: ActionRule?, on today: Day, into update: inout ActionUpdate,
    _ problems: inout [EntryProblem]
  ) {
    if let text = entry.percent?.trimmed {
      switch (text.isEmpty, Int(percent: text)) {
      case (true, _): update.percent = nil
      case (_, let percent?): update.percent = percent
      case (_, nil): problems.append(EntryProblem(.percent, "Enter a whole number from 0 to 100, like 45"))
      }
    }
    update.forecast = day(entry.forecast, .forecast, update.forecast, &problems)
    update.completed = day(entry.completed, .completed, update.completed, &problems)
    if let text = entry.judged?.trimmed, text.lowercased() != update.judged?.id.lowercased() {
      let known = ActionRule.judgements(of: rule)
      if let status = known.first(where: { $0.id.lowercased() == text.lowercased() }) {
        update.judged = status
      } else if text.isEmpty {
        update.judged = nil
      } else {
        let words = known.map(\.id).joined(separator: ", ")
        problems.append(EntryProblem(.judged, "“\(text)” is no status of actions. Choose one of: \(words)"))
      }
    }
    // What is complete or withdrawn is not judged, and has no forecast to come.
    if update.stage == .complete || update.stage == .withdrawn { update.judged = nil }
    switch update.completed {
    case let day? where day > today:
      problems.append(EntryProblem(.completed, "\(day.words) is still to come. Enter it as the forecast"))
    case .some where update.stage != .complete:
      problems.append(
        EntryProblem(.completed, "It has a day of completion, and its stage is “\(update.stage.rawValue)”. Mend one"))
    case nil where update.stage == .complete && entry.completed != nil:
      problems.append(EntryProblem(.completed, "Say when it was completed, like 31/3/2026"))
    default: break
    }
  }

  private func day(
    _ typed: String?, _ field: ReturnField, _ recorded: Day?, _ problems: inout [EntryProblem]
  ) -> Day? {
    guard let text = typed?.trimmed else { return recorded }
    guard !text.isEmpty else { return nil }
    guard let day = Day(typed: text) else {
      problems.append(EntryProblem(field, "Enter a date, like 31/3/2026 or 31 March 2026"))
      return recorded
    }
    return day
  }
}

extension ActionRule {
  /// What an officer may judge of an action that is not complete: the statuses of the rule in force, otherwise the three
  /// that all know.
  package static func judgements(of rule: ActionRule?) -> [Status] {
    rule.map { $0.states.map(\.status).filter { $0 != .complete } } ?? [.green, .amber, .red]
  }
}

extension Day {
  /// Reads a day as people type it: `31/3/2026`, `31.3.26`, `31 March 2026`, `2026-03-31`, and the last day of what is
  /// named, such as `end March 2026`. `nil` for what names no day.
  package init?(typed text: String) {
    if let day = Day(text) {
      self = day
      return
    }
    let parts = text.split { "/.-".contains($0) }
    if parts.count == 3, parts[0].utf8.count <= 2, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2])
    {
      guard [2, 4].contains(parts[2].utf8.count) else { return nil }
      self.init(parts[2].utf8.count == 2 ? 2000 + year : year, month, day)
      return
    }
    guard let deadline = FuzzyDate(text)?.deadline else { return nil }
    self = deadline
  }
}

extension Int {
  fileprivate init?(percent text: String) {
    let digits = text.hasSuffix("%") ? text.dropLast().trimmed : text
    guard let number = Int(digits), (0...100).contains(number) else { return nil }
    self = number
  }
}
