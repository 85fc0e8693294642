extension Check {
  static let printedStatusUnsettled = Check(
    "printed-status-unsettled", .warning,
    looksFor: "A status in an imported document that differs from the rule's, and nobody has decided between them."
  ) { _, scorecard in
    scorecard.standings.compactMap { standing in
      guard standing.isPrintedStatusUnsettled, let printed = standing.printed else { return nil }
      guard standing.hasData else {
        return (
          standing.place,
          "The imported document showed \(printed.status) for “\(standing.indicator.name)”, which has no figure here. "
            + "Enter the figure that it stands for."
        )
      }
      return (
        standing.place,
        "The imported document showed \(printed.status) for “\(standing.indicator.name)”; the rule gives "
          + "\(standing.status?.id ?? "no status"). Decide which holds, with a reason."
      )
    }
  }
}

extension IndicatorStanding {
  /// Whether the source printed another status than the one that counts, and no officer has decided between them.
  package var isPrintedStatusUnsettled: Bool { printedDiffers && override == nil }
}
