extension Check {
  static let overrideWithoutData = Check(
    "override-without-data", .error, looksFor: "A status decided by an officer where there are no data to decide on."
  ) { book, scorecard in
    scorecard.standings.compactMap { standing in
      let id = "\(standing.indicator.id)@\(scorecard.period.code)"
      guard let override = book.overrides[id], !standing.hasData else { return nil }
      return (
        standing.place,
        "An officer decided \(override.status) for “\(standing.indicator.name)”, which has no data in "
          + "\(scorecard.period.name), so the decision does not count. Enter the figure, or withdraw the decision."
      )
    }
  }
}
