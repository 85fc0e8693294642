import CorporatePlan
import Documents
import Reports

/// The council's figures as CSV, at addresses that stay.
enum OpenData {
  static func indicators(_ visit: Visit) throws(Refusal) -> Answer { .csv(data(visit).indicatorsCSV.bytes) }
  static func values(_ visit: Visit) throws(Refusal) -> Answer { .csv(data(visit).valuesCSV.bytes) }
  static func actions(_ visit: Visit) throws(Refusal) -> Answer { .csv(data(visit).actionsCSV.bytes) }

  private static func data(_ visit: Visit) -> ReportData {
    ReportData(visit.book, visit.view.periods.reversed().map { visit.view.quarter($0).scorecard })
  }

  /// The figures of one indicator with its targets, oldest first.
  static func valuesOfIndicator(_ visit: Visit) throws(Refusal) -> Answer {
    guard let indicator = visit.book.indicators[try visit.parameter("id")] else { throw .notFound("This indicator") }
    let readings = visit.book.readings[indicator.id] ?? Readings()
    let periods = Set(readings.actuals.map(\.period) + readings.targets.map(\.period)).sorted()
    var csv = CSV(columns: columns)
    for period in periods { csv.append(row: row(indicator, readings, period, visit.book)) }
    return .csv(csv.bytes)
  }

  private static let columns: [CSV.Column] = [
    .text("indicator"), .text("name"), .text("period"), .text("period_start"), .text("period_end"), .text("unit"),
    .number("target"), .text("target_as_written"), .number("actual"), .text("actual_as_written"), .text("value_state"),
    .text("missing_because"), .text("recorded_on"), .number("revision"),
  ]

  private static func row(
    _ indicator: Indicator, _ readings: Readings, _ period: Period, _ book: Book
  ) -> [String] {
    let target = readings.target(in: period)
    let actual = readings.actual(in: period)
    let stamp = actual.flatMap { book.stamp(of: $0.recordID) }
    var reason: MissingReason?
    if case .missing(let missing)? = actual?.value { reason = missing }
    return [
      indicator.id, indicator.name, period.code, period.start.description, (period.end + -1).description,
      indicator.unit.text, target?.expression?.figure?.quantity.description ?? "", target?.verbatim ?? "",
      actual?.value.figure?.charted?.description ?? "", reason == nil ? actual?.value.verbatim ?? "" : "",
      actual?.value.figure == nil ? "" : actual?.state.rawValue ?? "", reason?.rawValue ?? "",
      stamp?.recordedAt.londonDay.description ?? "", stamp.map { String($0.revision) } ?? "",
    ]
  }
}
