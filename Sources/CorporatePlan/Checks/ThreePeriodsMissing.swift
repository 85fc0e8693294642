extension Check {
  static let threePeriodsMissing = Check(
    "three-periods-missing", .warning,
    looksFor: "An indicator without a figure in three of its periods running, though one was expected."
  ) { book, scorecard in
    scorecard.standings.compactMap { standing in
      guard standing.isDue, standing.value.figure == nil, !standing.hasData, let data = standing.dataPeriod,
        let before = book.calendar.earlier(than: data, by: 1),
        let beforeThat = book.calendar.earlier(than: data, by: 2),
        [before, beforeThat].allSatisfy({ book.expectsAndLacks(standing.indicator, in: $0) })
      else { return nil }
      return (
        standing.place,
        "“\(standing.indicator.name)” has had no figure since before \(beforeThat.name). Say what is being done to get "
          + "it, or drop it from the plan."
      )
    }
  }
}

extension Book {
  /// Whether a period of an indicator has a target or a return, but no figure.
  fileprivate func expectsAndLacks(_ indicator: Indicator, in period: Period) -> Bool {
    guard let readings = readings[indicator.id] else { return false }
    let value = figure(of: indicator, readings, in: period)?.value
    switch value {
    case .figure, .state: return false
    case .missing: return true
    case nil: return readings.target(in: period) != nil
    }
  }
}
