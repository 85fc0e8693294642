import CorporatePlan
import Documents

/// Figures that are given for days: of which periods they are is told by the days of each indicator, or asked.
extension TablesDraft {
  /// How often a row's indicator is collected; by its days where it has some, and `nil` while that is open.
  mutating func frequency(of index: Int, _ entry: Int, _ rows: inout RowColumns) -> Period.Grain? {
    let known = roll.frequency(of: entry)
    guard rows.isDay(index) else { return known }
    if let settled = rows.knownDays(index) { return settled }
    let table = rows.table
    let grain =
      rows.grainOfDays(index, known: known, of: table.periodOfDays(order))
      ?? askForDays(rows.series(index), of: roll[entry].name, in: table, at: rows.periodCell(index))
    rows.settleDays(index, grain)
    return grain
  }

  /// Asks what days stand for: once for all indicators of a table whose days may stand for the same.
  mutating func askForDays(
    _ series: DaySeries, of name: String?, in table: ReadTable, at place: Locator
  ) -> Period.Grain? {
    guard let day = series.newest else { return nil }
    let about = "\(table.source.locator), \(series.choices.map(\.rawValue).joined(separator: " or "))"
    if let asked = daysAsked[about] { return asked }
    let periods = series.choices.compactMap { grain in Period.containing(day, grain).map { (grain, $0.name) } }
    let names = periods.map(\.1)
    let subject = name.map { "“\($0)” has a figure for \(day.words), which" } ?? "The heading \(day.words)"
    let answer = draft.ask(
      .daysUnclear, at: place, about: about, verbatim: [name, day.words].compactMap { $0 }.joined(separator: ": "),
      "\(subject) may stand for \(names.dropLast().joined(separator: ", ")) or \(names.last ?? ""): nothing says how often it is collected. Figures of such days were not taken.",
      choices: periods.map { Question.Choice($0.0.rawValue, "\($0.0.rawValue.capitalisedFirst)s: it is \($0.1)") })
    let grain = answer.flatMap(Period.Grain.init(rawValue:))
    daysAsked[about] = .some(grain)
    return grain
  }
}

extension ReadTable {
  /// The period that tells what a day stands for: of a whole year the days may be anything, unless a person said it.
  func periodOfDays(_ order: ImportOrder) -> Period? { period?.grain == .year ? order.period : period }
}
