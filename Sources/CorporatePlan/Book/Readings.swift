/// The targets and actuals of one indicator, in order of period.
package struct Readings: Equatable, Sendable {
  package private(set) var actuals: [Actual] = []
  package private(set) var targets: [Target] = []

  package init() {}

  package func actual(in period: Period) -> Actual? { Self.find(period, in: actuals, \.period) }
  package func target(in period: Period) -> Target? { Self.find(period, in: targets, \.period) }

  package var series: Series { Series(actuals.map { Series.Point($0.period, $0.value) }) }

  /// Puts an actual in its place, or takes the one of that id away.
  mutating func set(_ actual: Actual?, id: String) {
    Self.put(actual, id: id, in: &actuals, \.period)
  }

  mutating func set(_ target: Target?, id: String) {
    Self.put(target, id: id, in: &targets, \.period)
  }

  private static func put<Row: Record>(_ row: Row?, id: String, in rows: inout [Row], _ period: KeyPath<Row, Period>) {
    guard let row else {
      rows.removeAll { $0.id == id }
      return
    }
    if let last = rows.last, last[keyPath: period] < row[keyPath: period] {
      rows.append(row)
    } else if let same = rows.firstIndex(where: { $0[keyPath: period] == row[keyPath: period] }) {
      rows[same] = row
    } else {
      let place = rows.firstIndex { row[keyPath: period] < $0[keyPath: period] } ?? rows.endIndex
      rows.insert(row, at: place)
    }
  }

  private static func find<Row>(_ wanted: Period, in rows: [Row], _ period: KeyPath<Row, Period>) -> Row? {
    rows.last { $0[keyPath: period] == wanted }
  }
}
