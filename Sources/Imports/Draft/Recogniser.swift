import Documents

/// One kind of document that councils have: how surely a document is one, and what it then holds.
struct Recogniser: Sendable {
  /// As scripts know it: `scorecard`, `service-plan`.
  let kind: String
  /// In per cent; 0 when the document can't be one. It looks only as far as it needs to.
  let confidence: @Sendable (LookedAt) -> Int
  let read: @Sendable (SourceDocument, ImportOrder) -> Reading
}

/// A document that is being weighed, with what weighing it has brought to light: the one who reads it can go on from there.
struct LookedAt: Sendable {
  let document: SourceDocument
  /// Those of the first of its tables that are understood when nothing is settled.
  let tables: Late<[ReadTable]>

  init(_ document: SourceDocument) {
    self.document = document
    tables = Late { document.tables.prefix(TableRecogniser.most).flatMap { ReadTable.all(in: $0, .looking) } }
  }
}

extension Recogniser {
  /// All of them; where two are equally sure, the first one reads.
  static let all: [Recogniser] = [
    .export, .returns, .ownReport, .scorecard, .cabinetReport, .deliveryPlan, .servicePlan, .indicatorTable, .pentana,
    .outcomesPlan,
  ]

  /// Workbooks and lists of values may be as long as they like. What was written to be read has at most so many paragraphs
  /// and cells, which is some thousand pages; a longer text is not searched, and a longer list not for plans.
  static let mostPassages = 30_000
  private static let exported: Set<String> = ["goldthread-export", "returns"]
  private static let lists: Set<String> = exported.union(["indicator-table", "pentana"])

  /// Reports and papers are printed: a workbook or a list of values is none, however large, and is not searched for them.
  private static let printed: Set<String> = ["scorecard", "cabinet-report"]

  /// The one that is surest, or the one that was asked for; `nil` when none is sure at all.
  static func best(for looked: LookedAt, asked kind: String?) -> Recogniser? {
    if let kind { return all.first { $0.kind == kind } }
    var best: (recogniser: Recogniser, confidence: Int)?
    let isSheets = [.workbook, .csv, .tsv].contains(looked.document.kind)
    let isTooLong = looked.document.isTooLong
    for recogniser in all where !isSheets || !printed.contains(recogniser.kind) {
      if isTooLong, !(isSheets ? lists : exported).contains(recogniser.kind) { continue }
      let confidence = recogniser.confidence(looked)
      if confidence > best?.confidence ?? 0 { best = (recogniser, confidence) }
      // Nobody can be surer, and looking on costs time.
      if confidence >= 100 { break }
    }
    return best?.recogniser
  }
}

extension SourceDocument {
  /// Whether it has more paragraphs and cells than anything that people read.
  var isTooLong: Bool {
    var count = blocks.count
    for table in tables where count <= Recogniser.mostPassages {
      count += table.rows.cellCount
    }
    return count > Recogniser.mostPassages
  }
}
