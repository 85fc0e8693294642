/// Which rule is in force for what: the council's own, overridden by indicator and by period.
package struct Ruling: Record {
  package static let kind = "ruling"
  /// `nil` for the whole council.
  package var indicator: String?
  /// The first and last day of the periods it is for; periods keep the rule they were rated with.
  package var from: Day?
  package var to: Day?
  package var rule: String

  package var id: String { (indicator ?? "council") + (from.map { "@\($0)" } ?? "") }

  package init(indicator: String? = nil, from: Day? = nil, to: Day? = nil, rule: String) {
    self.indicator = indicator
    self.from = from
    self.to = to
    self.rule = rule
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    indicator = fields.optionalText("indicator")
    from = try fields.day("from")
    to = try fields.day("to")
    rule = try fields.text("rule")
  }

  package var body: JSON {
    .object([
      "indicator": indicator.json, "from": (from?.description).json, "to": (to?.description).json,
      "rule": .string(rule),
    ])
  }

  /// Whether it covers a period of an indicator.
  func covers(_ indicator: String, _ period: Period) -> Bool {
    (self.indicator == nil || self.indicator == indicator) && (from.map { $0 <= period.start } ?? true)
      && (to.map { period.end <= $0 + 1 } ?? true)
  }

  /// An indicator's own ruling comes before the council's; one with dates before one without; the latest first.
  func precedes(_ other: Ruling) -> Bool {
    if (indicator == nil) != (other.indicator == nil) { return indicator != nil }
    return (from?.number ?? Int.min) > (other.from?.number ?? Int.min)
  }
}
