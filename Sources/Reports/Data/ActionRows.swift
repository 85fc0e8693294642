import CorporatePlan

/// How one action stood in one reporting period.
struct ActionRow {
  let standing: ActionStanding
  let period: Period
  let priority: PlanItem?
}

extension DataTable {
  /// One row for each rated action and reporting period.
  static func actions(_ rows: [ActionRow]) -> DataTable {
    DataTable(
      rows,
      [
        .text("action") { $0.standing.item.id },
        .text("code") { $0.standing.item.code },
        .text("title") { $0.standing.item.title },
        .text("level") { $0.standing.item.level },
        .text("part_of") { $0.standing.commitment?.id },
        .text("part_of_title") { $0.standing.commitment?.title },
        .text("priority") { $0.priority?.id },
        .text("priority_title") { $0.priority?.title },
        .text("owner") { $0.standing.item.owner },
        .text("period") { $0.period.code },
        .text("period_start") { $0.period.start.description },
        .text("period_end") { ($0.period.end + -1).description },
        .text("stage") { $0.standing.update?.stage.rawValue },
        .text("status") { $0.standing.outcome.word },
        .text("reason_not_rated") { $0.standing.outcome.reasonText },
        .count("percent_complete") { $0.standing.update?.percent },
        .text("due") { $0.standing.item.due?.description },
        .text("forecast") { $0.standing.update?.forecast?.description },
        .text("completed") { $0.standing.update?.completed?.description },
      ])
  }
}
