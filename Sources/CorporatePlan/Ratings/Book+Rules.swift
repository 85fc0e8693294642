extension Book {
  /// The rule in force for an indicator in a period, with its version: the indicator's own before the council's, one
  /// with dates before one without. `nil` when none has been set.
  package func rule(for indicator: String, in period: Period) -> (rule: RatingRule, version: RuleVersion)? {
    version(in: period) { $0 == .council || $0 == .indicator(indicator) }.flatMap { version in
      rule(version)?.forIndicators.map { ($0, version) }
    }
  }

  /// The rule in force for actions in a period, with its version; `nil` when none has been set.
  package func actionRule(in period: Period) -> (rule: ActionRule, version: RuleVersion)? {
    version(in: period) { $0 == .actions }.flatMap { version in rule(version)?.forActions.map { ($0, version) } }
  }

  /// By which ruling something is rated in a period: an indicator by its own, or else by that of all; `nil` for none.
  package func ruling(for subject: Ruling.Subject, in period: Period) -> Ruling? {
    ruling(in: period) { $0 == subject || subject.indicator != nil && $0 == .council }
  }

  private func version(in period: Period, for isWanted: (Ruling.Subject) -> Bool) -> RuleVersion? {
    ruling(in: period, for: isWanted).flatMap { version(inForceBy: $0) }
  }

  /// The ruling that comes first; of two for the same, the one recorded last.
  private func ruling(in period: Period, for isWanted: (Ruling.Subject) -> Bool) -> Ruling? {
    if rulings.isEmpty { return nil }
    return rulings.values.filter { isWanted($0.subject) && $0.covers(period) }
      .min { one, other in
        one.precedes(other) ?? (position(of: one) > position(of: other))
      }
  }

  private func position(of ruling: Ruling) -> Int { stamp(of: ruling.recordID)?.position ?? 0 }
}
