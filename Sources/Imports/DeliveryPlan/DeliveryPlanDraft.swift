import CorporatePlan
import Documents

/// The records of a delivery plan in the making. Each part of the plan has a file that adds to it.
struct DeliveryPlanDraft {
  var draft: ImportDraft
  let parts: DeliveryParts
  let order: ImportOrder
  /// The year that the edition is for.
  let year: FinancialYear?
  var planID = ""
  var priorityIDs: [String] = []
  var outcomeIDs: [OutcomeCode: String] = [:]
  var measures = Measures()
  /// The statements of each column that are words rather than measures, by heading.
  var worded: [(heading: String, at: Locator, all: Int, words: [String])] = []
  /// Prefixes of codes that are no indicators'.
  let otherPrefixes: Set<String>
  /// The places of statements that are shown by words, such as case studies.
  var qualitative: [(locator: Locator, text: String)] = []

  init(_ parts: DeliveryParts, _ order: ImportOrder) {
    draft = ImportDraft(parts.document, order)
    self.parts = parts
    self.order = order
    otherPrefixes = parts.activityPrefixes.union([parts.outcomePrefix].compactMap { $0 })
    year = order.period.map { FinancialYear(containing: $0.start) } ?? PlanYears.edition(of: parts.title)
  }

  /// The titles of the activities that have a code, by priority.
  var codedTitles: [[String]] {
    let rows = parts.activities { _ in false }
    return parts.priorities.indices.map { priority in
      rows.filter { $0.priority == priority && $0.code != nil }.map { rows in
        ActivityText(
          rows.activityFlow(whole: parts.rowsAreWhole).passages.map(\.text), outcomePrefix: parts.outcomePrefix
        )
        .title.onOneLine
      }
    }
  }
}

extension ActivityRows {
  /// The words of the first column.
  func activityFlow(whole: Bool) -> CellFlow {
    CellFlow(
      rows.flatMap { row in
        row.activity.map { cell in
          row.activityText.split(separator: "\n").map {
            CellFlow.Piece(text: String($0), locator: cell.locator, row: row.number)
          }
        } ?? []
      }.filter { !$0.text.trimmed.isEmpty }, bulleted: true, whole: whole)
  }
}
