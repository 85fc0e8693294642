/// The figure against its target, and how far apart they are: the first half of a rating's one sentence.
struct Sentence {
  let given: RatedReturn
  let actual: Figure
  let target: Figure
  let comparison: TargetExpression.Comparison?
  let rule: RatingRule

  /// "79% against a target of at least 90% is 11 percentage points worse, or 12.22% of the target".
  ///
  /// - Parameters:
  ///   - shortfall: exact, in the measure of the comparison; its sign tells which side it is.
  ///   - distance: the same for display.
  ///   - share: exact shortfall and target, for a rule that works by shares.
  func text(shortfall: Quantity, distance: Quantity, share: (of: Quantity, by: Quantity)?, isMet: Bool) -> String {
    let against = "\(actual.inUnit(target.unit).text) against a target of \(bound) \(target.inUnit(actual.unit).text)"
    if shortfall.mantissa == 0 {
      return isMet ? "\(against) is exactly on target" : "\(against) is equal to a target that must be bettered"
    }
    let size = measure(distance.magnitude)
    if isMet { return "\(against) is \(size) better" }
    let part = share.flatMap { Sentence.percent($0.by, of: $0.of, beside: rule) }
    return "\(against) is \(size) worse" + (part.map { ", or \($0) of the target" } ?? "")
  }

  private var bound: String {
    if let comparison { return comparison.words }
    return given.polarity == .lowIsGood ? "at most" : "at least"
  }

  private func measure(_ size: Quantity) -> String {
    guard size.mantissa != 0 else { return "a trace" }
    let unit = actual.unit == .number ? target.unit : actual.unit
    switch unit {
    case .percent, .percentagePoints: return "\(size) percentage point\(size == Quantity(1) ? "" : "s")"
    default: return Figure.text(size, unit, decimals: size.printedDecimals)
    }
  }

  /// Two decimals, and more where the rounded share would be a limit of the rule that the exact one is not: 4.9999% is
  /// not printed as 5.00% beside "less than 5%".
  static func percent(_ part: Quantity, of whole: Quantity, beside rule: RatingRule) -> String? {
    for decimals in [2, 4, 6, 9] {
      guard let share = part.percentage(of: whole, decimals: decimals) else { return nil }
      let isExact = Quantity.compareProducts(part, Quantity(100), with: whole, share) == .zero
      let isLimit = rule.bands.contains { $0.limit == .of(share) }
      if isExact || !isLimit || decimals == 9 { return share.text(decimals: decimals) + "%" }
    }
    return nil
  }
}

extension Quantity {
  /// The decimals it takes to print this number in full.
  package var printedDecimals: Int {
    let text = description
    guard let point = text.firstIndex(of: ".") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }
}
