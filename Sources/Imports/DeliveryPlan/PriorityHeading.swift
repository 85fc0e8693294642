/// "Priority one: Place and Community - Pride in where we live. Critical outcomes:" and what else stands on the line.
struct PriorityHeading {
  /// "Priority", in the council's word.
  let level: String
  /// "Priority one".
  let printedCode: String
  let code: String
  let title: String
  let strapline: String?
  /// "Critical outcome", when the line announces them.
  let outcomeLevel: String?
  /// What follows the announcement.
  let rest: String

  init?(_ text: String) {
    let line = text.onOneLine
    guard
      let match = line.prefixMatch(
        of: numberedPriority),
      let number = PriorityHeading.number(String(match.3))
    else { return nil }
    level = String(match.2).lowercased().capitalisedFirst
    printedCode = "\(match.1) \(match.3)"
    code = "\(number)"
    var body = String(match.4)
    if let outcomes = body.firstMatch(of: outcomesLabel) {
      outcomeLevel = String(outcomes.1).lowercased().capitalisedFirst
      rest = String(body[outcomes.range.upperBound...]).trimmedText
      body = String(body[..<outcomes.range.lowerBound])
    } else {
      outcomeLevel = nil
      rest = ""
    }
    let parts = body.split(separator: betweenDashes, maxSplits: 1).map { String($0).withoutStop }
    title = parts.first ?? ""
    strapline = parts.count > 1 ? parts[1] : nil
    if title.isEmpty { return nil }
  }

  private static func number(_ word: String) -> Int? {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return Int(word) ?? words.firstIndex(of: word.lowercased()).map { $0 + 1 }
  }
}

extension StringProtocol {
  var trimmedText: String { onOneLine }
  /// On one line, without a full stop at the end.
  var withoutStop: String {
    let line = onOneLine
    return line.hasSuffix(".") && !line.hasSuffix("..") ? String(line.dropLast()).onOneLine : line
  }
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let numberedPriority =
  /((?i)(?:corporate )?(priority|theme|aim|goal|ambition))\s+(\w+)\s*(?::|\s[-–—])\s*(\S.*)/
nonisolated(unsafe) private let outcomesLabel = /(?i)((?:critical |key |strategic )?outcome)s\s*:/
nonisolated(unsafe) private let betweenDashes = /\s+[-–—]\s+/
