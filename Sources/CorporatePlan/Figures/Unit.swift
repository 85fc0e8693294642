/// What a figure counts in.
package enum Unit: Hashable, Sendable {
  /// A plain number: no unit was written.
  case number
  case percent
  case percentagePoints
  case pounds
  /// Hours and minutes or minutes and seconds as written with one colon: `2:35` is 155 of the smaller.
  case clock
  /// Hours, minutes and seconds as written with two colons: `0:02:35` is 155 seconds.
  case clockSeconds
  /// The council's own word: `days`, `kg per household`, `per 1,000 people`.
  case named(String)

  /// Whether a figure in this unit can be held against one in the other. A plain number takes the other's unit, since
  /// officers leave `%` out; `2:35` is never held against a plain number.
  package func isComparable(with other: Unit) -> Bool {
    switch (self, other) {
    case (.clock, .clock), (.clockSeconds, .clockSeconds): true
    case (.clock, _), (_, .clock), (.clockSeconds, _), (_, .clockSeconds): false
    case (.number, _), (_, .number): true
    case (.named(let one), .named(let other)): Unit.stem(one) == Unit.stem(other)
    default: self == other
    }
  }

  /// "day" and "Days" are one unit.
  private static func stem(_ name: String) -> String {
    let lower = name.trimmed.lowercased()
    return lower.hasSuffix("s") ? String(lower.dropLast()) : lower
  }

  /// As written in a column headed "unit".
  package init(_ text: String) {
    let word = text.trimmed.lowercased()
    switch word {
    case "", "number", "no", "no.", "count", "#": self = .number
    case "%", "percent", "percentage", "per cent": self = .percent
    case "pp", "points", "percentage points", "% points": self = .percentagePoints
    case "£", "gbp", "pounds", "money": self = .pounds
    case "h:mm", "hh:mm", "mm:ss", "time": self = .clock
    case "h:mm:ss", "hh:mm:ss": self = .clockSeconds
    default: self = .named(text.trimmed)
    }
  }

  /// The text that `init(_:)` reads back.
  package var text: String {
    switch self {
    case .number: "number"
    case .percent: "%"
    case .percentagePoints: "pp"
    case .pounds: "£"
    case .clock: "h:mm"
    case .clockSeconds: "h:mm:ss"
    case .named(let name): name
    }
  }
}

extension StringProtocol {
  /// Without white space (including no-break spaces) at either end.
  package var trimmed: String { withoutSpace(self) }
}

extension String {
  /// The same for a whole text: a generic one takes a detour from other modules.
  package var trimmed: String { withoutSpace(self) }
}

private func withoutSpace(_ text: some StringProtocol) -> String {
  let scalars = text.unicodeScalars
  // Most texts have nothing to trim, and plain letters and digits at both ends.
  if let first = scalars.first?.value, let last = scalars.last?.value, (0x21..<0x7F).contains(first),
    (0x21..<0x7F).contains(last)
  {
    return String(text)
  }
  guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  return String(text[first...last])
}
