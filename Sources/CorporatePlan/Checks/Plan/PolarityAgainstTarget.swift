extension PlanCheck {
  static let polarityAgainstTarget = PlanCheck(
    "polarity-against-target",
    looksFor: "A target whose “more than” or “less than” runs against the polarity, or against words such as “reduce”."
  ) { plan in
    plan.indicators.compactMap { plan.contradiction(of: $0) } + plan.items.compactMap { plan.contradiction(of: $0) }
  }
}

extension CheckedPlan {
  fileprivate func contradiction(of indicator: Indicator) -> Check.Trouble? {
    let targets = book.readings[indicator.id]?.targets ?? []
    for target in targets.reversed() {
      guard let expression = target.expression, let asks = expression.comparison?.polarity else { continue }
      if indicator.polarity.opposite == asks {
        return (
          indicator.place,
          "Of \(indicator.name.quoted) \(indicator.polarity.goodWord) is good, yet its target is \(expression.text) (\(target.period.name)). Turn round the one that is wrong."
        )
      }
      if expression.contradicts(indicator.name) { return (indicator.place, sentence(indicator.name, expression)) }
    }
    return nil
  }

  /// Of an item, what its measure or title says.
  fileprivate func contradiction(of item: PlanItem) -> Check.Trouble? {
    guard let expression = item.target.flatMap(TargetExpression.init) else { return nil }
    let words = item.measure ?? item.title
    return expression.contradicts(words) ? (item.place, sentence(words, expression)) : nil
  }

  private func sentence(_ words: String, _ target: TargetExpression) -> String {
    "\(words.quoted) speaks of \(words.direction == .lowIsGood ? "less" : "more"), yet its target is \(target.text). Turn round the one that is wrong, or say that the figure counts the change itself."
  }
}

extension TargetExpression {
  /// Whether it asks for more than before of what should become less, or the other way round. "At least 50%" of a
  /// reduction counts the reduction itself and contradicts nothing.
  fileprivate func contradicts(_ words: String) -> Bool {
    guard case .reference(let comparison?, _) = self, let asks = comparison.polarity else { return false }
    return words.direction?.opposite == asks
  }
}

extension Polarity {
  fileprivate var opposite: Polarity? {
    switch self {
    case .highIsGood: .lowIsGood
    case .lowIsGood: .highIsGood
    case .range, .none: nil
    }
  }

  fileprivate var goodWord: String { self == .highIsGood ? "high" : "low" }
}

extension String {
  /// Which way its first words want a figure to go; `nil` when they don't say.
  fileprivate var direction: Polarity? {
    for word in plainWords.prefix(2) {
      switch word {
      case "reduction", "reductions", "reduce", "reduced", "reducing", "decrease", "decreased", "decreasing", "fewer",
        "lower", "lowering", "less":
        return .lowIsGood
      case "increase", "increased", "increasing", "more", "higher", "raise", "growth": return .highIsGood
      default: continue
      }
    }
    return nil
  }
}
