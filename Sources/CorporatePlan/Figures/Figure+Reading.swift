/// Why a text is not a figure.
package enum FigureError: Error, Equatable {
  case empty
  /// Not a number in any spelling we know.
  case notANumber(String)
  /// More digits than are kept exactly: 18, or 12 in a part of a ratio.
  case tooLong(String)
  case zeroDenominator(String)
  /// `30/6`, `2023/24`.
  case looksLikeADate(String)
}

extension FigureError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "nothing was typed"
    case .notANumber(let text): "“\(text)” is not a number; type it like 1,234 or 92.5%"
    case .tooLong(let text):
      "“\(text)” has more than \(Quantity.mostDigits) digits or \(Quantity.mostDecimals) decimals (12 and 3 in a ratio)"
    case .zeroDenominator(let text): "“\(text)” is a share of nothing; type 0/0 when there was nothing to measure"
    case .looksLikeADate(let text): "“\(text)” may be a date or a year; a ratio is typed like 91/110"
    }
  }
}

extension Figure {
  /// Reads a figure as people type it: `1,234`, `79%`, `£1.2m`, `2:35`, `−0.5`, `8.3 days`, `91/110`.
  package init(_ text: String) throws(FigureError) {
    if let plain = Figure(plain: text) {
      self = plain
      return
    }
    let typed = text.trimmed
    guard !typed.isEmpty else { throw .empty }
    let plain = Figure.normalised(typed)
    if let (clock, unit) = Figure.clock(plain) {
      self.init(quantity: clock, unit: unit, decimals: 0, verbatim: text)
    } else if let slash = plain.firstIndex(of: "/"), plain.last?.isNumber == true,
      plain[..<slash].trimmed.last?.isNumber == true
    {
      try self.init(
        numerator: plain[..<slash].trimmed, denominator: plain[plain.index(after: slash)...].trimmed, verbatim: text)
    } else {
      try self.init(number: plain, verbatim: text)
    }
  }

  /// Reads the figures that most cells of a table hold; `nil` for every other spelling, which is read with more care.
  init?(plain text: String) {
    guard let plain = PlainFigure(text) else { return nil }
    self.init(quantity: plain.quantity, unit: plain.unit, decimals: plain.decimals, verbatim: text)
  }

  /// `91/110`. A day such as `30/6` and a year such as `2023/24` are no ratios.
  private init(numerator: String, denominator: String, verbatim: String) throws(FigureError) {
    guard let top = Quantity(numerator), let bottom = Quantity(denominator), bottom.mantissa >= 0 else {
      throw .notANumber(verbatim.trimmed)
    }
    guard bottom.mantissa > 0 else { throw .zeroDenominator(verbatim.trimmed) }
    for part in [top, bottom] where part.scale > 3 || part.mantissa.magnitude >= 1_000_000_000_000 {
      throw .tooLong(verbatim.trimmed)
    }
    let isDay = top.scale == 0 && bottom.scale == 0 && top > bottom && top <= Quantity(31) && bottom <= Quantity(12)
    let isYear = top.scale == 0 && (1900...2199).contains(top.mantissa) && denominator.utf8.count == 2
    guard !isDay, !isYear else { throw .looksLikeADate(verbatim.trimmed) }
    self.init(quantity: top * Quantity(100), per: bottom, unit: .percent, decimals: 1, verbatim: verbatim)
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
      rest = rest.dropFirst().drop { $0 == " " }
      if rest.hasPrefix("-"), !negative { negative = rest.removeFirst() == "-" }
    }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
    guard number.contains(where: \.isNumber), let quantity = Quantity(number) else {
      let digits = number.filter(\.isNumber).count
      throw digits > 9 ? .tooLong(verbatim.trimmed) : .notANumber(verbatim.trimmed)
    }
    let suffix = Figure.withoutState(rest.dropFirst(number.count))
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

  /// Published figures carry a mark for their state: `32.73% (p)`, `51 r`.
  private static func withoutState(_ text: Substring) -> String {
    for mark in ["(p)", "(r)", "(e)", " p", " r", " e"] where text.hasSuffix(mark) {
      return text.dropLast(mark.count).trimmed
    }
    return text.trimmed
  }

  /// `2:35` and `1:02:35`: hours or minutes before sixtieths.
  private static func clock(_ text: String) -> (Quantity, Unit)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 6 && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return (Quantity(numbers.reduce(0) { $0 * 60 + $1 }), parts.count == 2 ? .clock : .clockSeconds)
  }

  /// The power of ten and the unit that a suffix stands for; `nil` for one that holds digits, such as `5 of 7`.
  private static func suffix(_ text: String, pounds: Bool) -> (power: Int, unit: Unit)? {
    let plain: Unit = pounds ? .pounds : .number
    switch text.lowercased() {
    case "": return (0, plain)
    case "k", "thousand": return (3, plain)
    case "mn", "million": return (6, plain)
    // Without a pound sign an m may be metres, minutes or months.
    case "m" where pounds: return (6, plain)
    case "bn", "billion": return (9, plain)
    default: break
    }
    guard !pounds, !text.contains(where: \.isNumber) || text.lowercased().hasPrefix("per ") else { return nil }
    switch text.lowercased() {
    case "%", "per cent", "percent": return (0, .percent)
    case "pp", "% points", "percentage points": return (0, .percentagePoints)
    default:
      guard text.first?.isLetter == true, !Figure.isAboutAChange(text) else { return nil }
      return (0, .named(text))
    }
  }

  /// Whether words after a number make it a change, a deadline or a part of something, and no figure in a unit:
  /// "10 per cent reduction", "5 more than last year", "500 homes by March".
  private static func isAboutAChange(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    let telling: Set<String> = [
      "more", "fewer", "less", "than", "reduction", "increase", "by", "of", "from", "cent", "last", "previous",
      "before",
      "after", "until", "to", "and", "or", "above", "below", "over", "under", "within",
    ]
    return words.count > 6 || words.contains(where: telling.contains)
  }
}
