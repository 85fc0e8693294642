import CorporatePlan

extension ServicePlanDraft {
  /// Works out how far each item has come, by the rule that the Book has for all.
  mutating func computeProgress() {
    // A record that can't be folded is told of when it is recorded.
    let book = try? Book().applying(draft.records.map(\.revision))
    progress = period.flatMap { book?.progress(in: $0) } ?? [:]
  }

  /// The percentage of every milestone beneath an item, `nil` for one without.
  func percentages(beneath item: String, _ children: [String?: [PlanItem]]) -> [Int?] {
    var (percents, open): ([Int?], [String]) = ([], [item])
    while let next = open.popLast() {
      for child in children[next] ?? [] {
        if child.role == .milestone {
          let id = period.map { RecordID(ActionUpdate.kind, "\(child.id)@\($0.code)") }
          percents.append(id.flatMap { draft.record($0) as? ActionUpdate }?.percent)
        } else {
          open.append(child.id)
        }
      }
    }
    return percents
  }
}
