/// That a return is not owed this time, and why.
package struct Waiver: Record, Dated {
  package static let kind = "waiver"
  package var subject: RecordID
  package var period: Period
  package var reason: String

  package var id: String { "\(subject.kind):\(subject.record)@\(period.code)" }

  package init(_ subject: RecordID, in period: Period, reason: String) {
    self.subject = subject
    self.period = period
    self.reason = reason
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    subject = RecordID(try fields.text("of"), try fields.text("subject"))
    period = try fields.period("period")
    reason = try fields.text("reason")
    if reason.trimmed.isEmpty { throw FieldError("reason", "is empty") }
  }

  package var body: JSON {
    .object([
      "of": .string(subject.kind), "subject": .string(subject.record), "period": .string(period.code),
      "reason": .string(reason),
    ])
  }
}
