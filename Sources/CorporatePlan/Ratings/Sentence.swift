/// The first half of a rating's reason: the figure against its target, and how far apart they are.
struct Sentence {
  let given: RatedReturn
  let actual: Figure
  let target: Figure
  let comparison: TargetExpression.Comparison?

  func text(distance: Quantity, share: Quantity?, isMet: Bool) -> String {
    let against = "\(actual.inUnit(target.unit).text) against a target of \(bound) \(target.inUnit(actual.unit).text)"
    if distance.mantissa == 0 {
      return isMet ? "\(against): exactly on target." : "\(against): equal to a target that must be bettered."
    }
    let size = measure(distance.magnitude)
    if isMet { return "\(against): \(size) better." }
    let part = share.map { ", which is \($0.text(decimals: 2))% of the target" } ?? ""
    return "\(against): \(size) worse\(part)."
  }

  private var bound: String {
    if let comparison { return comparison.words }
    return given.polarity == .lowIsGood ? "at most" : "at least"
  }

  private func measure(_ size: Quantity) -> String {
    let unit = actual.unit == .number ? target.unit : actual.unit
    switch unit {
    case .percent, .percentagePoints: return "\(size) percentage point\(size == Quantity(1) ? "" : "s")"
    default:
      return Figure.text(size, unit, decimals: Quantity(mantissa: size.mantissa, scale: size.scale).printedDecimals)
    }
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
