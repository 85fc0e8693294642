extension Book {
  /// The rule in force for an indicator in a period, with its version: the indicator's own before the council's, one
  /// with dates before one without. `nil` when none has been set.
  package func rule(for indicator: String, in period: Period) -> (rule: RatingRule, version: RuleVersion)? {
    version(for: [.indicator(indicator), .council], in: period).flatMap { version in
      rule(version)?.forIndicators.map { ($0, version) }
    }
  }

  /// The rule in force for actions in a period, with its version; `nil` when none has been set.
  package func actionRule(in period: Period) -> (rule: ActionRule, version: RuleVersion)? {
    version(for: [.actions], in: period).flatMap { version in rule(version)?.forActions.map { ($0, version) } }
  }

  /// By which ruling something is rated in a period: an indicator by its own, or else by that of all; `nil` for none.
  package func ruling(for subject: Ruling.Subject, in period: Period) -> Ruling? {
    ruling(for: subject.indicator == nil ? [subject] : [subject, .council], in: period)
  }

  private func version(for subjects: Set<Ruling.Subject>, in period: Period) -> RuleVersion? {
    ruling(for: subjects, in: period).flatMap { version(inForceBy: $0) }
  }

  /// The ruling that comes first; of two for the same, the one recorded last.
  private func ruling(for subjects: Set<Ruling.Subject>, in period: Period) -> Ruling? {
    rulings.values.filter { subjects.contains($0.subject) && $0.covers(period) }
      .min { one, other in
        one.precedes(other) ?? (position(of: one) > position(of: other))
      }
  }

  private func position(of ruling: Ruling) -> Int { stamp(of: ruling.recordID)?.position ?? 0 }
}
