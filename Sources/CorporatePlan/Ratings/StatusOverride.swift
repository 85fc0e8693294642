/// An officer's status in place of the computed one, with its reason; both are always shown. The author is the entry's.
package struct StatusOverride: Record {
  package static let kind = "override"
  /// The indicator.
  package var indicator: String
  /// The reporting period.
  package var period: Period
  package var status: Status
  package var reason: String

  package var id: String { "\(indicator)@\(period.code)" }

  package init(indicator: String, period: Period, status: Status, reason: String) {
    self.indicator = indicator
    self.period = period
    self.status = status
    self.reason = reason
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    indicator = try fields.text("indicator")
    period = try fields.period("period")
    status = Status(try fields.text("status"))
    reason = try fields.text("reason")
    if reason.trimmed.isEmpty { throw FieldError("reason", "is empty: an override says why") }
  }

  package var body: JSON {
    .object([
      "indicator": .string(indicator), "period": .string(period.code), "status": .string(status.id),
      "reason": .string(reason),
    ])
  }
}
