extension Check {
  static let fallingCumulative = Check(
    "falling-cumulative", .warning,
    looksFor: "A figure that builds up over the year and is lower than the one before it."
  ) { book, scorecard in
    scorecard.standings.compactMap { standing in
      let indicator = standing.indicator
      guard indicator.frame.accumulates, let data = standing.dataPeriod else { return nil }
      let year = FinancialYear(containing: data.start)
      let points = (book.readings[indicator.id]?.series.points ?? []).filter {
        FinancialYear(containing: $0.period.start) == year && $0.period <= data
          && $0.period.grain == indicator.frequency
      }
      guard let fall = Series(points).falls().last else { return nil }
      return (
        standing.place,
        "“\(indicator.name)” builds up over the year, yet it fell in \(fall.name). Check the figures, or whether it "
          + "should be collected for each period by itself."
      )
    }
  }
}
