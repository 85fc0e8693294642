/// What goes on in the next plan. An item keeps its identity across plans, and with it its history; one that goes under
/// another parent there begins anew, so that the reports of the plan before stay as they were.
extension Editing {
  /// Items in the plan that begins on a day. Fields: `from`, that day; `due`, or `due:` and the id of one; `parent`, where
  /// they go under another item; `reason`.
  package func carryForward(_ ids: [String], _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    if ids.isEmpty { form.refuse("items", "Choose what is carried forward.") }
    if answers.text("from") == nil { form.refuse("from", "Write the first day of the next plan.") }
    let day = form.day("from") ?? today
    let parent = answers.text("parent")
    place(under: parent, of: nil, &form)
    var slugs = Slugs(reserving: planIDs)
    var revisions: [Revision] = []
    for (index, id) in ids.enumerated() {
      var item = try self.item(id, field: "items")
      refuseCarrying(item, to: day, &form)
      form.due(ofCarried: &item, from: day)
      var relation = [id]
      if let parent, parent != item.parent {
        if book.path(to: parent).contains(where: { $0.id == id }) {
          form.refuse("parent", "“\(item.title)” can’t be carried under itself; choose another item.")
        }
        let next = item.anew(slugs.make(item.title), under: parent, from: day, order: nextOrder(under: parent) + index)
        if let old = book.items[id] { revisions.append(old.ending(on: day).revision) }
        revisions.append(next.revision)
        relation = [next.id]
        revisions += shared(old: id, with: next.id)
      } else {
        item.end = nil
        revisions += try changed(item)
      }
      revisions.append(
        Lineage(
          id: "\(day):\(PlanItem.kind):\(id)", from: [id], to: relation, .carried, reason: answers.text("reason"),
          on: day
        ).revision)
    }
    try form.finish()
    return revisions
  }

  /// What was in the plan until the day before another begins, and nobody has yet said what becomes of it.
  package func undecided(for day: Day) -> [PlanItem] {
    let decided = Set(book.lineages.values.filter { $0.of == PlanItem.kind && $0.on == day }.flatMap(\.from))
    return book.items.values.filter { item in
      !decided.contains(item.id) && (item.start.map { $0 < day } ?? true) && (item.end.map { day <= $0 } ?? true)
    }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  private func refuseCarrying(_ item: PlanItem, to day: Day, _ form: inout FormReading) {
    if let end = item.end, end < day {
      form.refuse("items", "“\(item.title)” left the plan on \((end + -1).words); reopen it first.")
    }
    if let start = item.start, day <= start {
      form.refuse("items", "“\(item.title)” is in the plan from \(start.words) only; leave it out.")
    }
    if book.lineages["\(day):\(PlanItem.kind):\(item.id)"] != nil {
      form.refuse("items", "What becomes of “\(item.title)” on \(day.words) is recorded already; undo that first.")
    }
  }

  /// Indicators and risks go on with the item that takes its place, and stay with the old one for the time before.
  private func shared(old: String, with new: String) -> [Revision] {
    let indicators = book.indicators.values.filter { $0.items.contains(old) }.sorted { $0.id < $1.id }
      .map { indicator in
        var indicator = indicator
        indicator.items.append(new)
        return indicator.revision
      }
    let risks = book.risks.values.filter { $0.items.contains(old) }.sorted { $0.id < $1.id }
      .map { risk in
        var risk = risk
        risk.items.append(new)
        return risk.revision
      }
    return indicators + risks
  }
}

extension PlanItem {
  /// The same promise as another item, from a day on.
  fileprivate func anew(_ id: String, under parent: String, from day: Day, order: Int) -> PlanItem {
    var item = PlanItem(
      id: id, role: role, level: level, title: title, parent: parent, code: code, order: order, owner: owner, due: due,
      text: text)
    (item.printedCode, item.dueWords, item.mode, item.condition) = (printedCode, dueWords, mode, condition)
    (item.measure, item.target, item.publication, item.start) = (measure, target, publication, day)
    return item
  }
}

extension FormReading {
  /// What is carried needs a day that lies ahead.
  fileprivate mutating func due(ofCarried item: inout PlanItem, from day: Day) {
    let field = answers.has("due:\(item.id)") ? "due:\(item.id)" : "due"
    if answers.text(field) != nil {
      var reading = FormReading(FormAnswers(["due": [answers.text(field) ?? ""]]), book)
      reading.due(into: &item)
      for problem in reading.problems { refuse(field, problem.sentence) }
    } else if let due = item.due, due < day {
      refuse("due:\(item.id)", "“\(item.title)” was due on \(due.words); write when it is due now.")
    }
  }
}
