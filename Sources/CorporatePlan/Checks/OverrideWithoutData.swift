extension Check {
  static let overrideWithoutData = Check(
    "override-without-data", .error, looksFor: "A status decided by an officer where there are no data to decide on."
  ) { _, scorecard in
    scorecard.standings.compactMap { standing in
      guard let override = standing.override, !standing.hasData else { return nil }
      return (
        standing.place,
        "An officer decided \(override.status) for “\(standing.indicator.name)”, which has no data in "
          + "\(scorecard.period.name), so the decision does not count. Enter the figure, or withdraw the decision."
      )
    }
  }
}
