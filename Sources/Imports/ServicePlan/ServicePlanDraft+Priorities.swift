import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// A mission or priority; its depth is that of its number, or follows from the rows around it.
  mutating func draftPriority(_ heading: PlanRow.Heading, isFollowedByOne: Bool) {
    let depth = depth(heading, isFollowedByOne)
    path.removeAll { $0.depth >= depth }
    (action, milestones) = (nil, [])
    let parent = path.last?.id
    let id = draft.identities.item(.priority, titled: heading.title, under: parent)
    path.append((depth, id))
    if !given.contains(id) {
      given.insert(id)
      let number = heading.number.flatMap { $0.split(separator: ".").last.flatMap { Int($0) } }
      var item = PlanItem(
        id: id, role: .priority, level: levels[min(depth, levels.count) - 1], title: heading.title, parent: parent,
        code: heading.number, order: number ?? next("priority under \(parent ?? "")"))
      let printed = heading.cell.text.onOneLine
      if let number = heading.number, !printed.hasPrefix(number + " ") {
        item.printedCode = printed.dropLast(heading.title.count).trimmed
      }
      draft.add(kept(item), at: heading.cell.locator)
    }
    draft.take(heading.cell.locator)
    tellHeadings(heading.headings)
    takePercentages(heading, of: id)
  }

  private func depth(_ heading: PlanRow.Heading, _ isFollowedByOne: Bool) -> Int {
    if let number = heading.number { return number.split(separator: ".").count }
    if isFollowedByOne { return 1 }
    guard let last = path.last else { return 1 }
    return action == nil ? last.depth + 1 : last.depth
  }

  private mutating func takePercentages(_ heading: PlanRow.Heading, of id: String) {
    guard let cell = heading.percentages.first else {
      for index in orphans.indices[firstOpenOrphan...].prefix(20) { orphans[index].below.append(id) }
      return
    }
    firstOpenOrphan = orphans.count
    guard heading.percentages.count == 1, let percent = CellWords(cell.text).percentages, percent.count == 1 else {
      for cell in heading.percentages {
        draft.tell(
          .question, .rollUpHomeless, at: cell.locator, verbatim: cell.text.trimmed,
          "Several percentages stand beside “\(heading.title)”. None was taken; enter the right one.")
      }
      return
    }
    draftRollUp(percent[0], of: id, cell)
  }

  mutating func draftRollUp(_ percent: Int, of id: String, _ cell: SourceCell) {
    guard let period else {
      undated.append(cell)
      return
    }
    rollUps.append(PrintedRollUp(item: id, percent: percent, cell: cell))
    draft.add(PrintedProgress(item: id, period: period, percent: percent), at: cell.locator)
  }

  /// The priorities without a percentage on the rows directly above, down to the last one.
  func openPriorities(_ rows: ArraySlice<PlanRow>) -> [String] {
    var count = 0
    loop: for row in rows.suffix(20).reversed() {
      switch row {
      case .headings, .percentages: continue
      case .priority(let heading) where heading.percentages.isEmpty: count += 1
      case .priority, .line: break loop
      }
    }
    return path.suffix(count).map(\.id)
  }

  /// What the Book has of an item that a document can't know.
  func kept(_ item: PlanItem) -> PlanItem {
    guard let known = draft.order.book.items[item.id] else { return item }
    var item = item
    item.owner = item.owner ?? known.owner
    item.text = item.text ?? known.text
    item.mode = known.mode
    item.condition = known.condition
    item.start = known.start
    item.end = known.end
    item.due = item.due ?? known.due
    return item
  }
}
