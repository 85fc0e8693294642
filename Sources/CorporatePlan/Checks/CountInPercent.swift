extension Check {
  static let countInPercent = Check(
    "count-in-percent", .warning, looksFor: "An indicator called “number of …” whose figures are per cent."
  ) { _, scorecard in
    scorecard.standings.compactMap { standing in
      let isPercent = standing.value.figure?.unit == .percent || standing.target?.figure?.unit == .percent
      guard isPercent, standing.indicator.isNamedAsCount else { return nil }
      return (
        standing.place,
        "“\(standing.indicator.name)” is called a number and measured in %. Rename it, or enter the count."
      )
    }
  }
}

extension Indicator {
  /// Whether its name says that it counts.
  var isNamedAsCount: Bool { name.isNamedAsCount }
}

extension String {
  /// Whether an indicator of that name counts: "Number of homes".
  package var isNamedAsCount: Bool {
    let words = trimmed.lowercased()
    return String.countings.contains { words.hasPrefix($0) } && !isNamedInPercent
  }

  private static let countings = [
    "no of ", "no. of ", "number of ", "total no of ", "total no. of ", "total number of ", "count of ",
  ]
}
