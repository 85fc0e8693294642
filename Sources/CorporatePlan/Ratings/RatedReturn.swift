/// All that rating one figure takes: what was returned and what it is held against.
package struct RatedReturn: Equatable, Sendable {
  package var polarity: Polarity
  package var actual: Value
  package var target: TargetExpression?
  /// The bounds of an indicator whose good values lie in a range.
  package var lower: Quantity?
  package var upper: Quantity?
  /// The indicator's own columns, for rules that use them.
  package var tolerance: Quantity?
  package var green: Quantity?
  package var amber: Quantity?
  /// The figures of the period before and of the same period last year.
  package var previous: Figure?
  package var samePeriodLastYear: Figure?
  /// The decimals the council prints, for rules that compare displayed values.
  package var decimals: Int?

  package init(polarity: Polarity, actual: Value, target: TargetExpression? = nil) {
    self.polarity = polarity
    self.actual = actual
    self.target = target
  }
}

extension RatedReturn {
  /// Puts plain numbers into the indicator's unit, so that the reason says "151 days against 140 days". They stay as they
  /// were typed where a unit that was typed with one of them would then part the two.
  mutating func sayUnit(_ unit: Unit) {
    guard case .figure(let figure) = actual else { return }
    let actual = figure.inUnit(unit)
    if case .figure(let comparison, let typed) = target {
      let target = typed.inUnit(unit)
      guard actual.unit.isComparable(with: target.unit) else { return }
      self.target = .figure(comparison, target)
    }
    self.actual = .figure(actual)
  }
}
