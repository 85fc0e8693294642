/// One thing that stands in the way of a step, and on which return: a line of a list of links.
package struct Blocked: Hashable, Sendable {
  /// The slot's id, or the period's code where it is the period.
  package let slot: String
  package let title: String
  package let field: ReturnField
  package let sentence: String

  init(_ row: ReturnRow, _ field: ReturnField, _ sentence: String) {
    slot = row.id
    title = row.title
    self.field = field
    self.sentence = sentence
  }

  init(_ row: ReturnRow, _ sentence: String) { self.init(row, .whole, sentence) }

  init(_ period: Period, _ sentence: String) {
    slot = period.code
    title = period.name
    field = .whole
    self.sentence = sentence
  }
}

/// A step that was not taken, with all that stands in its way.
package struct StepRefused: Error, Equatable {
  package let blocks: [Blocked]
}

/// Who takes a step, and when.
package struct Stepper: Equatable, Sendable {
  package let person: String
  package let day: Day

  package init(_ person: String, on day: Day) {
    self.person = person
    self.day = day
  }
}

extension ReturnRow {
  /// What must be entered, said or answered before it can be submitted.
  package var blocks: [Blocked] {
    demands.map { Blocked(self, $0.field, $0.sentence) } + openWarnings.map { Blocked(self, $0.field, $0.sentence) }
  }

  /// Whether a change came after what a form showed.
  private func hasMovedOn(since shown: [String: Int]) -> Bool { shown[id].map { $0 != seen } ?? false }

  fileprivate func moved(since shown: [String: Int]) -> [Blocked] {
    hasMovedOn(since: shown) ? [Blocked(self, "It was changed since you opened the page. Look at it again.")] : []
  }

  fileprivate func step(_ step: Review.Step, _ reason: String? = nil) -> Revision {
    Review(slot.subject, in: slot.period, step, seen: seen, reason: reason).revision
  }
}

extension Book {
  /// Hands returns in for review. Those already handed in, approved or waived stay as they are.
  ///
  /// - Parameter shown: `seen` of the rows as the form showed them, by slot; those it does not name are not compared.
  package func submission(
    of rows: [ReturnRow], shown: [String: Int] = [:]
  ) throws(StepRefused) -> [Revision] {
    let open = rows.filter { ![.submitted, .approved, .waived].contains($0.state) }
    try check(frozen(rows) + open.flatMap { $0.moved(since: shown) + $0.blocks })
    return open.map { $0.step(.submitted) }
  }

  /// Approves what was submitted. Nobody approves what they wrote themselves; who stands in for the post that owes it
  /// approves what its holder wrote.
  package func approval(
    of rows: [ReturnRow], by stepper: Stepper, shown: [String: Int] = [:]
  ) throws(StepRefused) -> [Revision] {
    let open = rows.filter { $0.state != .approved && $0.state != .waived }
    try check(
      frozen(rows)
        + open.flatMap { row in
          row.moved(since: shown) + refusal(toApprove: row, by: stepper).map { [Blocked(row, $0)] }.orEmpty
        })
    return open.map { $0.step(.approved) }
  }

  /// Approves whatever was submitted and gives no cause to look closer: no warning, answered or not, and not one's own.
  /// The others are told of.
  package func approvalOfAll(
    _ rows: [ReturnRow], by stepper: Stepper, shown: [String: Int] = [:]
  ) throws(StepRefused) -> (revisions: [Revision], left: [Blocked]) {
    try check(frozen(rows))
    var (revisions, left): ([Revision], [Blocked]) = ([], [])
    for row in rows where row.state == .submitted {
      let blocks =
        row.moved(since: shown) + row.warnings.map { Blocked(row, $0.field, $0.sentence) }
        + refusal(toApprove: row, by: stepper).map { [Blocked(row, $0)] }.orEmpty
      if blocks.isEmpty { revisions.append(row.step(.approved)) } else { left += blocks }
    }
    return (revisions, left)
  }

  /// Gives back what was submitted or approved, with the reason.
  package func givingBack(
    _ rows: [ReturnRow], because reason: String, shown: [String: Int] = [:]
  ) throws(StepRefused) -> [Revision] {
    let blocks = rows.flatMap { row in
      var blocks = row.moved(since: shown)
      if reason.trimmed.isEmpty { blocks.append(Blocked(row, .reason, "Say what has to be mended")) }
      if ![.submitted, .approved, .reopened].contains(row.state) {
        blocks.append(Blocked(row, "It was not submitted, so there is nothing to give back."))
      }
      return blocks
    }
    try check(frozen(rows) + blocks)
    return rows.map { $0.step(.returned, reason.trimmed) }
  }

  /// Why somebody may not approve a return; `nil` when they may.
  package func refusal(toApprove row: ReturnRow, by stepper: Stepper) -> String? {
    guard row.state == .submitted else {
      return row.state == .reopened
        ? "It was changed after it was approved. Its officer submits it again."
        : "It was not submitted (\(row.state.words))."
    }
    if row.authors.contains(stepper.person) { return "You entered part of it yourself. Somebody else has to check it." }
    if let post = row.slot.owner, isDeputy(stepper, of: post), !row.authors.isSubset(of: everHeld(post)) {
      return "You stand in for its owner, so you check only what the owner entered. Somebody else has to check it."
    }
    return nil
  }

  private func isDeputy(_ stepper: Stepper, of post: String) -> Bool {
    tenures.values.contains {
      $0.post == post && $0.person == stepper.person && $0.isDeputy && $0.holds(on: stepper.day)
    }
  }

  /// Who holds a post or held it, and does not only stand in.
  private func everHeld(_ post: String) -> Set<String> {
    Set(tenures.values.filter { $0.post == post && !$0.isDeputy }.map(\.person))
  }

  private func frozen(_ rows: [ReturnRow]) -> [Blocked] {
    Set(rows.map(\.slot.period)).sorted().compactMap { period in
      refusal(toChange: period).map { Blocked(period, $0) }
    }
  }

  func check(_ blocks: [Blocked]) throws(StepRefused) {
    guard blocks.isEmpty else { throw StepRefused(blocks: blocks) }
  }
}

extension Optional where Wrapped == [Blocked] {
  fileprivate var orEmpty: [Blocked] { self ?? [] }
}
