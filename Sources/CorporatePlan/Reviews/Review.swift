/// Where one return stands on its way: submitted by the officer who owes it, returned with a reason, or approved.
///
/// It has a revision for every step, so that its history is the ledger's. It says what it saw: a figure or a word that
/// changed since then is not what was approved.
package struct Review: Record, Dated {
  package static let kind = "review"
  /// The indicator or action.
  package var subject: RecordID
  package var period: Period
  package var step: Step
  /// The ledger position of the newest figure or word that was seen.
  package var seen: Int
  /// Why it was returned; what the approver adds.
  package var reason: String?

  package enum Step: String, Sendable, CaseIterable { case submitted, returned, approved }

  package var id: String { "\(subject.kind):\(subject.record)@\(period.code)" }

  package init(_ subject: RecordID, in period: Period, _ step: Step, seen: Int, reason: String? = nil) {
    self.subject = subject
    self.period = period
    self.step = step
    self.seen = seen
    self.reason = reason
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    subject = RecordID(try fields.text("of"), try fields.text("subject"))
    period = try fields.period("period")
    step = try fields.choice("step")
    seen = try fields.integer("seen", default: 0)
    reason = fields.optionalText("reason")
    if step == .returned, reason?.trimmed.isEmpty != false {
      throw FieldError("reason", "is missing: what is returned says why")
    }
  }

  package var body: JSON {
    .object([
      "of": .string(subject.kind), "subject": .string(subject.record), "period": .string(period.code),
      "step": .string(step.rawValue), "seen": JSON(seen), "reason": reason.json,
    ])
  }
}
