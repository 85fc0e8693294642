import CorporatePlan

/// How many things of each kind a document holds, whether they are on record already or not.
package struct ImportCounts: Equatable, Sendable {
  package private(set) var planItems: [PlanItem.Role: Int] = [:]
  /// Records by kind.
  package private(set) var byKind: [String: Int] = [:]
  package private(set) var commentary: [Commentary.Purpose: Int] = [:]

  /// Counts records. Of an action that was split its rated parts count, not the action itself; what the document ends is
  /// not in it.
  init(_ records: [any Record], _ figures: TableFigures?, _ sources: Int) {
    var items: [PlanItem] = []
    var ended: Set<RecordID> = []
    // Records of a kind come in rows of thousands, so each row is counted at once.
    var (kind, run) = ("", 0)
    for record in records {
      let own = type(of: record).kind
      if own != kind {
        byKind[kind, default: 0] += run
        (kind, run) = (own, 0)
      }
      run += 1
      if own == PlanItem.kind, let item = record as? PlanItem { items.append(item) }
      if own == Lineage.kind, let lineage = record as? Lineage, lineage.relation != .carried {
        ended.formUnion(lineage.from.map { RecordID(lineage.of, $0) })
      }
      if own == Commentary.kind, let words = record as? Commentary { commentary[words.purpose, default: 0] += 1 }
    }
    byKind[kind, default: 0] += run
    byKind[""] = nil
    if let figures {
      for (kind, count) in [(Actual.kind, figures.actuals), (Target.kind, figures.targets)] where count > 0 {
        byKind[kind, default: 0] += count
      }
      if !figures.comments.isEmpty {
        byKind[Commentary.kind, default: 0] += figures.comments.count
        commentary[.variance, default: 0] += figures.comments.count
      }
    }
    if sources > 0 { byKind[SourceFile.kind, default: 0] += sources }
    if !ended.isEmpty {
      for record in records where ended.contains(record.recordID) { byKind[record.recordID.kind, default: 0] -= 1 }
      items.removeAll { ended.contains($0.recordID) }
    }
    let parents = Set(items.filter { $0.role == .action }.compactMap(\.parent))
    for item in items where !(item.role == .action && parents.contains(item.id)) {
      planItems[item.role, default: 0] += 1
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
