import CorporatePlan

/// What an indicator's name says with certainty about its unit, its time frame and its frameworks.
struct NameReading {
  let name: String
  /// Whether it holds a mark or a word of those that are looked for below; most names hold none.
  private let tells: Bool
  private var lower: String { name.lowercased() }

  init(name: String) { (self.name, tells) = (name, name.withBytes { NameReading.tells($0) }) }

  private static func tells(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    for place in 0..<name.count {
      switch name[place] | 0x20 {
      case UInt8(ascii: "%"), 0x80...: return true
      // A bracket before a word, and not before a number.
      case UInt8(ascii: "(") where place + 1 < name.count && !(0x30...0x39).contains(name[place + 1]): return true
      case UInt8(ascii: "p") where name.holds("percent", at: place) || name.holds("per cent", at: place): return true
      case UInt8(ascii: "r") where name.holds("rolling", at: place): return true
      case UInt8(ascii: "o") where name.holds("over ", at: place): return true
      case UInt8(ascii: "y") where name.holds("year to date", at: place): return true
      default: continue
      }
    }
    return false
  }

  /// "% of …", "Percentage of …", "… (%)".
  var saysPercent: Bool {
    guard tells else { return false }
    let lower = lower
    return name.holds("%") && name.firstMatch(of: percentageInName) == nil
      || name.hasPrefix("%")
      || (lower.holds("percent") || lower.holds("per cent"))
        && lower.firstMatch(of: percentInWords) != nil
  }

  var saysProportion: Bool { lower.hasPrefix("proportion of") }

  /// "No of …", "Number of …", "Total number of …".
  var saysCount: Bool {
    let lower = lower
    return lower.holds(" of") && lower.firstMatch(of: countOf) != nil
  }

  /// "(days)", "(kg/household)".
  var unit: Unit? {
    guard tells else { return nil }
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
    guard tells else { return nil }
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
    guard tells else { return [] }
    let lower = lower
    return [("(oflog)", "Oflog"), ("(tsm)", "TSM")].filter { lower.says($0.0) }.map(\.1)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a word in lower case stands at a place, in small letters or large.
  fileprivate func holds(_ word: StaticString, at place: Int) -> Bool {
    guard place + word.utf8CodeUnitCount <= count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { self[place + $0] | 0x20 == word.utf8Start[$0] }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let percentageInName = /[<>≤≥]?\s*\d+(?:\.\d+)?\s*%/
nonisolated(unsafe) private let percentInWords = /\b(?:percentage|per cent|percent)\b/
nonisolated(unsafe) private let countOf = /^(?:total )?(?:no\.?|number|count) of\b/
nonisolated(unsafe) private let monthsRolling = /\b(?:rolling|over) (\d{1,2}) months\b/
