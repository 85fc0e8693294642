extension Check {
  static let overrideWithoutReason = Check(
    "override-without-reason", .error, looksFor: "A status decided by an officer whose reason says nothing."
  ) { _, scorecard in
    scorecard.standings.compactMap { standing in
      guard let override = standing.override, !override.saysWhy else { return nil }
      return (
        standing.place,
        "“\(standing.indicator.name)” was decided as \(override.status) with the reason “\(override.reason)”. Say why "
          + "the computed status does not hold."
      )
    }
  }
}

extension StatusOverride {
  /// Whether the reason is more than a mark that stands for nothing.
  fileprivate var saysWhy: Bool {
    reason.contains(where: \.isLetter) && MissingReason(mark: reason) == nil
      && !["none", "nil", "see above", "x"].contains(reason.trimmed.lowercased())
  }
}
