import CorporatePlan

/// What an indicator's name says with certainty about its unit, its time frame and its frameworks.
struct NameReading {
  let name: String
  private let lower: String
  private let hasWordInBrackets: Bool

  init(name: String) {
    (self.name, lower, hasWordInBrackets) = (name, name.lowercased(), NameReading.hasWordInBrackets(name))
  }

  /// "% of …", "Percentage of …", "… (%)".
  var saysPercent: Bool {
    name.holds("%") && name.firstMatch(of: percentageInName) == nil
      || name.hasPrefix("%")
      || (lower.holds("percent") || lower.holds("per cent"))
        && lower.firstMatch(of: percentInWords) != nil
  }

  var saysProportion: Bool { lower.hasPrefix("proportion of") }

  /// "No of …", "Number of …", "Total number of …".
  var saysCount: Bool {
    lower.holds(" of") && lower.firstMatch(of: countOf) != nil
  }

  /// Whether a bracket opens before something else than a number.
  private static func hasWordInBrackets(_ name: String) -> Bool {
    var isOpen = false
    for byte in name.utf8 {
      if isOpen, !(0x30...0x39).contains(byte) { return true }
      isOpen = byte == UInt8(ascii: "(")
    }
    return false
  }

  /// "(days)", "(kg/household)".
  var unit: Unit? {
    guard hasWordInBrackets else { return nil }
    let inBrackets = name.split(separator: "(").dropFirst().compactMap { piece in
      piece.firstIndex(of: ")").map { piece[..<$0].trimmed }
    }
    return inBrackets.first { NameReading.units.contains($0.lowercased()) }.map { Unit($0) }
  }

  private static let units: Set = [
    "days", "working days", "weeks", "months", "hours", "minutes", "seconds", "tonnes", "kg", "miles", "visits",
    "kg/household", "kg per household",
  ]

  /// "(rolling 12 months)", "(rolling year)", "(over 12 months)".
  var frame: Frame? {
    let text = lower
    guard text.holds("rolling") || text.holds("over ") || text.holds("year to date") || text.holds("(ytd)") else {
      return nil
    }
    if text.contains("rolling year") { return .rolling(months: 12) }
    if let match = text.firstMatch(of: monthsRolling), let months = Int(match.1) {
      return .rolling(months: months)
    }
    if text.contains("year to date") || text.contains("(ytd)") { return .yearToDate }
    return nil
  }

  var tags: [String] {
    guard hasWordInBrackets else { return [] }
    return [("(oflog)", "Oflog"), ("(tsm)", "TSM")].filter { lower.says($0.0) }.map(\.1)
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let percentageInName = /[<>≤≥]?\s*\d+(?:\.\d+)?\s*%/
nonisolated(unsafe) private let percentInWords = /\b(?:percentage|per cent|percent)\b/
nonisolated(unsafe) private let countOf = /^(?:total )?(?:no\.?|number|count) of\b/
nonisolated(unsafe) private let monthsRolling = /\b(?:rolling|over) (\d{1,2}) months\b/
