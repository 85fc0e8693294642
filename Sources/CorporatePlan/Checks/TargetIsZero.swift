extension Check {
  static let targetIsZero = Check(
    "target-is-zero", .warning,
    looksFor: "A target of zero, of which no percentage can be taken: the rule's own line for it was used."
  ) { book, scorecard in
    scorecard.standings.compactMap { standing in
      guard standing.isDue, let target = standing.target?.figure, target.quantity == .zero,
        standing.rating.status != nil
      else { return nil }
      let rule = book.rule(standing.rating.rule)?.forIndicators
      return (
        standing.place,
        "“\(standing.indicator.name)” has a target of zero. \(rule?.zeroTargetWords ?? "") Check that zero is meant."
      )
    }
  }
}

extension RatingRule {
  fileprivate var zeroTargetWords: String {
    switch (basis, zeroTarget) {
    case (.relative, .worst): "The rule makes any miss of it \(word(for: worst))."
    case (.relative, .absolute): "The rule reads the distance from it in points."
    default: "The rule takes no percentage of it."
    }
  }
}
