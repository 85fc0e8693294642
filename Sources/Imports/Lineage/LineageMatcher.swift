/// Finds the things of an earlier plan in a later one: by id, by equal words in the same place, as parts of each other, by
/// code, by equal words elsewhere, then by likeness. What is not clear becomes a doubt; nothing is guessed.
///
/// Equal words come before codes: councils number their actions anew, and then a code stands for something else. So do
/// parts: the first of them often inherits the code of the whole.
struct LineageMatcher {
  private(set) var carried: [(earlier: PlanThing, later: PlanThing)] = []
  private(set) var splits: [(earlier: PlanThing, later: [PlanThing])] = []
  private(set) var merges: [(earlier: [PlanThing], later: PlanThing)] = []
  /// Later things that may be one of several earlier ones, or one of them or new; best first.
  private(set) var doubts: [(later: PlanThing, candidates: [PlanThing])] = []
  /// Earlier and later things that nothing was found for.
  private(set) var earlier: [PlanThing]
  private(set) var later: [PlanThing]

  /// From here on two titles are the same, reworded, when no other is nearly as like.
  static let sure = 60
  /// Below this they have nothing to do with each other.
  static let least = 34
  /// Below this nobody would think of it.
  static let worthAsking = 25
  /// Two candidates this close can't be told apart.
  static let margin = 15
  /// So much of a part's words stand in the title of what it was split from.
  static let part = 70

  /// Words that so many titles have that they tell none from another, such as the name of the place.
  private let everywhere: Set<UInt64>

  init(earlier: [PlanThing], later: [PlanThing]) {
    self.earlier = earlier
    self.later = later
    everywhere = Self.everywhere(in: earlier + later)
    pair { $0.id == $1.id }
    pair { $0.under == $1.under && $0.words.name == $1.words.name }
    findSplits()
    findMerges()
    pair { Self.haveOneCode($0, $1) && $0.words.likeness(to: $1.words) >= Self.least / 2 }
    pair { $0.words.name == $1.words.name }
    pairByLikeness()
    findDoubts()
  }

  /// The later things without an origin that have at least two words in common with an earlier one, the most like first: a
  /// person may know that it goes on as one of them.
  func heirs(of old: PlanThing) -> [PlanThing] {
    let near = later.filter { new in
      new.under == old.under && new.words.common(with: old.words, besides: everywhere) > 1
        && new.words.likeness(to: old.words) >= Self.worthAsking
    }
    return Array(
      near.sorted { ($1.words.likeness(to: old.words), $0.id) < ($0.words.likeness(to: old.words), $1.id) }.prefix(3))
  }

  private static func everywhere(in things: [PlanThing]) -> Set<UInt64> {
    guard things.count >= 12 else { return [] }
    var counts: [UInt64: Int] = [:]
    for word in things.lazy.flatMap(\.words.all) { counts[word, default: 0] += 1 }
    return Set(counts.filter { $0.value * 4 > things.count }.keys)
  }

  /// A later thing has found its origin.
  mutating func takeUp(_ new: PlanThing) { take([], [new]) }

  // MARK: Equal

  /// Carries over what agrees with one thing and no other.
  private mutating func pair(where agrees: (PlanThing, PlanThing) -> Bool) {
    for one in later {
      let same = earlier.filter { agrees($0, one) }
      guard same.count == 1, later.filter({ agrees(same[0], $0) }).count == 1 else { continue }
      carry(same[0], one)
    }
  }

  private static func haveOneCode(_ one: PlanThing, _ other: PlanThing) -> Bool {
    one.code != nil && one.code == other.code
  }

  // MARK: Parts

  /// One became several: each of them stands for the most part in the old title, by words the others don't have.
  private mutating func findSplits() {
    for old in earlier {
      let parts = later.filter { $0.under == old.under && Self.isPart($0, of: old) }
      guard parts.count > 1, Self.differ(parts, in: old),
        parts.allSatisfy({ part in !earlier.contains { $0 != old && $0.under == old.under && Self.isPart(part, of: $0) }
        })
      else { continue }
      splits.append((old, parts))
      take([old], parts)
    }
  }

  /// Several became one.
  private mutating func findMerges() {
    for new in later {
      let parts = earlier.filter { $0.under == new.under && Self.isPart($0, of: new) }
      guard parts.count > 1, Self.differ(parts, in: new),
        parts.allSatisfy({ part in !later.contains { $0 != new && $0.under == new.under && Self.isPart(part, of: $0) } }
        )
      else { continue }
      merges.append((parts, new))
      take(parts, [new])
    }
  }

  private static func isPart(_ part: PlanThing, of whole: PlanThing) -> Bool {
    part.words.all.count > 1 && part.words.share(in: whole.words) >= Self.part
  }

  /// Whether each part has a word of the whole that no other part has.
  private static func differ(_ parts: [PlanThing], in whole: PlanThing) -> Bool {
    parts.allSatisfy { part in
      let others = Set(parts.filter { $0 != part }.flatMap(\.words.all))
      return !Set(part.words.all).intersection(whole.words.all).subtracting(others).isEmpty
    }
  }

  // MARK: Alike

  private mutating func pairByLikeness() {
    for one in later {
      let near = candidates(for: one)
      guard let best = near.first, best.likeness >= Self.sure, near.count == 1,
        later.filter({ $0.under == one.under && isRival($0, one, for: best.thing) }).isEmpty
      else { continue }
      carry(best.thing, one)
    }
  }

  /// Whether another later thing is nearly as like the earlier one.
  private func isRival(_ other: PlanThing, _ one: PlanThing, for old: PlanThing) -> Bool {
    other != one && other.words.likeness(to: old.words) + Self.margin > one.words.likeness(to: old.words)
  }

  /// The earlier things that a later one may be: the best, those nearly as like, and the one of its code, which was given
  /// to something else or whose title was rewritten.
  private func candidates(for one: PlanThing) -> [(thing: PlanThing, likeness: Int)] {
    let near = earlier.filter { $0.under == one.under || Self.haveOneCode($0, one) }
      .map { (thing: $0, likeness: $0.words.likeness(to: one.words)) }
      .filter { $0.likeness >= Self.least || Self.haveOneCode($0.thing, one) }
      .sorted { ($1.likeness, $0.thing.id) < ($0.likeness, $1.thing.id) }
    guard let best = near.first else { return [] }
    return near.filter { $0.likeness + Self.margin > best.likeness || Self.haveOneCode($0.thing, one) }
  }

  private mutating func findDoubts() {
    for one in later {
      let near = candidates(for: one).prefix(3).map(\.thing)
      if !near.isEmpty { doubt(one, near) }
    }
  }

  // MARK: Taken

  private mutating func carry(_ old: PlanThing, _ new: PlanThing) {
    carried.append((old, new))
    take([old], [new])
  }

  private mutating func doubt(_ new: PlanThing, _ candidates: [PlanThing]) {
    doubts.append((new, candidates))
    take([], [new])
  }

  private mutating func take(_ old: [PlanThing], _ new: [PlanThing]) {
    earlier.removeAll(where: old.contains)
    later.removeAll(where: new.contains)
  }
}
