/// The items of a plan by their parent, built once: an item counts under its parent alone, whatever it contributes to.
struct PlanTree {
  /// In order of the plan.
  let children: [String: [PlanItem]]
  /// Every item before the one above it. Items whose parents go round in a circle are left out.
  let fromTheBottom: [PlanItem]

  /// - Parameter period: the items that belong to the plan at some time in it; all when `nil`.
  init(_ book: Book, in period: Period? = nil) {
    let items = book.items.values.filter { item in period.map(item.isInPlan) ?? true }
    let known = Set(items.map(\.id))
    var children: [String: [PlanItem]] = [:]
    var fromTheTop: [PlanItem] = []
    for item in items.sorted(by: { ($0.order, $0.id) < ($1.order, $1.id) }) {
      if let parent = item.parent, known.contains(parent) {
        children[parent, default: []].append(item)
      } else {
        fromTheTop.append(item)
      }
    }
    var place = 0
    while place < fromTheTop.count {
      fromTheTop += children[fromTheTop[place].id] ?? []
      place += 1
    }
    self.children = children
    fromTheBottom = fromTheTop.reversed()
  }
}
