import CorporatePlan
import Documents

extension TablesDraft {
  /// The rows of a table of indicators or of their figures. Of a row that is as most are no text is made: what its
  /// columns say is found out once for each different text.
  mutating func readIndicators(_ table: ReadTable, _ tablePlace: Int) {
    let use = use(table)
    var rows = RowColumns(table, use)
    roll.expect(rows.indicators)
    draft.expect(rows.indicators)
    slots.expect(rows.count - rows.first)
    var plan = PlanRows(use.plan, table)
    openHome(table, &plan)
    var isInPlan = !use.plan.isEmpty || plan.group != nil
    let columns = PeriodColumns(use, table)
    let (hasPeriods, hasDays, knowsAll) = (columns != nil, rows.hasDays, use.knowsAll)
    let figures = use.figures.map { figures in
      FigureColumn(
        word: figures.word, earlier: figures.earlier, period: figures.period.map { slots.number(of: $0) })
    }
    let cells = table.source.rows.find(
      use.figures.map { WantedColumn($0.column, countingBlank: $0.word == .status) }, from: rows.first)
    let ofOtherAreas = table.rowsOfOtherAreas
    for index in rows.first..<rows.count {
      if rows.isOdd(index) {
        let row = table.source.rows[index]
        if row.cells.isEmpty { continue }
        if row.isNearlyEmpty {
          let isDone = takeSingle(row, table, &plan)
          isInPlan = isInPlan || plan.group != nil
          if isDone { continue }
        }
        tellStrays(row, use)
      } else if !knowsAll {
        tellStrays(table.source.rows[index], use)
      }
      if let ofOtherAreas, ofOtherAreas[index - rows.first] { continue }
      if rows.isUnnamed(index) {
        unnamed.append(table.source.rows.locator(index, 0))
        continue
      }
      if rows.mayBeHeadings(index), isHeadingAgain(table.source.rows[index], table) { continue }
      guard let entry = entry(of: index, &rows) else { continue }
      if isInPlan, let item = planItem(table.source.rows[index], table, &plan) {
        if !roll[entry].items.contains(item) { roll[entry].items.append(item) }
      }
      for column in use.said.indices where rows.saysMore(index, column, of: entry) {
        if say(use.said[column].word, table.source.rows[index], use.said[column].column, of: entry) {
          rows.said(index, column, of: entry)
        }
      }
      var own: Int?
      if hasPeriods {
        let often = hasDays ? frequency(of: index, entry, &rows) : roll.frequency(of: entry)
        if often == nil, rows.isDay(index) { continue }
        own = rows.period(index, often) ?? period(of: index, columns, often, &rows)
        if own == nil { continue }
      }
      for (figure, place) in zip(figures, cells[index]) where cells.places[place] >= 0 {
        guard let number = figure.period ?? own.flatMap({ number(of: figure.earlier, than: $0) }) else { continue }
        let cell = FigureSlots.Cell(table: Int32(tablePlace), row: Int32(index), cell: cells.places[place])
        slots.put(cell, as: figure.word, entry: entry, period: number)
      }
    }
    askAboutGroups(plan, table)
  }

  /// The place of a row's indicator; `nil` when nobody knows it, which is noted.
  private mutating func entry(of index: Int, _ rows: inout RowColumns) -> Int? {
    if let known = rows.entry(index) { return known }
    let (code, name) = (rows.code(index), rows.name(index).isSheetError ? "" : rows.name(index))
    if name.isEmpty, code.isBlank {
      unnamed.append(rows.table.source.rows.locator(index, 0))
      return nil
    }
    let place = roll.place(code: code, name: name, at: rows.table.source.rows.locator(index, 0), &draft)
    if let place { rows.keep(place, for: index) }
    return place
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

  /// - Returns: whether a row that says the same again needs no second look.
  private mutating func say(_ word: ColumnMeaning.Word, _ row: SourceRow, _ column: Int, of entry: Int) -> Bool {
    guard let index = row.index(ofColumn: column) else { return true }
    let text = row.cells[index].text
    if text.isBlank { return true }
    guard let known = roll[entry].said[word] else {
      roll[entry].said[word] = IndicatorRoll.Said(text: text, locator: row.cells[index].locator)
      return true
    }
    if known.text == text || known.text.normalisedName == text.normalisedName { return true }
    // Messages are kept with the file, and an owner may be a person.
    let isOwner = [.owner, .managedBy].contains(word)
    let both =
      isOwner
      ? "something else here than at \(known.locator)"
      : "“\(text.onOneLine)” here and “\(known.text.onOneLine)” at \(known.locator)"
    draft.tell(
      .warning, .definitionTwice, at: row.cells[index].locator, verbatim: text.trimmed,
      "For the \(word.rawValue) of “\(roll[entry].name)” it says \(both). The first was taken.")
    return false
  }

  /// The number of a row's period; `nil` when it could not be told, which was said.
  private mutating func period(
    of index: Int, _ columns: PeriodColumns?, _ own: Period.Grain?, _ rows: inout RowColumns
  ) -> Int? {
    guard let columns else { return nil }
    var text = rows.period(index)
    let year = rows.year(index)
    if columns.word == .month, let number = Int(text.trimmed), (1...12).contains(number), Int(year.trimmed) == nil {
      switch monthNumbers(columns, text, rows.table.source.rows[index]) {
      case .fromJanuary: break
      case .fromApril: text = String((number + 2) % 12 + 1)
      case .open: return nil
      }
    }
    switch periods.period(
      text, year: year, context: columns.context, frequency: own, word: columns.word, in: order.book.calendar, &slots)
    {
    case .period(_, let number):
      rows.keep(period: number, own, for: index)
      return number
    case .trouble(let trouble): return settle(trouble, text, at: rows.periodCell(index))
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

  private mutating func settle(_ trouble: SpelledPeriod.Resolution, _ text: String, at place: Locator) -> Int? {
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

/// A column of figures: of which period they are where their rows don't say it.
private struct FigureColumn {
  let word: ColumnMeaning.Word
  let earlier: ColumnUse.Earlier?
  let period: Int?
}

/// What tells which period a row is of, beside its own columns.
private struct PeriodColumns {
  let word: ColumnMeaning.Word
  /// The year that the table is of.
  let context: FinancialYear?
  let table: Locator

  /// `nil` where no column says it.
  init?(_ use: ColumnUse, _ table: ReadTable) {
    guard let main = use.mainPeriod else { return nil }
    word = main.word
    (context, self.table) = (table.year, table.source.locator)
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
}
