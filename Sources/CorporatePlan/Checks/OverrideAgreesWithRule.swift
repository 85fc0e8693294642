extension Check {
  static let overrideAgreesWithRule = Check(
    "override-agrees-with-rule", .warning,
    looksFor: "A status decided by an officer that the rule gives by itself, so that the decision changes nothing."
  ) { _, scorecard in
    scorecard.standings.compactMap { standing in
      guard let override = standing.override, standing.rating.status == override.status,
        // Choosing the computed status over a printed one is a decision that is needed.
        standing.printed == nil || standing.printed?.status == override.status
      else { return nil }
      return (
        standing.place,
        "An officer decided \(override.status) for “\(standing.indicator.name)”, which the rule gives by itself. "
          + "Withdraw the decision unless it is meant to hold when the figure changes."
      )
    }
  }
}
