/// What an indicator should reach in a period.
package struct Target: Record {
  package static let kind = "target"
  package var indicator: String
  package var period: Period
  /// As the council wrote it.
  package var verbatim: String
  /// How it was set, where that was recorded with it.
  package var origin: TargetOrigin?

  package var id: String { "\(indicator)@\(period.code)" }

  /// `nil` when what was written is no target: empty, `TBC`.
  package var expression: TargetExpression? { TargetExpression(verbatim) }

  package init(indicator: String, period: Period, verbatim: String, origin: TargetOrigin? = nil) {
    self.indicator = indicator
    self.period = period
    self.verbatim = verbatim
    self.origin = origin
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    indicator = try fields.text("indicator")
    period = try fields.period("period")
    verbatim = try fields.text("target")
    origin = try TargetOrigin(fields)
  }

  package var body: JSON {
    .object([
      "indicator": .string(indicator), "period": .string(period.code), "target": .string(verbatim),
      "set_by": (origin?.way.rawValue).json, "set_from": (origin?.annual).json,
      "set_share": (origin?.share.map { "\($0)" }).json,
    ])
  }
}
