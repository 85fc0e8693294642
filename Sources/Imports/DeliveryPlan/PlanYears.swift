import CorporatePlan
import Documents

/// The years that a title names: those of the whole plan and the one of this edition.
enum PlanYears {
  /// "2020-2031", "2020–31": a span of several years.
  static func span(in text: String) -> (first: Int, last: Int)? {
    for match in text.matches(of: yearsFromTo) {
      guard let first = Int(match.1), let end = Int(match.2) else { continue }
      let last = end < 100 ? first / 100 * 100 + end : end
      if last > first + 1 { return (first, last) }
    }
    return nil
  }

  /// "2024/25", "2024-2025": one financial year.
  static func year(in text: String) -> FinancialYear? {
    for match in text.matches(of: yearsFromTo) {
      guard let first = Int(match.1), let end = Int(match.2) else { continue }
      if end % 100 == (first + 1) % 100 { return FinancialYear(first) }
    }
    return nil
  }

  /// Two years that neither follow each other nor make a span: "2024/05".
  static func misprinted(in text: String) -> Bool {
    text.firstMatch(of: anyYearsFromTo) != nil && year(in: text) == nil
      && span(in: text) == nil
  }

  static func edition(of title: [SourceParagraph]) -> FinancialYear? {
    title.lazy.compactMap { year(in: $0.text) }.first
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let yearsFromTo = /\b(20\d\d)\s*[-–—\/]\s*(20\d\d|\d\d)\b/
nonisolated(unsafe) private let anyYearsFromTo = /\b20\d\d\s*[-–—\/]\s*(?:20\d\d|\d\d)\b/
