/// A figure as most cells of a table hold it, digits with or without decimals and a percent sign, read in one go from its
/// letters, of which nothing is kept.
package struct PlainFigure: Sendable {
  private let mantissa: Int64
  package let decimals: Int
  package let isPercent: Bool

  package var quantity: Quantity { Quantity(mantissa: Int128(mantissa), scale: decimals) }
  package var unit: Unit { isPercent ? .percent : .number }

  /// As of a `Figure`: a plain number that is not whole.
  package var isFraction: Bool { !isPercent && decimals > 0 && mantissa % one != 0 }

  /// Whether it is further from zero than one is.
  package var isBeyondOne: Bool { mantissa.magnitude > one.magnitude }

  /// The mantissa of one with as many decimals.
  private var one: Int64 { (0..<decimals).reduce(1) { power, _ in power * 10 } }

  /// `nil` for every other spelling.
  package init?(_ letters: UnsafeBufferPointer<UInt8>) {
    guard (1...Quantity.mostDigits + 3).contains(letters.count) else { return nil }
    let isNegative = letters[0] == UInt8(ascii: "-")
    let isPercent = letters[letters.count &- 1] == UInt8(ascii: "%")
    let (start, end) = (isNegative ? 1 : 0, isPercent ? letters.count &- 1 : letters.count)
    var (mantissa, point) = (Int64(0), -1)
    var place = start
    while place < end {
      let digit = letters[place] &- UInt8(ascii: "0")
      if digit < 10 {
        // With a few digits too many it overflows, and is refused below.
        mantissa = mantissa &* 10 &+ Int64(digit)
      } else if letters[place] == UInt8(ascii: "."), point < 0, place > start {
        point = place
      } else {
        return nil
      }
      place &+= 1
    }
    let decimals = point < 0 ? 0 : end &- point &- 1
    let digits = end &- start &- (point < 0 ? 0 : 1)
    guard (1...Quantity.mostDigits).contains(digits), point < 0 || (1...Quantity.mostDecimals).contains(decimals) else {
      return nil
    }
    (self.mantissa, self.decimals, self.isPercent) = (isNegative ? -mantissa : mantissa, decimals, isPercent)
  }

  init?(_ text: String) {
    var text = text
    guard let figure = text.withUTF8({ PlainFigure($0) }) else { return nil }
    self = figure
  }
}
