import CorporatePlan
import Documents

extension Recogniser {
  static let deliveryPlan = Recogniser(
    kind: "delivery-plan",
    confidence: { DeliveryParts.confidence($0.document) },
    read: { document, order in DeliveryPlanDraft(DeliveryParts(document, order), order).reading() })
}

extension DeliveryParts {
  /// How much of what such a plan has is there; 0 without a table of activities with outputs or outcomes.
  static func confidence(_ document: SourceDocument) -> Int {
    guard document.tables.contains(where: { DeliveryColumns($0, [:]) != nil }) else { return 0 }
    let paragraphs = document.paragraphs
    let signs = [
      (60, true), (20, paragraphs.contains { PriorityHeading($0.text) != nil }),
      (15, paragraphs.contains { OutcomeCode.leading($0.text) != nil }),
    ]
    return signs.filter(\.1).reduce(0) { $0 + $1.0 }
  }
}

extension DeliveryPlanDraft {
  consuming func reading() -> Reading {
    draftPlans()
    draftPriorities()
    let summary = SummaryList(parts, activities: codedTitles)
    draftSummary(summary)
    draftKeyIndicators()
    draftActivities(summary)
    draftPlace()
    draftIndicators()
    draftPassages()
    return draft.reading(
      as: "delivery-plan", confidence: DeliveryParts.confidence(draft.document), period: year?.period)
  }
}
