/// When a reader can expect the next figure of an indicator.
package struct NextUpdate: Equatable, Sendable {
  /// The period of the figure.
  package let data: Period
  /// The report that will show it.
  package let reporting: Period
  /// The day that the council has set for that report; `nil` when it has set none yet.
  package let day: Day?
}

extension Book {
  /// The next figure after a reporting period: as often as the indicator is collected, as late as its data come, on the
  /// day that the council's calendar names. `nil` when none is due in the two years after.
  package func nextUpdate(of indicator: Indicator, after reporting: Period) -> NextUpdate? {
    let readings = readings[indicator.id] ?? Readings()
    let shown = dataPeriod(of: indicator, readings, in: reporting)
    var next = reporting
    for _ in 0..<8 {
      guard let following = Period.containing(next.end, next.grain), indicator.isInPlan(in: following) else {
        return nil
      }
      next = following
      guard let data = dataPeriod(of: indicator, readings, in: next), data != shown else { continue }
      let cycle = cycles[next.code]
      return NextUpdate(data: data, reporting: next, day: cycle?.agenda ?? cycle?.cabinet)
    }
    return nil
  }
}
