/// That one return, or a whole service's, may still be changed after the period is locked: with a reason, and not for ever.
package struct LockException: Record, Dated {
  package static let kind = "lock-exception"
  /// The indicator, action or service.
  package var subject: RecordID
  package var period: Period
  /// The last day on which it holds.
  package var until: Day
  package var reason: String

  package var id: String { Slot.id(of: subject, in: period) }

  package init(_ subject: RecordID, in period: Period, until: Day, reason: String) {
    self.subject = subject
    self.period = period
    self.until = until
    self.reason = reason
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    subject = RecordID(try fields.text("of"), try fields.text("subject"))
    period = try fields.period("period")
    guard let until = try fields.day("until") else { throw FieldError("until", "is missing: an exception ends") }
    self.until = until
    reason = try fields.text("reason")
    if reason.trimmed.isEmpty { throw FieldError("reason", "is empty: an exception says why") }
  }

  package var body: JSON {
    .object([
      "of": .string(subject.kind), "subject": .string(subject.record), "period": .string(period.code),
      "until": .string(until.description), "reason": .string(reason),
    ])
  }
}
