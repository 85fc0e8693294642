import CorporatePlan
import Documents

/// The records of a plan of outcomes in the making. Each part of the plan has a file that adds to it.
struct OutcomesDraft {
  let parts: OutcomesPlanParts
  let order: ImportOrder
  var draft: ImportDraft
  var plan: Plan
  let year: FinancialYear?
  /// The ids of the priorities and the enabler, by block.
  var priorityIDs: [String] = []
  var pledges: [(item: PlanItem, likeness: Likeness)] = []
  /// Outcomes by their words.
  var outcomes: [String: PlanItem] = [:]
  /// Indicators that print no frequency.
  var withoutFrequency: [String] = []
  /// The words and the block in which an indicator was listed first.
  var listings: [String: (text: String, block: Int)] = [:]
  /// What was answered about an indicator in other words, and the measures of their own that came of it, by the words.
  var wordsAnswers: [String: String] = [:]
  var apart: [String: String] = [:]
  /// What was answered about readings of which one counts, and those that are open.
  var variantAnswers: [String: String] = [:]
  var openVariants: Set<String> = []
  var initiatives: [(id: String, block: Int?, likeness: Likeness)] = []

  init(_ parts: OutcomesPlanParts, _ order: ImportOrder) {
    self.parts = parts
    self.order = order
    draft = ImportDraft(parts.document, order)
    year = order.period.map { FinancialYear(containing: $0.start) } ?? OutcomesDraft.year(parts)
    let kind =
      parts.document.passages.lazy.compactMap {
        $0.text.firstMatch(of: planOrStrategy)
      }.first.map { String($0.1) } ?? "Corporate Plan"
    let title = kind + (year.map { " \($0.name)" } ?? "")
    plan = Plan(id: Slugs.slug(title), title: title, type: .corporate, start: year?.period.start, end: year?.period.end)
  }

  /// The one financial year that a heading names.
  private static func year(_ parts: OutcomesPlanParts) -> FinancialYear? {
    let headings =
      parts.front.compactMap(\.heading).map(\.text) + (parts.front.first?.lines.prefix(3).map(\.text) ?? [])
    let years = headings.flatMap { $0.matches(of: spanOfYears) }.compactMap { match -> Int? in
      guard let first = Int(match.1), let last = Int(match.2), (first + 1) % 100 == last else { return nil }
      return first
    }
    return Set(years).count == 1 ? years.first.map { FinancialYear($0) } : nil
  }

  /// The span that everything of the plan is in.
  func inYear(_ item: PlanItem) -> PlanItem {
    var item = item
    guard let period = year?.period else { return item }
    item.start = min(item.start ?? period.start, period.start)
    item.end = max(item.end ?? period.end, period.end)
    return item
  }

  /// The item that is on record, or a new one.
  mutating func item(
    _ role: PlanItem.Role, _ level: String, _ title: String, under parent: String? = nil, order: Int
  ) -> PlanItem {
    let id = draft.identities.item(role, titled: title.onOneLine, under: parent)
    return self.order.book.items[id]
      ?? PlanItem(id: id, role: role, level: level, title: title.onOneLine, parent: parent, order: order)
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let planOrStrategy =
  /\b((?:Corporate|Council|Borough|Community|Strategic) (?:Plan|Strategy))\b/
nonisolated(unsafe) private let spanOfYears = /\b(20\d\d)\s*[\/–-]\s*(\d\d)\b/
