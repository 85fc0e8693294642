import CorporatePlan

/// What a later thing was in the earlier plan, as a person may answer.
enum Origin {
  case carried(PlanThing)
  case part(PlanThing)
  case replaces(PlanThing)
  /// It brings together all that it is like.
  case merges
  case new

  /// The word for scripts; with several candidates it names the one.
  func word(isOne: Bool) -> String {
    switch self {
    case .carried(let old): isOne ? "carried" : "carried \(old.id)"
    case .part(let old): isOne ? "split" : "split \(old.id)"
    case .replaces(let old): isOne ? "replaced" : "replaced \(old.id)"
    case .merges: "merged"
    case .new: "new"
    }
  }

  var words: String {
    switch self {
    case .carried(let old): "It is “\(old.title)”, carried over in other words"
    case .part(let old): "It is one part of “\(old.title)”, which was split"
    case .replaces(let old): "It takes the place of “\(old.title)”, which ends"
    case .merges: "It brings them together"
    case .new: "It is new"
    }
  }
}

/// What became of each thing of the earlier plan in the later one, while it is being settled.
struct LineageDraft {
  let start: Day
  /// `item` or `indicator`.
  let kind: String
  /// Later ids by the earlier id they keep.
  private(set) var renamed: [RecordID: String] = [:]
  private(set) var lineages: [Lineage] = []
  /// Earlier things that go no further, with the reason where one is known.
  private(set) var ended: [String: String] = [:]
  /// Those of them that were completed.
  private(set) var completed: Set<String> = []
  /// Earlier and later things that an open question is about.
  private(set) var open: Set<String> = []
  /// The earlier id of each later thing that was carried over.
  private(set) var earlierIDs: [String: String] = [:]
  /// Later things that were not in the earlier plan under the same id.
  private(set) var begun: Set<String> = []
  private var taken: Set<String> = []

  init(start: Day, kind: String) {
    self.start = start
    self.kind = kind
  }

  func isSettled(_ earlier: String) -> Bool { taken.contains(earlier) }

  mutating func carry(_ old: PlanThing, _ new: PlanThing) {
    taken.insert(old.id)
    earlierIDs[new.id] = old.id
    if new.id != old.id { renamed[RecordID(kind, new.id)] = old.id }
    let isReworded = old.words.name != new.words.name
    link([old.id], [old.id], .carried, isReworded ? "In the earlier plan: “\(old.title)”." : nil)
  }

  mutating func split(_ old: PlanThing, into new: [PlanThing]) {
    link([old.id], new.map(\.id), .split)
    end(old, "It was split in the plan from \(start.words).")
  }

  mutating func merge(_ old: [PlanThing], into new: PlanThing) {
    link(old.map(\.id), [new.id], .merged)
    for one in old { end(one, "It was merged with others in the plan from \(start.words).") }
  }

  mutating func replace(_ old: PlanThing, by new: PlanThing) {
    link([old.id], [new.id], .replaced)
    end(old, "It was replaced in the plan from \(start.words).")
  }

  mutating func drop(_ old: String, _ reason: String) {
    taken.insert(old)
    link([old], [], .dropped, reason)
    ended[old] = reason
  }

  mutating func complete(_ old: String, _ reason: String) {
    taken.insert(old)
    completed.insert(old)
    link([old], [], .completed, reason)
    ended[old] = reason
  }

  mutating func begin(_ new: String) { link([], [new], .new) }

  /// A question about these has no answer yet, or was left open: the earlier ones stay in the plan beside the later.
  mutating func leaveOpen(earlier: [String], later: [String]) {
    open.formUnion(earlier + later)
    begun.formUnion(later)
  }

  private mutating func end(_ old: PlanThing, _ reason: String) {
    taken.insert(old.id)
    ended[old.id] = reason
  }

  private mutating func link(_ from: [String], _ to: [String], _ relation: Lineage.Relation, _ reason: String? = nil) {
    if relation != .carried { begun.formUnion(to) }
    let one = relation == .split ? from[0] : (to.first ?? from.first ?? "")
    lineages.append(
      Lineage(id: "\(start):\(kind):\(one)", of: kind, from: from, to: to, relation, reason: reason, on: start))
  }
}
