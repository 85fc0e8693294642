extension Check {
  static let nothingToReport = Check(
    "nothing-to-report", .error, looksFor: "A period in which no indicator was due and no action was reported."
  ) { _, scorecard in
    guard scorecard.indicators.due == 0, scorecard.actions.withData == 0 else { return [] }
    return [
      (
        "report \(scorecard.period.code)",
        "No indicator was due in \(scorecard.period.name) and no action was reported. Enter this period's figures and "
          + "actions first, or choose another period."
      )
    ]
  }
}
