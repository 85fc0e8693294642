extension PlanCheck {
  static let targetOfZero = PlanCheck(
    "target-of-zero", looksFor: "A target of zero: meant, or put in where there was none."
  ) { plan in
    plan.indicators.compactMap { indicator in
      let targets = plan.book.readings[indicator.id]?.targets ?? []
      guard let target = targets.last(where: { $0.expression?.figure?.quantity == .zero }) else { return nil }
      let advice =
        indicator.polarity == .highIsGood
        ? "High is good, so that any figure meets it. Set the target that is meant, or none."
        : "No percentage can be taken of it. Check that zero is meant, and not that there is no target."
      return (
        indicator.place, "\(indicator.name.quoted) has a target of zero (\(target.period.name)). \(advice)"
      )
    }
  }
}
