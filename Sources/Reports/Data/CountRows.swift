import CorporatePlan

/// How many there are of one group: "7 indicators under People are rated".
struct CountRow {
  let period: Period
  let priority: PlanItem?
  let counted: String
  let group: String
  let count: Int
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

extension DataTable {
  /// One row for each group that is counted, of the whole plan and of each priority.
  static func counts(_ rows: [CountRow]) -> DataTable {
    DataTable(
      rows,
      [
        .text("period") { $0.period.code },
        .text("priority_title") { $0.priority?.title ?? "The whole plan" },
        .text("counted") { $0.counted },
        .text("group") { $0.group },
        .count("count") { $0.count },
      ])
  }
}
