/// Why a text is not a figure.
package enum FigureError: Error, Equatable {
  case empty
  /// Not a number in any spelling we know.
  case notANumber(String)
  /// More than 18 digits or 9 decimals.
  case tooLong(String)
}

extension FigureError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "nothing was typed"
    case .notANumber(let text): "“\(text)” is not a number; type it like 1,234 or 92.5%"
    case .tooLong(let text):
      "“\(text)” has more than \(Quantity.mostDigits) digits or \(Quantity.mostDecimals) decimals"
    }
  }
}

extension Figure {
  /// Reads a figure as people type it: `1,234`, `79%`, `£1.2m`, `2:35`, `−0.5`, `8.3 days`, `91/110`.
  package init(_ text: String) throws(FigureError) {
    let typed = text.trimmed
    guard !typed.isEmpty else { throw .empty }
    let plain = Figure.normalised(typed)
    if let clock = Figure.clock(plain) {
      self.init(quantity: clock, unit: .clock, decimals: 0, verbatim: text)
      return
    }
    if let slash = plain.firstIndex(of: "/") {
      let (top, bottom) = (plain[..<slash].trimmed, plain[plain.index(after: slash)...].trimmed)
      guard let numerator = Quantity(top), let denominator = Quantity(bottom), !top.hasSuffix("%"),
        !bottom.hasSuffix("%"),
        numerator.mantissa.magnitude < 1_000_000_000_000, denominator.mantissa > 0,
        denominator.mantissa < 1_000_000_000_000
      else { throw .notANumber(typed) }
      self.init(quantity: numerator * Quantity(100), per: denominator, unit: .percent, decimals: 1, verbatim: text)
      return
    }
    try self.init(number: plain, verbatim: text)
  }

  private init(number plain: String, verbatim: String) throws(FigureError) {
    var rest = plain[...]
    var negative = false
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      rest = rest.dropFirst().dropLast()
      negative = true
    }
    if rest.hasPrefix("-") || rest.hasPrefix("+") {
      guard !negative else { throw .notANumber(verbatim.trimmed) }
      negative = rest.removeFirst() == "-"
    }
    let pounds = rest.hasPrefix("£")
    if pounds {
      rest.removeFirst()
      if rest.hasPrefix("-"), !negative { negative = rest.removeFirst() == "-" }
    }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
    guard number.contains(where: \.isNumber), let quantity = Quantity(number) else {
      let digits = number.filter(\.isNumber).count
      throw digits > 9 ? .tooLong(verbatim.trimmed) : .notANumber(verbatim.trimmed)
    }
    let suffix = rest.dropFirst(number.count).trimmed
    guard let (power, unit) = Figure.suffix(suffix, pounds: pounds) else { throw .notANumber(verbatim.trimmed) }
    let scale = max(0, quantity.scale - power)
    let mantissa = quantity.mantissa * powerOfTen(max(0, power - quantity.scale))
    guard mantissa.magnitude < UInt128(powerOfTen(Quantity.mostDigits)) else { throw .tooLong(verbatim.trimmed) }
    self.init(
      quantity: Quantity(mantissa: negative ? -mantissa : mantissa, scale: scale), unit: unit, decimals: scale,
      verbatim: verbatim)
  }

  /// One spelling for minus signs and spaces.
  private static func normalised(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2212}", "\u{2013}", "\u{2012}": scalars.append("-")
      case "\u{A0}", "\u{2009}", "\u{202F}": scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// `2:35` and `1:02:35`: hours or minutes before sixtieths.
  private static func clock(_ text: String) -> Quantity? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 6 && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return Quantity(numbers.reduce(0) { $0 * 60 + $1 })
  }

  /// The power of ten and the unit that a suffix stands for; `nil` for one that holds digits, such as `5 of 7`.
  private static func suffix(_ text: String, pounds: Bool) -> (power: Int, unit: Unit)? {
    let plain: Unit = pounds ? .pounds : .number
    switch text.lowercased() {
    case "": return (0, plain)
    case "k", "thousand": return (3, plain)
    case "m", "mn", "million": return (6, plain)
    case "bn", "billion": return (9, plain)
    default: break
    }
    guard !pounds, !text.contains(where: \.isNumber) || text.lowercased().hasPrefix("per ") else { return nil }
    switch text.lowercased() {
    case "%", "per cent", "percent": return (0, .percent)
    case "pp", "% points", "percentage points": return (0, .percentagePoints)
    default:
      guard text.first?.isLetter == true else { return nil }
      return (0, .named(text))
    }
  }
}
