/// What a change would do to the ratings of periods that have data: told before it is recorded.
package struct RatingEffect: Sendable {
  /// One rating that would be another.
  package struct Difference: Sendable {
    package let period: Period
    package let before: IndicatorStanding
    package let after: IndicatorStanding

    /// "Calls answered, Q2 2023/24: green, would be amber".
    package var sentence: String {
      "\(after.indicator.name), \(period.name): \(before.outcome.word), would be \(after.outcome.word)"
    }
  }

  /// Newest period first, then in the order of the plan.
  package let differences: [Difference]
}

/// The counts of a period as they stand, and as they would.
package struct TallyEffect: Sendable {
  package let period: Period
  package let before: Tally
  package let after: Tally
  package let differences: [RatingEffect.Difference]
}

extension Rating.Outcome {
  /// "green", "not rated (no target)", "undetermined".
  package var word: String {
    switch self {
    case .rated(let status): status.id
    case .notRated(let reason): "not rated (\(reason.text))"
    case .undetermined: "undetermined"
    }
  }
}

extension Editing {
  /// Which ratings revisions would change, in the periods that have figures.
  ///
  /// - Parameter indicators: those to look at; all for `nil`.
  package func effect(of revisions: [Revision], on indicators: Set<String>? = nil) throws(EditRefused) -> RatingEffect {
    let next = try book(with: revisions)
    let periods = Set(book.reportingPeriods + next.reportingPeriods).sorted().reversed()
    return RatingEffect(differences: periods.flatMap { differences(next, in: $0, of: indicators) })
  }

  /// The counts of one period before and after revisions.
  package func effect(of revisions: [Revision], in period: Period) throws(EditRefused) -> TallyEffect {
    let next = try book(with: revisions)
    return TallyEffect(
      period: period, before: Scorecard(book, period).indicators, after: Scorecard(next, period).indicators,
      differences: differences(next, in: period, of: nil))
  }

  private func differences(_ next: Book, in period: Period, of ids: Set<String>?) -> [RatingEffect.Difference] {
    next.indicators.values.filter { ids?.contains($0.id) ?? true && $0.isInPlan(in: period) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
      .compactMap { indicator in
        guard let old = book.indicators[indicator.id] else { return nil }
        let (before, after) = (book.standing(of: old, in: period), next.standing(of: indicator, in: period))
        guard before.outcome != after.outcome, before.hasData || after.hasData else { return nil }
        return RatingEffect.Difference(period: period, before: before, after: after)
      }
  }
}
