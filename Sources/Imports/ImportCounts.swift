import CorporatePlan

/// How many things of each kind a document holds, whether they are on record already or not.
package struct ImportCounts: Equatable, Sendable {
  package private(set) var planItems: [PlanItem.Role: Int] = [:]
  /// Records by kind.
  package private(set) var byKind: [String: Int] = [:]
  package private(set) var commentary: [Commentary.Purpose: Int] = [:]

  /// Counts records. Of an action that was split its rated parts count, not the action itself; what the document ends is
  /// not in it.
  init(_ records: [any Record]) {
    let ended = Set(
      records.compactMap { $0 as? Lineage }.filter { $0.relation != .carried }.flatMap { lineage in
        lineage.from.map { RecordID(lineage.of, $0) }
      })
    let items = records.compactMap { $0 as? PlanItem }.filter { !ended.contains($0.recordID) }
    let parents = Set(items.filter { $0.role == .action }.compactMap(\.parent))
    for item in items where !(item.role == .action && parents.contains(item.id)) {
      planItems[item.role, default: 0] += 1
    }
    for record in records where !ended.contains(record.recordID) {
      byKind[record.recordID.kind, default: 0] += 1
      if let words = record as? Commentary { commentary[words.purpose, default: 0] += 1 }
    }
  }

  private func count<Row: Record>(_ type: Row.Type) -> Int { byKind[Row.kind] ?? 0 }

  package var indicators: Int { count(Indicator.self) }
  package var targets: Int { count(Target.self) }
  package var actuals: Int { count(Actual.self) }
  package var updates: Int { count(ActionUpdate.self) }
  package var printed: Int { count(PrintedStatus.self) }
  package var splits: Int { count(Split.self) }
  package var rules: Int { count(RuleRecord.self) }
  package var commentaries: Int { count(Commentary.self) }
}
