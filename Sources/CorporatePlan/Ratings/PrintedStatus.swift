/// The status that an imported document printed beside a figure. It is never taken over silently: it stands beside the
/// computed one until an officer accepts it as an override.
package struct PrintedStatus: Record {
  package static let kind = "printed"
  package var indicator: String
  /// The reporting period.
  package var period: Period
  package var status: Status
  /// How it showed: by the colour of its mark, or by the order of the rows and the counts of the chart.
  package var evidence: String

  package var id: String { "\(indicator)@\(period.code)" }

  package init(indicator: String, period: Period, status: Status, evidence: String) {
    self.indicator = indicator
    self.period = period
    self.status = status
    self.evidence = evidence
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    indicator = try fields.text("indicator")
    period = try fields.period("period")
    status = Status(try fields.text("status"))
    evidence = try fields.text("evidence")
  }

  package var body: JSON {
    .object([
      "indicator": .string(indicator), "period": .string(period.code), "status": .string(status.id),
      "evidence": .string(evidence),
    ])
  }
}
