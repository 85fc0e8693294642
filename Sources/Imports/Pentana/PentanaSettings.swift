import CorporatePlan
import Documents

/// What Pentana's data-collection settings say of one indicator: a row for each frequency at which it is collected.
struct PentanaSettings {
  struct Row {
    let frequency: Period.Grain
    let calculation: String
    let cells: [ColumnMeaning.Word: IndicatorRoll.Said]
    let locator: Locator
  }

  var rows: [Row] = []

  /// The finest frequency is the one that is typed; the others are made of it.
  var finest: Row? {
    rows.min { ($0.frequency.months ?? 4) < ($1.frequency.months ?? 4) }
  }

  /// Words for how the coarser figures are made; `nil` where they differ or say nothing.
  var calculations: Set<String> {
    Set(rows.filter { $0.frequency != finest?.frequency }.map(\.calculation).filter { !$0.isEmpty })
  }
}

extension TablesDraft {
  /// The sheet of data-collection settings.
  ///
  /// Confirmed: frequency, source, calculation, interval, days till overdue, start date, red and amber threshold or
  /// variance are kept for each frequency of an indicator. Assumed: one row each, with the PI's code in front.
  mutating func readSettings(_ table: ReadTable) {
    var table = table
    draft.takeWhole(table.source.locator)
    tellTitles(table)
    settleColumns(of: &table)
    draft.mapping.append(table.map.mapping)
    let kept: Set<ColumnMeaning.Word> = [
      .code, .name, .frequency, .aggregation, .start, .redThreshold, .amberThreshold, .redVariance, .amberVariance,
      .lower, .upper, .ignore,
    ]
    tellNotKept(table) { !kept.contains($0) }
    var settings: [(entry: Int, settings: PentanaSettings)] = []
    var places: [Int: Int] = [:]
    for row in table.map.body {
      guard let place = row.cells.first?.locator, let entry = entry(of: row, table) else { continue }
      var cells: [ColumnMeaning.Word: IndicatorRoll.Said] = [:]
      for column in table.map.columns {
        guard let word = column.meaning?.word, let index = row.index(ofColumn: column.number),
          !row.cells[index].text.isBlank
        else { continue }
        cells[word] = IndicatorRoll.Said(text: row.cells[index].text, locator: row.cells[index].locator)
      }
      checkYear(cells[.start], of: entry)
      guard let said = cells[.frequency], let frequency = StatedFrequency(said.text)?.grain else {
        draft.tell(
          .warning, .wordUnreadable, at: cells[.frequency]?.locator ?? place, verbatim: cells[.frequency]?.text ?? "",
          "How often “\(roll[entry].name)” is collected was not understood; the row was left out.")
        continue
      }
      if places[entry] == nil {
        places[entry] = settings.count
        settings.append((entry, PentanaSettings()))
      }
      settings[places[entry] ?? 0].settings.rows.append(
        PentanaSettings.Row(
          frequency: frequency, calculation: (cells[.aggregation]?.text ?? "").normalisedName, cells: cells,
          locator: place))
    }
    for (entry, settings) in settings { apply(settings, to: entry) }
    tellThresholds(settings.compactMap(\.settings.finest))
  }

  /// The indicator of a row by its code and name.
  mutating func entry(of row: SourceRow, _ table: ReadTable) -> Int? {
    guard let first = row.cells.first else { return nil }
    let code = table.map.columns(.code).first.map { row.text($0.number) } ?? ""
    let name = table.map.columns(.name).first.map { row.text($0.number) } ?? ""
    if code.isBlank, name.isBlank {
      if !row.isNearlyEmpty {
        unnamed.append(first.locator)
      } else {
        draft.tell(
          .question, .unplaced, at: first.locator, verbatim: first.text.trimmed,
          "This stands in no row of a code. Read it, and enter by hand what should be kept.")
      }
      return nil
    }
    return roll.place(code: code, name: name, at: first.locator, &draft)
  }

  private mutating func apply(_ settings: PentanaSettings, to entry: Int) {
    guard let finest = settings.finest else { return }
    roll[entry].said[.frequency] = finest.cells[.frequency]
    if let said = finest.cells[.aggregation], settings.rows.count == 1 {
      roll[entry].said[.aggregation] = said
    } else if settings.calculations.count == 1,
      let row = settings.rows.first(where: { settings.calculations.contains($0.calculation) }),
      let said = row.cells[.aggregation]
    {
      // Year to date of flows is their sum from April on.
      let isYearToDate = ["ytd", "year to date"].contains(row.calculation)
      roll[entry].said[.aggregation] = isYearToDate ? IndicatorRoll.Said(text: "sum", locator: said.locator) : said
    } else if settings.calculations.count > 1 {
      draft.tell(
        .warning, .pentanaCalculation, at: finest.locator,
        verbatim: settings.calculations.sorted().joined(separator: ", "),
        "The frequencies of “\(roll[entry].name)” are calculated in different ways: \(settings.calculations.sorted().joined(separator: ", ")). None was taken."
      )
    }
    // Values better than the amber threshold are green, those better than the red one amber.
    for (word, home) in [
      (ColumnMeaning.Word.amberThreshold, ColumnMeaning.Word.green), (.redThreshold, .amber),
      (.redVariance, .tolerance),
      (.lower, .lower), (.upper, .upper),
    ] {
      guard let said = finest.cells[word] else { continue }
      roll[entry].said[home] = said
      for row in settings.rows where row.frequency != finest.frequency {
        guard let other = row.cells[word], other.text.normalisedName != said.text.normalisedName else { continue }
        draft.tell(
          .warning, .definitionTwice, at: other.locator, verbatim: other.text.onOneLine,
          "The \(word.rawValue) of “\(roll[entry].name)” is “\(other.text.onOneLine)” here and “\(said.text.onOneLine)” for its finest frequency, which was taken."
        )
      }
    }
    if let said = finest.cells[.amberVariance], (try? Figure(said.text.onOneLine))?.quantity != .zero {
      draft.tell(
        .warning, .pentanaThresholds, at: said.locator, verbatim: said.text.onOneLine,
        "“\(roll[entry].name)” stays green up to \(said.text.onOneLine) beyond its target; our tolerance begins at the target. Set a rule of its own for it."
      )
    }
  }

  private mutating func tellThresholds(_ rows: [PentanaSettings.Row]) {
    let limited = rows.filter { row in
      [ColumnMeaning.Word.amberThreshold, .redThreshold, .redVariance].contains { row.cells[$0] != nil }
    }
    guard let first = limited.first else { return }
    draft.tell(
      .note, .pentanaThresholds, at: first.locator,
      "\(counted(limited.count, "indicator")): an amber threshold was taken as where green ends, a red one as where amber ends, and a red variance as the tolerance."
    )
  }

  private mutating func checkYear(_ start: IndicatorRoll.Said?, of entry: Int) {
    guard let start, let day = SpelledDay(start.text).day, (day.civil.month, day.civil.day) != (4, 1) else { return }
    draft.tell(
      .warning, .pentanaYear, at: start.locator, verbatim: start.text.onOneLine,
      "The collection year of “\(roll[entry].name)” begins on \(day.words), ours on 1 April. Check the periods of its figures."
    )
  }

  /// What stands above the headings.
  mutating func tellTitles(_ table: ReadTable) {
    for cell in table.titles {
      draft.tell(
        .note, .tableTitle, at: cell.locator, verbatim: cell.text.onOneLine,
        "This stands above the table and was read as its title.")
    }
  }

  /// The titles, and one warning for each column that was not understood. What stands in it is not repeated in the
  /// message, which is kept for good: it may be a name.
  mutating func tellLeftOut(_ table: ReadTable) {
    tellTitles(table)
    for column in table.map.columns where column.meaning == nil {
      let cells = table.cells(of: column.number)
      guard let first = cells.first else { continue }
      let name = column.heading.isEmpty ? "Column \(column.number)" : "The column “\(column.heading)”"
      draft.tell(
        .warning, .columnUnknown, at: column.locator, verbatim: column.heading,
        "\(name) was not understood: \(counted(cells.count, "cell")), first at \(first.locator). It was left out.")
    }
  }

  /// One note for each column of Pentana's that nothing here keeps.
  mutating func tellNotKept(_ table: ReadTable, _ isDropped: (ColumnMeaning.Word) -> Bool) {
    for column in table.map.columns {
      guard let word = column.meaning?.word, isDropped(word) else { continue }
      let cells = table.cells(of: column.number)
      guard let first = cells.first else { continue }
      draft.tell(
        .note, .columnUnused, at: column.locator, verbatim: column.heading,
        "“\(column.heading)” was understood and is not kept here: \(counted(cells.count, "cell")), first at \(first.locator)."
      )
    }
  }

  /// Codes of PIs have up to sixteen characters; longer ones show that the column holds something else.
  mutating func checkCodes(_ table: ReadTable) {
    guard let column = table.map.columns(.code).first else { return }
    for cell in table.cells(of: column.number) where cell.text.trimmed.count > 16 {
      draft.tell(
        .warning, .pentanaCode, at: cell.locator, verbatim: cell.text.trimmed,
        "The code “\(cell.text.trimmed)” has \(cell.text.trimmed.count) characters; Pentana's have up to 16.")
    }
  }

  /// Goldilocks gauges without bounds can't be rated.
  mutating func checkGauges() {
    let open = roll.entries.filter { entry in
      entry.said[.polarity].flatMap { Polarity(said: $0.text) } == .range
        && (entry.said[.lower] == nil || entry.said[.upper] == nil) && entry.known?.lower == nil
    }
    guard let first = open.first else { return }
    let names = open.prefix(3).map { "“\($0.name)”" }.joined(separator: ", ")
    draft.tell(
      .question, .pentanaGoldilocks, at: first.said[.polarity]?.locator ?? first.locator, verbatim: "Goldilocks",
      "\(counted(open.count, "indicator")) \(open.count == 1 ? "is" : "are") best near the target, and nothing gives the bounds: \(names). Until they are set, they are shown and not rated."
    )
  }
}
