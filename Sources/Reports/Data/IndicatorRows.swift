import CorporatePlan

/// How one indicator stood in one reporting period.
struct IndicatorRow: Sendable {
  let standing: IndicatorStanding
  let period: Period
  let priority: PlanItem?

  static let definition = DataDefinition<IndicatorRow>(
    "indicators", "Indicators", row: "indicator and reporting period: figure, target, status and why",
    key: ["indicator", "period"],
    references: [("indicator", "definitions", "indicator"), ("priority", "plan", "item")],
    [
      .id("indicator", "The indicator’s id, which stays") { $0.standing.indicator.id },
      .text("code", "The council’s own code") { $0.standing.indicator.code },
      .text("name", "Its name") { $0.standing.indicator.name },
      .text("priority", "The id of the priority it is reported under") { $0.priority?.id },
      .text("priority_title", "That priority’s title") { $0.priority?.title },
      .text("owner", "The post that answers for it") { $0.standing.indicator.owner },
      .id("period", "The reporting period") { $0.period.code },
      .day("period_start", "Its first day") { $0.period.start },
      .day("period_end", "Its last day") { $0.period.end + -1 },
      .text("data_period", "The period the figure is of; earlier than the report’s when data come in arrears") {
        $0.standing.dataPeriod?.code
      },
      .choice("polarity", "high: higher is better; low: lower is better; range; none: for information") {
        $0.standing.indicator.polarity
      },
      .text("unit", "What the figure counts in") { $0.standing.indicator.unit.text },
      .number("target", "The target as a number") { $0.standing.target?.figure?.quantity },
      .text("target_text", "The target in words") { row in row.standing.target.map { _ in row.standing.targetText } },
      .number("actual", "The figure as a number; of a ratio, the percentage") { $0.standing.value.figure?.number },
      .text("actual_text", "The figure as printed") { row in row.standing.hasData ? row.standing.valueText : nil },
      .choice("value_state", Observation.meaning) { Observation($0.standing.value, $0.standing.state) },
      .choice("missing_because", "Why there is no figure") { $0.standing.value.missingBecause },
      .text("status", "The status that counts: by the rule, or by an officer where there is a reason") {
        $0.standing.outcome.word
      },
      .text("computed_status", "The status by the rule alone") { $0.standing.rating.outcome.word },
      .text("override_reason", "Why an officer decided otherwise") { $0.standing.override?.reason },
      .text("printed_status", "The status that an imported report printed") { $0.standing.printed?.status.id },
      .text("reason_not_rated", "Why there is no status") { $0.standing.outcome.reasonText },
      .number("shortfall", "How far the figure misses its target; negative when it is better") {
        $0.standing.rating.shortfall
      },
      .number("shortfall_percent_of_target", "The same in per cent of the target") { $0.standing.rating.share },
      .choice("since_previous", "Against the period before: better, same, worse or none") { $0.standing.short },
      .choice("since_last_year", "Against the same period of the year before") { $0.standing.long },
      .number("previous", "The figure of the period before") { $0.standing.previous?.figure?.number },
      .number("last_year", "The figure of the same period of the year before") { $0.standing.lastYear?.figure?.number },
      .text("rule", "The id of the rule that gave the status") { $0.standing.rating.rule.id },
      .count("rule_version", "The version of that rule") { $0.standing.rating.rule.revision },
      .text("why", "The arithmetic in a sentence") { $0.standing.rating.why },
    ])
}

extension Figure {
  /// The number itself; of a ratio, the percentage with four decimals.
  var number: Quantity? { per == nil ? quantity : displayed(decimals: 4) }
}

extension Rating.Outcome {
  /// The word in data: the status's own id, `not rated` or `undetermined`.
  var word: String {
    switch self {
    case .rated(let status): status.id
    case .notRated: "not rated"
    case .undetermined: "undetermined"
    }
  }

  var reasonText: String? {
    switch self {
    case .rated: nil
    case .notRated(let reason): reason.text
    case .undetermined(let what): what
    }
  }
}
