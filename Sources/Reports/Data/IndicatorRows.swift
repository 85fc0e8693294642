import CorporatePlan

/// How one indicator stood in one reporting period.
struct IndicatorRow {
  let standing: IndicatorStanding
  let period: Period
  let priority: PlanItem?
}

extension DataTable {
  /// One row for each indicator and reporting period.
  static func indicators(_ rows: [IndicatorRow]) -> DataTable {
    DataTable(
      rows,
      [
        .text("indicator") { $0.standing.indicator.id },
        .text("code") { $0.standing.indicator.code },
        .text("name") { $0.standing.indicator.name },
        .text("priority") { $0.priority?.id },
        .text("priority_title") { $0.priority?.title },
        .text("owner") { $0.standing.indicator.owner },
        .text("period") { $0.period.code },
        .text("period_start") { $0.period.start.description },
        .text("period_end") { ($0.period.end + -1).description },
        .text("data_period") { $0.standing.dataPeriod?.code },
        .text("polarity") { $0.standing.indicator.polarity.rawValue },
        .text("unit") { $0.standing.indicator.unit.text },
        .number("target") { $0.standing.target?.figure?.quantity },
        .text("target_text") { row in row.standing.target.map { _ in row.standing.targetText } },
        .number("actual") { $0.standing.value.figure?.number },
        .text("actual_text") { row in row.standing.hasData ? row.standing.valueText : nil },
        .text("value_state") { row in row.standing.hasData ? row.standing.state.rawValue : nil },
        .text("status") { $0.standing.outcome.word },
        .text("computed_status") { $0.standing.rating.outcome.word },
        .text("override_reason") { $0.standing.override?.reason },
        .text("printed_status") { $0.standing.printed?.status.id },
        .text("reason_not_rated") { $0.standing.outcome.reasonText },
        .number("shortfall") { $0.standing.rating.shortfall },
        .number("shortfall_percent_of_target") { $0.standing.rating.share },
        .text("since_previous") { $0.standing.short.rawValue },
        .text("since_last_year") { $0.standing.long.rawValue },
        .number("previous") { $0.standing.previous?.figure?.number },
        .number("last_year") { $0.standing.lastYear?.figure?.number },
        .text("rule") { $0.standing.rating.rule.id },
        .count("rule_version") { $0.standing.rating.rule.revision },
        .text("why") { $0.standing.rating.why },
      ])
  }
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
