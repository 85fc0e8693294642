import CorporatePlan
import Documents

/// A table of the document whose columns are understood.
struct ReadTable {
  enum Kind {
    /// A row for each indicator, with its figures of one period or in a column for each.
    case indicators
    /// A row for each indicator and period.
    case long
    /// A row for each indicator, without figures.
    case definitions
    case actions
  }

  let source: SourceTable
  let kind: Kind
  var map: ColumnMap
  /// What the figures are for that stand in no column or row of a period.
  private(set) var period: Period?
  private(set) var year: FinancialYear?
  /// The area whose figures are taken, where the table gives those of several.
  var area: Area?
  /// The titles of the sheet, where several tables stand in it below one another.
  var sheetTitles: [String] = []
  /// The tables beside it in the same sheet that are not understood.
  var notUnderstood: [SourceTable] = []

  init?(_ source: SourceTable, _ order: ImportOrder) {
    guard let map = ColumnMap(source, settled: order.columns, in: order.book.calendar), let kind = Kind(map) else {
      return nil
    }
    (self.source, self.map, self.kind) = (source, map, kind)
  }

  init(_ source: SourceTable, _ kind: Kind, _ map: ColumnMap) {
    (self.source, self.map, self.kind) = (source, map, kind)
  }

  /// Completes what headings leave out, by the table's titles and the document's.
  ///
  /// - Parameter said: the periods that the document names outside its tables.
  mutating func resolvePeriods(_ said: [Period], _ order: ImportOrder) {
    let titles = titles.map(\.text) + [source.sheetName].compactMap { $0 }
    let ownTitles = titles.compactMap { SpelledPeriod.find(in: $0)?.0.plain }
    let own = ownTitles.isEmpty ? sheetTitles.compactMap { SpelledPeriod.find(in: $0)?.0.plain } : ownTitles
    let named = Set(own.isEmpty ? said : own)
    let years = Set(
      (named.isEmpty ? [order.period].compactMap { $0 } : Array(named)).map { FinancialYear(containing: $0.start) })
    year = years.count == 1 ? years.first : nil
    period = order.period ?? (named.count == 1 ? named.first : nil)
    for index in map.columns.indices where map.columns[index].period == nil {
      guard let spelled = map.columns[index].spelled else { continue }
      if case .period(let period) = spelled.resolved(year: year, frequency: nil, in: order.book.calendar) {
        map.columns[index].period = period
      }
    }
  }

  /// Whether its figures are of more periods than a report's: in rows of their own, or in several columns.
  var isOfManyPeriods: Bool {
    kind == .long || Set(map.columns.filter { $0.word == .actual }.compactMap(\.spelled)).count > 2
  }

  /// The cells above the headings.
  var titles: [SourceCell] {
    source.rows[..<map.header.rows.lowerBound].flatMap(\.cells).filter { !$0.text.trimmed.isEmpty }
  }
}

extension ReadTable.Kind {
  init?(_ map: ColumnMap) {
    let figures = map.has(.actual, .target, .numerator)
    if map.has(.name, .measure) || (map.has(.code) && figures && !map.has(.action, .milestone)) {
      let isAction = map.has(.due, .progress, .stage) && !map.has(.polarity, .unit, .frequency, .actual)
      if isAction {
        self = .actions
      } else if figures {
        self = map.has(.period, .quarter, .month) || map.has(.year) ? .long : .indicators
      } else if map.has(.polarity, .unit, .frequency, .definition, .baseline) {
        self = .definitions
      } else {
        return nil
      }
    } else if map.has(.action, .milestone), map.has(.due, .progress, .stage, .status, .owner, .comment) {
      self = .actions
    } else {
      return nil
    }
  }
}

extension SpelledPeriod {
  /// A whole period, where the words say one.
  var plain: Period? {
    if case .period(let period) = self { return period }
    return nil
  }
}

extension SourceTable {
  var sheetName: String? {
    if case .sheet(let name) = locator { return name }
    return nil
  }
}
