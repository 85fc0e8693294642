/// That a period is frozen: nothing of its returns changes, with or without an exception, until somebody opens it again
/// and says why. Freezing it once more is the next revision.
package struct Freeze: Record, Dated {
  package static let kind = "freeze"
  package var period: Period
  package var frozen: Day
  package var reopened: Day?
  /// Why it was opened again.
  package var reason: String?

  package var id: String { period.code }

  /// Whether it holds.
  package var holds: Bool { reopened == nil }

  package init(_ period: Period, frozen: Day, reopened: Day? = nil, reason: String? = nil) {
    self.period = period
    self.frozen = frozen
    self.reopened = reopened
    self.reason = reason
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    period = try fields.period("period")
    guard let frozen = try fields.day("frozen") else { throw FieldError("frozen", "is missing") }
    self.frozen = frozen
    reopened = try fields.day("reopened")
    reason = fields.optionalText("reason")
    if let reopened, reopened < frozen { throw FieldError("reopened", "is before the day on which it was frozen") }
    if reopened != nil, reason?.trimmed.isEmpty != false {
      throw FieldError("reason", "is missing: what is opened again says why")
    }
  }

  package var body: JSON {
    .object([
      "period": .string(period.code), "frozen": .string(frozen.description),
      "reopened": (reopened?.description).json, "reason": reason.json,
    ])
  }
}
