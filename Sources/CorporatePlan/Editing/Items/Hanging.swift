/// What still hangs on an item that is to leave the plan.
package struct Hanging: Equatable, Sendable {
  /// What stands under it at any depth and is in the plan after that day.
  package var items: [PlanItem] = []
  /// Indicators that give evidence for it or those and nothing else.
  package var indicators: [Indicator] = []
  /// Risks that threaten it or those and nothing else.
  package var risks: [Risk] = []
}

extension Book {
  /// What hangs on an item from a day on, each in the order of the plan.
  package func hanging(on id: String, from day: Day) -> Hanging {
    var hanging = Hanging()
    var ids: Set = [id]
    var next = [id]
    while let parent = next.popLast() {
      for child in children(of: parent) where child.end.map({ day < $0 }) ?? true {
        guard ids.insert(child.id).inserted else { continue }
        hanging.items.append(child)
        next.append(child.id)
      }
    }
    hanging.items.sort { ($0.order, $0.id) < ($1.order, $1.id) }
    hanging.indicators = indicators.values.filter { indicator in
      // What is evidence for something else as well stays where it is.
      !indicator.items.isEmpty && indicator.items.allSatisfy(ids.contains) && (indicator.end.map { day < $0 } ?? true)
    }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    hanging.risks = risks.values.filter { !$0.items.isEmpty && $0.items.allSatisfy(ids.contains) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    return hanging
  }
}
