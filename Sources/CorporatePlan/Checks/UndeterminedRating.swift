extension Check {
  static let undeterminedRating = Check(
    "undetermined-rating", .error, looksFor: "An indicator whose rule asks for something that is not there."
  ) { _, scorecard in
    scorecard.standings.compactMap { standing in
      guard case .undetermined(let what) = standing.outcome else { return nil }
      return (
        standing.place,
        "“\(standing.indicator.name)” can't be rated: \(what). Supply it, or have an officer decide the status with a "
          + "reason."
      )
    }
  }
}
