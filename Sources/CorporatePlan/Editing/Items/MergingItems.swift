extension Editing {
  /// Two or more items as one from a day on: a new item, the old ones closed the day before, and what stood under them,
  /// gave evidence for them or was said of what they contribute to moved to it. Fields: those of `addItem`, of which `level`, `owner` and `due` are the first
  /// one's where the form does not say otherwise; `from`, the day, today by default; `reason`.
  package func mergeItems(_ ids: [String], _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    var old: [PlanItem] = []
    for id in ids where !old.contains(where: { $0.id == id }) { old.append(try item(id, field: "items")) }
    let day = form.day("from") ?? today
    if old.count < 2 { form.refuse("items", "Choose at least two items to merge.") }
    if Set(old.map(\.role)).count > 1 { form.refuse("items", "They are not of one sort; merge actions with actions.") }
    for item in old {
      if let end = item.end, end <= day {
        form.refuse("items", "“\(item.title)” left the plan on \((end + -1).words); leave it out.")
      }
      if let start = item.start, day <= start {
        form.refuse("from", "“\(item.title)” is in the plan from \(start.words); choose a later day.")
      }
    }
    guard let first = old.first else { throw EditRefused(form.problems) }
    let parent = answers.has("parent") ? answers.text("parent") : first.parent
    place(under: parent, of: nil, &form)
    if let parent, let above = old.first(where: { one in book.path(to: parent).contains { $0.id == one.id } }) {
      form.refuse("parent", "It can’t stand under “\(above.title)”, which becomes part of it; choose another item.")
    }
    var whole = PlanItem(
      id: newID(answers.text("title") ?? "", beside: planIDs), role: first.role, level: first.level, title: "",
      parent: parent, order: first.parent == parent ? first.order : nextOrder(under: parent), owner: first.owner,
      due: first.due)
    (whole.dueWords, whole.start) = (first.dueWords, day)
    // A title that one of them had is free from that day on.
    form.readMerged(into: &whole, replacing: old)
    try form.finish()
    let lineage = Lineage(
      id: "\(day):\(PlanItem.kind):\(whole.id)", from: old.map(\.id), to: [whole.id], .merged,
      reason: answers.text("reason"), on: day)
    return [whole.revision] + old.map { $0.ending(on: day).revision } + moved(old, to: whole.id)
      + [lineage.revision]
  }

  /// What hangs on items, hung on another.
  func moved(_ old: [PlanItem], to new: String) -> [Revision] {
    let ids = Set(old.map(\.id))
    let children = book.items.values.filter { item in
      !ids.contains(item.id) && item.parent.map(ids.contains) == true && (item.end.map { today < $0 } ?? true)
    }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    let items = children.enumerated().map { index, child in
      var child = child
      (child.parent, child.order) = (new, index + 1)
      return child.revision
    }
    let indicators = book.indicators.values.filter { $0.items.contains(where: ids.contains) }.sorted { $0.id < $1.id }
      .map { indicator in
        var indicator = indicator
        indicator.items = indicator.items.replacing(ids, with: new)
        return indicator.revision
      }
    let risks = book.risks.values.filter { $0.items.contains(where: ids.contains) }.sorted { $0.id < $1.id }
      .map { risk in
        var risk = risk
        risk.items = risk.items.replacing(ids, with: new)
        return risk.revision
      }
    return items + indicators + risks + movedContributions(ids, to: new)
  }

  /// What items contributed to, and what contributed to them, said of another: each once, and not of that one itself.
  private func movedContributions(_ old: Set<String>, to new: String) -> [Revision] {
    let there = book.contributions.values.sorted { $0.id < $1.id }
    var known = Set(there.map(\.id))
    return there.flatMap { contribution -> [Revision] in
      let isFrom = contribution.subject.kind == PlanItem.kind && old.contains(contribution.subject.record)
      guard isFrom || old.contains(contribution.item) else { return [] }
      let moved = Contribution(
        isFrom ? RecordID(PlanItem.kind, new) : contribution.subject,
        to: old.contains(contribution.item) ? new : contribution.item, contribution.relation,
        verbatim: contribution.verbatim)
      let isOfItself = moved.subject == RecordID(PlanItem.kind, moved.item)
      return [contribution.withdrawal]
        + (isOfItself || !known.insert(moved.id).inserted ? [] : [moved.revision])
    }
  }
}

extension FormReading {
  fileprivate mutating func readMerged(into whole: inout PlanItem, replacing old: [PlanItem]) {
    var own = FormReading(answers, book)
    own.read(into: &whole)
    let freed = Set(old.map { $0.title.lowercased() })
    for problem in own.problems {
      if problem.field == "title", !whole.title.isEmpty, freed.contains(whole.title.lowercased()) { continue }
      refuse(problem.field, problem.sentence)
    }
  }
}

extension PlanItem {
  /// No longer in the plan from that day on.
  func ending(on day: Day) -> PlanItem {
    var item = self
    item.end = day
    return item
  }
}

extension [String] {
  /// With one id in place of others, where the first of them stood.
  fileprivate func replacing(_ old: Set<String>, with new: String) -> [String] {
    var seen: Set<String> = []
    return map { old.contains($0) ? new : $0 }.filter { seen.insert($0).inserted }
  }
}
