import CorporatePlan
import Documents

/// The records of a service plan in the making, row by row. Each matter has a file that adds to it.
struct ServicePlanDraft {
  var draft: ImportDraft
  /// The quarter that its progress is for; `nil` where nothing says it, and then no progress is taken.
  let period: Period?
  let year: FinancialYear
  let tables: [Locator: PlanTable]

  /// The council's words for its levels of priorities, for its actions and for its milestones.
  var levels: [String] = []
  /// The priorities from the top down to the one that is open, with their depth from 1.
  var path: [(depth: Int, id: String)] = []
  var action: String?
  /// The milestones of the row before.
  var milestones: [String] = []
  /// The indicators of the row before.
  var indicators: [String] = []
  /// Ids that this document has given, so that a second of the same words gets its own.
  var given: Set<String> = []
  var orders: [String: Int] = [:]
  /// Milestones by their words, to find those that are printed twice.
  var printedMilestones: [String: String] = [:]
  /// Where each indicator first stood.
  var indicatorPlaces: [String: Locator] = [:]
  var rollUps: [PrintedRollUp] = []
  /// Percentages that stand alone, with the priorities that may own them.
  var orphans: [OrphanRow] = []
  /// The first of them that a priority on the next row may still own.
  var firstOpenOrphan = 0
  /// Actions beneath which a question is open that may change how many milestones or percentages there are.
  var unsettled: Set<String> = []
  /// How far each item has come by this document.
  var progress: [String: Progress] = [:]
  /// Percentages and comments of a quarter that nothing names.
  var undated: [SourceCell] = []
  /// Every text that may name a partner, with the item it belongs to.
  var mentions: [(text: String, item: String, locator: Locator)] = []
  /// How many things of a kind were said of a subject, for ids of their own.
  var remarks: [String: Int] = [:]

  /// A percentage printed beside a priority.
  struct PrintedRollUp {
    let item: String
    let percent: Int
    let cell: SourceCell
  }

  struct OrphanRow {
    let cells: [SourceCell]
    /// Priorities without a percentage of their own in the rows directly above.
    let above: [String]
    /// Such priorities in the rows directly below; filled as they come.
    var below: [String] = []
  }

  init(_ draft: ImportDraft, _ period: Period?, _ year: FinancialYear, _ tables: [Locator: PlanTable]) {
    self.draft = draft
    self.period = period
    self.tables = tables
    self.year = year
  }

  mutating func draftEverything() {
    draftCouncil()
    draftOutside(tables)
    for case .table(let source) in draft.document.blocks {
      if let table = tables[source.locator] { draftTable(table) }
    }
    computeProgress()
    placeOrphans()
    checkRollUps()
    checkElapsedTime()
    tellShared()
    tellUndated()
    draftPartners()
    if draft.records.contains(where: { $0 is ActionUpdate }) {
      draft.tell(
        .note, .stageFromPercent, at: .document,
        "The document prints percentages and no stages: 0% was taken for not started, 100% for complete, anything between for in progress."
      )
    }
  }

  private mutating func draftTable(_ table: PlanTable) {
    draft.mapping.append(table.mapping)
    draft.take(table.headings.map(\.locator))
    for cell in table.titles {
      draft.tell(
        .note, .documentTitle, at: cell.locator, verbatim: cell.text.trimmed,
        "This stands above the headings of the table and was taken for its title.")
    }
    if levels.isEmpty { levels = PlanHeading.levels(table.column(.priority)?.heading ?? "") }
    (path, action, milestones) = ([], nil, [])
    var shifted: [Int] = []
    let rows = table.rows
    for (index, row) in rows.enumerated() {
      switch row {
      case .priority(let heading):
        draftPriority(heading, isFollowedByOne: rows[(index + 1)...].first?.isUnnumberedPriority ?? false)
      case .percentages(let cells): orphans.append(OrphanRow(cells: cells, above: openPriorities(rows[..<index])))
      case .headings(let cells): tellHeadings(cells)
      case .line(let line):
        firstOpenOrphan = orphans.count
        if line.isShifted { shifted.append(line.number) }
        draftLine(line, table)
      }
    }
    firstOpenOrphan = orphans.count
    if !shifted.isEmpty {
      draft.tell(
        .warning, .shiftedColumns, at: table.table.locator,
        "In \(counted(shifted.count, "row")) (\(shifted.map(String.init).joined(separator: ", "))) cells stand in other columns than the headings say. A percentage that stands alone was taken for the progress and the other cells by their order and words. Check these rows."
      )
    }
  }

  /// What lacks its quarter is told once, word for word.
  private mutating func tellUndated() {
    guard let first = undated.first else { return }
    draft.take(undated.map(\.locator))
    draft.tell(
      .question, .periodMissing, at: first.locator,
      verbatim: undated.map { "\($0.locator): \($0.text.onOneLine)" }.joined(separator: "; "),
      "Nothing says which quarter this plan's progress is for, so \(counted(undated.count, "percentage or comment was", "percentages and comments were")) not taken. Say which, for example \(year.quarter(1).code), and import again."
    )
  }

  mutating func tellHeadings(_ cells: [SourceCell]) {
    for cell in cells {
      draft.tell(
        .note, .repeatedHeading, at: cell.locator, verbatim: cell.text.trimmed,
        "This repeats a heading of the table and is no data.")
    }
  }

  /// The next number in an order of its own.
  mutating func next(_ order: String) -> Int {
    orders[order, default: 0] += 1
    return orders[order, default: 0]
  }
}

extension PlanRow {
  fileprivate var isUnnumberedPriority: Bool {
    if case .priority(let heading) = self { return heading.number == nil }
    return false
  }
}
