/// A figure as most cells of a table hold it, digits with or without decimals and a percent sign, read in one go from its
/// letters, of which nothing is kept.
package struct PlainFigure: Sendable {
  private let mantissa: Int64
  package let decimals: Int
  package let isPercent: Bool

  package var quantity: Quantity { Quantity(mantissa: Int128(mantissa), scale: decimals) }
  package var unit: Unit { isPercent ? .percent : .number }

  /// As of a `Figure`: a plain number that is not whole.
  package var isFraction: Bool {
    guard !isPercent, decimals > 0 else { return false }
    var whole: Int64 = 1
    for _ in 0..<decimals { whole *= 10 }
    return mantissa % whole != 0
  }

  /// `nil` for every other spelling.
  package init?(_ letters: UnsafeBufferPointer<UInt8>) {
    var (mantissa, digits, decimals, isNegative, hasPoint, isPercent) = (Int64(0), 0, 0, false, false, false)
    for byte in letters {
      switch byte {
      case 0x30...0x39:
        guard !isPercent, digits < Quantity.mostDigits else { return nil }
        mantissa = mantissa * 10 + Int64(byte & 15)
        digits += 1
        if hasPoint { decimals += 1 }
      case UInt8(ascii: ".") where digits > 0 && !hasPoint && !isPercent: hasPoint = true
      case UInt8(ascii: "-") where digits == 0 && !isNegative: isNegative = true
      case UInt8(ascii: "%") where digits > 0 && !isPercent: isPercent = true
      default: return nil
      }
    }
    guard digits > 0, !hasPoint || (1...Quantity.mostDecimals).contains(decimals) else { return nil }
    (self.mantissa, self.decimals, self.isPercent) = (isNegative ? -mantissa : mantissa, decimals, isPercent)
  }

  init?(_ text: String) {
    var text = text
    guard let figure = text.withUTF8({ PlainFigure($0) }) else { return nil }
    self = figure
  }
}
