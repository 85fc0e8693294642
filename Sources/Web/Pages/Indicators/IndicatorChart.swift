import CorporatePlan
import Documents

/// An indicator's figures over time against its target, with the sentence that says what the line shows.
struct IndicatorChart {
  private let indicator: Indicator
  private let readings: Readings
  private let actuals: [Actual]

  static let mostPoints = 12

  init(_ book: Book, _ indicator: Indicator, until last: Period?) {
    self.indicator = indicator
    readings = book.readings[indicator.id] ?? Readings()
    let shown = readings.actuals.filter { actual in last.map { actual.period.end <= $0.end } ?? true }
    actuals = shown.suffix(IndicatorChart.mostPoints)
  }

  /// `nil` when fewer than two figures can be joined by a line.
  var chart: Chart? {
    let values = actuals.map { $0.value.figure.flatMap(value) }
    guard values.count(where: { $0 != nil }) > 1 else { return nil }
    let targets = actuals.map { readings.target(in: $0.period)?.expression?.figure.flatMap(value) }
    return Chart(
      indicator.name, description: sentence,
      .line(
        Chart.Line(
          categories: actuals.map(\.period.name), actual: .init("Actual", values),
          target: targets.contains { $0 != nil } ? .init("Target", targets) : nil, unit: unit, base: base)))
  }

  private func value(_ figure: Figure) -> Chart.Value? {
    guard let quantity = figure.charted else { return nil }
    return Chart.Value(quantity.description, label: figure.shareText ?? figure.inUnit(indicator.unit).text)
  }

  private var unit: Chart.Unit {
    switch indicator.unit {
    case .percent: Chart.Unit(suffix: "%")
    case .pounds: Chart.Unit(prefix: "£")
    case .number, .percentagePoints, .clock, .clockSeconds, .named: Chart.Unit()
    }
  }

  /// Figures that all lie high up would show as one flat line above a great deal of nothing.
  private var base: Chart.Line.Base {
    let quantities = actuals.compactMap { $0.value.figure?.charted }
    guard let least = quantities.min(), let most = quantities.max() else { return .zero }
    return least > .zero && least + least > most ? .fitted : .zero
  }

  private var sentence: String {
    let figures = actuals.compactMap { actual in actual.value.figure.map { (actual.period, $0) } }
    guard let (period, newest) = figures.last,
      let least = figures.min(by: { ($0.1.charted ?? .zero) < ($1.1.charted ?? .zero) }),
      let most = figures.max(by: { ($0.1.charted ?? .zero) < ($1.1.charted ?? .zero) })
    else { return "" }
    let target = readings.target(in: period)?.expression.map { " against a target of \(indicator.text($0))" } ?? ""
    return
      "In \(period.name) it was \(indicator.text(.figure(newest)))\(target). Of the \(figures.count) figures shown, the lowest"
      + " is \(indicator.text(.figure(least.1))) (\(least.0.name)) and the highest \(indicator.text(.figure(most.1)))"
      + " (\(most.0.name))."
  }
}

extension Figure {
  /// The number to draw: of a ratio, its quotient.
  var charted: Quantity? { per == nil ? quantity : displayed(decimals: 4) }
}
