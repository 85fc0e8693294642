/// An indicator that has had the worst status of its rule for some of its periods running.
package struct RedRun: Sendable {
  package let standing: IndicatorStanding
  /// How many of its own periods, the newest among them.
  package let periods: Int
}

extension Book {
  /// The indicators that stand at their worst in a period and did so the time before, the longest run first. A period
  /// without a figure ends a run: what is missing is not red. One in which nothing was due counts for nothing.
  package func redRuns(_ scorecard: Scorecard) -> [RedRun] {
    let runs = scorecard.standings.compactMap { standing -> RedRun? in
      guard isWorst(standing) else { return nil }
      let count = run(endingWith: standing, in: scorecard.period)
      return count > 1 ? RedRun(standing: standing, periods: count) : nil
    }
    return runs.enumerated().sorted { ($1.element.periods, $0.offset) < ($0.element.periods, $1.offset) }
      .map(\.element)
  }

  /// As far back as people look.
  private static let furthest = 12

  private func run(endingWith newest: IndicatorStanding, in period: Period) -> Int {
    var (count, data, reporting) = (1, newest.dataPeriod?.code, period)
    for _ in 0..<Book.furthest {
      guard let earlier = calendar.earlier(than: reporting, by: 1) else { break }
      reporting = earlier
      let standing = standing(of: newest.indicator, in: reporting)
      guard let period = standing.dataPeriod, period.code != data else { continue }
      guard isWorst(standing) else { break }
      data = period.code
      count += 1
    }
    return count
  }

  private func isWorst(_ standing: IndicatorStanding) -> Bool {
    standing.status.map { $0 == rule(standing.rating.rule)?.forIndicators?.worst ?? .red } ?? false
  }
}
