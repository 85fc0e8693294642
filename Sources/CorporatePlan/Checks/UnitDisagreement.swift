extension Check {
  static let unitDisagreement = Check(
    "unit-disagreement", .warning,
    looksFor: "A target and an actual in different units, or shares such as 0.9 where per cent are meant."
  ) { _, scorecard in
    scorecard.standings.compactMap { standing in
      guard let actual = standing.value.figure, let target = standing.target?.figure else { return nil }
      let name = "“\(standing.indicator.name)”"
      if !actual.unit.isComparable(with: target.unit) {
        return (
          standing.place,
          "\(name) has a target of \(target.text) and an actual of \(actual.text). Bring them to one unit."
        )
      }
      guard standing.indicator.isNamedInPercent, actual.isShareOfOne, target.isShareOfOne else { return nil }
      return (
        standing.place,
        "\(name) is named in per cent, yet its target is \(target.verbatim) and its actual \(actual.verbatim). If shares "
          + "of one are meant, enter them times 100."
      )
    }
  }
}

extension Indicator {
  /// Whether its name says that it is in per cent.
  var isNamedInPercent: Bool { name.isNamedInPercent }
}

extension String {
  /// Whether an indicator of that name is in per cent.
  var isNamedInPercent: Bool {
    let words = lowercased()
    return words.contains("%") || words.contains("per cent") || words.contains("percent")
  }
}

extension Figure {
  /// A plain number above 0 and up to 1, typed without a sign that says per cent.
  fileprivate var isShareOfOne: Bool {
    unit == .number && per == nil && .zero < quantity && quantity <= Quantity(1)
  }
}
