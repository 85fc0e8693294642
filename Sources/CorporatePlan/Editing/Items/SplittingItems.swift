extension Editing {
  /// An action in rated parts: it stays as the commitment, its parts receive a status each from a day on. Fields: `parts`,
  /// one title to a line; `from`, the day, today by default; `reason`.
  package func splitItem(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    let whole = try item(id)
    var form = FormReading(answers, book)
    let parts = answers.texts("parts")
    let day = form.day("from") ?? today
    if whole.role != .action { form.refuse("item", "Only an action has rated parts; “\(whole.title)” is none.") }
    if parts.count < 2 { form.refuse("parts", "Write at least two parts, one to a line.") }
    if Set(parts.map { $0.lowercased() }).count < parts.count {
      form.refuse("parts", "Two parts have the same words; tell them apart.")
    }
    if book.children(of: id).contains(where: { $0.role == .action }) {
      form.refuse("item", "“\(whole.title)” has rated parts already; add another beneath it instead.")
    }
    if let end = whole.end, end <= day {
      form.refuse("from", "“\(whole.title)” left the plan on \((end + -1).words); it can be split before that day.")
    }
    try form.finish()
    let children = self.parts(parts, of: whole, from: day)
    let lineage = Lineage(
      id: "\(day):\(PlanItem.kind):\(id)", from: [id], to: children.map(\.id), .split, reason: answers.text("reason"),
      on: day)
    return children.map(\.revision) + [lineage.revision] + countedParts(whole, children).map(\.revision)
  }

  private func parts(_ titles: [String], of whole: PlanItem, from day: Day) -> [PlanItem] {
    var slugs = Slugs(reserving: planIDs)
    let first = nextOrder(under: whole.id)
    return titles.enumerated().map { index, title in
      var part = PlanItem(
        id: slugs.make(title), role: .action, level: whole.level, title: title, parent: whole.id, order: first + index,
        due: whole.due)
      (part.dueWords, part.publication, part.start) = (whole.dueWords, whole.publication, day)
      return part
    }
  }

  /// What the priority's report says of it: "24 actions as 32".
  private func countedParts(_ whole: PlanItem, _ parts: [PlanItem]) -> [Split] {
    guard let priority = book.priority(above: whole.id) else { return [] }
    let sentence = "“\(whole.title)” is rated in \(parts.count) parts: \(parts.map(\.title).joined(separator: "; "))."
    if var split = book.splits[priority.id] {
      split.rated += parts.count - 1
      split.verbatim += " " + sentence
      return [split]
    }
    let rated = book.ratedActions.filter {
      book.priority(above: $0.id)?.id == priority.id && ($0.end.map { today < $0 } ?? true)
    }
    // Each part that stands under an action already counts as that one.
    let promised = Set(
      rated.map { part in part.parent.flatMap { book.items[$0] }.flatMap { $0.role == .action ? $0.id : nil } ?? part.id
      })
    return [
      Split(
        item: priority.id, original: promised.count, rated: rated.count + parts.count - 1, verbatim: sentence)
    ]
  }
}
