/// An exact decimal number: a whole mantissa divided by ten to the power of its scale.
///
/// What is typed has at most 18 digits, 9 of them decimals (`Quantity.init(_:)` refuses more), and a ratio's parts at most
/// 12 digits, 3 of them decimals. A figure times a denominator is then below 10³⁰ with 12 decimals, so that every
/// difference, sum and comparison here fits, and no result is ever rounded (design, section 5).
package struct Quantity: Sendable {
  package let mantissa: Int128
  package let scale: Int

  package init(mantissa: Int128, scale: Int = 0) {
    self.mantissa = mantissa
    self.scale = scale
  }

  package init(_ whole: Int) { self.init(mantissa: Int128(whole)) }

  /// The most digits, and the most decimals, that a typed number may have.
  package static let mostDigits = 18
  package static let mostDecimals = 9

  package static let zero = Quantity(0)
}

extension Quantity: Comparable, Hashable {
  package static func == (one: Quantity, other: Quantity) -> Bool {
    if one.scale == other.scale { return one.mantissa == other.mantissa }
    return compareProducts(one, Quantity(1), with: other, Quantity(1)) == .zero
  }

  package static func < (one: Quantity, other: Quantity) -> Bool {
    if one.scale == other.scale { return one.mantissa < other.mantissa }
    return compareProducts(one, Quantity(1), with: other, Quantity(1)) == .negative
  }

  package func hash(into hasher: inout Hasher) {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 { (mantissa, scale) = (mantissa / 10, scale - 1) }
    hasher.combine(mantissa)
    hasher.combine(mantissa == 0 ? 0 : scale)
  }
}

extension Quantity {
  package static func - (one: Quantity, other: Quantity) -> Quantity {
    let (a, b, scale) = aligned(one, other)
    return Quantity(mantissa: a - b, scale: scale)
  }

  package static func + (one: Quantity, other: Quantity) -> Quantity {
    let (a, b, scale) = aligned(one, other)
    return Quantity(mantissa: a + b, scale: scale)
  }

  package static func * (one: Quantity, other: Quantity) -> Quantity {
    Quantity(mantissa: one.mantissa * other.mantissa, scale: one.scale + other.scale)
  }

  package static prefix func - (one: Quantity) -> Quantity { Quantity(mantissa: -one.mantissa, scale: one.scale) }

  package var magnitude: Quantity { mantissa < 0 ? -self : self }

  /// Both mantissas at the larger scale, and that scale.
  private static func aligned(_ one: Quantity, _ other: Quantity) -> (Int128, Int128, Int) {
    if one.scale == other.scale { return (one.mantissa, other.mantissa, one.scale) }
    if one.scale < other.scale {
      return (one.mantissa * powerOfTen(other.scale - one.scale), other.mantissa, other.scale)
    }
    return (one.mantissa, other.mantissa * powerOfTen(one.scale - other.scale), one.scale)
  }
}

extension Quantity {
  /// Whether `one · other` is less than, equal to or more than `third · fourth`, exactly, in 256 bits. The second factors
  /// are limits or denominators: below 10¹⁸.
  package static func compareProducts(
    _ one: Quantity, _ other: Quantity, with third: Quantity, _ fourth: Quantity
  ) -> Sign {
    let left = one.scale + other.scale
    let right = third.scale + fourth.scale
    // The second factors are limits and denominators, which are short: they have room for the powers of ten.
    let product = one.mantissa.multipliedFullWidth(by: other.mantissa * powerOfTen(max(0, right - left)))
    let against = third.mantissa.multipliedFullWidth(by: fourth.mantissa * powerOfTen(max(0, left - right)))
    if product.high != against.high { return product.high < against.high ? .negative : .positive }
    if product.low != against.low { return product.low < against.low ? .negative : .positive }
    return .zero
  }

  package enum Sign: Sendable { case negative, zero, positive }
}

/// Ten to a power from 0 to 38.
func powerOfTen(_ power: Int) -> Int128 {
  var result: Int128 = 1
  for _ in 0..<power { result *= 10 }
  return result
}
