/// That a service's or directorate's returns of a period are signed off: who is told by the ledger, what by position.
package struct SignOff: Record, Dated {
  package static let kind = "sign-off"
  /// The service or directorate.
  package var unit: String
  package var period: Period
  /// The ledger position of what was signed.
  package var seen: Int
  package var comments: String?

  package var id: String { "\(unit)@\(period.code)" }

  package init(unit: String, period: Period, seen: Int, comments: String? = nil) {
    self.unit = unit
    self.period = period
    self.seen = seen
    self.comments = comments
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    unit = try fields.text("unit")
    period = try fields.period("period")
    seen = try fields.integer("seen", default: 0)
    comments = fields.optionalText("comments")
  }

  package var body: JSON {
    .object([
      "unit": .string(unit), "period": .string(period.code), "seen": JSON(seen), "comments": comments.json,
    ])
  }
}
