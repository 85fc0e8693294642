import CorporatePlan
import Documents

extension TablesDraft {
  /// A table of actions: an item for each row, how it stands, and what is said of it.
  mutating func readActions(_ table: ReadTable) {
    let map = table.map
    func column(_ words: ColumnMeaning.Word...) -> Int? {
      map.columns.first { column in column.meaning.map { words.contains($0.word) } ?? false }?.number
    }
    let titleWord: ColumnMeaning.Word = map.has(.milestone) ? .milestone : map.has(.action) ? .action : .name
    guard let title = column(titleWord) else { return }
    let role: PlanItem.Role = titleWord == .milestone ? .milestone : .action
    let levels = map.columns.compactMap { column -> ColumnUse.PlanLevel? in
      guard let above = column.meaning?.word.role, column.number != title else { return nil }
      return ColumnUse.PlanLevel(role: above, level: column.heading.onOneLine, column: column.number)
    }
    let heading = map.columns.first { $0.number == title }?.heading.onOneLine ?? "Action"
    let level = titleWord == .name ? "Action" : heading
    var plan = PlanRows(levels, table)
    openHome(table, &plan)
    tellUnusedOfActions(table, title)
    for row in map.body {
      if row.isNearlyEmpty, takeSingle(row, table, &plan) { continue }
      tellStrays(row, of: map)
      let said = table.text(row, title).onOneLine
      let name = said.isSheetError ? "" : said
      let place = row.cells.first?.locator ?? table.source.locator
      guard !name.isEmpty else {
        draft.tell(
          .error, .itemUntitled, at: place, verbatim: row.cells.map(\.text.onOneLine).joined(separator: " | "),
          "This row has no \(heading.lowercased()), so nothing was taken from it.")
        continue
      }
      let parent = levels.isEmpty ? plan.group : planItem(row, table, &plan)
      let code = column(.code).map { row.text($0).onOneLine }.flatMap { $0.isEmpty ? nil : $0 }
      let id = action(role, titled: name, level: level, under: parent, code: code, at: place)
      draftItem(id, row, table, code)
      draftUpdate(of: id, row, table)
    }
    askAboutGroups(plan, table)
  }

  private mutating func tellStrays(_ row: SourceRow, of map: ColumnMap) {
    let columns = Set(map.columns.map(\.number))
    for cell in row.cells where !cell.text.isBlank && !(cell.locator.column.map(columns.contains) ?? true) {
      draft.tell(
        .question, .unplaced, at: cell.locator, verbatim: cell.text.trimmed,
        "This stands in no column that has a heading. Read it, and enter by hand what should be kept.")
    }
  }

  private static let ofActions: Set<ColumnMeaning.Word> = [
    .code, .owner, .department, .due, .start, .status, .stage, .progress, .comment, .completed, .definition, .text,
    .target, .measure, .ignore,
  ]

  private static let ofUpdates: Set<ColumnMeaning.Word> = [.status, .stage, .progress, .comment, .completed]

  private mutating func tellUnusedOfActions(_ table: ReadTable, _ title: Int) {
    for column in table.map.columns where column.number != title {
      guard let word = column.meaning?.word, word.role == nil, !TablesDraft.ofActions.contains(word) else { continue }
      let cells = table.cells(of: column.number)
      guard let first = cells.first else { continue }
      draft.tell(
        .warning, .columnUnused, at: column.locator, verbatim: column.heading + ": " + first.text.onOneLine,
        "“\(column.heading)” was understood as “\(word.rawValue)”, which is not kept of an action: \(counted(cells.count, "cell")), the first at \(first.locator)."
      )
    }
  }

  mutating func draftItem(_ id: String, _ row: SourceRow, _ table: ReadTable, _ code: String?) {
    var changed: [(inout PlanItem) -> Void] = []
    var texts: [String] = []
    var owner: String?
    var department: String?
    for column in table.map.columns {
      let text = row.text(column.number)
      guard let word = column.meaning?.word, !text.isBlank else { continue }
      switch word {
      case _ where text.isSheetError:
        if !TablesDraft.ofUpdates.contains(word), let index = row.index(ofColumn: column.number) {
          tellWord(row.cells[index], word.rawValue)
        }
      case .owner: owner = text.onOneLine
      case .department: department = text.onOneLine
      case .due:
        let due = SpelledDay(due: text, in: order.book.planSpan)
        if due.day == nil, !due.isOpen { tellUnresolved(text.onOneLine, row, column.number) }
        changed.append { ($0.due, $0.dueWords) = (due.day, due.words) }
      // When work begins is no day of the plan's: it is kept in the words of the file.
      case .start: texts.append("\(column.heading.onOneLine): \(text.onOneLine)")
      case .definition, .text: if !texts.contains(text.trimmed) { texts.append(text.trimmed) }
      case .target: changed.append { $0.target = text.onOneLine }
      case .measure: changed.append { $0.measure = text.onOneLine }
      default: break
      }
    }
    let post = [owner, department.map { owner == nil ? $0 : "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    draft.change(RecordID(PlanItem.kind, id), PlanItem.self) { item in
      if let code { item.code = item.code ?? code }
      if !post.isEmpty { item.owner = post }
      if !texts.isEmpty { item.text = texts.joined(separator: "\n") }
      for change in changed { change(&item) }
    }
  }

  mutating func draftUpdate(of id: String, _ row: SourceRow, _ table: ReadTable) {
    let columns = table.map.columns.filter { column in
      column.meaning.map { TablesDraft.ofUpdates.contains($0.word) } ?? false
        && (!row.text(column.number).isBlank
          || row.index(ofColumn: column.number).flatMap { row.cells[$0].mark } != nil)
    }
    guard let first = columns.first else { return }
    guard let period = table.period ?? order.period else {
      draft.tell(
        .error, .periodMissing, at: row.cells[0].locator,
        verbatim: columns.map { row.text($0.number).onOneLine }.joined(separator: " | "),
        "Nothing says which quarter “\(first.heading)” is of, so how this stands was not taken. Say which it is, for example 2024-25-Q1."
      )
      return
    }
    var update = ActionUpdate(item: id, period: period, stage: .inProgress)
    var isUpdated = false
    for column in columns {
      guard let index = row.index(ofColumn: column.number), let word = column.meaning?.word else { continue }
      let cell = row.cells[index]
      switch word {
      case _ where cell.text.isSheetError:
        tellWord(cell, word.rawValue)
        continue
      case .comment:
        add(comment: cell, on: id, period)
        continue
      case .completed:
        switch cell.text.normalisedName {
        case "yes", "y", "true", "x", "done", "complete", "completed": update.stage = .complete
        // That it is not complete says nothing of how far it is.
        case "no", "n", "false", "not complete", "not completed", "tbc", "": continue
        default:
          guard let day = SpelledDay(cell.text).day else {
            if ["✓", "✔"].contains(cell.text.trimmed) {
              update.stage = .complete
            } else {
              tellWord(cell, "day of completion")
              continue
            }
            break
          }
          (update.completed, update.stage) = (day, .complete)
        }
      case .progress:
        guard let percent = Int(percent: cell.text) else {
          if update.take(word: cell.text) { break }
          tellWord(cell, "per cent complete")
          continue
        }
        update.percent = percent
        if percent == 100, update.judged == nil { update.stage = .complete }
      default:
        if !update.take(word: cell.text), !update.take(colour: cell.mark) {
          tellWord(cell, "status")
          continue
        }
      }
      isUpdated = true
    }
    if update.stage == .complete { update.judged = nil }
    if isUpdated { draft.add(update, at: row.cells[0].locator) }
  }

  /// Adds a comment on an action; others of the same action and quarter stay beside it.
  private mutating func add(comment cell: SourceCell, on item: String, _ period: Period) {
    let text = cell.text.trimmed
    for index in 0... {
      let id = "\(item)-action-\(period.code)" + (index == 0 ? "" : "-\(index + 1)")
      if let other = draft.record(RecordID(Commentary.kind, id)) as? Commentary {
        if other.text == text { return }
        continue
      }
      draft.add(
        Commentary(
          id: id, subject: RecordID(PlanItem.kind, item), period: period, purpose: .action, text: text, order: index),
        at: cell.locator)
      return
    }
  }

  private mutating func tellUnresolved(_ words: String, _ row: SourceRow, _ column: Int) {
    let place = row.index(ofColumn: column).map { row.cells[$0].locator } ?? row.cells[0].locator
    draft.tell(
      .question, .dueUnresolved, at: place, verbatim: words,
      "“\(words)” names no day. Enter the date when it is known; the words are kept.")
  }

  private mutating func tellWord(_ cell: SourceCell, _ what: String) {
    draft.tell(
      .warning, .wordUnreadable, at: cell.locator, verbatim: cell.text.trimmed,
      "“\(cell.text.onOneLine)” was not understood as the \(what) of an action.")
  }
}

extension ActionUpdate {
  /// Takes a word for its stage or an officer's judgement; whether it was understood.
  fileprivate mutating func take(word text: String) -> Bool {
    switch text.normalisedName {
    case "not started", "unassigned", "not yet started", "not due", "assigned": stage = .notStarted
    case "in progress", "started", "ongoing", "on going", "underway", "under way", "check progress", "active":
      stage = .inProgress
    case "on hold", "paused", "deferred", "suspended": stage = .onHold
    case "withdrawn", "cancelled", "canceled", "abandoned", "stopped", "deleted": stage = .withdrawn
    case "overdue", "late", "delayed": stage = .inProgress
    default:
      guard let status = Status(printed: text) else { return false }
      if status == .complete { stage = .complete } else { judged = status }
    }
    return true
  }

  fileprivate mutating func take(colour: String?) -> Bool {
    guard let status = colour.flatMap({ Status(colour: $0) }) else { return false }
    if status == .complete { stage = .complete } else { judged = status }
    return true
  }
}

extension Int {
  /// "45%", "45", and 0.45 as spreadsheets keep it; `nil` for what is no whole per cent from 0 to 100.
  fileprivate init?(percent text: String) {
    guard let figure = try? Figure(text.onOneLine), figure.per == nil else { return nil }
    let isShare = figure.unit == .number && figure.decimals > 0 && figure.quantity <= Quantity(1)
    let percent = isShare ? figure.quantity * Quantity(100) : figure.quantity
    guard let whole = Int(percent.description), (0...100).contains(whole) else { return nil }
    self = whole
  }
}
