import CorporatePlan
import Documents

extension TablesDraft {
  /// The rows of a table of indicators or of their figures.
  mutating func readIndicators(_ table: ReadTable, _ tablePlace: Int) {
    let use = use(table)
    let (knowsAll, knownColumns) = (use.knowsAll, use.isKnown.count)
    var plan = PlanRows(use.plan, table)
    var isInPlan = !use.plan.isEmpty
    let (codeColumn, nameColumn) = (use.code, use.name)
    let columns = PeriodColumns(use, table, table.kind == .long ? table.daysFrequency(use) : nil)
    let figures = use.figures.map { figures in (figures, number: figures.period.map { slots.number(of: $0) }) }
    for index in (table.map.header.rows.upperBound + 1)..<table.source.rows.count {
      let row = table.source.rows[index]
      if row.cells.isEmpty { continue }
      if row.cells.count == 1 || row.isNearlyEmpty {
        let isDone = takeSingle(row, table, &plan)
        isInPlan = isInPlan || plan.group != nil
        if isDone { continue }
      }
      if !knowsAll || row.reaches(beyond: knownColumns - 1) {
        tellStrays(row, use)
      }
      let code = codeColumn.map { row.text($0) } ?? ""
      let name = nameColumn.map { table.text(row, $0) } ?? ""
      if code.isEmpty, name.isBlank {
        unnamed.append(row.cells[0].locator)
        continue
      }
      if isHeadingAgain(row, table) { continue }
      guard let entry = roll.place(code: code, name: name, at: row.cells[0].locator, &draft) else { continue }
      if isInPlan, let item = planItem(row, table, &plan) {
        if !roll[entry].items.contains(item) { roll[entry].items.append(item) }
      }
      for (word, column) in use.said { say(word, row, column, of: entry) }
      var own: Int?
      if let columns {
        own = period(of: row, columns, entry)
        if own == nil { continue }
      }
      for (figures, number) in figures {
        guard let number = number ?? own.flatMap({ self.number(of: figures.earlier, than: $0) }),
          let cell = row.index(ofColumn: figures.column),
          figures.word == .status || !row.isBlank(cell)
        else { continue }
        slots.put(
          FigureSlots.Cell(table: Int32(tablePlace), row: Int32(index), cell: Int32(cell)), as: figures.word,
          entry: entry, period: number)
      }
    }
    askAboutGroups(plan, table)
  }

  /// The number of the period that a column is of in a row of a period; `nil` where the calendar has none before it.
  private mutating func number(of earlier: ColumnUse.Earlier?, than own: Int) -> Int? {
    guard let earlier else { return own }
    let period = slots.periods[own]
    let before =
      earlier == .year
      ? order.book.calendar.aYearEarlier(than: period) : order.book.calendar.earlier(than: period, by: 1)
    return before.map { slots.number(of: $0) }
  }

  private mutating func tellStrays(_ row: SourceRow, _ use: ColumnUse) {
    for cell in row.cells where !cell.text.isBlank {
      guard let column = cell.locator.column else { continue }
      if use.isKnown.indices.contains(column), use.isKnown[column] { continue }
      draft.tell(
        .question, .unplaced, at: cell.locator, verbatim: cell.text.trimmed,
        "This stands in no column that has a heading. Read it, and enter by hand what should be kept.")
    }
  }

  /// Headings that are printed again on the next page.
  private func isHeadingAgain(_ row: SourceRow, _ table: ReadTable) -> Bool {
    let headings = table.map.header.headings
    guard headings.count <= row.cells.count, let last = headings.last else { return false }
    let text = row.text(last.column)
    guard text.utf8.count >= last.text.utf8.count, text.onOneLine == last.text else { return false }
    return headings.allSatisfy { row.text($0.column).onOneLine == $0.text }
  }

  private mutating func say(_ word: ColumnMeaning.Word, _ row: SourceRow, _ column: Int, of entry: Int) {
    guard let index = row.index(ofColumn: column) else { return }
    let text = row.cells[index].text
    if text.isBlank { return }
    guard let known = roll[entry].said[word] else {
      roll[entry].said[word] = IndicatorRoll.Said(text: text, locator: row.cells[index].locator)
      return
    }
    if known.text == text || known.text.normalisedName == text.normalisedName { return }
    draft.tell(
      .warning, .definitionTwice, at: row.cells[index].locator, verbatim: text.trimmed,
      "For the \(word.rawValue) of “\(roll[entry].name)” it says “\(text.onOneLine)” here and “\(known.text.onOneLine)” at \(known.locator). The first was taken."
    )
  }

  /// The number of a row's period; `nil` when it could not be told, which was said.
  private mutating func period(of row: SourceRow, _ columns: PeriodColumns, _ entry: Int) -> Int? {
    let own =
      roll[entry].said[.frequency].flatMap { StatedFrequency($0.text)?.grain } ?? roll[entry].known?.frequency
      ?? columns.frequency
    var text = row.text(columns.main)
    let year = columns.year.map { row.text($0) } ?? ""
    if columns.word == .month, let number = Int(text.trimmed), (1...12).contains(number), Int(year.trimmed) == nil {
      switch monthNumbers(columns, text, row) {
      case .fromJanuary: break
      case .fromApril: text = String((number + 2) % 12 + 1)
      case .open: return nil
      }
    }
    switch periods.period(
      text, year: year, context: columns.context, frequency: own, word: columns.word,
      in: order.book.calendar, &slots)
    {
    case .period(_, let number): return number
    case .trouble(let trouble): return settle(trouble, text, row)
    }
  }

  /// What the numbers of months count from, beside a financial year: asked once for a table.
  private mutating func monthNumbers(_ columns: PeriodColumns, _ text: String, _ row: SourceRow) -> MonthNumbers {
    if let known = monthsFrom[columns.table] { return known }
    let answer = draft.ask(
      .monthUnclear, at: columns.table, verbatim: row.cells.map(\.text.onOneLine).joined(separator: " | "),
      "Months are given as numbers of a financial year: month 1 may be January or April. Rows with such a number were not taken.",
      choices: [
        Question.Choice("january", "Month 1 is January"), Question.Choice("april", "Month 1 is April"),
      ])
    let numbers: MonthNumbers = answer == "january" ? .fromJanuary : answer == "april" ? .fromApril : .open
    monthsFrom[columns.table] = numbers
    return numbers
  }

  private mutating func settle(_ trouble: SpelledPeriod.Resolution, _ text: String, _ row: SourceRow) -> Int? {
    let place = row.cells[0].locator
    switch trouble {
    case .unclear(let periods):
      // One answer for all cells that say the same.
      let answer =
        periods.first { order.answer("\(DiagnosticCode.periodUnclear.rawValue): \(text)") == $0.code }
        ?? draft.ask(
          .periodUnclear, at: place, verbatim: text,
          "“\(text)” may be \(periods.map(\.name).joined(separator: " or ")). The row was not taken.",
          choices: periods.map { Question.Choice($0.code, $0.name) }
        ).flatMap { answer in periods.first { $0.code == answer } }
      return answer.map { slots.number(of: $0) }
    case .termNotEntered(let term):
      draft.tell(
        .error, .termNotEntered, at: place, verbatim: text,
        "The term “\(term)” has not been entered with its dates, so this row was not taken.")
    default:
      draft.tell(
        .error, .periodUnreadable, at: place, verbatim: text,
        text.isBlank
          ? "This row names no period, so its figures were not taken."
          : "“\(text)” was not understood as a period, so this row was not taken. Write it like Q1 2024/25.")
    }
    return nil
  }
}

/// What the numbers of months count from.
enum MonthNumbers { case fromJanuary, fromApril, open }

/// The columns that say which period a row is of.
private struct PeriodColumns {
  let main: Int
  let word: ColumnMeaning.Word
  let year: Int?
  /// The year that the table is of.
  let context: FinancialYear?
  /// How often the figures are given, as far as the table tells.
  let frequency: Period.Grain?
  let table: Locator

  /// `nil` where no column says it.
  init?(_ use: ColumnUse, _ table: ReadTable, _ frequency: Period.Grain?) {
    guard let main = use.period.first(where: { $0.word != .year }) ?? use.period.first else { return nil }
    (self.main, word) = (main.column, main.word)
    year = use.period.first { $0.word == .year && $0.column != main.column }?.column
    (context, self.frequency, self.table) = (table.year, frequency, table.source.locator)
  }
}

extension StatedFrequency {
  var grain: Period.Grain? {
    if case .grain(let grain) = self { return grain }
    return nil
  }
}

extension ReadTable {
  /// A cell's text, taken from the merged cell above where it only continues that.
  func text(_ row: SourceRow, _ column: Int) -> String {
    guard let index = row.index(ofColumn: column), row.isContinued(index) else { return row.text(column) }
    return source.text(of: row.cells[index])
  }

  /// How often figures are given for days, by how far the days are apart; `nil` where the periods are no days.
  func daysFrequency(_ use: ColumnUse) -> Period.Grain? {
    guard let column = use.period.first(where: { $0.word == .period })?.column else { return nil }
    var (texts, days): (DistinctTexts, Set<Int>) = (DistinctTexts(), [])
    for row in map.body {
      let text = row.text(column)
      let known = texts.count
      guard texts.place(of: text) == known, case .day(let day)? = SpelledPeriod(cell: text) else { continue }
      days.insert(day.civil.year * 12 + day.civil.month)
    }
    let months = days.sorted()
    guard let apart = zip(months.dropFirst(), months).map({ $0.0 - $0.1 }).min() else { return nil }
    switch apart {
    case 1, 2: return .month
    case 3...5: return .quarter
    case 6...11: return .halfYear
    case 12: return .year
    default: return nil
    }
  }
}
