import CorporatePlan

extension Book {
  /// The revisions by which an officer accepts printed statuses that differ from the ones that count: overrides, each
  /// with the reason. Where there are no data there is nothing to decide on.
  ///
  /// - Parameter indicators: those to accept; all that differ when `nil`.
  package func acceptingPrinted(
    in period: Period, _ indicators: Set<String>? = nil, reason: String
  ) -> [Revision] {
    Scorecard(self, period).acceptingPrinted(indicators, reason: reason)
  }
}

extension ImportProposal {
  /// The same for the quarter as it would stand once this proposal is recorded.
  package func acceptingPrinted(_ indicators: Set<String>? = nil, reason: String) -> [Revision] {
    scorecard?.acceptingPrinted(indicators, reason: reason) ?? []
  }
}

extension Scorecard {
  fileprivate func acceptingPrinted(_ indicators: Set<String>?, reason: String) -> [Revision] {
    standings.filter { $0.printedDiffers && $0.hasData && indicators?.contains($0.indicator.id) ?? true }.compactMap {
      standing in
      standing.printed.map {
        StatusOverride(indicator: $0.indicator, period: period, status: $0.status, reason: reason).revision
      }
    }
  }
}
