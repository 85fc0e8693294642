import CorporatePlan
import Documents

extension PaperDraft {
  /// The plan, its priorities and the actions of the year, where the paper puts them up.
  mutating func draftPriorities() {
    let chapters = parts.chapters.enumerated().filter(\.element.isPriority)
    guard let first = chapters.first else { return }
    let words = PlanWords(paper.title, parts.document)
    let year = words.year ?? order.period.map { FinancialYear(containing: $0.start) }
    if year == nil {
      draft.tell(
        .question, .actionsYearUnknown, at: first.element.heading.locator, verbatim: first.element.heading.text,
        "Nothing says which year these actions are for. Import again with a quarter of that year.")
    }
    if let plan = words.plan { draft.add(plan, at: parts.line(.title)?.locators.last ?? .document) }
    for (place, chapter) in chapters.enumerated() {
      let heading = chapter.element.heading
      let id = draft.identities.item(.priority, titled: heading.text.onOneLine, under: nil)
      var priority =
        order.book.items[id]
        ?? PlanItem(id: id, role: .priority, level: "Priority", title: heading.text.onOneLine, order: place + 1)
      let actions = takeActions(chapter.offset, under: id, words.level, year)
      if !actions.before.isEmpty { priority.text = actions.before.map(\.inSection).joined(separator: "\n") }
      draft.add(priority, at: heading.locator)
      for (order, action) in actions.items.enumerated() { add(action, order + 1, under: id, words.level, year) }
    }
  }

  private struct PrintedAction {
    let line: PrintedLine
    var following: [PrintedLine] = []
  }

  private mutating func takeActions(
    _ chapter: Int, under priority: String, _ level: String, _ year: FinancialYear?
  ) -> (before: [PrintedLine], items: [PrintedAction]) {
    var before: [PrintedLine] = []
    var items: [PrintedAction] = []
    for index in ranges[chapter] {
      let line = lines[index].line
      placed.insert(index)
      draft.take(line.locator)
      if line.item != nil {
        check(line.numbered?.number, after: items.count, line)
        items.append(PrintedAction(line: line))
      } else if items.isEmpty {
        before.append(line)
      } else {
        items[items.count - 1].following.append(line)
      }
    }
    return (before, items)
  }

  private mutating func check(_ number: Int?, after count: Int, _ line: PrintedLine) {
    guard let number, number != count + 1 else { return }
    draft.tell(
      .warning, .numberOutOfOrder, at: line.locator, verbatim: line.text,
      "This is number \(number) of its list as printed and number \(count + 1) as counted.")
  }

  private mutating func add(
    _ action: PrintedAction, _ order: Int, under priority: String, _ level: String, _ year: FinancialYear?
  ) {
    let title = (action.line.item ?? action.line.text).onOneLine
    let id = draft.identities.item(.action, titled: title, under: priority)
    var item =
      self.order.book.items[id]
      ?? PlanItem(id: id, role: .action, level: level, title: title, parent: priority, order: order)
    let days = year.map { $0.period.start...($0.period.end + -1) }
    let wording = ActionWording(title, in: days)
    if let period = year?.period {
      item.start = min(item.start ?? period.start, period.start)
      item.end = max(item.end ?? period.end, period.end)
    }
    item.due = wording.due
    item.dueWords = wording.dueWords
    item.condition = wording.condition
    item.target = wording.quantities.isEmpty ? nil : wording.quantities.joined(separator: " · ")
    if !action.following.isEmpty { item.text = action.following.map(\.inSection).joined(separator: "\n") }
    draft.add(item, at: action.line.locator)
    tell(wording, action.line)
  }

  private mutating func tell(_ wording: ActionWording, _ line: PrintedLine) {
    if wording.quantities.count > 1 {
      draft.tell(
        .note, .severalQuantities, at: line.locator, verbatim: line.text,
        "One action with \(wording.quantities.count) quantities: \(wording.quantities.joined(separator: "; ")). It was kept as one."
      )
    }
    if let words = wording.goesOn {
      draft.tell(
        .note, .carriedFromLastYear, at: line.locator, verbatim: line.text,
        "“\(words)” says that this goes on from the year before. Link it to that year's action when the plans are compared."
      )
    }
  }
}
