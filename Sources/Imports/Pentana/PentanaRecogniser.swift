import CorporatePlan
import Documents

extension Recogniser {
  /// The workbooks by which Pentana Risk (Covalent before) takes in indicators, actions and risks, filled from a council's
  /// own Pentana.
  static let pentana = Recogniser(
    kind: "pentana", confidence: { PentanaRecogniser.confidence($0.document) },
    read: { document, order in PentanaRecogniser(document, order).reading() })
}

struct PentanaRecogniser {
  private let document: SourceDocument
  private let order: ImportOrder
  private let sheets: [(sheet: PentanaSheet, table: ReadTable)]

  init(_ document: SourceDocument, _ order: ImportOrder) {
    (self.document, self.order) = (document, order)
    let said = document.statedPeriods
    sheets = document.tables.compactMap { source in
      guard let map = ColumnMap(source, settled: order.columns, in: order.book.calendar),
        let sheet = PentanaSheet(map, named: source.sheetName ?? document.name)
      else { return nil }
      var table = ReadTable(source, sheet.kind, map)
      table.resolvePeriods(said, order)
      return (sheet, table)
    }.enumerated().sorted { ($0.element.0.place, $0.offset) < ($1.element.0.place, $1.offset) }.map(\.element)
  }

  /// As sure as its words are Pentana's own: "gauge", "Aim to Max", "days till overdue", "activated", "parent action code".
  static func confidence(_ document: SourceDocument) -> Int {
    guard [.workbook, .csv, .tsv].contains(document.kind) else { return 0 }
    var signs: Set<String> = []
    for table in document.tables {
      let rows = table.rows.prefix(HeadingRows.deepest)
      for cell in rows.flatMap(\.cells) where cell.text.utf8.count < 40 {
        if let sign = ownWords[cell.text.normalisedName] { signs.insert(sign) }
      }
    }
    guard signs.count >= 2, !PentanaRecogniser(document, .looking).sheets.isEmpty else { return 0 }
    return min(98, 86 + 4 * signs.count)
  }

  private static let ownWords: [String: String] = [
    "aim to max": "gauge", "aim to min": "gauge", "goldilocks": "goldilocks", "data only": "data only",
    "gauge": "gauge",
    "gauge type": "gauge", "gauge format type": "gauge", "days till overdue": "overdue", "activated": "activated",
    "red threshold": "threshold", "amber threshold": "threshold", "red variance": "variance",
    "amber variance": "variance", "collection frequency": "frequency", "short name": "short name",
    "managed by": "managed by", "parent action code": "parent", "parent risk code": "parent", "long trend": "trend",
    "short trend": "trend", "internal controls ok": "controls", "action code": "action", "risk code": "risk",
    "pi code": "code", "assigned to": "assigned", "long trend period": "trend",
  ]

  func reading() -> Reading {
    var tables = TablesDraft(document, order)
    for (sheet, table) in sheets {
      switch sheet {
      case .indicators:
        tables.checkCodes(table)
        tables.read(table)
      case .targets, .values: tables.read(table)
      case .settings: tables.readSettings(table)
      case .notes: tables.readNotes(table)
      case .actions: tables.readActionTree(table)
      case .milestones: tables.readMilestones(table)
      case .actionNotes: tables.readActionNotes(table)
      case .risks: tables.readRisks(table)
      case .riskScores: tables.readRiskScores(table)
      case .riskNotes: tables.readMitigations(table)
      }
    }
    tables.checkGauges()
    return tables.reading(PentanaRecogniser.confidence(document), kind: "pentana")
  }
}

extension PentanaSheet {
  fileprivate var kind: ReadTable.Kind {
    switch self {
    case .targets, .values: .long
    case .actions, .milestones, .actionNotes, .risks, .riskScores, .riskNotes: .actions
    default: .definitions
    }
  }
}
