/// What became of something of the plan that others rely on.
package enum Fate: Equatable, Sendable {
  /// It was completed, and left the plan on that day.
  case completed(on: Day?)
  /// It was dropped, or is to be, from that day on.
  case dropped(on: Day?, reason: String?)
  /// It became something else: the titles of that, in order of their ids.
  case became([String], Lineage.Relation, on: Day?)
  /// It left the plan on that day, and nothing says why.
  case left(on: Day)
  /// There is no record of it any more.
  case gone
}

extension Book {
  /// What became of an item or indicator; `nil` while it goes on as it was.
  package func fate(of record: RecordID) -> Fate? {
    let isItem = record.kind == PlanItem.kind
    let end: Day?
    if isItem {
      guard let item = items[record.record] else { return .gone }
      end = item.end
    } else {
      guard let indicator = indicators[record.record] else { return .gone }
      end = indicator.end
    }
    let lineage = lineages.values
      .filter { $0.of == record.kind && $0.from.contains(record.record) && !$0.to.contains(record.record) }
      .max { ($0.on?.number ?? 0, $0.id) < ($1.on?.number ?? 0, $1.id) }
    switch lineage {
    case let lineage? where lineage.relation == .completed: return .completed(on: lineage.on)
    case let lineage? where lineage.relation == .dropped: return .dropped(on: lineage.on, reason: lineage.reason)
    case let lineage?:
      let titles = lineage.to.compactMap { isItem ? items[$0]?.title : indicators[$0]?.name }
      return .became(titles, lineage.relation, on: lineage.on)
    case nil: return end.map(Fate.left)
    }
  }
}
