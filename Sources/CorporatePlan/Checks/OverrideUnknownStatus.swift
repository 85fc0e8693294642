extension Check {
  static let overrideUnknownStatus = Check(
    "override-unknown-status", .error, looksFor: "A status decided by an officer that the rule does not have."
  ) { book, scorecard in
    scorecard.standings.compactMap { standing in
      guard let override = standing.override, let rule = book.rule(standing.rating.rule)?.forIndicators,
        !rule.knows(override.status)
      else { return nil }
      let known = rule.statuses.map(\.id).joined(separator: ", ")
      return (
        standing.place,
        "An officer decided “\(override.status)” for “\(standing.indicator.name)”; rule \(standing.rating.rule) has "
          + "\(known). Decide on one of those."
      )
    }
  }
}

extension RatingRule {
  fileprivate func knows(_ status: Status) -> Bool { statuses.contains(status) || lift?.to == status }
}
