import CorporatePlan

/// How many there are of one group: "7 indicators under People are rated".
struct CountRow: Sendable {
  let period: Period
  let priority: PlanItem?
  let counted: String
  let group: String
  let count: Int

  static let definition = DataDefinition<CountRow>(
    "counts", "Counts", row: "group that is counted, of the whole plan and of each priority",
    key: ["period", "priority_title", "counted", "group"],
    [
      .id("period", "The reporting period") { $0.period.code },
      .id("priority_title", "The priority, or the whole plan") { $0.priority?.title ?? "The whole plan" },
      .id("counted", "What is counted: indicators or actions") { $0.counted },
      .id("group", "Which of them: in the plan, due, with data, rated, and those of each status") { $0.group },
      .count("count", "How many there are") { $0.count },
    ])
}

extension Scorecard {
  /// The counts of the whole plan and of each priority.
  var countRows: [CountRow] {
    func rows(_ priority: PlanItem?, _ indicators: Tally, _ actions: Tally) -> [CountRow] {
      groups(indicators, priority, "indicators", hasDueDates: true)
        + groups(actions, priority, "actions", hasDueDates: false)
    }
    return rows(nil, indicators, actions) + sections.flatMap { rows($0.priority, $0.indicatorTally, $0.actionTally) }
  }

  private func groups(_ tally: Tally, _ priority: PlanItem?, _ counted: String, hasDueDates: Bool) -> [CountRow] {
    let funnel =
      [("in the plan", tally.inPlan)] + (hasDueDates ? [("due", tally.due)] : [])
      + [("with data", tally.withData), ("rated", tally.rated)]
    let statuses = tally.byStatus.map { ($0.status.id, $0.count) }
    let rest = tally.notRated.sorted { $0.key < $1.key }.map { ("not rated: \($0.key)", $0.value) }
    let open = tally.undetermined > 0 ? [("undetermined", tally.undetermined)] : []
    return (funnel + statuses + rest + open).map {
      CountRow(period: period, priority: priority, counted: counted, group: $0.0, count: $0.1)
    }
  }
}
