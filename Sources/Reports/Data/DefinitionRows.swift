import CorporatePlan

/// What one indicator measures.
struct DefinitionRow: Sendable {
  let indicator: Indicator
  let item: PlanItem?

  static let definition = DataDefinition<DefinitionRow>(
    "definitions", "Definitions", row: "indicator: what it measures, and how", key: ["indicator"],
    references: [("item", "plan", "item")],
    [
      .id("indicator", "The indicator’s id, which stays") { $0.indicator.id },
      .text("code", "The council’s own code") { $0.indicator.code },
      .text("name", "Its name") { $0.indicator.name },
      .text("item", "The id of what it is evidence for in the plan") { $0.item?.id },
      .text("item_title", "That item’s title") { $0.item?.title },
      .text("owner", "The post that answers for it") { $0.indicator.owner },
      .text("definition", "What is counted, and how") { $0.indicator.definition },
      .text("source", "Where its figures come from") { $0.indicator.source },
      .text("unit", "What its figures count in") { $0.indicator.unit.text },
      .count("decimals", "The decimals that its figures are printed with") { $0.indicator.decimals },
      .choice("polarity", "high: higher is better; low: lower is better; range; none: for information") {
        $0.indicator.polarity
      },
      .choice("frequency", "How long the periods of its figures are") { $0.indicator.frequency },
      .count("lag", "How many of those periods its figures come late") { $0.indicator.lag },
      .text("tags", "Codes of outside frameworks, with a bar between them") {
        $0.indicator.tags.joined(separator: " | ")
      },
      .day("comparable_from", "The first day of the definition in use") { $0.indicator.comparableFrom },
      .day("first_day", "The first day on which it belongs to the plan; empty for always") { $0.indicator.start },
      .day("last_day", "The last day on which it belongs to the plan; empty for no end") {
        $0.indicator.end.map { $0 + -1 }
      },
    ])
}

extension Book {
  /// In the plan's order.
  var definitionRows: [DefinitionRow] {
    indicators.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map { indicator in
      DefinitionRow(indicator: indicator, item: indicator.items.lazy.compactMap { items[$0] }.first)
    }
  }
}
