import CorporatePlan
import Documents

/// What a part of a row is about: an indicator where it has one, and the item it stands with.
struct PlanSubject {
  var indicator: String?
  let item: String
}

extension ServicePlanDraft {
  /// A row with a milestone and what is said of it.
  mutating func draftLine(_ line: PlanRow.Line, _ table: PlanTable) {
    guard let action = openAction(line, table) else { return }
    let percentages = ([line.cells[.progress]].compactMap { $0 } + line.percentages).sorted { $0.column < $1.column }
    let milestones = draftMilestones(line, table, under: action, percentages)
    draftProgress(percentages, milestones, line)
    let subjects = draftMeasures(line, milestones, under: action, table)
    draftStanding(line, subjects, milestones, under: action, table)
    draftComment(line, subjects, milestones, under: action)
    draftQuarters(line, subjects, milestones, under: action)
    draftOwner(line, milestones, of: action)
    draftDue(line, milestones.isEmpty ? [action] : milestones)
    draftRest(line, milestones.first ?? action)
  }

  /// The action of a row: a new one where the row has a code or an action's words, else the one above.
  private mutating func openAction(_ line: PlanRow.Line, _ table: PlanTable) -> String? {
    guard line.code != nil || line.action != nil else {
      if let action { return action }
      return homeless(line)
    }
    let printed = line.code.map { CellWords($0.text) }
    let title = line.action?.text.onOneLine ?? printed?.codeAndWords?.words ?? printed?.text ?? ""
    let code = printed.map { $0.codeAndWords?.code ?? $0.text.trimming(".:") }
    let parent = path.last?.id
    if parent == nil {
      draft.tell(
        .question, .priorityUnknown, at: line.locator, verbatim: line.verbatim,
        "The action “\(title)” stands under no priority. Say which it belongs to.")
    }
    var id = actionID(title, code, under: parent)
    if let code, given.contains(id), (draft.record(RecordID(PlanItem.kind, id)) as? PlanItem)?.code != code {
      // The same words under another code are another action.
      id = draft.identities.item(.action, titled: "\(title) \(code)", under: parent)
    }
    action = id
    milestones = []
    if !given.contains(id) {
      given.insert(id)
      let level = table.column(.action).map(\.heading).flatMap { $0.isEmpty ? nil : PlanHeading.word($0) } ?? "Action"
      var item = PlanItem(
        id: id, role: .action, level: level, title: title, parent: parent, code: code, order: next("action"))
      if let printed, let code, printed.text != code, printed.codeAndWords == nil { item.printedCode = printed.text }
      item.owner = line.cells[.owner]?.text.onOneLine
      draft.add(kept(item), at: line.locator)
      mentions.append((title, id, line.locator))
    }
    draft.take([line.code?.locator, line.action?.locator].compactMap { $0 })
    return id
  }

  /// The action's id in the Book by its words, else by its code under the same priority, else a new one.
  private mutating func actionID(_ title: String, _ code: String?, under parent: String?) -> String {
    let words = title.normalisedName
    let siblings = draft.order.book.items.values.filter { $0.role == .action && $0.parent == parent }
    if let code, !siblings.contains(where: { $0.title.normalisedName == words }),
      let known = siblings.filter({ $0.code == code }).min(by: { $0.id < $1.id })
    {
      return known.id
    }
    return draft.identities.item(.action, titled: title, under: parent)
  }

  private mutating func homeless(_ line: PlanRow.Line) -> String? {
    let cells = Array(line.cells.values) + line.percentages + line.left + line.quarters.map(\.cell)
    for cell in cells.sorted(by: { $0.column < $1.column }) {
      draft.tell(
        .question, .unplaced, at: cell.locator, verbatim: cell.text.trimmed,
        "This row stands under no action, so nothing was taken from it. Enter by hand what should be kept.")
    }
    return nil
  }

  /// The owner on a further row of an action answers for the milestones of that row.
  private mutating func draftOwner(_ line: PlanRow.Line, _ milestones: [String], of action: String) {
    guard let cell = line.cells[.owner] else { return }
    draft.take(cell.locator)
    let owner = cell.text.onOneLine
    if (draft.record(RecordID(PlanItem.kind, action)) as? PlanItem)?.owner == owner { return }
    if milestones.isEmpty {
      draft.tell(
        .question, .unplaced, at: cell.locator, verbatim: owner,
        "This is another owner of an action that has one, on a row without a milestone. Enter it by hand where it belongs."
      )
    }
    for id in milestones { draft.change(RecordID(PlanItem.kind, id), PlanItem.self) { $0.owner = owner } }
  }

  /// The column "By when".
  private mutating func draftDue(_ line: PlanRow.Line, _ items: [String]) {
    guard let cell = line.cells[.due] else { return }
    draft.take(cell.locator)
    let words = cell.text.onOneLine
    let span = year.period.start...(year.period.end + -1)
    let deadline = SpelledDay(words).day ?? FuzzyDate(words, in: span)?.deadline
    for id in items {
      draft.change(RecordID(PlanItem.kind, id), PlanItem.self) { item in
        (item.due, item.dueWords) = (deadline ?? item.due, words)
      }
    }
    if deadline == nil {
      draft.tell(
        .question, .dueUnresolved, at: cell.locator, verbatim: words,
        "“\(words)” names no day. Enter the date when it is known; the words are kept.")
    }
  }

  /// Cells that no column explains.
  private mutating func draftRest(_ line: PlanRow.Line, _ item: String) {
    let known: Set<ColumnMeaning.Word> = [.milestone, .measure, .baseline, .target, .progress, .comment, .owner, .due]
    let others = line.cells.filter { !known.contains($0.key) && $0.key != .ignore }.values
    if let ignored = line.cells[.ignore] { draft.take(ignored.locator) }
    for cell in line.left + others.sorted(by: { $0.column < $1.column }) {
      draft.tell(
        .question, .unplaced, at: cell.locator, verbatim: cell.text.trimmed,
        "No heading explains this cell. Read it, and enter by hand what should be kept.")
    }
  }
}
