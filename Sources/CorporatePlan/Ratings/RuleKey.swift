/// The key of a rule in words, generated from the rule itself, so that what is printed is what is applied.
package struct RuleKey: Equatable, Sendable {
  /// What each status means, in the rule's order.
  package let lines: [Line]
  /// What else the rule says: equality, targets of zero, comparisons with earlier periods.
  package let notes: [String]

  package struct Line: Equatable, Sendable {
    package let status: Status
    package let meaning: String
  }

  package init(_ rule: RatingRule) {
    lines = rule.statuses.map { Line(status: $0, meaning: rule.meaning(of: $0)) }
    notes = rule.notes
  }
}

extension RatingRule {
  fileprivate func meaning(of status: Status) -> String {
    let meanings = basis == .thresholds ? thresholdMeanings(of: status) : bandMeanings(of: status)
    let text = meanings.joined(separator: ", or ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private func bandMeanings(of status: Status) -> [String] {
    var meanings: [String] = []
    for band in better where band.status == status { meanings.append(margin(band)) }
    switch (met == status, equal == status) {
    case (true, true): meanings.append("the target is met, exactly or better")
    case (true, false): meanings.append("the figure is better than the target")
    case (false, true): meanings.append("the figure is exactly on the target")
    case (false, false): break
    }
    if bands.contains(where: { $0.status == status }) {
      meanings.append(BandWords(rule: self, tolerance: nil, isShare: basis == .relative).text(status))
    }
    if let lift, lift.to == status { meanings.append(liftMeaning(lift)) }
    if case .absolute(let bands) = zeroTarget, bands.contains(where: { $0.status == status }) {
      let words = BandWords(rule: self, tolerance: nil, isShare: false).text(status, of: bands)
      meanings.append("the target is zero and the figure \(words)")
    }
    return meanings
  }

  private func liftMeaning(_ lift: Lift) -> String {
    let earlier = lift.against == .previous ? "the period before" : "the same period last year"
    return
      "it would be \(word(for: lift.from)) and performance is \(lift.needsBetter ? "better than" : "no worse than") in \(earlier)"
  }

  private func margin(_ band: Band) -> String {
    let unit = basis == .relative ? "% of the target" : " points"
    return switch band.limit {
    case .none: "the figure is better than the target"
    case .of(let limit): "\(band.including ? "at least" : "more than") \(limit)\(unit) better than the target"
    case .tolerance: "better than the target by more than the indicator's own tolerance"
    }
  }

  private func thresholdMeanings(of status: Status) -> [String] {
    let side = thresholdIsBetter ? "at or better than" : "better than"
    var meanings: [String] = []
    for (index, threshold) in thresholds.enumerated() where threshold.status == status {
      if let column = threshold.column {
        meanings.append("the figure is \(side) the indicator's \(column.words)")
      } else if index > 0, let last = thresholds[index - 1].column {
        meanings.append("the figure is worse than the indicator's \(last.words)")
      }
    }
    return meanings
  }

  fileprivate var notes: [String] {
    var notes: [String] = []
    if basis != .thresholds { notes.append("A figure equal to its target counts as \(word(for: equal)).") }
    if basis == .relative {
      switch zeroTarget {
      case .worst: notes.append("A target of zero has no percentage: any miss of it is \(word(for: worst)).")
      case .absolute: notes.append("A target of zero has no percentage: the distance from it is read in points.")
      }
    }
    if let lift {
      let earlier = lift.against == .previous ? "the period before" : "the same period last year"
      let condition = lift.needsBetter ? "better than" : "no worse than"
      notes.append(
        "\(word(for: lift.from)) becomes \(word(for: lift.to)) when performance is \(condition) in \(earlier).")
    }
    notes.append(
      comparesDisplayed
        ? "Figures are compared as they are printed." : "Figures are compared as they were returned, unrounded.")
    return notes
  }
}

extension RatingRule.Threshold.Column {
  fileprivate var words: String {
    switch self {
    case .target: "target"
    case .green: "green threshold"
    case .amber: "amber threshold"
    }
  }
}
