import CorporatePlan
import Documents

extension Recogniser {
  /// Plain tables: one row for each indicator, or one for each indicator and period, or one for each action, with their
  /// columns in any order and in the words that councils use.
  static let indicatorTable = Recogniser(
    kind: "indicator-table", confidence: TableRecogniser.confidence,
    read: { document, order in TableRecogniser(document, order).reading() })
}

struct TableRecogniser {
  private let document: SourceDocument
  private let order: ImportOrder
  private let tables: [ReadTable]

  init(_ document: SourceDocument, _ order: ImportOrder) {
    (self.document, self.order) = (document, order)
    var tables = document.tables.compactMap { ReadTable($0, order) }
    let said = document.statedPeriods
    for index in tables.indices { tables[index].resolvePeriods(said, order) }
    self.tables = tables
  }

  /// In a workbook or a list of values, how sure the columns are. Words around tables make another kind of document
  /// likelier.
  static func confidence(_ document: SourceDocument) -> Int {
    let tables = document.tables.compactMap { ReadTable($0, .looking) }
    guard !tables.isEmpty else { return 0 }
    let sure = tables.map(\.map.confidence).reduce(0, +) / tables.count
    if [.workbook, .csv, .tsv].contains(document.kind) { return min(95, 50 + sure / 2) }
    let cells = tables.map { $0.source.rows.map(\.cells.count).reduce(0, +) }.reduce(0, +)
    // A report of one quarter has tables with target and actual, too; one of many periods is a table and nothing else.
    let most = tables.contains(where: \.isOfManyPeriods) ? 60 : 39
    return most * cells / max(1, document.pieceCount)
  }

  func reading() -> Reading {
    var tablesDraft = TablesDraft(document, order)
    for table in tables { tablesDraft.read(table) }
    return tablesDraft.reading(TableRecogniser.confidence(document))
  }
}

extension SourceDocument {
  /// The periods that its name and its first paragraphs give.
  var statedPeriods: [Period] {
    let words = paragraphs.prefix(8).map(\.text) + [name]
    return words.compactMap { SpelledPeriod.find(in: $0)?.0.plain }
  }

  /// How many paragraphs and cells it has.
  fileprivate var pieceCount: Int {
    paragraphs.count + tables.map { $0.rows.map(\.cells.count).reduce(0, +) }.reduce(0, +)
  }
}
