extension Check {
  static let unplaced = Check(
    "unplaced", .error, looksFor: "An indicator or action that stands under no priority, so that no section prints it."
  ) { _, scorecard in
    let indicators = scorecard.unplacedIndicators.map { ($0.place, $0.indicator.name) }
    let actions = scorecard.unplacedActions.map { ($0.place, $0.item.title) }
    return (indicators + actions).map { place, name in
      (place, "“\(name)” stands under no priority. Put it under the one that it serves.")
    }
  }
}
