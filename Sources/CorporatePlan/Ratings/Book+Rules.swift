extension Book {
  /// The rule in force for an indicator in a period, with its version: the indicator's own before the council's, one
  /// with dates before one without. `nil` when none has been set.
  package func rule(for indicator: String, in period: Period) -> (rule: RatingRule, version: RuleVersion)? {
    let ruling = rulings.values.filter { $0.covers(indicator, period) }
      .min { $0.precedes($1) }
    guard let ruling, let record = rules[ruling.rule] else { return nil }
    let revision = stamp(of: record.recordID)?.revision ?? 0
    return (record.rule, RuleVersion(record.id, revision: revision))
  }
}
