import CorporatePlan

/// One thing that the plan says.
struct PlanRow: Sendable {
  let item: PlanItem
  let priority: PlanItem?

  static let definition = DataDefinition<PlanRow>(
    "plan", "Plan", row: "thing that the plan says: vision, priority, outcome, action or milestone", key: ["item"],
    references: [("part_of", "plan", "item"), ("priority", "plan", "item")],
    [
      .id("item", "Its id, which stays") { $0.item.id },
      .text("code", "The council’s own code") { $0.item.code },
      .choice("role", "vision, priority, outcome, pledge, action or milestone") { $0.item.role },
      .text("level", "The council’s own word for it") { $0.item.level },
      .text("title", "Its title") { $0.item.title },
      .text("part_of", "The id of what it stands under") { $0.item.parent },
      .text("priority", "The id of the priority it belongs to") { $0.priority?.id },
      .text("owner", "The post that answers for it") { $0.item.owner },
      .day("due", "When it was promised") { $0.item.due },
      .text("due_words", "When it was promised, in words") { $0.item.dueWords },
      .text("text", "What the plan says about it") { $0.item.text },
      .text("measure", "How the plan says it is measured") { $0.item.measure },
      .day("first_day", "The first day on which it belongs to the plan; empty for always") { $0.item.start },
      .day("last_day", "The last day on which it belongs to the plan; empty for no end") {
        $0.item.end.map { $0 + -1 }
      },
      .count("place", "Its place among those that stand under the same") { $0.item.order },
    ])
}

extension Book {
  /// From the top of the plan down, each before what stands under it.
  var planRows: [PlanRow] {
    let children = Dictionary(grouping: items.values, by: \.parent)
      .mapValues { $0.sorted { ($0.order, $0.id) < ($1.order, $1.id) } }
    var rows: [PlanRow] = []
    var seen: Set<String> = []
    func add(_ item: PlanItem) {
      guard seen.insert(item.id).inserted else { return }
      rows.append(PlanRow(item: item, priority: priority(above: item.id)))
      for child in children[item.id] ?? [] { add(child) }
    }
    for item in children[nil] ?? [] { add(item) }
    // What stands under something that is not there.
    for item in items.values.sorted(by: { ($0.order, $0.id) < ($1.order, $1.id) }) { add(item) }
    return rows
  }
}
