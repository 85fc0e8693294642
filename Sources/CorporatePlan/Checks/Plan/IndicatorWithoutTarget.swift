extension PlanCheck {
  static let indicatorWithoutTarget = PlanCheck(
    "indicator-without-target", looksFor: "An indicator that is neither for information nor has a target in any period."
  ) { plan in
    let without = plan.indicators.filter { indicator in
      !indicator.isForInformation
        && plan.book.readings[indicator.id]?.targets.isEmpty ?? true
    }
    return gathered(
      without.map { ($0.place, $0.name.quoted) },
      one: { "\($0) has no target. Set one, or mark it as for information." },
      many: { "\($0) indicators have no target: \($1). Set targets, or mark them as for information." })
  }
}

extension Indicator {
  /// Whether nobody need set a target: a fact about the place, or one of the council's own scorecard of which neither high
  /// nor low is good. Of one that shows what an item of a plan achieves, the plan may merely not say which way is good.
  fileprivate var isForInformation: Bool { shows == .context || polarity == .none && shows == nil }
}
