import CorporatePlan
import Documents

/// The columns of the plan while its rows are gone through: what stood last in each, and the heading row above.
struct PlanRows {
  let levels: [ColumnUse.PlanLevel]
  let table: ReadTable
  var last: [Int: String] = [:]
  /// Whether blank means the same as above, once that is asked and answered.
  var carriesDown: Bool?
  /// The item of the heading row above.
  var group: String?
  /// The item that the words above the table name.
  var home: String?
  var groups: [Locator] = []

  init(_ levels: [ColumnUse.PlanLevel], _ table: ReadTable) {
    (self.levels, self.table) = (levels, table)
  }
}

extension TablesDraft {
  /// The item of the plan that a row's indicator belongs to: that of its lowest level, made where it is new.
  mutating func planItem(_ row: SourceRow, _ table: ReadTable, _ plan: inout PlanRows) -> String? {
    var parent = plan.group
    for level in plan.levels {
      var text = table.text(row, level.column).onOneLine
      if text.isEmpty, let above = plan.last[level.column], carriesDown(level, row, &plan) { text = above }
      if text.isEmpty { continue }
      plan.last[level.column] = text
      let place = row.index(ofColumn: level.column).map { row.cells[$0].locator } ?? row.cells[0].locator
      parent = item(level.role, titled: text, level: level.level, under: parent, at: place)
    }
    return parent
  }

  /// Puts the rows of a table under the priority that the words above it name, where no column does.
  mutating func openHome(_ table: ReadTable, _ plan: inout PlanRows) {
    guard !plan.levels.contains(where: { $0.role == .priority }), let home = homes.home(of: table.source.locator) else {
      return
    }
    plan.home = item(.priority, titled: home.title, level: homes.level, under: nil, at: home.locator)
    plan.group = plan.home
    draft.take(home.locator)
    guard homes.areHeadings, !isHomeTold else { return }
    isHomeTold = true
    draft.tell(
      .note, .prioritiesFromHeadings, at: home.locator, verbatim: home.title,
      "The headings above the tables were taken for the plan's priorities.")
  }

  private mutating func carriesDown(_ level: ColumnUse.PlanLevel, _ row: SourceRow, _ plan: inout PlanRows) -> Bool {
    if let known = plan.carriesDown { return known }
    let answer = draft.ask(
      .blankBelow, at: row.cells[0].locator, verbatim: level.level,
      "“\(level.level)” is filled in some rows and blank below them. Blank rows were taken to belong to none.",
      choices: [
        Question.Choice("same-as-above", "Blank means the same as above"),
        Question.Choice("none", "Blank means none"),
      ])
    plan.carriesDown = answer == "same-as-above"
    return answer == "same-as-above"
  }

  /// An item on record by its code or title, else a new one.
  mutating func item(
    _ role: PlanItem.Role, titled title: String, level: String, under parent: String?, code: String? = nil,
    at place: Locator
  ) -> String {
    if let code, let known = knownItem(role, code), isSame(known, titled: title, code, at: place) {
      if draft.record(known.recordID) == nil { draft.add(known, at: place) }
      return known.id
    }
    return add(
      draft.identities.item(role, titled: title, under: parent), role, title, level, parent, code, at: place)
  }

  /// The item of a row of actions. Two rows of one title under one parent are one action or two: two codes tell, else a
  /// person does.
  mutating func action(
    _ role: PlanItem.Role, titled title: String, level: String, under parent: String?, code: String?, at place: Locator
  ) -> String {
    var id = item(role, titled: title, level: level, under: parent, code: code, at: place)
    guard let first = rowsOfItems[id] else {
      rowsOfItems[id] = (place, code)
      return id
    }
    let areTwo: Bool
    if let code, let other = first.code {
      areTwo = code.plainCode != other.plainCode
    } else {
      areTwo =
        draft.ask(
          .actionsAlike, at: place, verbatim: title,
          "“\(title)” stands here and at \(first.place). The rows were taken for one action; where they differ, this one counts.",
          choices: [Question.Choice("one", "One action"), Question.Choice("two", "Two actions")]) == "two"
    }
    guard areTwo else { return id }
    // The second of a title on record is the second one here.
    let alike = order.book.items.values.filter {
      $0.role == role && $0.parent == parent && $0.title.normalisedName == title.normalisedName
    }.sorted { $0.id < $1.id }
    id = alike.map(\.id).first { rowsOfItems[$0] == nil } ?? draft.identities.another(titled: title)
    rowsOfItems[id] = (place, code)
    return add(id, role, title, level, parent, code, at: place)
  }

  private mutating func add(
    _ id: String, _ role: PlanItem.Role, _ title: String, _ level: String, _ parent: String?, _ code: String?,
    at place: Locator
  ) -> String {
    guard draft.record(RecordID(PlanItem.kind, id)) == nil else { return id }
    if let known = order.book.items[id] {
      draft.add(known, at: place)
    } else {
      itemOrder += 1
      draft.add(
        PlanItem(id: id, role: role, level: level, title: title, parent: parent, code: code, order: itemOrder),
        at: place)
    }
    return id
  }

  /// The item on record with a code: the one that belongs to the plan still, and of those that ended the last.
  private func knownItem(_ role: PlanItem.Role, _ code: String) -> PlanItem? {
    itemsByCode[code.plainCode]?.filter { $0.role == role }.max { one, other in
      let (ended, otherEnded) = (one.end?.number ?? .max, other.end?.number ?? .max)
      return ended == otherEnded ? one.id > other.id : ended < otherEnded
    }
  }

  /// Whether an item with the same code and another title is the same: asked, and taken for it while that is open.
  private mutating func isSame(_ known: PlanItem, titled title: String, _ code: String, at place: Locator) -> Bool {
    if known.title.normalisedName == title.normalisedName { return true }
    let answer = draft.ask(
      .itemTitleDiffers, at: place, verbatim: "\(code) \(title)",
      "“\(code)” is the code of “\(known.title)” on record, and of “\(title)” here. The row was taken for the one on record, whose title stays.",
      choices: [
        Question.Choice("keep", "The same, and its title stays"),
        Question.Choice("rename", "The same, with this title from now on"),
        Question.Choice("new", "Another one"),
      ])
    if answer == "rename" {
      var renamed = known
      renamed.title = title
      draft.add(renamed, at: place)
    }
    return answer != "new"
  }

  /// A row with one text: the heading of the rows below, an indicator without figures, or a remark.
  ///
  /// - Returns: whether the row is done with.
  mutating func takeSingle(_ row: SourceRow, _ table: ReadTable, _ plan: inout PlanRows) -> Bool {
    guard let cell = row.cells.first(where: { !$0.text.isBlank }) else { return true }
    guard table.map.columns.count > 2, (try? Figure(cell.text)) == nil else { return false }
    plan.groups.append(cell.locator)
    let answer =
      order.answer("\(DiagnosticCode.groupHeading.rawValue): \(table.source.locator)")
      ?? order.answer(DiagnosticCode.groupHeading.rawValue)
    plan.group = plan.home
    switch answer {
    case "priority":
      plan.group = item(
        .priority, titled: cell.text.onOneLine, level: "Priority", under: nil, at: cell.locator)
    case "indicator":
      plan.groups.removeLast()
      return false
    default: break
    }
    return true
  }

  /// One question for all rows of a table that hold nothing but one text.
  mutating func askAboutGroups(_ plan: PlanRows, _ table: ReadTable) {
    guard !plan.groups.isEmpty else { return }
    for place in plan.groups.dropFirst() { draft.take(place) }
    let words = plan.groups.compactMap { table.source.cell(at: $0)?.text.onOneLine }
    _ = draft.ask(
      .groupHeading, at: table.source.locator, verbatim: words.joined(separator: " | "),
      "\(counted(plan.groups.count, "row")) \(words.count == 1 ? "holds" : "hold") nothing but one text: \(plan.groups.listed).",
      choices: [
        Question.Choice("priority", "Each is a priority that the rows below it belong to"),
        Question.Choice("indicator", "Each is an indicator without figures"),
        Question.Choice("remark", "Each is a heading or remark and nothing to keep"),
      ])
  }
}
