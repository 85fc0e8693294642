/// A figure as someone typed it: the exact number, its unit, how many decimals were printed, and the text itself.
package struct Figure: Hashable, Sendable {
  package let quantity: Quantity
  /// The denominator of a figure typed as `91/110`, whose `quantity` is then 100 times the numerator; otherwise `nil`.
  package let per: Quantity?
  package let unit: Unit
  /// The decimals that were printed: 2 for `0.10%`.
  package let decimals: Int
  /// What was typed, to the letter.
  package let verbatim: String

  package init(quantity: Quantity, per: Quantity? = nil, unit: Unit, decimals: Int, verbatim: String) {
    self.quantity = quantity
    self.per = per
    self.unit = unit
    self.decimals = decimals
    self.verbatim = verbatim
  }

  /// The figure in another unit's name, for a plain number in a column whose unit is known.
  package func inUnit(_ other: Unit) -> Figure {
    guard unit == .number, other != .clock, other != .clockSeconds else { return self }
    return Figure(quantity: quantity, per: per, unit: other, decimals: decimals, verbatim: verbatim)
  }

  /// As printed in reports: `1,635`, `93%`, `£1,200,000`, `2:35`, `91/110 (82.7%)`.
  package var text: String {
    if per != nil { return verbatim.trimmed + (shareText.map { " (\($0))" } ?? "") }
    return Figure.text(quantity, unit, decimals: decimals)
  }

  /// The number as it is displayed with so many decimals; of a ratio, its percentage. `nil` when that has no room.
  package func displayed(decimals: Int) -> Quantity? {
    guard let per else { return quantity.rounded(to: decimals) }
    return quantity.percentage(of: per * Quantity(100), decimals: decimals)
  }

  /// The share that a figure typed as `91/110` stands for, `82.7%`: with one decimal, and with more where one would show
  /// all or nothing that is not. `nil` for other figures.
  package var shareText: String? {
    guard let per else { return nil }
    for decimals in 1...6 {
      guard let share = quantity.percentage(of: per * Quantity(100), decimals: decimals) else { return nil }
      let showsAllOrNothing = share == Quantity(100) || share == .zero
      let isAllOrNothing = quantity == per * Quantity(100) || quantity == .zero
      if !showsAllOrNothing || isAllOrNothing || decimals == 6 { return share.text(decimals: decimals) + "%" }
    }
    return nil
  }

  /// A number with its unit, rounded half up to so many decimals.
  package static func text(_ quantity: Quantity, _ unit: Unit, decimals: Int) -> String {
    let number = quantity.text(decimals: decimals, grouped: true)
    switch unit {
    case .number: return number
    case .percent: return number + "%"
    case .percentagePoints: return number + " points"
    case .pounds: return quantity.mantissa < 0 ? "-£" + number.dropFirst() : "£" + number
    case .clock:
      let minutes = quantity.rounded(to: 0).mantissa.magnitude
      return (quantity.mantissa < 0 ? "-" : "") + "\(minutes / 60):\(padded(Int(minutes % 60), 2))"
    case .clockSeconds:
      let seconds = quantity.rounded(to: 0).mantissa.magnitude
      return (quantity.mantissa < 0 ? "-" : "")
        + "\(seconds / 3600):\(padded(Int(seconds / 60 % 60), 2)):\(padded(Int(seconds % 60), 2))"
    case .named(let name): return number + " " + name
    }
  }
}
