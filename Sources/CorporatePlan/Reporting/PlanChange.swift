/// That something of the plan began, ended, was renamed, split, merged or dropped: what was footnotes is a row of a table.
package struct PlanChange: Equatable, Sendable {
  /// `item` or `indicator`.
  package let of: String
  package let kind: Kind
  /// Titles; empty for what is new.
  package let earlier: [String]
  /// Titles; empty for what was completed or dropped.
  package let later: [String]
  package let reason: String?

  package enum Kind: String, Sendable, CaseIterable { case split, merged, replaced, renamed, completed, dropped, new }
}

extension Book {
  /// What became of actions, of what stands above them and of indicators from one day to another.
  ///
  /// - Parameter earlier: the Book of then, by which renamings and withdrawals are seen; without it the plan's own dates
  ///   and lineages tell what they can.
  package func planChanges(from start: Day, to end: Day, since earlier: Book?) -> [PlanChange] {
    let rows =
      changes(
        Things(items.values.filter { $0.role != .vision && $0.role != .milestone }, PlanItem.kind), from: start,
        to: end,
        earlier.map { Things($0.items.values.filter { $0.role != .vision && $0.role != .milestone }, PlanItem.kind) })
      + changes(
        Things(indicators.values.filter { $0.shows != .context }, Indicator.kind), from: start, to: end,
        earlier.map { Things($0.indicators.values.filter { $0.shows != .context }, Indicator.kind) })
    let order = PlanChange.Kind.allCases
    return rows.enumerated().sorted {
      (order.firstIndex(of: $0.element.kind) ?? 0, $0.offset) < (order.firstIndex(of: $1.element.kind) ?? 0, $1.offset)
    }.map(\.element)
  }

  private func changes(_ now: Things, from start: Day, to end: Day, _ earlier: Things?) -> [PlanChange] {
    let lineages = lineages.values.filter { line in
      line.of == now.kind && line.relation != .carried && (line.on.map { start <= $0 && $0 < end } ?? false)
    }.sorted { $0.id < $1.id }
    func title(_ id: String) -> String? { now.byID[id]?.title ?? earlier?.byID[id]?.title }
    let told = lineages.compactMap { line -> PlanChange? in
      let (from, to) = (line.from.compactMap(title), line.to.compactMap(title))
      guard !(from.isEmpty && to.isEmpty) else { return nil }
      return PlanChange(
        of: now.kind, kind: line.relation.asChange, earlier: from, later: to, reason: line.reason)
    }
    let ended = Set(lineages.flatMap(\.from))
    let begun = Set(lineages.flatMap(\.to))
    var rows = told
    for thing in now.inOrder {
      let before = earlier?.byID[thing.id]
      if let before, before.title != thing.title {
        rows.append(change(now, .renamed, [before.title], [thing.title], thing.id))
      }
      if let last = thing.end, start <= last, last <= end, !ended.contains(thing.id) {
        rows.append(change(now, .dropped, [thing.title], [], thing.id))
      }
      let isNew = thing.start.map { start <= $0 && $0 < end } ?? (earlier != nil && before == nil)
      if isNew, !begun.contains(thing.id) { rows.append(change(now, .new, [], [thing.title], thing.id)) }
    }
    for thing in earlier?.inOrder ?? [] where now.byID[thing.id] == nil && !ended.contains(thing.id) {
      rows.append(change(now, .dropped, [thing.title], [], thing.id))
    }
    return rows
  }

  private func change(
    _ things: Things, _ kind: PlanChange.Kind, _ earlier: [String], _ later: [String], _ id: String
  ) -> PlanChange {
    PlanChange(
      of: things.kind, kind: kind, earlier: earlier, later: later, reason: stamp(of: RecordID(things.kind, id))?.reason)
  }
}

extension Lineage.Relation {
  fileprivate var asChange: PlanChange.Kind {
    switch self {
    case .split: .split
    case .merged: .merged
    case .replaced, .carried: .replaced
    case .completed: .completed
    case .dropped: .dropped
    case .new: .new
    }
  }
}

/// Items or indicators alike: what is told of them here is the same.
private struct Things {
  let kind: String
  let inOrder: [Thing]
  let byID: [String: Thing]

  struct Thing {
    let id: String
    let title: String
    let start: Day?
    let end: Day?
  }

  init(_ items: [PlanItem], _ kind: String) {
    self.init(
      items.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map {
        Thing(id: $0.id, title: $0.title, start: $0.start, end: $0.end)
      },
      kind: kind)
  }

  init(_ indicators: [Indicator], _ kind: String) {
    self.init(
      indicators.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map {
        Thing(id: $0.id, title: $0.name, start: $0.start, end: $0.end)
      }, kind: kind)
  }

  private init(_ things: [Thing], kind: String) {
    self.kind = kind
    inOrder = things
    byID = Dictionary(things.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
