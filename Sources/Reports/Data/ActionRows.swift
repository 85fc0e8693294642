import CorporatePlan

/// How one action stood in one reporting period.
struct ActionRow: Sendable {
  let standing: ActionStanding
  let period: Period
  let priority: PlanItem?

  static let definition = DataDefinition<ActionRow>(
    "actions", "Actions", row: "action and reporting period: stage, status and dates", key: ["action", "period"],
    references: [("action", "plan", "item"), ("part_of", "plan", "item"), ("priority", "plan", "item")],
    [
      .id("action", "The action’s id, which stays") { $0.standing.item.id },
      .text("code", "The council’s own code") { $0.standing.item.code },
      .text("title", "Its title") { $0.standing.item.title },
      .text("level", "The council’s word for what it is") { $0.standing.item.level },
      .text("part_of", "The id of the commitment it was split from") { $0.standing.commitment?.id },
      .text("part_of_title", "That commitment’s title") { $0.standing.commitment?.title },
      .text("priority", "The id of the priority it belongs to") { $0.priority?.id },
      .text("priority_title", "That priority’s title") { $0.priority?.title },
      .text("owner", "The post that answers for it") { $0.standing.item.owner },
      .id("period", "The reporting period") { $0.period.code },
      .day("period_start", "Its first day") { $0.period.start },
      .day("period_end", "Its last day") { $0.period.end + -1 },
      .choice("stage", "not started, in progress, complete, on hold or withdrawn") { $0.standing.update?.stage },
      .text("status", "The status that counts") { $0.standing.outcome.word },
      .text("reason_not_rated", "Why there is no status") { $0.standing.outcome.reasonText },
      .count("percent_complete", "How much of it is done") { $0.standing.update?.percent },
      .day("due", "When it was promised") { $0.standing.item.due },
      .day("forecast", "When it is expected") { $0.standing.update?.forecast },
      .day("completed", "When it was finished") { $0.standing.update?.completed },
    ])
}
