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
    var tables = TableRecogniser.tables(document, order)
    let said = document.statedPeriods
    for index in tables.indices { tables[index].resolvePeriods(said, order) }
    self.tables = tables
  }

  /// The tables that are understood. Where nothing is settled they are what they were when they were weighed.
  private static func tables(_ document: SourceDocument, _ order: ImportOrder) -> [ReadTable] {
    guard let looked = order.looked, order.columns.isEmpty, order.book.calendar.entered.isEmpty else {
      return document.tables.flatMap { ReadTable.all(in: $0, order) }
    }
    return looked.tables.value + document.tables.dropFirst(most).flatMap { ReadTable.all(in: $0, order) }
  }

  /// In a workbook or a list of values, how sure the columns are. Words around tables make another kind of document
  /// likelier.
  static func confidence(_ looked: LookedAt) -> Int {
    confidence(looked.document, looked: looked.tables.value)
  }

  /// The first few tell what the others are.
  static let most = 8

  private static func confidence(_ document: SourceDocument, looked tables: [ReadTable]) -> Int {
    let all = document.tables
    guard !tables.isEmpty else { return 0 }
    let sure = tables.map(\.map.confidence).reduce(0, +) / tables.count
    if [.workbook, .csv, .tsv].contains(document.kind) { return min(95, 50 + sure / 2) }
    // A report of one quarter has tables with target and actual, too; one of many periods is a table and nothing else.
    let atMost = tables.contains(where: \.isOfManyPeriods) ? 60 : 39
    let cells = all.cellCount
    return atMost * tables.map(\.source).cellCount / max(1, Array(all.prefix(TableRecogniser.most)).cellCount) * cells
      / max(1, cells + document.paragraphs.count)
  }

  func reading() -> Reading {
    var tablesDraft = TablesDraft(document, order)
    for table in tables { tablesDraft.read(table) }
    return tablesDraft.reading(TableRecogniser.confidence(order.looked ?? LookedAt(document)))
  }
}

extension SourceDocument {
  /// The periods that its name and its first paragraphs give.
  var statedPeriods: [Period] {
    let words = paragraphs.prefix(8).map(\.text) + [name]
    return words.compactMap { SpelledPeriod.find(in: $0)?.0.plain }
  }
}

extension [SourceTable] {
  fileprivate var cellCount: Int { reduce(0) { $0 + $1.rows.cellCount } }
}
