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
    guard mayBeginWithCounting else { return false }
    let words = trimmed.lowercased()
    return String.countings.contains { words.hasPrefix($0) } && !isNamedInPercent
  }

  /// By the first letter, where that is a plain one: most names begin with another.
  private var mayBeginWithCounting: Bool {
    guard let first = utf8.first, (0x21..<0x7F).contains(first) else { return true }
    return [UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "c")].contains(first | 0x20)
  }

  private static let countings = [
    "no of ", "no. of ", "number of ", "total no of ", "total no. of ", "total number of ", "count of ",
  ]
}
