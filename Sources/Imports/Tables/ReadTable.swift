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
  /// The days that headings name, but those of targets: a target for another day is of that alone.
  private(set) var headedDays = DaySeries()

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
    resolveDays(order)
    lendYears(order.book.calendar)
    if kind == .indicators { placeRemarks() }
  }

  /// "30/06/2025" and "30/09/2025" over the columns stand for quarters, as days in rows do.
  private mutating func resolveDays(_ order: ImportOrder) {
    headedDays = DaySeries(map.columns.compactMap { $0.word == .target ? nil : $0.spelled?.day })
    if headedDays.days.isEmpty, !map.has(.target) { return }
    let period = periodOfDays(order)
    let grain = headedDays.grain(of: period)
    for index in map.columns.indices where map.columns[index].period == nil {
      guard let day = map.columns[index].spelled?.day else { continue }
      let own = headedDays.days.contains(day) ? grain : DaySeries([day]).grain(of: period)
      map.columns[index].period = own.flatMap { Period.containing(day, $0) }
    }
  }

  /// "Q1 Commentary" beside "Q1 2025/26 Actual" is of the same quarter, where that is the only one of its number.
  private mutating func lendYears(_ calendar: PeriodCalendar) {
    let dated = Set(map.columns.compactMap(\.period))
    let years = Set(dated.map { FinancialYear(containing: $0.start) })
    for index in map.columns.indices where map.columns[index].period == nil {
      guard let spelled = map.columns[index].spelled, spelled.isShortOfYear else { continue }
      let same = years.compactMap { spelled.resolved(year: $0, frequency: nil, in: calendar).period }
        .filter(dated.contains)
      if same.count == 1 { map.columns[index].period = same[0] }
    }
  }

  /// A status or comment without a period, among actuals of several, is of the one that it stands behind: each of several
  /// of the nearest to its left, and a single one behind the newest of that. Others are asked about.
  private mutating func placeRemarks() {
    let undated = map.columns.indices.filter { index in
      [.status, .comment].contains(map.columns[index].word) && map.columns[index].spelled == nil
        && map.columns[index].period == nil
    }
    if undated.isEmpty { return }
    // A template has the quarters to come as well.
    let actuals = map.columns.indices.filter { index in
      map.columns[index].word == .actual && map.columns[index].period != nil && isFilled(map.columns[index].number)
    }
    let dated = Set(actuals.compactMap { map.columns[$0].period })
    guard dated.count > 1, let newest = dated.max() else { return }
    for word in [ColumnMeaning.Word.status, .comment] {
      let places = undated.filter { map.columns[$0].word == word }
      var rest = actuals[...]
      var last: Int?
      let behind = places.map { place in
        while let next = rest.first, next < place {
          last = next
          rest.removeFirst()
        }
        return last
      }
      if places.count > 1, !behind.contains(nil), Set(behind).count == places.count {
        for (place, actual) in zip(places, behind) {
          map.columns[place].period = actual.flatMap { map.columns[$0].period }
        }
        continue
      }
      if let period, dated.contains(period) { continue }
      for (place, actual) in zip(places, behind) {
        guard let actual, let own = map.columns[actual].period else { continue }
        // A year's outturn ends with its last quarter.
        if own == newest || own.end == newest.end && place == actual + 1 { map.columns[place].period = own }
      }
    }
  }

  private func isFilled(_ column: Int) -> Bool {
    let first = map.header.rows.upperBound + 1
    return source.rows.places(ofColumn: column, from: first).enumerated().contains { row, cell in
      cell >= 0 && !source.rows.text(first + row, Int(cell)).isBlank
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
        let actuals = map.columns(.actual)
        // A day in each row, beside figures that all name their periods, is of something else.
        let areDated = !actuals.isEmpty && actuals.allSatisfy { $0.spelled?.isShortOfYear == false }
        self = map.has(.period) && !areDated || map.has(.quarter, .month, .year) ? .long : .indicators
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

  var day: Day? {
    if case .day(let day) = self { return day }
    return nil
  }

  /// Whether it is a quarter, half-year or month of a year that is said elsewhere.
  var isShortOfYear: Bool {
    switch self {
    case .quarter, .half, .month: true
    default: false
    }
  }
}

extension SpelledPeriod.Resolution {
  fileprivate var period: Period? {
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
