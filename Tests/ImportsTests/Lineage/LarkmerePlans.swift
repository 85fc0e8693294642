import CorporatePlan
import Documents

@testable import Imports

/// Larkmere's plans of two years, each imported as a recogniser of plans would do it.
struct LarkmerePlans {
  private(set) var book = Book()
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var changes: [Change] = []

  static let first = Day(2024, 4, 1)!
  static let second = Day(2025, 4, 1)!

  /// A priority with its actions, written as `GR1 Plant trees` or, without a code, `- Plant trees`.
  typealias Outline = KeyValuePairs<String, [String]>

  static let yearOne: Outline = [
    "Greener Larkmere": [
      "GR1 Open the boathouse at Lark Water", "GR2 Plant 5,000 trees along the river",
      "GR3 Open neighbourhood hubs at Millgate, Oakfield and the Old Dairy", "GR4 Repair park benches",
      "GR5 Repair playground fences", "GR6 Try electric vans",
    ],
    "Safer streets": [
      "SS1 Install forty cameras", "SS2 Audit the street lighting of all wards", "SS3 Wardens at the night market",
    ],
  ]

  static let yearTwo: Outline = [
    "A greener Larkmere": [
      "GR1 Open the boathouse at Lark Water", "GR2 Plant 5,000 more trees along the river and the canal",
      "GR3 Open the neighbourhood hub at Millgate", "GR4 Open the neighbourhood hub at Oakfield",
      "GR5 Open the neighbourhood hub at the Old Dairy", "GR6 Repair park benches and playground fences",
      "GR7 Start a repair café in each ward",
    ],
    "Safer streets": ["SS4 Audit the lighting of the town centre streets", "SS3 Wardens at the night market"],
  ]

  /// The first year's plan, with one action complete and a milestone under another.
  init() throws {
    try take(Self.yearOne, from: Self.first)
    try record([
      ActionUpdate(item: "try-electric-vans", period: FinancialYear(2024).quarter(4), stage: .complete, percent: 100),
      PlanItem(
        id: "masts", role: .milestone, level: "milestone", title: "Masts stand in the square",
        parent: "install-forty-cameras", order: 1),
    ])
  }

  mutating func record(_ records: [any Record]) throws { book = try book.applying(records.map(\.revision)) }

  /// Imports a plan and records what would be recorded.
  @discardableResult
  mutating func take(_ outline: Outline, from start: Day, answers: [String: String] = [:]) throws -> ImportDraft {
    let draft = Self.draft(outline, start, book, answers)
    changes = draft.records.map { Change($0, in: book) }
    diagnostics = draft.diagnostics
    book = try book.applying(changes.filter { $0.kind != .unchanged }.map(\.revision))
    return draft
  }

  private static func draft(_ outline: Outline, _ start: Day, _ book: Book, _ answers: [String: String]) -> ImportDraft
  {
    var order = ImportOrder(fileDigest: "sha256:0", period: nil, council: nil, book: book)
    order.answers = answers
    var draft = ImportDraft(SourceDocument(name: "plan.docx", kind: .word), order)
    let year = FinancialYear(containing: start)
    draft.add(
      Plan(
        id: "plan-\(year.code)", title: "Larkmere first", type: .corporate, start: start, end: start.adding(months: 12)),
      at: .paragraph(1))
    var line = 1
    for (priority, actions) in outline {
      line += 1
      let parent = draft.identities.item(.priority, titled: priority, under: nil)
      draft.add(
        PlanItem(id: parent, role: .priority, level: "Priority", title: priority, order: line), at: .paragraph(line))
      for action in actions {
        line += 1
        let parts = action.split(separator: " ", maxSplits: 1).map(String.init)
        let id = draft.identities.item(.action, titled: parts[1], under: parent)
        draft.add(
          PlanItem(
            id: id, role: .action, level: "Action", title: parts[1], parent: parent,
            code: parts[0] == "-" ? nil : parts[0], order: line), at: .paragraph(line))
        draft.add(
          ActionUpdate(item: id, period: year.quarter(1), stage: .inProgress, percent: 10), at: .paragraph(line))
      }
    }
    draft.linkToEarlierPlan(startingOn: start)
    return draft
  }

  /// `split: greener → a, b`, in order.
  var lineages: [String] {
    book.lineages.values.map { lineage in
      "\(lineage.relation): \(lineage.from.sorted().joined(separator: ", ")) → \(lineage.to.sorted().joined(separator: ", "))"
    }.sorted()
  }

  /// The ids of the questions that nobody answered.
  var asked: [String] { diagnostics.compactMap { $0.question?.isUnanswered == true ? $0.question?.id : nil } }
}
