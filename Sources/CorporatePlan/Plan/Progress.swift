/// How far an item of the plan has come: the unweighted mean of all milestones beneath it, or of its rated actions where
/// it has no milestones (domain, sections 3 and 5.2).
///
/// The mean is taken once, of what was reported itself, and rounded half up only here. Rounded figures of the items in
/// between, printed ones and contributions from elsewhere are never averaged. Not started is 0 and complete is 100, where
/// no percentage says so; what was withdrawn, and what is under way without a percentage, is left out and said to be.
package struct Progress: Hashable, Sendable {
  /// What has a percentage each.
  package enum Kind: String, Sendable {
    case milestone
    case action
  }

  package let kind: Kind
  /// How many the mean is of; at least one.
  package let counted: Int
  /// How many were withdrawn or have no percentage.
  package let leftOut: Int
  /// The sum of their percentages, from which everything else follows exactly.
  package let sum: Int

  /// Rounded half up.
  package var percent: Int { (2 * sum + counted) / (2 * counted) }

  /// "the unweighted mean of 13 milestones, half up; 2 without a percentage left out"
  package var method: String {
    let left = leftOut == 0 ? "" : "; \(leftOut) without a percentage left out"
    return "the unweighted mean of \(counted) \(kind.rawValue)\(counted == 1 ? "" : "s"), half up\(left)"
  }
}

extension Book {
  /// How far an item has come by the end of a period; `nil` when nobody gave a percentage beneath it and some of it is
  /// under way. Pages of the whole plan ask once for all items.
  package func progress(of item: String, in period: Period) -> Progress? { progress(in: period)[item] }

  /// How far each item has come that has something beneath it with a percentage.
  package func progress(in period: Period) -> [String: Progress] {
    let tree = PlanTree(self, in: period)
    let newest = newestUpdates(upTo: period)
    var counts: [String: (milestones: LeafCount, actions: LeafCount)] = [:]
    for item in tree.fromTheBottom {
      if tree.children[item.id] == nil {
        let leaf = LeafCount(newest[item.id])
        switch item.role {
        case .milestone: counts[item.id, default: (LeafCount(), LeafCount())].milestones.add(leaf)
        case .action: counts[item.id, default: (LeafCount(), LeafCount())].actions.add(leaf)
        case .vision, .priority, .outcome, .pledge: break
        }
      }
      guard let parent = item.parent, let own = counts[item.id] else { continue }
      counts[parent, default: (LeafCount(), LeafCount())].milestones.add(own.milestones)
      counts[parent, default: (LeafCount(), LeafCount())].actions.add(own.actions)
    }
    var all: [String: Progress] = [:]
    for (id, count) in counts where tree.children[id] != nil {
      all[id] = count.milestones.isEmpty ? count.actions.progress(.action) : count.milestones.progress(.milestone)
    }
    return all
  }

  /// Of each item the newest update of the period or of one before.
  private func newestUpdates(upTo period: Period) -> [String: ActionUpdate] {
    var newest: [String: ActionUpdate] = [:]
    for update in updates.values where update.period.end <= period.end {
      if let other = newest[update.item], update.period < other.period { continue }
      newest[update.item] = update
    }
    return newest
  }
}

/// Leaves of the plan beneath an item, added up.
private struct LeafCount {
  var counted = 0
  var leftOut = 0
  var sum = 0
  /// How many percentages were reported, and how many of what is left out may stand anywhere.
  private var reported = 0
  private var unknown = 0

  init() {}

  init(_ update: ActionUpdate?) {
    switch (update?.stage, update?.percent) {
    case (.withdrawn, _): leftOut = 1
    case (_, let percent?): (counted, sum, reported) = (1, percent, 1)
    case (.notStarted, nil): counted = 1
    case (.complete, nil): (counted, sum) = (1, 100)
    default: (leftOut, unknown) = (1, 1)
    }
  }

  var isEmpty: Bool { counted + leftOut == 0 }

  mutating func add(_ other: LeafCount) {
    counted += other.counted
    leftOut += other.leftOut
    sum += other.sum
    reported += other.reported
    unknown += other.unknown
  }

  /// Of a plan that is reported in stages alone, the few that are complete or not begun say nothing of the others.
  func progress(_ kind: Progress.Kind) -> Progress? {
    counted == 0 || reported == 0 && unknown > 0
      ? nil : Progress(kind: kind, counted: counted, leftOut: leftOut, sum: sum)
  }
}
