import CorporatePlan

/// What persons answered of things that are not in the later plan under their own words: which of its things they go on
/// as. Where several go on as one, they were merged.
struct HeirAnswers {
  private var heirs: [(heir: PlanThing, old: [PlanThing], isReplaced: Bool)] = []

  mutating func add(_ old: PlanThing, _ heir: PlanThing, isReplaced: Bool) {
    if let place = heirs.firstIndex(where: { $0.heir == heir }) {
      heirs[place].old.append(old)
    } else {
      heirs.append((heir, [old], isReplaced))
    }
  }

  func settle(_ matcher: inout LineageMatcher, _ draft: inout LineageDraft) {
    for (heir, old, isReplaced) in heirs {
      if old.count > 1 {
        draft.merge(old, into: heir)
      } else if isReplaced {
        draft.replace(old[0], by: heir)
      } else {
        draft.carry(old[0], heir)
      }
      matcher.takeUp(heir)
    }
  }
}
