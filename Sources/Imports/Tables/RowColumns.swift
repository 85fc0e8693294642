import CorporatePlan
import Documents

/// The columns of a table of indicators while its rows are gone through: what a text in them means is kept by its number
/// in the column, so that rows are told apart without their texts. What is asked of every row is inlined: called, it would be
/// given a copy of all this.
struct RowColumns {
  let table: ReadTable
  /// The first row below the headings, and where the rows end.
  let first: Int
  let count: Int
  private let odd: [Bool]
  private let codes: DistinctColumn
  private let names: DistinctColumn
  private let periods: DistinctColumn
  private let years: DistinctColumn
  private let isBlankName: [Bool]
  /// By code, or by name where no heading stands over the codes: which texts are the heading. Empty where neither has one.
  private let headed: DistinctColumn
  private let isHeading: [Bool]
  /// What a row said last of an indicator in each column, where it need not be looked at again.
  private var said: [(texts: DistinctColumn, last: [Int32])]
  /// The indicator by the number of its code, and of the name beside it; by the name where there is no code.
  private var entries: [(beside: Int32, entry: Int32)]
  /// By the number of its text: the period, the year that stood beside it, and how often the indicator is collected.
  private var found: [(year: Int32, own: Period.Grain?, period: Int32)]
  private let hasCodes: Bool
  /// What the periods are of, where they are days.
  private var days: RowDays?
  private let periodColumn: Int?

  init(_ table: ReadTable, _ use: ColumnUse) {
    let rows = table.source.rows
    let first = table.map.header.rows.upperBound + 1
    let nothing = DistinctColumn(empty: max(0, rows.count - first))
    func column(_ number: Int?) -> DistinctColumn { number.map { rows.column($0, from: first) } ?? nothing }
    (self.table, self.first, count) = (table, first, max(first, rows.count))
    odd = rows.oddRows(from: first, beyond: use.isKnown.count - 1)
    codes = column(use.code)
    names = use.name.map { table.source.mergedColumn($0, from: first) } ?? nothing
    periods = column(use.mainPeriod?.column)
    years = column(use.year)
    isBlankName = names.texts.map(\.isBlank)
    let heading = [use.code, use.name].lazy.compactMap { number in
      table.map.header.headings.first { $0.column == number }
    }.first
    headed = heading?.column == use.code ? codes : column(heading?.column)
    let headed = headed
    isHeading = heading.map { heading in headed.texts.map { $0.onOneLine == heading.text } } ?? []
    said = use.said.map { (column($0.column), []) }
    hasCodes = use.code != nil
    periodColumn = use.mainPeriod?.column
    entries = Array(repeating: (-1, -1), count: hasCodes ? codes.texts.count : names.texts.count)
    found = Array(repeating: (-1, nil, -1), count: periods.texts.count)
    // The heading "Quarter" or "Month" says what its days are.
    if use.mainPeriod?.word == .period, var days = RowDays(periods) {
      for row in first..<count { days.insert(row: periods.places[row - first], of: dayKey(row)) }
      days.look()
      self.days = days
    }
  }

  /// How many indicators the rows speak of, mostly: as many as they have codes, or names where there are none.
  var indicators: Int { entries.count }

  /// Whether a row may be a heading, a remark or have cells that no column is of.
  func isOdd(_ row: Int) -> Bool { odd[row - first] }

  func isUnnamed(_ row: Int) -> Bool {
    isBlankName[Int(names.places[row - first])] && codes.texts[Int(codes.places[row - first])].isEmpty
  }

  /// Whether a row may be the headings once more.
  func mayBeHeadings(_ row: Int) -> Bool { isHeading.isEmpty || isHeading[Int(headed.places[row - first])] }

  func code(_ row: Int) -> String { codes.texts[Int(codes.places[row - first])] }
  func name(_ row: Int) -> String { names.texts[Int(names.places[row - first])] }
  func period(_ row: Int) -> String { periods.texts[Int(periods.places[row - first])] }
  func year(_ row: Int) -> String { years.texts[Int(years.places[row - first])] }

  /// The indicator of a row, where one with the same code and name was kept before.
  @inline(__always)
  func entry(_ row: Int) -> Int? {
    let (key, beside) = key(row)
    let known = entries[key]
    return known.beside == beside ? Int(known.entry) : nil
  }

  mutating func keep(_ entry: Int, for row: Int) {
    let (key, beside) = key(row)
    entries[key] = (beside, Int32(entry))
  }

  private func key(_ row: Int) -> (Int, beside: Int32) {
    let (code, name) = (codes.places[row - first], names.places[row - first])
    return hasCodes ? (Int(code), name) : (Int(name), 0)
  }

  /// The period of a row, where the same words beside the same year were kept before.
  @inline(__always)
  func period(_ row: Int, _ own: Period.Grain?) -> Int? {
    let known = found[Int(periods.places[row - first])]
    return known.year == years.places[row - first] && known.own == own ? Int(known.period) : nil
  }

  mutating func keep(period: Int, _ own: Period.Grain?, for row: Int) {
    found[Int(periods.places[row - first])] = (years.places[row - first], own, Int32(period))
  }

  /// Whether a row may say more of its indicator in a column than what was noted of it last.
  func saysMore(_ row: Int, _ column: Int, of entry: Int) -> Bool {
    let (texts, last) = said[column]
    return entry >= last.count || last[entry] != texts.places[row - first]
  }

  mutating func said(_ row: Int, _ column: Int, of entry: Int) {
    while said[column].last.count <= entry { said[column].last.append(-1) }
    said[column].last[entry] = said[column].texts.places[row - first]
  }

  /// Whether some rows have a day for their period.
  var hasDays: Bool { days != nil }

  /// Whether the period of a row is a day.
  func isDay(_ row: Int) -> Bool { days?.isDay(periods.places[row - first]) ?? false }

  private func dayKey(_ row: Int) -> Int {
    let code = codes.places[row - first]
    return hasCodes && !codes.texts[Int(code)].isBlank ? Int(code) : -1 - Int(names.places[row - first])
  }

  /// The days that a row's indicator has figures for.
  func series(_ row: Int) -> DaySeries { days?.series(dayKey(row)) ?? DaySeries() }

  /// What was settled of them before: `.some(nil)` where it stays open.
  func knownDays(_ row: Int) -> Period.Grain?? { days?.known(dayKey(row)) ?? nil }

  mutating func settleDays(_ row: Int, _ grain: Period.Grain?) {
    let key = dayKey(row)
    days?.settle(key, grain)
  }

  func grainOfDays(_ row: Int, known: Period.Grain?, of period: Period?) -> Period.Grain? {
    days?.grain(dayKey(row), known: known, of: period)
  }

  /// Where the period of a row stands.
  func periodCell(_ row: Int) -> Locator {
    table.source.rows.locator(row, max(0, periodColumn.flatMap { table.source.rows[row].index(ofColumn: $0) } ?? 0))
  }
}
