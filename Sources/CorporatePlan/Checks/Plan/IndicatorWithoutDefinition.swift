extension PlanCheck {
  static let indicatorWithoutDefinition = PlanCheck(
    "indicator-without-definition", looksFor: "An indicator of which nothing says what is counted."
  ) { plan in
    gathered(
      plan.indicators.filter { $0.definition == nil }.map { ($0.place, $0.name.quoted) },
      one: { "\($0) has no definition. Say what is counted, of what, and where the figure comes from." },
      many: {
        "\($0) indicators have no definition: \($1). Say of each what is counted, of what, and where the figure comes from."
      })
  }
}
