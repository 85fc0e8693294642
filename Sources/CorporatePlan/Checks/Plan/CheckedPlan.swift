/// What the checks on a plan look at, brought together once.
struct CheckedPlan {
  let book: Book
  let today: Day?
  /// Items that have not left the plan, in its order; those of a plan that begins later are among them.
  let items: [PlanItem]
  let indicators: [Indicator]
  let tree: PlanTree
  /// Of each item the newest update.
  let updates: [String: ActionUpdate]

  init(_ book: Book, today: Day?) {
    self.book = book
    self.today = today
    func isLive(_ end: Day?) -> Bool { end.map { last in today.map { $0 < last } ?? false } ?? true }
    tree = PlanTree(book)
    items = tree.fromTheBottom.reversed().filter { isLive($0.end) }
    indicators = book.indicators.values.filter { isLive($0.end) }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    var updates: [String: ActionUpdate] = [:]
    for update in book.updates.values where today.map({ update.period.start <= $0 }) ?? true {
      if let other = updates[update.item], update.period < other.period { continue }
      updates[update.item] = update
    }
    self.updates = updates
  }

  /// Whether nothing of the plan stands below it.
  func isLeaf(_ item: PlanItem) -> Bool { tree.children[item.id] == nil }
}

extension ActionUpdate {
  /// Whether nothing is left to do.
  var isDone: Bool { stage == .complete || stage == .withdrawn || percent == 100 }

  /// "25%", "on hold".
  var words: String { percent.map { "\($0)%" } ?? stage.rawValue }
}
