extension Editing {
  package enum Direction: String, Sendable, CaseIterable { case up, down }

  /// An item under another parent, last among its new siblings; at the top of the plan for `nil`.
  package func moveItem(_ id: String, under parent: String?) throws(EditRefused) -> [Revision] {
    var item = try self.item(id)
    if item.parent == parent { return [] }
    var form = FormReading([:], book)
    place(under: parent, of: id, &form)
    let title = item.title.lowercased()
    if book.children(of: parent).contains(where: {
      $0.role == item.role && $0.title.lowercased() == title && $0.end == nil
    }) {
      form.refuse("parent", "“\(item.title)” stands there already; merge the two, or give one another title.")
    }
    try form.finish()
    item.parent = parent
    item.order = nextOrder(under: parent)
    return [item.revision]
  }

  /// An item one place up or down among those beside it that are in the plan today.
  package func moveItem(_ id: String, _ direction: Direction) throws(EditRefused) -> [Revision] {
    let item = try self.item(id)
    var siblings = book.children(of: item.parent).filter { $0.id == id || $0.end.map { today < $0 } ?? true }
    guard let place = siblings.firstIndex(where: { $0.id == id }) else { return [] }
    let other = direction == .up ? place - 1 : place + 1
    guard siblings.indices.contains(other) else {
      throw EditRefused("direction", "“\(item.title)” is the \(direction == .up ? "first" : "last") already.")
    }
    let orders = siblings.map(\.order)
    siblings.swapAt(place, other)
    // Places that are told apart already are kept, so that only two records change.
    let areDistinct = zip(orders, orders.dropFirst()).allSatisfy { $0 < $1 }
    var revisions: [Revision] = []
    for index in siblings.indices {
      let order = areDistinct ? orders[index] : (orders.first ?? 1) + index
      guard siblings[index].order != order else { continue }
      siblings[index].order = order
      revisions.append(siblings[index].revision)
    }
    return revisions
  }
}
