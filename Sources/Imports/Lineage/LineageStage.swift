import CorporatePlan

/// Plans are compared from the top down, so that an action is looked for under the priority that its own became.
struct LineageStage: Hashable {
  let role: PlanItem.Role
  /// Whether it stands under one of its own role: a sub-priority, the rated part of an action.
  let isNested: Bool

  static let all = PlanItem.Role.allCases.flatMap { role in
    [LineageStage(role: role, isNested: false), LineageStage(role: role, isNested: true)]
  }
}

/// The items of one plan with what each stands under.
struct PlanOutline {
  let items: [PlanItem]
  private let byID: [String: PlanItem]

  init(_ items: [PlanItem]) {
    self.items = items
    byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
  }

  func item(_ id: String) -> PlanItem? { byID[id] }

  func stage(of item: PlanItem) -> LineageStage {
    LineageStage(role: item.role, isNested: item.parent.flatMap { byID[$0]?.role } == item.role)
  }

  func items(in stage: LineageStage) -> [PlanItem] { items.filter { self.stage(of: $0) == stage } }

  /// What an item is looked for under: a milestone or a rated part under its parent, all else under its top priority.
  func place(of item: PlanItem) -> String? {
    if item.role == .milestone || stage(of: item).isNested { return item.parent }
    return path(to: item).first { $0.role == .priority && $0.id != item.id }?.id
  }

  /// The items above one, from the top.
  func path(to item: PlanItem) -> [PlanItem] {
    var path: [PlanItem] = []
    var next = item.parent
    while let id = next, let above = byID[id], !path.contains(where: { $0.id == id }) {
      path.append(above)
      next = above.parent
    }
    return path.reversed()
  }
}
