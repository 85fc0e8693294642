import CorporatePlan
import Documents

extension TablesDraft {
  /// Asks about columns that say the same, and about those that say nothing.
  mutating func settleColumns(of table: inout ReadTable) {
    settleAlike(&table)
    settleArea(of: &table)
    // What is offered for columns that say nothing; a head may have thousands of them.
    var offered: [Question.Choice] = []
    // What the days over the columns stand for, once that is asked.
    var headed: Period.Grain??
    for index in table.map.columns.indices {
      let column = table.map.columns[index]
      if column.meaning != nil { continue }
      let cells = table.cells(of: column.number)
      let name = column.heading.isEmpty ? "Column \(column.number)" : "The column “\(column.heading)”"
      guard let first = cells.first else { continue }
      if column.word != nil, column.spelled != nil {
        if let day = column.spelled?.day {
          let isShared = table.headedDays.days.contains(day)
          let grain =
            isShared
            ? headed ?? askForDays(table.headedDays, of: nil, in: table, at: column.locator)
            : askForDays(DaySeries([day]), of: nil, in: table, at: column.locator)
          if isShared { headed = .some(grain) }
          table.map.columns[index].period = grain.flatMap { Period.containing(day, $0) }
          continue
        }
        askForPeriod(of: index, in: &table, cells)
        continue
      }
      if offered.isEmpty { offered = table.meaningsOffered }
      let answer = draft.ask(
        .columnUnknown, at: column.locator, verbatim: column.heading + ": " + first.text.onOneLine,
        "\(name) was not understood: \(counted(cells.count, "cell")), the first at \(first.locator). It was left out.",
        choices: offered)
      if let meaning = answer.flatMap({ ColumnMeaning($0, calendar: order.book.calendar) }) {
        (table.map.columns[index].word, table.map.columns[index].confidence) = (meaning.word, 100)
        table.map.columns[index].period = meaning.period
        offered = []
      }
    }
  }

  /// Two columns of targets, say: the one whose heading is plainer, else a person tells.
  private mutating func settleAlike(_ table: inout ReadTable) {
    let repeatable: Set<ColumnMeaning.Word> = [
      .comment, .direction, .priority, .outcome, .action, .ignore, .definition,
    ]
    let groups = Dictionary(grouping: table.map.columns.indices.filter { table.map.columns[$0].meaning != nil }) {
      let column = table.map.columns[$0]
      // The figure of the period before and that of the year before are two.
      let ofYear = column.word == .previous && column.heading.lowercased().contains("year")
      return (column.meaning?.text ?? "") + (ofYear ? " year" : "")
    }
    for (_, group) in groups.sorted(by: { $0.value[0] < $1.value[0] }) where group.count > 1 {
      let columns = group.map { table.map.columns[$0] }
      guard let word = columns[0].word, !repeatable.contains(word) else { continue }
      var keeping: Int?
      let surest = columns.map(\.confidence).max() ?? 0
      if columns.count(where: { $0.confidence > surest - 10 }) == 1 {
        keeping = columns.first { $0.confidence == surest }?.number
      } else {
        // A head may have thousands.
        let named = columns.prefix(12)
        let more = columns.count > named.count ? " and \(columns.count - named.count) more" : ""
        let headings = named.map { "“\($0.heading)”" }.joined(separator: ", ") + more
        let answer = draft.ask(
          .columnAmbiguous, at: columns[0].locator, verbatim: named.map(\.heading).joined(separator: " | "),
          "The columns \(headings) all say “\(word.rawValue)”. None of them was taken.",
          choices: named.map { Question.Choice("column-\($0.number)", "Take column \($0.number), “\($0.heading)”") })
        keeping = columns.first { answer == "column-\($0.number)" }?.number
        for index in group where table.map.columns[index].number != keeping {
          (table.map.columns[index].word, table.map.columns[index].spelled) = (.ignore, nil)
          table.map.columns[index].period = nil
        }
        continue
      }
      for index in group where table.map.columns[index].number != keeping {
        (table.map.columns[index].word, table.map.columns[index].confidence) = (nil, 0)
      }
    }
  }

  /// A heading names a quarter without its year, or one that can be read in two ways.
  private mutating func askForPeriod(of index: Int, in table: inout ReadTable, _ cells: [SourceCell]) {
    let column = table.map.columns[index]
    let choices: [Period]
    switch column.spelled?.resolved(year: table.year, frequency: nil, in: order.book.calendar) {
    case .unclear(let periods)?: choices = periods
    case .termNotEntered(let term)?:
      draft.tell(
        .error, .termNotEntered, at: column.locator, verbatim: column.heading,
        "The term “\(term)” has not been entered with its dates, so \(counted(cells.count, "figure")) could not be taken."
      )
      return
    default:
      draft.tell(
        .error, .periodUnreadable, at: column.locator, verbatim: column.heading,
        "“\(column.heading)” lacks its year, so \(counted(cells.count, "figure")) could not be taken. Write it like Q1 2024/25, or say which period the file is for."
      )
      return
    }
    let answer = draft.ask(
      .periodUnclear, at: column.locator, verbatim: column.heading,
      "“\(column.heading)” may be \(choices.map(\.name).joined(separator: " or ")). Its \(counted(cells.count, "figure")) were not taken.",
      choices: choices.map { Question.Choice($0.code, $0.name) })
    table.map.columns[index].period = choices.first { $0.code == answer }
  }
}

extension ReadTable {
  /// What stands in a column below the headings.
  func cells(of column: Int) -> [SourceCell] {
    let first = map.header.rows.upperBound + 1
    return source.rows.places(ofColumn: column, from: first).enumerated().compactMap { row, cell in
      cell < 0 ? nil : source.rows.cell(first + row, Int(cell))
    }
  }
}

extension ReadTable {
  /// What a column that says nothing may hold: whatever no other column holds, and what several may.
  fileprivate var meaningsOffered: [Question.Choice] {
    let ofActions: [(ColumnMeaning.Word, String)] = [
      (.status, "How the action stands"), (.progress, "How far it is, in per cent"), (.due, "When it is due"),
      (.start, "When it starts"), (.code, "Its code"), (.priority, "The priority that it belongs to"),
    ]
    let ofIndicators: [(ColumnMeaning.Word, String)] = [
      (.actual, "The figures"), (.target, "The targets"), (.status, "The status or rating"),
      (.previous, "The figures of the period before"), (.polarity, "Whether high or low is good"), (.unit, "The unit"),
      (.baseline, "The baseline"), (.source, "Where the figures come from"), (.code, "The indicator’s code"),
      (.priority, "The priority that it belongs to"), (.department, "The service or team"),
      (.activated, "Whether the figures are final"),
    ]
    let isOfActions = kind == .actions
    let always: [(ColumnMeaning.Word, String)] = [
      (.ignore, "Leave it out"), (.comment, isOfActions ? "Comments on progress" : "Comments on the figures"),
      (.definition, isOfActions ? "What the action is" : "What the indicator measures"),
    ]
    let others = [(.owner, "Who answers for it")] + (isOfActions ? ofActions : ofIndicators)
    return (always + others.filter { !map.has($0.0) }).map { Question.Choice($0.0.rawValue, $0.1) } + ofTheYear
  }

  /// Beside columns of quarters or months there may be one of their year: "YTD".
  private var ofTheYear: [Question.Choice] {
    let dated = map.columns.compactMap(\.period)
    let years = Set(dated.map { FinancialYear(containing: $0.start) })
    guard kind == .indicators, years.count == 1, let year = years.first?.period else { return [] }
    return [(ColumnMeaning.actual(year), "The figures"), (.target(year), "The targets")].compactMap { meaning, words in
      map.columns.contains { $0.meaning == meaning }
        ? nil : Question.Choice(meaning.text, "\(words) of the year \(year.name)")
    }
  }
}
