import CorporatePlan

/// What is on record for one indicator in one of its periods.
struct ValueRow: Sendable {
  let indicator: Indicator
  let period: Period
  let target: Target?
  let actual: Actual?
  /// Why there is no figure where nobody has returned any.
  let absence: MissingReason
  /// Who recorded the figure, and when.
  let stamp: Stamp?

  private var value: Value { actual?.value ?? .missing(absence) }

  static let definition = DataDefinition<ValueRow>(
    "values", "Figures", row: "indicator and period: every figure and target on record", key: ["indicator", "period"],
    references: [("indicator", "definitions", "indicator")],
    [
      .id("indicator", "The indicator’s id, which stays") { $0.indicator.id },
      .text("name", "Its name") { $0.indicator.name },
      .id("period", "The period that the figure is of") { $0.period.code },
      .day("period_start", "Its first day") { $0.period.start },
      .day("period_end", "Its last day") { $0.period.end + -1 },
      .choice("period_kind", "How long it is") { $0.period.grain },
      .text("unit", "What the figure counts in") { $0.indicator.unit.text },
      .number("target", "The target as a number") { $0.target?.expression?.figure?.quantity },
      .text("target_as_written", "The target as the council wrote it") { $0.target?.verbatim },
      .number("actual", "The figure as a number; of a ratio, the percentage") { $0.actual?.value.figure?.number },
      .text("actual_as_written", "The figure as it was written") { $0.actual?.value.asWritten },
      .choice("value_state", Observation.meaning) { Observation($0.value, $0.actual?.state ?? .final) },
      .choice("missing_because", "Why there is no figure") { $0.value.missingBecause },
      .text("source", "The file and place it was imported from") { $0.actual?.source },
      .day("recorded_on", "The day on which this figure was recorded") { $0.stamp?.recordedAt.londonDay },
      .count("revision", "How often the figure was recorded: 1 for the first time") { $0.stamp?.revision },
    ])
}

extension Book {
  /// Every target, and every actual of a period that had ended by then: a report does not give away later quarters.
  func values(endingBy end: Day) -> [ValueRow] {
    indicators.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.flatMap { values(of: $0, endingBy: end) }
  }

  /// - Parameter end: `nil` for all there is; then a target without a figure is one of a time to come.
  func values(of indicator: Indicator, endingBy end: Day?) -> [ValueRow] {
    guard let readings = readings[indicator.id] else { return [] }
    let newest = end ?? readings.actuals.map(\.period.end).max()
    func isOver(_ period: Period) -> Bool { newest.map { period.end <= $0 } ?? false }
    let periods = Set(readings.targets.map(\.period) + readings.actuals.map(\.period).filter(isOver))
    return periods.sorted().map { period in
      let actual = isOver(period) ? readings.actual(in: period) : nil
      return ValueRow(
        indicator: indicator, period: period, target: readings.target(in: period), actual: actual,
        absence: isOver(period) ? absence(of: indicator.recordID, in: period) : .notDue,
        stamp: actual.flatMap { stamp(of: $0.recordID) })
    }
  }
}

extension Value {
  fileprivate var asWritten: String? {
    if case .missing = self { return nil }
    return verbatim
  }
}
