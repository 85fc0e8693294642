import CorporatePlan
import Documents

/// The draft of a document's plain tables in the making.
struct TablesDraft {
  var draft: ImportDraft
  var roll: IndicatorRoll
  var slots = FigureSlots()
  private(set) var tables: [ReadTable] = []
  var periods = PeriodCells()
  /// Rows of figures that belong to nobody, by table.
  var unnamed: [Locator] = []
  var itemOrder = 0
  /// What is on record, by its code.
  let itemsByCode: [String: [PlanItem]]
  /// The first row of each action of the file, and its code there.
  var rowsOfItems: [String: (place: Locator, code: String?)] = [:]
  /// What stands in columns of statuses and is none.
  var oddStatuses = OddStatuses()
  /// What the numbers of months count from, by table, once that is asked and answered.
  var monthsFrom: [Locator: MonthNumbers] = [:]
  /// What days stand for, by what was asked: `.some(nil)` where that is open.
  var daysAsked: [String: Period.Grain?] = [:]

  /// The priorities that the words above the tables name.
  let homes: TablePriorities
  var isHomeTold = false
  /// The council that the head names, where none is on record and nobody says which it is.
  private let council: CouncilName?

  init(_ document: SourceDocument, _ order: ImportOrder) {
    council = order.book.council == nil && order.council == nil ? CouncilName(headOf: document) : nil
    homes = TablePriorities(document)
    draft = ImportDraft(document, order)
    roll = IndicatorRoll(order.book)
    itemOrder = order.book.items.values.map(\.order).max() ?? 0
    let coded = order.book.items.values.filter { !($0.code?.plainCode ?? "").isEmpty }
    itemsByCode = Dictionary(grouping: coded) { $0.code?.plainCode ?? "" }
  }

  var order: ImportOrder { draft.order }

  mutating func read(_ table: ReadTable) {
    var table = table
    draft.takeWhole(table.source.locator)
    for cell in table.titles where council.map({ !$0.standsAlone || $0.locator != cell.locator }) ?? true {
      let namesPeriod = SpelledPeriod.find(in: cell.text) != nil
      draft.tell(
        .note, .tableTitle, at: cell.locator, verbatim: cell.text.onOneLine,
        "This stands above the table and was read as its title\(namesPeriod ? ", for the period that it names" : "").")
    }
    settleColumns(of: &table)
    let place = tables.count
    tables.append(table)
    draft.mapping.append(table.map.mapping)
    switch table.kind {
    case .actions: readActions(table)
    case .indicators, .definitions, .long: readIndicators(table, place)
    }
    for other in table.notUnderstood { tellNotUnderstood(other) }
  }

  func text(_ cell: FigureSlots.Cell) -> String {
    tables[Int(cell.table)].source.rows.text(Int(cell.row), Int(cell.cell))
  }

  func cell(_ cell: FigureSlots.Cell) -> SourceCell {
    tables[Int(cell.table)].source.rows.cell(Int(cell.row), Int(cell.cell))
  }

  func locator(_ cell: FigureSlots.Cell) -> Locator {
    tables[Int(cell.table)].source.rows.locator(Int(cell.row), Int(cell.cell))
  }

  consuming func reading(_ confidence: Int, kind: String = "indicator-table") -> Reading {
    draftCouncil()
    let period = reportingPeriod
    tellStrangers()
    let figures = draftFigures()
    tellFractionsOfCounts(among: figures)
    draftIndicators()
    var reading = draft.reading(as: kind, confidence: confidence, period: period)
    reading.figures = figures
    return reading
  }

  private mutating func draftCouncil() {
    guard order.book.council == nil else { return }
    guard let name = order.council ?? council?.name else {
      draft.tell(
        .question, .councilNotNamed, at: .document, "Nothing says which council this is of. Enter the council's name.")
      return
    }
    draft.add(CouncilProfile(name: name, planTitle: "Corporate Plan"), at: council?.locator ?? .document)
  }

  /// What the figures are looked at for: as asked, as the tables say, else the quarter of the newest actual.
  private var reportingPeriod: Period? {
    if let period = order.period { return period }
    let said = Set(tables.compactMap(\.period))
    if said.count == 1 { return said.first }
    var isOfActuals = slots.periods.map { _ in false }
    for slot in slots.slots where slot.actual != nil || slots.others(of: slot)?.numerator != nil {
      isOfActuals[slot.periodNumber] = true
    }
    let newest = zip(slots.periods, isOfActuals).filter(\.1).map(\.0.end).max()
    return newest.flatMap { Period.containing($0 + -1, .quarter) }
  }

  /// Rows whose indicator nobody knows: one report for each code.
  private mutating func tellStrangers() {
    for (code, places) in roll.unknown {
      draft.tell(
        .error, .indicatorUnknown, at: places[0], verbatim: code,
        "No indicator has the code “\(code)”, and its \(counted(places.count, "row")) \(places.count == 1 ? "gives" : "give") no name: \(places.listed). The figures were not taken."
      )
    }
    if let first = unnamed.first {
      draft.tell(
        .error, .indicatorUnnamed, at: first,
        "\(counted(unnamed.count, "row")) with figures \(unnamed.count == 1 ? "has" : "have") neither a code nor a name: \(unnamed.listed). They were not taken."
      )
    }
  }
}

extension [Locator] {
  /// The first few, and how many more there are.
  var listed: String {
    prefix(3).map(\.description).joined(separator: "; ") + (count > 3 ? " and \(count - 3) more" : "")
  }
}
