/// What was returned for an indicator and one of its periods.
///
/// A later revision replaces it as today's figure; the ledger keeps the one before.
package struct Actual: Record {
  package static let kind = "actual"
  package var indicator: String
  /// The period the data are of, which may be earlier than the one they are reported in.
  package var period: Period
  package var value: Value
  package var state: State
  /// Where it came from: the file and the place in it, when it was imported.
  package var source: String?

  package enum State: String, Sendable, CaseIterable {
    case provisional
    case estimated
    case final
    case revised
  }

  package var id: String { "\(indicator)@\(period.code)" }

  package init(indicator: String, period: Period, value: Value, state: State = .final, source: String? = nil) {
    self.indicator = indicator
    self.period = period
    self.value = value
    self.state = state
    self.source = source
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    indicator = try fields.text("indicator")
    period = try fields.period("period")
    value = try fields.value("value")
    state = try fields.choice("state", default: .final)
    source = fields.optionalText("source")
  }

  package var body: JSON {
    .object([
      "indicator": .string(indicator), "period": .string(period.code), "value": .string(value.verbatim),
      "state": state == .final ? nil : .string(state.rawValue), "source": source.json,
    ])
  }
}
