import CorporatePlan

/// What the headings of a service plan's table say, in whatever words.
enum PlanHeading {
  /// The meaning of a column by its heading; `nil` when it is not understood.
  static func meaning(_ heading: String, in year: FinancialYear?) -> ColumnMeaning? {
    let text = heading.onOneLine.lowercased()
    if text.utf8.first == UInt8(ascii: "q"), let quarter = text.wholeMatch(of: PlanHeading.quarter) {
      guard let year, let number = Int(quarter.1) else { return .plain(.quarter) }
      return .actual(year.quarter(number))
    }
    return words.first { $0.0.contains { text.says($0) } || $0.1.contains(text) }.map { .plain($0.2) }
  }

  // A pattern is compiled where it stands, once here and not for every cell.
  nonisolated(unsafe) private static let quarter = /(?:q|quarter )([1-4])(?:[ ,]+20\d\d(?:[\/–-]\d\d(?:\d\d)?)?)?/
  nonisolated(unsafe) private static let repeated =
    /(?:20\d\d[\/–-]\d\d )?(?:milestones?|(?:performance )?measure(?:s|ments?)?|(?:current )?position(?: at q[1-4]| now)?|baseline|targeted position(?: at year[ -]?end)?|targets?|progress|comments?)/

  /// In this order: "targeted position" is a target, "performance measure" no performance.
  private static let words: [([String], [String], ColumnMeaning.Word)] = [
    (["milestone"], [], .milestone),
    (["comment", "narrative"], [], .comment),
    (["progress", "% complete", "per cent complete"], [], .progress),
    (["target", "where we want"], [], .target),
    (["position", "baseline", "where we are", "starting point"], [], .baseline),
    (["measure", "indicator", "kpi"], [], .measure),
    (["mission", "priority", "priorities", "objective", "theme"], [], .priority),
    (["action", "commitment", "activity", "what we will do"], [], .action),
    (["deadline", "due"], ["by when"], .due),
    (["owner", "lead officer", "responsible"], ["lead"], .owner),
    (["reference"], ["ref", "ref.", "code", "no", "no."], .code),
  ]

  /// Whether a text is such a heading and nothing else, as tables repeat them further down.
  static func isRepeated(_ text: String) -> Bool {
    text.utf8.count < 60
      && text.onOneLine.lowercased().wholeMatch(of: repeated) != nil
  }

  /// The council's words for its levels, from the heading of the first column: "MISSION / PRIORITY" are two.
  static func levels(_ heading: String) -> [String] {
    let words = heading.onOneLine.split { $0 == "/" || $0 == "|" }.map { word($0) }
      // The words for what stands below them follow by themselves.
      .filter { !$0.isEmpty && $0 != "Action" && $0 != "Milestone" }
    return words.isEmpty
      ? ["Priority", "Sub-priority"] : words.count == 1 ? [words[0], "Sub-\(words[0].lowercased())"] : words
  }

  /// One word of a heading as a level is called: "2024/25 MILESTONES" is "Milestone".
  static func word(_ heading: some StringProtocol) -> String {
    let words = heading.split(whereSeparator: \.isWhitespace).filter { !$0.contains(where: \.isNumber) }
    var text = words.joined(separator: " ").lowercased()
    if text.hasSuffix("ies") {
      text = text.dropLast(3) + "y"
    } else if text.hasSuffix("s"), !text.hasSuffix("ss") {
      text.removeLast()
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The financial years that a text names: "2024/25 MILESTONES".
  static func years(in text: String) -> [FinancialYear] {
    guard text.holds("20") else { return [] }
    return text.matches(of: spanOfYears).compactMap { match in
      guard let first = Int(match.1), let next = Int(match.2), (first + 1) % 100 == next else { return nil }
      return FinancialYear(first)
    }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let spanOfYears = /\b(20\d\d)\s?[\/–-]\s?(?:20)?(\d\d)\b/
