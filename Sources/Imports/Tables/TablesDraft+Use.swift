import CorporatePlan
import Documents

extension TablesDraft {
  /// What the columns of a table of indicators are used for; what can't be used is told.
  mutating func use(_ table: ReadTable) -> ColumnUse {
    var use = ColumnUse()
    use.code = table.map.columns(.code).first?.number
    use.name = (table.map.columns(.name).first ?? table.map.columns(.measure).first)?.number
    let dated = Set(table.map.columns.filter { $0.word == .actual || $0.word == .numerator }.compactMap(\.period))
    for column in table.map.columns {
      use.know(column.number)
      guard let meaning = column.meaning, column.number != use.code, column.number != use.name else { continue }
      let word = meaning.word
      if let role = word.role {
        use.plan.append(ColumnUse.PlanLevel(role: role, level: column.heading.onOneLine, column: column.number))
      } else if ColumnUse.ofPeriod.contains(word), table.kind == .long {
        use.period.append((word, column.number))
      } else if ColumnUse.ofIndicator.contains(word) {
        if word == .managedBy, table.map.has(.owner) { tellSecondOwner(table) }
        use.said.append((word, column.number))
      } else if word == .noteDate, !table.map.has(.comment) {
        // It is kept with the note, and there is none.
        tellUnused(column, table)
      } else if ColumnUse.ofFigures.contains(word) || word == .previous {
        if let period = meaning.period {
          use.figures.append(ColumnUse.Figures(word: word, period: period, column: column.number))
        } else if table.kind == .long, word == .previous {
          let isYear = column.heading.lowercased().contains("year")
          use.figures.append(
            ColumnUse.Figures(word: word, period: nil, column: column.number, earlier: isYear ? .year : .period))
        } else if table.kind == .long {
          use.figures.append(ColumnUse.Figures(word: word, period: nil, column: column.number))
        } else {
          useUndated(column, word, table, dated, &use)
        }
      } else if word == .direction {
        draft.tell(
          .note, .trendNotKept, at: column.locator, verbatim: column.heading,
          "The direction of travel is worked out from the figures; this column was not taken.")
      } else if word != .ignore, word != .area {
        tellUnused(column, table)
      }
    }
    return use
  }

  /// Of two columns that say who answers for an indicator the second is for where the first is blank.
  mutating func tellSecondOwner(_ table: ReadTable) {
    guard let first = table.map.columns(.owner).first, let second = table.map.columns(.managedBy).first else { return }
    draft.tell(
      .note, .columnUnused, at: second.locator, verbatim: second.heading,
      "“\(second.heading)” was taken where “\(first.heading)” is blank; elsewhere it is not kept.")
  }

  private mutating func tellUnused(_ column: ColumnMap.Column, _ table: ReadTable) {
    let cells = table.cells(of: column.number)
    guard let first = cells.first else { return }
    draft.tell(
      .warning, .columnUnused, at: column.locator, verbatim: column.heading + ": " + first.text.onOneLine,
      "“\(column.heading)” was understood as “\(column.word?.rawValue ?? "")”, which is not kept of an indicator: \(counted(cells.count, "cell")), the first at \(first.locator)."
    )
  }

  /// A column of figures without a period: of the period that the table is for, or that its neighbours are of.
  private mutating func useUndated(
    _ column: ColumnMap.Column, _ word: ColumnMeaning.Word, _ table: ReadTable, _ dated: Set<Period>,
    _ use: inout ColumnUse
  ) {
    let cells = table.cells(of: column.number).count
    if cells == 0 { return }
    var period = table.period
    switch word {
    case .previous:
      let heading = column.heading.lowercased()
      period = heading.contains("year") ? period?.aYearEarlier : period?.earlier(by: 1)
    case .target where dated.count > 1:
      period = targetPeriod(column, dated, cells, &use)
      if period == nil { return }
    case _ where dated.count == 1: period = dated.first
    case .comment, .status:
      if dated.count > 1, period.map(dated.contains) != true {
        period = remarkPeriod(column, dated, period, cells)
        if period == nil { return }
      }
    case .activated, .noteDate: period = period ?? dated.max()
    default: break
    }
    guard let period else {
      draft.tell(
        .error, .periodMissing, at: column.locator, verbatim: column.heading,
        "Nothing says which period “\(column.heading)” is of, so its \(counted(cells, "cell")) could not be taken. Say which period the file is for, for example 2024-25-Q1."
      )
      return
    }
    let figures = ColumnUse.Figures(word: word == .previous ? .actual : word, period: period, column: column.number)
    use.figures.append(figures)
  }

  /// The status or comment beside actuals of several periods is of one of them, or of the whole.
  private mutating func remarkPeriod(
    _ column: ColumnMap.Column, _ dated: Set<Period>, _ whole: Period?, _ cells: Int
  ) -> Period? {
    let periods = dated.sorted().suffix(12).reversed() + [whole].compactMap { $0 }
    let answer = draft.ask(
      .remarkPeriodUnclear, at: column.locator, verbatim: column.heading,
      "“\(column.heading)” names no period and the actuals beside it are of \(counted(dated.count, "period")). It was left out: \(counted(cells, "cell")).",
      choices: periods.map { Question.Choice($0.code, "It is of \($0.name)") })
    return periods.first { $0.code == answer }
  }

  /// The target beside actuals of several periods is of the year, or of each of them.
  private mutating func targetPeriod(
    _ column: ColumnMap.Column, _ dated: Set<Period>, _ cells: Int, _ use: inout ColumnUse
  ) -> Period? {
    let years = Set(dated.map { FinancialYear(containing: $0.start) })
    let year = years.count == 1 ? years.first?.period : nil
    let heading = " \(column.heading.normalisedName) "
    if let year, [" annual ", " year end ", " full year ", " end of year "].contains(where: heading.contains) {
      return year
    }
    let newest = dated.max()
    var choices = [Question.Choice("each-period", "It is the target of each period")]
    if let year { choices.append(Question.Choice("year", "It is the target of the year \(year.name)")) }
    if let newest { choices.append(Question.Choice("newest", "It is the target of \(newest.name)")) }
    let answer = draft.ask(
      .targetPeriodUnclear, at: column.locator, verbatim: column.heading,
      "“\(column.heading)” names no period and the actuals beside it are of \(counted(dated.count, "period")). Its \(counted(cells, "target")) were not taken.",
      choices: choices)
    switch answer {
    case "year": return year
    case "newest": return newest
    case "each-period":
      for period in dated.sorted() {
        use.figures.append(ColumnUse.Figures(word: .target, period: period, column: column.number))
      }
      return nil
    default: return nil
    }
  }
}
