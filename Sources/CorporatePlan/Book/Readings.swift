/// The targets and actuals of one indicator, in order of period.
package struct Readings: Equatable, Sendable {
  package private(set) var actuals: [Actual] = []
  package private(set) var targets: [Target] = []

  package init() {}

  /// Figures that come in the order of their periods, each period once, as most files have them; `nil` for others.
  init?(inOrder figures: IndicatorFigures) {
    (actuals, targets) = (figures.actuals, figures.targets)
    for index in actuals.indices.dropFirst() where !(actuals[index - 1].period < actuals[index].period) { return nil }
    for index in targets.indices.dropFirst() where !(targets[index - 1].period < targets[index].period) { return nil }
  }

  var isEmpty: Bool { actuals.isEmpty && targets.isEmpty }

  func with(_ figures: IndicatorFigures) -> Readings {
    var readings = self
    for actual in figures.actuals { readings.set(actual, id: actual.id) }
    for target in figures.targets { readings.set(target, id: target.id) }
    return readings
  }

  // By the code of the period: the dates of a term may have been corrected since.
  package func actual(in period: Period) -> Actual? { actuals.last { $0.period.code == period.code } }
  package func target(in period: Period) -> Target? { targets.last { $0.period.code == period.code } }

  /// What was returned for a period, without a copy of all that is known of it.
  func returned(in period: Period) -> Returned? {
    actuals.lastIndex { $0.period.code == period.code }.map { actuals[$0].returned }
  }

  package var series: Series { Series(actuals.map { Series.Point($0.period, $0.value) }) }

  /// Puts an actual in its place, or takes the one of that id away.
  mutating func set(_ actual: Actual?, id: @autoclosure () -> String) {
    Self.put(actual, id: id(), in: &actuals, \.period)
  }

  mutating func set(_ target: Target?, id: @autoclosure () -> String) {
    Self.put(target, id: id(), in: &targets, \.period)
  }

  /// Takes over the corrected dates of a term or wave.
  mutating func correct(_ period: Period) {
    for index in actuals.indices where actuals[index].period.code == period.code { actuals[index].period = period }
    for index in targets.indices where targets[index].period.code == period.code { targets[index].period = period }
    actuals.sort { $0.period < $1.period }
    targets.sort { $0.period < $1.period }
  }

  private static func put<Row: Record>(
    _ row: Row?, id: @autoclosure () -> String, in rows: inout [Row], _ period: KeyPath<Row, Period>
  ) {
    // Figures come in the order of their periods, mostly: then there is nothing to look for.
    if let row, rows.last.map({ $0[keyPath: period] < row[keyPath: period] }) ?? true {
      rows.append(row)
      return
    }
    let id = id()
    guard let row else {
      rows.removeAll { $0.id == id }
      return
    }
    if let same = rows.firstIndex(where: { $0.id == id }) {
      rows[same] = row
    } else {
      let place = rows.firstIndex { row[keyPath: period] < $0[keyPath: period] } ?? rows.endIndex
      rows.insert(row, at: place)
    }
  }
}

/// The new figures of one indicator, in any order.
package struct IndicatorFigures: Sendable {
  package let indicator: String
  package var actuals: [Actual] = []
  package var targets: [Target] = []

  package init(indicator: String) { self.indicator = indicator }
}
