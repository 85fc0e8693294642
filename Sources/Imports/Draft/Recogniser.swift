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
    .export, .returns, .scorecard, .cabinetReport, .deliveryPlan, .servicePlan, .indicatorTable, .pentana,
    .outcomesPlan,
  ]

  /// Reports and papers are printed: a workbook or a list of values is none, however large, and is not searched for them.
  private static let printed: Set<String> = ["scorecard", "cabinet-report"]

  /// The one that is surest, or the one that was asked for; `nil` when none is sure at all.
  static func best(for document: SourceDocument, asked kind: String?) -> Recogniser? {
    if let kind { return all.first { $0.kind == kind } }
    var best: (recogniser: Recogniser, confidence: Int)?
    let isSheets = [.workbook, .csv, .tsv].contains(document.kind)
    for recogniser in all where !isSheets || !printed.contains(recogniser.kind) {
      let confidence = recogniser.confidence(document)
      if confidence > best?.confidence ?? 0 { best = (recogniser, confidence) }
      // Nobody can be surer, and looking on costs time.
      if confidence >= 100 { break }
    }
    return best?.recogniser
  }
}
