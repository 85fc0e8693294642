import CorporatePlan
import Documents

extension TablesDraft {
  /// The targets and actuals of all slots, in the order they were found; what belongs to them is drafted beside.
  mutating func draftFigures() -> TableFigures {
    var figures = TableFigures(
      file: draft.document.name, tables: tables.map(\.source), slots: slots, indicators: roll.entries.map(\.id))
    figures.kept.reserveCapacity(slots.slots.count * 2)
    let (slots, grains) = (slots, slots.periods.map(\.grain))
    var place = 0
    while place < slots.slots.count {
      let table = slots.slots[place].table ?? 0
      let rows = tables[Int(table)].source.rows
      rows.withLetters { letters in
        let cells = CellFigures(table: table, rows: rows, letters: letters)
        repeat {
          draftFigures(of: place, slots, grains, cells, &figures)
          place += 1
        } while place < slots.slots.count && slots.slots[place].table ?? table == table
      }
    }
    tellStatuses()
    return figures
  }

  private mutating func draftFigures(
    of place: Int, _ slots: FigureSlots, _ grains: [Period.Grain], _ cells: CellFigures, _ figures: inout TableFigures
  ) {
    let slot = slots.slots[place]
    if !slot.hasOthers, let figure = cells.plainFigure(slot.actual) {
      roll.evidence[slot.entry].take(figure, of: grains[slot.periodNumber])
      figures.kept.append(.init(slot: Int32(place), isTarget: false))
    } else if takeActual(slot, slots.others(of: slot), place, &figures) {
      figures.kept.append(.init(slot: Int32(place), isTarget: false))
    }
    if !slot.hasOthers, let figure = cells.plainFigure(slot.target) {
      roll.evidence[slot.entry].take(figure, of: nil)
      figures.kept.append(.init(slot: Int32(place), isTarget: true))
    } else if takeTarget(slot, slots.others(of: slot)) {
      figures.kept.append(.init(slot: Int32(place), isTarget: true))
    }
    if let comment = slot.comment {
      figures.take(comment, slots.others(of: slot), of: place)
    }
    if let others = slots.others(of: slot) { takeStatus(slot, others) }
  }

  /// Whether a slot has an actual that can be kept.
  private mutating func takeActual(
    _ slot: FigureSlots.Slot, _ others: FigureSlots.Others?, _ place: Int, _ figures: inout TableFigures
  ) -> Bool {
    var text = slot.actual.map { self.text($0) }
    var cell = slot.actual
    if let others {
      if differ(slot.actual, others, .actual, slot) || differ(others.numerator, others, .numerator, slot)
        || differ(others.denominator, others, .denominator, slot)
      {
        return false
      }
      if let ratio = ratio(slot, others, beside: text) {
        (text, cell) = (ratio, others.numerator)
        figures.ratios[place] = ratio
      } else if cell == nil, let previous = others.previous.first {
        (text, cell) = (self.text(previous), previous)
        figures.previous[place] = previous
      }
      tellPrevious(others, text, cell, slot)
    }
    guard let text, let cell else { return false }
    let value: Value
    do throws(FigureError) {
      if text.isSheetError { throw .notANumber(text) }
      value = try Value(text)
    } catch {
      draft.tell(
        .error, .figureUnreadable, at: locator(cell), verbatim: text.trimmed,
        "“\(text.onOneLine)” was not understood as a figure for “\(roll[slot.entry].name)” in \(slots.period(of: slot).name). Enter it by hand."
      )
      return false
    }
    if case .figure(let figure) = value {
      roll.evidence[slot.entry].take(figure, of: slots.period(of: slot).grain)
    }
    if let activated = others?.activated {
      if case .figure = value, Actual.State.saysSuppressed(self.text(activated)) {
        draft.tell(
          .warning, .figureSuppressed, at: locator(cell), verbatim: text.trimmed,
          "“\(text.onOneLine)” for “\(roll[slot.entry].name)” in \(slots.period(of: slot).name) is marked as suppressed, so it was left out."
        )
        return false
      }
      let state = state(activated)
      if state != .final { figures.states[place] = state }
    }
    return true
  }

  /// What a later row says of this period is held against what was taken.
  private mutating func tellPrevious(
    _ others: FigureSlots.Others, _ taken: String?, _ cell: FigureSlots.Cell?, _ slot: FigureSlots.Slot
  ) {
    guard let taken, let cell else { return }
    let own = try? Figure(taken.onOneLine)
    for other in others.previous where other != cell {
      let text = text(other).onOneLine
      if text == taken.onOneLine || own != nil && (try? Figure(text))?.quantity == own?.quantity { continue }
      draft.tell(
        .warning, .previousDiffers, at: locator(other), verbatim: text,
        "Here the figure of “\(roll[slot.entry].name)” for \(slots.period(of: slot).name) is “\(text)”, and “\(taken.onOneLine)” at \(locator(cell)), which was taken."
      )
    }
  }

  /// A figure that was entered and not activated is not confirmed yet.
  private mutating func state(_ cell: FigureSlots.Cell) -> Actual.State {
    if let state = Actual.State(stated: text(cell)) { return state }
    switch text(cell).normalisedName {
    case "yes", "y", "true", "1", "activated", "active": return .final
    case "no", "n", "false", "0", "not activated", "inactive", "": return .provisional
    default:
      draft.tell(
        .warning, .wordUnreadable, at: locator(cell), verbatim: text(cell),
        "Whether the figure is activated is “\(text(cell))”, which was not understood; it was taken as provisional.")
      return .provisional
    }
  }

  /// Whether a slot has a target that can be kept.
  private mutating func takeTarget(_ slot: FigureSlots.Slot, _ others: FigureSlots.Others?) -> Bool {
    if let others, differ(slot.target, others, .target, slot) { return false }
    guard let cell = slot.target else { return false }
    if text(cell).isSheetError {
      draft.tell(
        .error, .figureUnreadable, at: locator(cell), verbatim: text(cell).trimmed,
        "“\(text(cell).onOneLine)” is an error of the spreadsheet and no target of “\(roll[slot.entry].name)” for \(slots.period(of: slot).name). Enter it by hand."
      )
      return false
    }
    if let figure = try? Figure(text(cell).onOneLine) { roll.evidence[slot.entry].take(figure, of: nil) }
    return true
  }

  /// Whether cells for the same indicator and period say different things; the same thing twice is only worth a note.
  mutating func differ(
    _ first: FigureSlots.Cell?, _ others: FigureSlots.Others, _ word: ColumnMeaning.Word, _ slot: FigureSlots.Slot
  ) -> Bool {
    let again = others.again.filter { $0.word == word }.map(\.cell)
    guard let first, !again.isEmpty else { return false }
    let own = text(first).onOneLine
    let different = again.filter { text($0).onOneLine != own }
    let (name, period) = (roll[slot.entry].name, slots.period(of: slot).name)
    let word = word == .activated ? "state" : word.rawValue
    guard !different.isEmpty else {
      draft.tell(
        .note, .figureRepeated, at: locator(again[0]), verbatim: own,
        "The same \(word) for “\(name)” in \(period) also stands at \(locator(first)); it was taken once.")
      return false
    }
    for cell in [first] + different {
      let rest = ([first] + different).filter { $0 != cell }
      draft.tell(
        .error, .figureTwice, at: locator(cell), verbatim: text(cell).onOneLine,
        "For “\(name)” in \(period) the \(word) is “\(text(cell).onOneLine)” here and “\(text(rest[0]).onOneLine)” at \(locator(rest[0])). Neither was taken."
      )
    }
    return true
  }

  /// `91/110` from a numerator and a denominator; `nil` where either is missing, which is told.
  private mutating func ratio(
    _ slot: FigureSlots.Slot, _ others: FigureSlots.Others, beside figure: String?
  ) -> String? {
    guard let numerator = others.numerator, let denominator = others.denominator else {
      if let half = others.numerator ?? others.denominator { tellHalf(half, others, slot) }
      return nil
    }
    let text = "\(self.text(numerator).onOneLine)/\(self.text(denominator).onOneLine)"
    guard let value = try? Value(text), let typed = figure, let said = try? Figure(typed.onOneLine) else { return text }
    let share = value.figure?.displayed(decimals: said.decimals)
    if said.per == nil, let share, share != said.quantity,
      share != Quantity(mantissa: said.quantity.mantissa * 100, scale: said.quantity.scale)
    {
      draft.tell(
        .warning, .ratioDisagrees, at: locator(numerator), verbatim: "\(text) \(typed.onOneLine)",
        "\(text) makes \(value.text), and the figure beside it is “\(typed.onOneLine)”. \(text) was taken.")
    }
    return text
  }

  private mutating func tellHalf(
    _ half: FigureSlots.Cell, _ others: FigureSlots.Others, _ slot: FigureSlots.Slot
  ) {
    let (own, other) = others.numerator == nil ? ("denominator", "numerator") : ("numerator", "denominator")
    draft.tell(
      .warning, .ratioIncomplete, at: locator(half), verbatim: text(half).onOneLine,
      "For “\(roll[slot.entry].name)” in \(slots.period(of: slot).name) there is a \(own) and no \(other), so “\(text(half).onOneLine)” was not taken."
    )
  }
}

/// The figures in the cells of one table.
private struct CellFigures {
  let table: Int32
  let rows: SourceRows
  let letters: CellLetters

  /// What stands in a cell, where it is a figure in its plainest spelling, as most are, and of this table.
  func plainFigure(_ cell: FigureSlots.Cell?) -> PlainFigure? {
    guard let cell, cell.table == table else { return nil }
    let (row, place) = (Int(cell.row), Int(cell.cell))
    if let letters = letters.of(row, place) { return PlainFigure(letters) }
    var text = rows.text(row, place)
    return text.withUTF8 { PlainFigure($0) }
  }
}
