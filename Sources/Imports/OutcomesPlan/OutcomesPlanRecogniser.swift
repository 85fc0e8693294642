import CorporatePlan
import Documents

extension Recogniser {
  /// A corporate plan of priorities with lettered outcomes, initiatives by what changes about them, and indicators that
  /// are listed without figures.
  static let outcomesPlan = Recogniser(
    kind: "outcomes-plan",
    confidence: { OutcomesPlanParts.mayBeOne($0.document) ? OutcomesPlanParts($0.document).confidence : 0 },
    read: { document, order in
      let parts = OutcomesPlanParts(document)
      // Asked to read as a plan what has no priority with outcomes: everything is left to a person.
      guard parts.confidence > 0 else {
        return ImportDraft(document, order).reading(as: "outcomes-plan", confidence: 0)
      }
      var draft = OutcomesDraft(parts, order)
      draft.draftPlan()
      draft.draftPriorities()
      draft.draftPledges()
      draft.draftInitiatives()
      draft.draftCommitments()
      draft.linkPledges()
      draft.draftIndicators()
      draft.draftAchievements()
      draft.checkFront()
      draft.draftSections()
      return draft.draft.reading(as: "outcomes-plan", confidence: parts.confidence)
    })
}

extension OutcomesPlanParts {
  /// How much of what such a plan has is there; 0 without priorities that have both outcomes and indicators.
  var confidence: Int {
    guard blocks.contains(where: { !$0.outcomes.isEmpty && !$0.indicators.isEmpty }) else { return 0 }
    let signs = [
      (45, true), (20, blocks.contains { block in block.initiatives.contains { $0.mode != nil } }),
      (10, blocks.count > 1),
      (10, blocks.contains { $0.label != nil }), (5, achievements != nil), (5, front.contains(where: \.isVision)),
    ]
    return signs.filter(\.1).reduce(0) { $0 + $1.0 }
  }
}
