import CorporatePlan
import Documents

extension Recogniser {
  /// A performance report of this program's own, as it came back from Word.
  static let ownReport = Recogniser(
    kind: "own-report",
    confidence: { OwnReportParts($0.document) == nil ? 0 : 99 },
    read: { document, order in
      OwnReportParts(document).map { OwnReportDraft($0, document, order).reading() }
        ?? Reading(recognition: .unknown, period: order.period)
    })
}

/// Reads the figures, targets, statuses, actions and officers' words out of a report that this program wrote. Its counts,
/// charts, keys and generated sentences say the same over again, and nothing is taken from them.
struct OwnReportDraft {
  let parts: OwnReportParts
  var draft: ImportDraft
  let book: Book
  let period: Period?
  /// The periods that it may name.
  let periods: [String: Period]
  /// The rule in force, whose words the statuses are in.
  let rule: RatingRule?
  /// What the council calls statuses, where the document's keys explain it.
  let explained: ExplainedWords
  var orders: [String: Int] = [:]
  /// Who is spoken of in the lists, by name: an indicator's or an action's.
  var subjects: [String: RecordID] = [:]

  init(_ parts: OwnReportParts, _ document: SourceDocument, _ order: ImportOrder) {
    self.parts = parts
    draft = ImportDraft(document, order)
    book = order.book
    let period = order.period ?? PrintedPeriod.all(in: parts.title.text).first
    self.period = period
    periods = period.map { OwnReportDraft.periods(around: $0, order.book.calendar) } ?? [:]
    explained = ExplainedWords(parts)
    rule = period.flatMap { order.book.rule(for: "", in: $0)?.rule }
  }

  consuming func reading() -> Reading {
    guard let period else {
      draft.tell(
        .error, .periodMissing, at: parts.title.locator, verbatim: parts.title.text,
        "The title doesn't say which quarter this report is for. Say which, for example 2023-24-Q2, and import again.")
      return draft.reading(as: "own-report", confidence: 99)
    }
    draftCouncil()
    draft.take(parts.title.locator)
    for part in parts.parts { draftTables(of: part, period) }
    draftRules()
    checkRollUps(period)
    for part in parts.parts { draftWords(of: part, period) }
    takeTheRest()
    return draft.reading(as: "own-report", confidence: 99, period: period)
  }

  private mutating func draftCouncil() {
    guard book.council == nil, let name = parts.title.text.split(separator: ":").first?.trimmed, !name.isEmpty else {
      return
    }
    draft.add(CouncilProfile(name: name, planTitle: "Corporate Plan", actionWord: actionWord), at: parts.title.locator)
  }

  /// The council's word for an action, as its tables head it.
  private var actionWord: String {
    let table = parts.parts.flatMap(\.blocks).lazy.compactMap { block -> SourceTable? in
      if case .table(let table) = block, OwnReportParts.isOfActions(table) { table } else { nil }
    }.first
    return table.map { OwnReportParts.headers(of: $0)[1] } ?? "Action"
  }

  private mutating func draftTables(of part: OwnReportParts.Part, _ period: Period) {
    for case .table(let table) in part.blocks {
      if OwnReportParts.isOfIndicators(table) {
        draftIndicators(table, home(of: part.section, at: table.locator), period)
      } else if OwnReportParts.isOfActions(table) {
        draftActions(table, home(of: part.section, at: table.locator), period)
      }
    }
  }

  /// The priority that a section is of; none for what hangs under none.
  private mutating func home(of section: String, at locator: Locator) -> String? {
    guard section != "Under no priority" else { return nil }
    let known = book.items.values.filter { $0.role == .priority && $0.title.normalisedName == section.normalisedName }
    let id = known.count == 1 ? known[0].id : draft.identities.item(.priority, titled: section, under: nil)
    if draft.record(RecordID(PlanItem.kind, id)) == nil {
      let place = orders["", default: 0] + 1
      orders[""] = place
      draft.add(
        book.items[id] ?? PlanItem(id: id, role: .priority, level: "Priority", title: section, order: place),
        at: locator)
    }
    return id
  }

  /// The status a cell shows: by the word of the rule in force, by the word as a key of the document explains it, else by the
  /// colour of its shape.
  func status(of cell: SourceCell) -> Status? {
    let word = cell.text.statusWord
    if let rule, let status = rule.statuses.first(where: { word.hasPrefix(rule.word(for: $0).lowercased()) }) {
      return status
    }
    if let status = explained.indicators[word] { return status }
    return cell.mark.flatMap { Status(colour: $0) }
  }

  /// What the program wrote by itself. Only words it did not write are asked about.
  private mutating func takeTheRest() {
    for block in parts.parts.flatMap(\.blocks) {
      switch block {
      case .table(let table): draft.take(table.rows.flatMap(\.cells).map(\.locator))
      case .chart, .footnote: draft.take(block.locator)
      case .paragraph(let paragraph): if isWritten(paragraph.text) { draft.take(paragraph.locator) }
      }
    }
    draft.take(draft.document.paragraphs.filter { $0.headingLevel != nil }.map(\.locator))
  }

  /// Captions, counts and what else the program's own sentences begin with or hold.
  func isWritten(_ text: String) -> Bool {
    let starts = [
      "Table ", "Chart ", "Since the ", "What officers say", "This report covers", "The rule says besides",
      "This key is used for", "It was made from ledger", "Percentages are of", "What is not rated is",
      "An indicator that serves", "▲ and ▼", "A dash means", "A figure equal", "A target of zero",
      "Figures are compared",
      "The council's printed key", "The key as printed", "A period in brackets", "Questions about this report",
      "The keys at the end", "Everything in the plan is rated",
    ]
    let line = text.onOneLine
    return starts.contains(where: line.hasPrefix) || line.contains(" in the plan:")
      || line.contains(" under this priority")
      || line.contains(" behind a figure means") || line.contains(" has ") && line.contains("priorit")
      || line.contains(" rated ") && line.contains(" of ") || line.contains("rated both times")
      || line.contains("been changed since the report of") || line.hasPrefix("The plan changed in ")
      || line.contains(" on the register.") || line.contains(" did not move: ")
      || line.contains(" no reason to be listed: ") || line.contains(" of the plan ") && line.contains("rated in parts")
      || line.contains(" that can be compared with the period before") || line.hasPrefix("No target has been changed")
      || line.hasPrefix("The ") && line.contains(" that the plan promises ") && line.contains(" reported as ")
      || line.hasPrefix("Furthest from its target is ") || line.contains("becomes")
      || line.split(separator: ":").count == 2 && line.contains(where: \.isNumber)
  }
}
