extension Check {
  static let missingWithoutReason = Check(
    "missing-without-reason", .error, looksFor: "An indicator that was due, with neither a figure nor a reason."
  ) { _, scorecard in
    scorecard.standings.compactMap { standing in
      guard standing.isDue, standing.value == .missing(.notReturned) else { return nil }
      return (
        standing.place,
        "“\(standing.indicator.name)” was due for \(standing.dataPeriod?.name ?? scorecard.period.name) and has no "
          + "figure. Enter it, or say why there is none: awaited in arrears, no activity, not applicable …"
      )
    }
  }
}
