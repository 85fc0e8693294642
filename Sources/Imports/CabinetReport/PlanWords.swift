import CorporatePlan
import Documents

/// What a paper's title says of the plan that it is about: its name and span, the year of its actions, and the council's
/// word for them.
struct PlanWords {
  let level: String
  let year: FinancialYear?
  let plan: Plan?

  init(_ title: String, _ document: SourceDocument) {
    level = PlanWords.level(title) ?? PlanWords.level(in: document) ?? "Action"
    plan = PlanWords.plan(title, level)
    let named = title.firstMatch(of: actionsOfYears)
      .flatMap { PlanWords.span($0.1, $0.2) }
    let years = title.matches(of: spanOfYears).compactMap { PlanWords.span($0.1, $0.2) }
      .filter { $0.count == 1 }
    year = named.flatMap { $0.count == 1 ? $0.first : nil } ?? (years.count == 1 ? years[0].first : nil)
  }

  /// "2024/25" is one financial year, "2023-26" three.
  private static func span(_ first: Substring, _ last: Substring) -> (first: FinancialYear, count: Int)? {
    guard let start = Int(first), let digits = Int(last) else { return nil }
    let end = last.count == 4 ? digits : start - start % 100 + digits
    let count = end - start
    return (1...30).contains(count) ? (FinancialYear(start), count) : nil
  }

  private static func level(_ text: String) -> String? {
    text.firstMatch(of: namedAction).map { String($0.1) }
  }

  /// The phrase that occurs most often.
  private static func level(in document: SourceDocument) -> String? {
    var counts: [String: Int] = [:]
    for passage in document.passages {
      for match in passage.text.matches(of: namedActionOfTwoWords) {
        counts[String(match.1), default: 0] += 1
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first { $0.value > 1 }?.key
  }

  private static func plan(_ title: String, _ level: String) -> Plan? {
    guard
      let match = title.firstMatch(
        of: planOfYears),
      let span = span(match.2, match.3)
    else { return nil }
    let words = String(match.0)
    return Plan(
      id: Slugs.slug(words), title: words, type: .corporate, start: span.first.period.start,
      end: FinancialYear(span.first.first + span.count).period.start, levels: ["Priority", level])
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let actionsOfYears = /(?i)actions?(?: for| in|,)?\s+(20\d\d)\s*[\/–-]\s*(\d{2,4})\b/
nonisolated(unsafe) private let spanOfYears = /\b(20\d\d)\s*[\/–-]\s*(\d{2,4})\b/
nonisolated(unsafe) private let namedAction = /\b((?:[A-Z][a-z]+ )+Action)s?\b/
nonisolated(unsafe) private let namedActionOfTwoWords = /\b((?:[A-Z][a-z]+ )Action)s?\b/
nonisolated(unsafe) private let planOfYears =
  /((?:[A-Z][a-z]+ )+(?:Plan|Strategy)),? (?:for )?(20\d\d)\s*[\/–-]\s*(\d{2,4})\b/
