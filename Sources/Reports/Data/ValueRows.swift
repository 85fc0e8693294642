import CorporatePlan

/// What is on record for one indicator in one of its periods.
struct ValueRow {
  let indicator: Indicator
  let period: Period
  let target: Target?
  let actual: Actual?
}

extension Book {
  /// Every target, and every actual of a period that had ended by then: a report does not give away later quarters.
  func values(endingBy end: Day) -> [ValueRow] {
    indicators.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.flatMap { indicator -> [ValueRow] in
      guard let readings = readings[indicator.id] else { return [] }
      let periods = Set(readings.targets.map(\.period) + readings.actuals.map(\.period).filter { $0.end <= end })
      return periods.sorted().map { period in
        let actual = period.end <= end ? readings.actual(in: period) : nil
        return ValueRow(indicator: indicator, period: period, target: readings.target(in: period), actual: actual)
      }
    }
  }
}

extension DataTable {
  /// One row for each indicator and period, targets and actuals side by side, as they were written too.
  static func values(_ rows: [ValueRow]) -> DataTable {
    DataTable(
      rows,
      [
        .text("indicator") { $0.indicator.id },
        .text("name") { $0.indicator.name },
        .text("period") { $0.period.code },
        .text("period_start") { $0.period.start.description },
        .text("period_end") { ($0.period.end + -1).description },
        .text("period_kind") { $0.period.grain.rawValue },
        .text("unit") { $0.indicator.unit.text },
        .number("target") { $0.target?.expression?.figure?.quantity },
        .text("target_as_written") { $0.target?.verbatim },
        .number("actual") { $0.actual?.value.figure?.number },
        .text("actual_as_written") { $0.actual?.value.asWritten },
        .text("value_state") { row in row.actual.flatMap { $0.value.figure == nil ? nil : $0.state.rawValue } },
        .text("missing_because") { $0.actual?.value.missingReason },
        .text("source") { $0.actual?.source },
      ])
  }
}

extension Value {
  fileprivate var asWritten: String? {
    if case .missing = self { return nil }
    return verbatim
  }

  fileprivate var missingReason: String? {
    if case .missing(let reason) = self { return reason.rawValue }
    return nil
  }
}
