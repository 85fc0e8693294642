extension Quantity {
  /// Reads a plain decimal: an optional sign, digits with or without thousands commas, an optional fraction. A percent
  /// sign at the end is allowed and changes nothing: `5%` is 5.
  ///
  /// Refuses what has more than 18 digits or 9 decimals, and commas that don't part thousands.
  package init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    if bytes.last == UInt8(ascii: "%") { bytes.removeLast() }
    var negative = false
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
      negative = bytes.removeFirst() == UInt8(ascii: "-")
    }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = Quantity.digits(grouped: parts.first ?? []) else { return nil }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard parts.count < 2 || !fraction.isEmpty, fraction.allSatisfy(Quantity.isDigit) else { return nil }
    let digits = whole + fraction
    guard !digits.isEmpty, fraction.count <= Quantity.mostDecimals,
      digits.drop(while: { $0 == 48 }).count <= Quantity.mostDigits
    else { return nil }
    let mantissa = digits.reduce(Int128(0)) { $0 * 10 + Int128($1 - 48) }
    self.init(mantissa: negative ? -mantissa : mantissa, scale: fraction.count)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The digits of `1,234,567` or `1234567`; `nil` for `12,34` or anything else.
  private static func digits(grouped bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let groups = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    return Array(groups.joined())
  }
}

extension Quantity: CustomStringConvertible {
  /// The number in full, without grouping and without trailing zeros in its fraction: `-3.75`, `1075`.
  package var description: String {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 { (mantissa, scale) = (mantissa / 10, scale - 1) }
    return Quantity(mantissa: mantissa, scale: scale).text(decimals: scale)
  }

  /// The number rounded half up (halves away from zero) to so many decimals, for display only.
  package func rounded(to decimals: Int) -> Quantity {
    guard scale > decimals else { return self }
    let unit = powerOfTen(scale - decimals)
    let (quotient, rest) = mantissa.magnitude.quotientAndRemainder(dividingBy: UInt128(unit))
    let up = rest * 2 >= UInt128(unit) ? quotient + 1 : quotient
    return Quantity(mantissa: mantissa < 0 ? -Int128(up) : Int128(up), scale: decimals)
  }

  /// Rounded half up to so many decimals, with all of them written; `grouped` parts thousands with commas.
  package func text(decimals: Int, grouped: Bool = false) -> String {
    let value = rounded(to: decimals)
    var digits = String((value.mantissa.magnitude) * UInt128(powerOfTen(decimals - value.scale)))
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    var whole = Array(digits.utf8.dropLast(decimals))
    if grouped, whole.count > 3 {
      for place in stride(from: whole.count - 3, to: 0, by: -3) { whole.insert(UInt8(ascii: ","), at: place) }
    }
    let fraction = decimals > 0 ? "." + digits.suffix(decimals) : ""
    return (value.mantissa < 0 ? "-" : "") + String(decoding: whole, as: UTF8.self) + fraction
  }

  /// `100 · self / whole` with two decimals, half up; `nil` when `whole` is zero or the result has no room.
  package func percentage(of whole: Quantity, decimals: Int = 2) -> Quantity? {
    guard whole.mantissa != 0 else { return nil }
    let shift = 2 + decimals + max(0, whole.scale - scale)
    let factor = UInt128(powerOfTen(shift))
    let base = whole.mantissa.magnitude.multipliedReportingOverflow(
      by: UInt128(powerOfTen(max(0, scale - whole.scale))))
    guard !base.overflow else { return nil }
    let product = mantissa.magnitude.multipliedFullWidth(by: factor)
    guard product.high < base.partialValue else { return nil }
    let (quotient, rest) = base.partialValue.dividingFullWidth(product)
    guard quotient < UInt128(Int128.max) else { return nil }
    let up = rest >= base.partialValue - rest ? quotient + 1 : quotient
    let negative = (mantissa < 0) != (whole.mantissa < 0)
    return Quantity(mantissa: negative ? -Int128(up) : Int128(up), scale: decimals)
  }
}
