extension Check {
  static let sectionsDoNotAddUp = Check(
    "sections-do-not-add-up", .error, looksFor: "Counts of the priorities whose sum is not the count of the whole plan."
  ) { _, scorecard in
    let period = "report \(scorecard.period.code)"
    let indicators = disagreements(
      scorecard.sections.map(\.indicatorTally), scorecard.indicators, unplaced: scorecard.unplacedIndicators.count)
    let actions = disagreements(
      scorecard.sections.map(\.actionTally), scorecard.actions, unplaced: scorecard.unplacedActions.count)
    return (indicators.map { "indicators \($0)" } + actions.map { "actions \($0)" }).map { what in
      (period, "The priorities do not add up: \(what). Look for plan items whose parents go round in a circle.")
    }
  }

  /// "in the plan: 12 by priority, 14 in all".
  private static func disagreements(_ sections: [Tally], _ total: Tally, unplaced: Int) -> [String] {
    func compare(_ name: String, _ sum: Int, _ whole: Int) -> String? {
      sum == whole ? nil : "\(name): \(sum) by priority, \(whole) in all"
    }
    guard unplaced == 0 else {
      // Those are errors of their own; their statuses are in no section.
      return [compare("in the plan", sections.reduce(unplaced) { $0 + $1.inPlan }, total.inPlan)].compactMap { $0 }
    }
    let funnel: [(String, KeyPath<Tally, Int>)] = [
      ("in the plan", \.inPlan), ("due", \.due), ("with data", \.withData), ("rated", \.rated),
      ("not determined", \.undetermined),
    ]
    let steps = funnel.compactMap { name, step in
      compare(name, sections.reduce(0) { $0 + $1[keyPath: step] }, total[keyPath: step])
    }
    return steps
      + total.byStatus.compactMap { status, count in
        compare(status.id, sections.reduce(0) { $0 + $1.count(of: status) }, count)
      }
  }
}
