import CorporatePlan
import Documents

extension TablesDraft {
  /// The sheet of actions: a tree by parent codes, each with the due date that Pentana demands.
  mutating func readActionTree(_ table: ReadTable) {
    draft.takeWhole(table.source.locator)
    draft.mapping.append(table.map.mapping)
    tellLeftOut(table)
    let kept: Set<ColumnMeaning.Word> = [
      .code, .name, .action, .definition, .parent, .start, .due, .owner, .managedBy, .status, .stage, .progress,
      .completed, .comment, .text, .ignore, .noteDate, .department,
    ]
    tellNotKept(table) { !kept.contains($0) }
    tellSecondOwner(table)
    let tree = PentanaTree(table, title: table.map.has(.action) ? .action : .name)
    tellSingles(table)
    var parents: [Int?] = []
    for place in tree.rows.indices {
      parents.append(tree.rows[place].title.isEmpty ? nil : parentRow(place, tree))
    }
    var ids: [Int: String] = [:]
    var repeated: Set<Int> = []
    for place in tree.rows.indices { addAction(place, tree, parents, &ids, &repeated) }
    for (place, row) in tree.rows.enumerated() where !repeated.contains(place) {
      guard let id = ids[place] else { continue }
      describeAction(id, row.row, table, row.code, owner: table.owner(of: row.row))
    }
  }

  /// Rows with nothing but one text are no actions.
  mutating func tellSingles(_ table: ReadTable) {
    for row in table.map.body where row.isNearlyEmpty {
      guard let cell = row.cells.first(where: { !$0.text.isBlank }) else { continue }
      draft.tell(
        .question, .unplaced, at: cell.locator, verbatim: cell.text.trimmed,
        "This stands alone in its row. Read it, and enter by hand what should be kept.")
    }
  }

  /// Adds a row's action after those it stands under, one after the other: a sheet may be as deep as it is long.
  private mutating func addAction(
    _ place: Int, _ tree: PentanaTree, _ parents: [Int?], _ ids: inout [Int: String], _ repeated: inout Set<Int>
  ) {
    guard !tree.rows[place].title.isEmpty else {
      let cells = tree.rows[place].row.cells
      draft.tell(
        .error, .itemUntitled, at: cells[0].locator, verbatim: cells.map(\.text.onOneLine).joined(separator: " | "),
        "This row has no title, so nothing was taken from it.")
      return
    }
    var chain: [Int] = []
    var seen: Set<Int> = []
    var next: Int? = place
    while let one = next, ids[one] == nil, !tree.rows[one].title.isEmpty {
      let row = tree.rows[one]
      guard seen.insert(one).inserted else {
        draft.tell(
          .error, .parentCircle, at: row.row.cells[0].locator, verbatim: row.parentCode,
          "“\(row.title)” is an ancestor of its own parent “\(row.parentCode)”. It was put at the top.")
        next = nil
        break
      }
      chain.append(one)
      next = parents[one]
    }
    var parent = next.flatMap { ids[$0] }
    for one in chain.reversed() {
      let row = tree.rows[one]
      let locator = row.row.cells[0].locator
      if case .unknown = tree.parent(of: one) { parent = knownParent(row, locator) }
      let id = draft.identities.item(.action, titled: row.title, under: parent)
      if draft.record(RecordID(PlanItem.kind, id)) == nil {
        itemOrder += 1
        draft.add(
          order.book.items[id]
            ?? PlanItem(
              id: id, role: .action, level: "Action", title: row.title, parent: parent,
              code: row.code.isEmpty ? nil : row.code, order: itemOrder), at: locator)
      } else {
        repeated.insert(one)
        draft.tell(
          .error, .actionTwice, at: locator, verbatim: row.row.cells.map(\.text.onOneLine).joined(separator: " | "),
          "Another row gives “\(row.title)” under the same parent, too. This one was not taken.")
      }
      ids[one] = id
      parent = id
    }
  }

  /// The parent's row, asked for where several have its code.
  mutating func parentRow(_ place: Int, _ tree: PentanaTree) -> Int? {
    switch tree.parent(of: place) {
    case .row(let parent): return parent
    case .several(let rows):
      let row = tree.rows[place]
      // Those of one title have a choice each all the same.
      var slugs = Slugs()
      slugs.reserve(Question.open)
      let choices = rows.map { (row: $0, choice: slugs.make(tree.rows[$0].title)) }
      let answer = draft.ask(
        .parentUnclear, at: row.row.cells[0].locator, verbatim: row.parentCode,
        "“\(row.title)” stands under “\(row.parentCode)”, which is the code of \(rows.map { "“\(tree.rows[$0].title)”" }.joined(separator: " and ")). It was put at the top.",
        choices: choices.map { Question.Choice($0.choice, tree.rows[$0.row].title) })
      return choices.first { $0.choice == answer }?.row
    default: return nil
    }
  }

  private mutating func knownParent(_ row: PentanaTree.Row, _ locator: Locator) -> String? {
    let known = order.book.items.values.filter { $0.code?.plainCode == row.parentCode.plainCode }
    if known.count == 1 { return known[0].id }
    draft.tell(
      .error, .parentUnknown, at: locator, verbatim: row.parentCode,
      "“\(row.title)” stands under “\(row.parentCode)”, which is no action's code. It was put at the top.")
    return nil
  }

  private mutating func describeAction(
    _ id: String, _ row: SourceRow, _ table: ReadTable, _ code: String, owner: String?
  ) {
    let dueColumn = table.map.columns(.due).first
    if dueColumn.map({ row.text($0.number).isBlank }) ?? true {
      draft.tell(
        .error, .dueMissing, at: row.cells[0].locator,
        verbatim: row.cells.map(\.text.onOneLine).joined(separator: " | "),
        "This action has no due date, which Pentana demands. It was taken without one.")
    }
    draftItem(id, row, table, code.isEmpty ? nil : code)
    take(owner: owner, of: id)
    draftUpdate(of: id, row, table)
  }

  /// The sheet of dated notes on actions.
  mutating func readActionNotes(_ table: ReadTable) {
    draft.takeWhole(table.source.locator)
    draft.mapping.append(table.map.mapping)
    tellLeftOut(table)
    let kept: Set<ColumnMeaning.Word> = [.code, .name, .action, .comment, .noteDate, .period, .ignore]
    tellNotKept(table) { !kept.contains($0) }
    var counts: [String: Int] = [:]
    let items = draft.records.compactMap { $0 as? PlanItem } + order.book.items.values
    for row in table.map.body where !row.isNearlyEmpty {
      guard let item = action(of: row, table, among: items, "note") else { continue }
      note(row, table, on: item.recordID, named: item.title, grain: .quarter, .action, &counts)
    }
    tellSingles(table)
  }

  /// The action that a row of another sheet names by its code, and its title where one code has several; `nil` where it
  /// could not be told, which is said.
  private mutating func action(
    of row: SourceRow, _ table: ReadTable, among items: [PlanItem], _ what: String
  ) -> PlanItem? {
    let code = table.map.columns(.code).first.map { row.text($0.number) } ?? ""
    let title = (table.map.columns(.action).first ?? table.map.columns(.name).first).map { row.text($0.number) } ?? ""
    var found = items.filter { !code.isBlank && $0.code?.plainCode == code.plainCode }
    if found.isEmpty || !title.isBlank {
      let named = (found.isEmpty ? items : found).filter { $0.title.normalisedName == title.normalisedName }
      if !named.isEmpty { found = named }
    }
    let ids = Set(found.map(\.id))
    if ids.count == 1 { return found.first }
    draft.tell(
      .error, .parentUnknown, at: row.cells[0].locator,
      verbatim: row.cells.map(\.text.onOneLine).joined(separator: " | "),
      ids.isEmpty
        ? "No action has the code “\(code)”, so this \(what) was not taken."
        : "\(ids.count) actions have the code “\(code)”, so this \(what) was not taken.")
    return nil
  }

  /// The sheet of milestones: dated steps, each under the action whose code stands in its row.
  mutating func readMilestones(_ table: ReadTable) {
    draft.takeWhole(table.source.locator)
    draft.mapping.append(table.map.mapping)
    tellLeftOut(table)
    let kept: Set<ColumnMeaning.Word> = [
      .code, .milestone, .action, .name, .due, .start, .completed, .status, .stage, .progress, .owner, .managedBy,
      .definition, .comment, .text, .ignore, .department,
    ]
    tellNotKept(table) { !kept.contains($0) }
    tellSecondOwner(table)
    tellSingles(table)
    let items = (draft.records.compactMap { $0 as? PlanItem } + order.book.items.values).filter { $0.role == .action }
    for row in table.map.body where !row.isNearlyEmpty {
      guard let parent = action(of: row, table, among: items, "milestone") else { continue }
      let place = row.cells[0].locator
      let title = table.map.columns(.milestone).first.map { row.text($0.number).onOneLine } ?? ""
      guard !title.isEmpty else {
        draft.tell(
          .error, .itemUntitled, at: place, verbatim: row.cells.map(\.text.onOneLine).joined(separator: " | "),
          "This row has no title, so nothing was taken from it.")
        continue
      }
      if draft.record(parent.recordID) == nil { draft.add(parent, at: place) }
      let id = item(.milestone, titled: title, level: "Milestone", under: parent.id, at: place)
      draftItem(id, row, table, nil)
      take(owner: table.owner(of: row), of: id)
      draftUpdate(of: id, row, table)
    }
  }

  private mutating func take(owner: String?, of item: String) {
    guard let owner, !owner.isEmpty else { return }
    draft.change(RecordID(PlanItem.kind, item), PlanItem.self) { $0.owner = owner }
  }
}

extension ReadTable {
  /// Who answers for a row: whom it is assigned to, and where that is blank who manages it.
  func owner(of row: SourceRow) -> String? {
    [ColumnMeaning.Word.owner, .managedBy].lazy.compactMap { word in
      map.columns(word).first.map { row.text($0.number).onOneLine }
    }.first { !$0.isEmpty }
  }
}
