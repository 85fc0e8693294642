extension Editing {
  /// An item out of the plan. Fields: `last_day`, its last day in the plan; `reason`; and where something hangs on it,
  /// `children` and `indicators`: `close` for with it, or the id of the item they move to.
  package func closeItem(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    let item = try self.item(id)
    var form = FormReading(answers, book)
    let reason = form.reason("reason", "Say why it leaves the plan: councillors ask.")
    let last = form.lastDay()
    if let end = item.end { form.refuse("item", "“\(item.title)” left the plan on \((end + -1).words) already.") }
    if let last, let start = item.start, last < start {
      form.refuse("last_day", "It is in the plan from \(start.words); the last day can’t be before that.")
    }
    let end = (last ?? today) + 1
    let hanging = book.hanging(on: id, from: end)
    let children = form.decision(
      "children", about: hanging.items.filter { $0.parent == id }.map(\.title), "under it", closing: id, on: end)
    // What closes with the children is decided with them.
    let ownIndicators =
      children == .close ? hanging.indicators : hanging.indicators.filter { $0.items.contains(id) }
    let indicators = form.decision(
      "indicators", about: ownIndicators.map(\.name), "in evidence for it", closing: id, on: end)
    if indicators == .close, let made = book.madeFrom(ownIndicators) {
      form.refuse("indicators", "“\(made.name)” is made from figures of these; change that one first, or move them.")
    }
    try form.finish()

    let closed = [item] + (children == .close ? hanging.items : [])
    var revisions = closed.flatMap { $0.leaving(on: end, reason) }
    if case .move(let parent) = children {
      revisions += moved(hanging.items.filter { $0.parent == id }, under: parent).map(\.revision)
    }
    switch indicators {
    case .close: revisions += ownIndicators.flatMap { $0.leaving(on: end, reason) }
    case .move(let home):
      let ids = Set(closed.map(\.id))
      revisions += ownIndicators.map { indicator in
        var indicator = indicator
        indicator.items = [home] + indicator.items.filter { !ids.contains($0) && $0 != home }
        return indicator.revision
      }
    case nil: break
    }
    return revisions
  }

  /// An item out of the plan with what a page showed of what hangs on it, and nothing that was put there since.
  ///
  /// - Parameter seen: the ids of the items and indicators that it showed.
  package func closeItem(_ id: String, _ answers: FormAnswers, seen: Set<String>) throws(EditRefused) -> [Revision] {
    let revisions = try closeItem(id, answers)
    let unseen = revisions.filter { $0.record != id && !seen.contains($0.record) }
      .compactMap { revision in
        switch revision.kind {
        case PlanItem.kind: book.items[revision.record]?.title
        case Indicator.kind: book.indicators[revision.record]?.name
        default: nil
        }
      }
    guard !unseen.isEmpty else { return revisions }
    let names = unseen.map { "“\($0)”" }.joined(separator: ", ")
    throw EditRefused(
      "main",
      unseen.count == 1
        ? "\(names) hangs on it too and was not shown. It stands below now: say once more what becomes of it."
        : "\(names) hang on it too and were not shown. They stand below now: say once more what becomes of them.")
  }

  /// An item back in the plan, as if it had not left it.
  package func reopenItem(_ id: String) throws(EditRefused) -> [Revision] {
    var item = try self.item(id)
    var form = FormReading([:], book)
    guard let end = item.end else { throw EditRefused("item", "“\(item.title)” is in the plan already.") }
    if let parent = item.parent.flatMap({ book.items[$0] }), let left = parent.end, left <= today {
      form.refuse(
        "item", "“\(parent.title)”, which it stands under, left the plan as well; reopen that first, or move this one.")
    }
    let became = book.lineages.values.filter {
      $0.of == PlanItem.kind && $0.from.contains(id) && $0.on == end && !$0.to.contains(id)
    }
    if let merged = became.first(where: { !$0.relation.ends }) {
      let into = merged.to.compactMap { book.items[$0]?.title }.map { "“\($0)”" }.joined(separator: ", ")
      form.refuse("item", "It became \(into); undo that change instead.")
    }
    try form.finish()
    item.end = nil
    return [item.revision] + became.sorted { $0.id < $1.id }.map(\.withdrawal)
  }

  private func moved(_ children: [PlanItem], under parent: String) -> [PlanItem] {
    let first = nextOrder(under: parent)
    return children.enumerated().map { index, child in
      var child = child
      (child.parent, child.order) = (parent, first + index)
      return child
    }
  }
}

extension Book {
  /// An indicator that is made from the figures of some of these and is none of them.
  func madeFrom(_ sources: [Indicator]) -> Indicator? {
    let ids = Set(sources.map(\.id))
    return indicators.values.filter {
      $0.end == nil && !ids.contains($0.id) && $0.derivedFrom.map(ids.contains) == true
    }.min { $0.id < $1.id }
  }
}

/// What becomes of what hangs on an item that leaves the plan.
enum HangingDecision: Equatable {
  case close
  case move(String)
}

extension FormReading {
  /// `nil` when there is nothing to decide, or when it was not decided, which is refused.
  mutating func decision(
    _ field: String, about names: [String], _ place: String, closing id: String, on end: Day
  ) -> HangingDecision? {
    guard !names.isEmpty else { return nil }
    guard let said = answers.text(field) else {
      let what = names.prefix(3).map { "“\($0)”" }.joined(separator: ", ") + (names.count > 3 ? " and others" : "")
      refuse(
        field,
        "\(names.count) \(names.count == 1 ? "is" : "are") \(place): \(what). Say whether \(names.count == 1 ? "it closes" : "they close") too, or where \(names.count == 1 ? "it moves" : "they move")."
      )
      return nil
    }
    if said == "close" { return .close }
    guard let target = book.items[said] else {
      refuse(field, "There is no “\(said)” in the plan; choose an item that is there.")
      return nil
    }
    if target.end.map({ $0 <= end }) ?? false || book.path(to: said).contains(where: { $0.id == id }) {
      refuse(field, "“\(target.title)” leaves the plan as well; choose one that stays.")
      return nil
    }
    return .move(said)
  }
}

extension PlanItem {
  /// Its end, and the line that tells why it went.
  fileprivate func leaving(on day: Day, _ reason: String) -> [Revision] {
    [
      ending(on: day).revision,
      Lineage(
        id: "\(day):\(PlanItem.kind):\(id)", from: [id], to: [], .dropped, reason: reason, on: day
      ).revision,
    ]
  }
}

extension Indicator {
  func leaving(on day: Day, _ reason: String) -> [Revision] {
    var indicator = self
    indicator.end = day
    return [
      indicator.revision,
      Lineage(
        id: "\(day):\(Indicator.kind):\(id)", of: Indicator.kind, from: [id], to: [], .dropped, reason: reason, on: day
      ).revision,
    ]
  }
}
