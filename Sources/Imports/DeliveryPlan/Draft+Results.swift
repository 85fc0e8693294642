import CorporatePlan
import Documents

extension DeliveryPlanDraft {
  /// The words of the first column put together again; what was cut is asked about.
  mutating func flow(of rows: ActivityRows) -> CellFlow {
    settled(rows.activityFlow(whole: parts.rowsAreWhole))
  }

  /// What an activity puts out and changes: indicators, and deliverables as milestones.
  mutating func draftResults(_ rows: ActivityRows, of activity: String) {
    var deliverables = 0
    let lossy = parts.rowsAreWhole ? [] : lossyRows(rows)
    for (shows, pieces) in resultPieces(rows) {
      let flow = settled(CellFlow(pieces, lossy: lossy, whole: parts.rowsAreWhole))
      draft.take(pieces.map(\.locator))
      for passage in flow.passages {
        let (before, codes) = IndicatorCodes.split(passage.text.onOneLine, not: otherPrefixes)
        var statements = Statement.split(before)
        if passage.isFragment, !statements.isEmpty { tellFragment(statements.removeFirst(), at: passage.locator) }
        for code in codes {
          let own = Statement.split(code.words)
          addCoded(code, named: own.first ?? code.printed, at: passage.locator, shows: shows, of: activity)
          statements += own.dropFirst()
        }
        for statement in statements {
          draftStatement(Statement(statement), shows, of: activity, at: passage.locator, &deliverables)
        }
      }
    }
  }

  private mutating func draftStatement(
    _ statement: Statement, _ shows: Indicator.Shows, of activity: String, at locator: Locator,
    _ deliverables: inout Int
  ) {
    switch statement.kind {
    case .placeholder:
      draft.tell(
        .question, .deliveryPlaceholder, at: locator, verbatim: statement.text,
        "This holds the place of something that is not decided yet. Nothing was made of it.")
    case .words where shows == .serviceOutput:
      deliverables += 1
      draftPart(statement.text, "Deliverable", of: activity, order: 100 + deliverables, at: locator)
    case .measure, .qualitative, .words:
      let index = addMeasure(named: statement.text, at: locator, shows: shows, of: activity)
      if statement.kind == .qualitative {
        measures[index].isQualitative = true
        qualitative.append((locator, statement.text))
      }
      count(statement, shows, at: locator)
    }
  }

  private mutating func count(_ statement: Statement, _ shows: Indicator.Shows, at locator: Locator) {
    guard shows != .serviceOutput else { return }
    let heading = parts.tables.lazy.flatMap(\.columns.results).first { $0.shows == shows }?.heading ?? shows.rawValue
    let index = worded.firstIndex { $0.heading == heading } ?? worded.endIndex
    if index == worded.endIndex { worded.append((heading, locator, 0, [])) }
    worded[index].all += 1
    if statement.kind == .words { worded[index].words.append(statement.text) }
  }

  /// The pieces of each column of results, in the order of the columns.
  private func resultPieces(_ rows: ActivityRows) -> [(shows: Indicator.Shows, pieces: [CellFlow.Piece])] {
    let kinds = rows.rows.flatMap { $0.columns.results.map(\.shows) }
    return Indicator.Shows.allCases.filter(kinds.contains).map { shows in
      let pieces = rows.rows.flatMap { row in
        row.columns.results.filter { $0.shows == shows }.compactMap { row.row.cell($0.column) }.flatMap { cell in
          cell.text.split(separator: "\n").map {
            CellFlow.Piece(text: String($0), locator: cell.locator, row: row.number)
          }
        }
      }
      return (shows, pieces.filter { !$0.text.trimmed.isEmpty })
    }
  }

  private func lossyRows(_ rows: ActivityRows) -> Set<Int> {
    Set(resultPieces(rows).flatMap { CellFlow.lossyRows($0.pieces) })
  }

  private mutating func tellFragment(_ text: String, at locator: Locator) {
    draft.tell(
      .warning, .deliveryTextLost, at: locator, verbatim: text,
      "The beginning of this is missing, so nothing was made of it. Read it in the original and add it by hand.")
  }

  /// A column with what the council said about its cuts, and questions where it has said nothing.
  private mutating func settled(_ flow: CellFlow) -> CellFlow {
    var flow = flow
    for trouble in flow.troubles {
      switch trouble {
      case .wordTwice(let piece):
        draft.tell(
          .note, .deliveryWordTwice, at: piece.locator, verbatim: piece.text.onOneLine,
          "This repeats the word above it, as page breaks do; it was left out.")
      case .cut(let piece, let next?):
        let answer = draft.ask(
          .deliveryTextCut, at: next.locator, verbatim: "\(piece.text.onOneLine) / \(next.text.onOneLine)",
          "The words above seem to go on here. Are these one or two?",
          choices: [Question.Choice("one", "One: put them together"), Question.Choice("two", "Two: leave them apart")])
        if answer == "one" { flow.join(at: piece.locator, with: next.locator) }
      case .cut(let piece, nil):
        draft.tell(
          .warning, .deliveryTextCut, at: piece.locator, verbatim: piece.text.onOneLine,
          "The end of this is missing. It was kept as it stands; complete it from the original.")
      }
    }
    return flow
  }

  /// One note for each column: which of its statements are words rather than measures.
  mutating func tellColumns() {
    for column in worded where !column.words.isEmpty {
      draft.tell(
        .note, .deliveryWordsNotMeasures, at: column.at, verbatim: column.heading,
        "Of \(counted(column.all, "statement")) in this column, \(column.words.count) say in words what should come about and measure nothing: \(column.words.map { "“\($0)”" }.joined(separator: ", ")). They are kept as indicators without a direction; say how each would be measured."
      )
    }
    if let first = qualitative.first {
      draft.tell(
        .note, .deliveryQualitative, at: first.locator, verbatim: first.text,
        "\(counted(qualitative.count, "statement")) will be shown by words rather than figures (case studies, compliments, social value): \(qualitative.map { "“\($0.text)”" }.joined(separator: ", "))."
      )
    }
  }

  /// The headings of the tables: what each column was taken for, and years that can't be right.
  mutating func draftHeadings() {
    for (columns, _) in parts.tables {
      draft.mapping.append(TableMapping(at: columns.table.locator.description, columns: columns.columns))
      draft.take(columns.headings.flatMap(\.cells).map(\.locator))
      // Rows above the heading are part of no activity.
      for cell in columns.table.rows[..<columns.header].flatMap(\.cells) where !cell.text.trimmed.isEmpty {
        draft.tell(
          .note, .deliveryAboveHeading, at: cell.locator, verbatim: cell.text.onOneLine,
          "This stands above the heading of a table.")
      }
    }
    let headings = parts.tables.flatMap { $0.columns.headings.flatMap(\.cells) }
    let wrong = headings.filter { PlanYears.misprinted(in: $0.text) }
    if let first = wrong.first {
      draft.tell(
        .warning, .deliveryYearMisprinted, at: first.locator, verbatim: first.text.onOneLine,
        "The years in this heading don't follow each other (\(counted(wrong.count, "heading")))."
          + (year.map { " It was taken to be \($0.name), as in the title." } ?? ""))
    }
  }
}
