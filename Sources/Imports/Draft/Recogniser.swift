import Documents

/// One kind of document that councils have: how surely a document is one, and what it then holds.
struct Recogniser: Sendable {
  /// As scripts know it: `scorecard`, `service-plan`.
  let kind: String
  /// In per cent; 0 when the document can't be one. It looks only as far as it needs to.
  let confidence: @Sendable (SourceDocument) -> Int
  let read: @Sendable (SourceDocument, ImportOrder) -> Reading
}

extension Recogniser {
  /// All of them; where two are equally sure, the first one reads.
  static let all: [Recogniser] = [
    .export, .scorecard, .cabinetReport, .deliveryPlan, .servicePlan, .indicatorTable, .pentana, .outcomesPlan,
  ]

  /// The one that is surest, or the one that was asked for; `nil` when none is sure at all.
  static func best(for document: SourceDocument, asked kind: String?) -> Recogniser? {
    if let kind { return all.first { $0.kind == kind } }
    var best: (recogniser: Recogniser, confidence: Int)?
    for recogniser in all {
      let confidence = recogniser.confidence(document)
      if confidence > best?.confidence ?? 0 { best = (recogniser, confidence) }
      // Nobody can be surer, and looking on costs time.
      if confidence >= 100 { break }
    }
    return best?.recogniser
  }
}
