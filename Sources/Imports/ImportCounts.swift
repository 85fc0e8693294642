import CorporatePlan

/// How many things of each kind a document holds, whether they are on record already or not.
package struct ImportCounts: Equatable, Sendable {
  package private(set) var planItems: [PlanItem.Role: Int] = [:]
  package private(set) var indicators = 0
  package private(set) var targets = 0
  package private(set) var actuals = 0
  package private(set) var updates = 0
  package private(set) var printed = 0
  package private(set) var splits = 0
  package private(set) var rules = 0
  package private(set) var commentary: [Commentary.Purpose: Int] = [:]

  /// Counts records. Of an action that was split its rated parts count, not the action itself.
  init(_ records: [any Record]) {
    let items = records.compactMap { $0 as? PlanItem }
    let parents = Set(items.filter { $0.role == .action }.compactMap(\.parent))
    for item in items where !(item.role == .action && parents.contains(item.id)) {
      planItems[item.role, default: 0] += 1
    }
    for record in records {
      switch record {
      case is Indicator: indicators += 1
      case is Target: targets += 1
      case is Actual: actuals += 1
      case is ActionUpdate: updates += 1
      case is PrintedStatus: printed += 1
      case is Split: splits += 1
      case is RuleRecord: rules += 1
      case let words as Commentary: commentary[words.purpose, default: 0] += 1
      default: break
      }
    }
  }

  package var commentaries: Int { commentary.values.reduce(0, +) }
}
