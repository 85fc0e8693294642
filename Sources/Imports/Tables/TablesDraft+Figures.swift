import CorporatePlan
import Documents

extension TablesDraft {
  /// The targets and actuals of all slots, in the order they were found; what belongs to them is drafted beside.
  mutating func draftFigures() -> TableFigures {
    var figures = TableFigures(
      file: draft.document.name, tables: tables.map(\.source), slots: slots.slots, indicators: roll.entries.map(\.id))
    figures.kept.reserveCapacity(slots.slots.count * 2)
    for (place, slot) in slots.slots.enumerated() {
      if takeActual(slot, place, &figures) { figures.kept.append(.init(slot: Int32(place), isTarget: false)) }
      if takeTarget(slot) { figures.kept.append(.init(slot: Int32(place), isTarget: true)) }
      if slot.status != nil { draftStatus(slot) }
      if !slot.comments.isEmpty { draftComments(slot) }
    }
    return figures
  }

  /// Whether a slot has an actual that can be kept.
  private mutating func takeActual(_ slot: FigureSlots.Slot, _ place: Int, _ figures: inout TableFigures) -> Bool {
    if !slot.actualsAgain.isEmpty, differ(slot.actual, slot.actualsAgain, "actual", slot) { return false }
    var text = slot.actual.map { self.text($0) }
    var cell = slot.actual
    if let ratio = ratio(slot, beside: text) {
      (text, cell) = (ratio, slot.numerator)
      figures.ratios[place] = ratio
    }
    guard let text, let cell else { return false }
    let value: Value
    do throws(FigureError) { value = try Value(text) } catch {
      draft.tell(
        .error, .figureUnreadable, at: locator(cell), verbatim: text.trimmed,
        "“\(text.onOneLine)” was not understood as a figure for “\(roll[slot.entry].name)” in \(slot.period.name). Enter it by hand."
      )
      return false
    }
    if case .figure(let figure) = value { roll[slot.entry].evidence.take(figure, of: slot.period) }
    if slot.activated != nil {
      let state = state(slot)
      if state != .final { figures.states[place] = state }
    }
    return true
  }

  /// A figure that was entered and not activated is not confirmed yet.
  private mutating func state(_ slot: FigureSlots.Slot) -> Actual.State {
    guard let cell = slot.activated else { return .final }
    switch text(cell).normalisedName {
    case "yes", "y", "true", "1", "activated", "active", "final", "confirmed": return .final
    case "no", "n", "false", "0", "not activated", "inactive", "provisional", "": return .provisional
    case "estimated", "estimate": return .estimated
    case "revised": return .revised
    default:
      draft.tell(
        .warning, .wordUnreadable, at: locator(cell), verbatim: text(cell),
        "Whether the figure is activated is “\(text(cell))”, which was not understood; it was taken as provisional.")
      return .provisional
    }
  }

  /// Whether a slot has a target that can be kept.
  private mutating func takeTarget(_ slot: FigureSlots.Slot) -> Bool {
    if !slot.targetsAgain.isEmpty, differ(slot.target, slot.targetsAgain, "target", slot) { return false }
    guard let cell = slot.target else { return false }
    if let figure = try? Figure(text(cell).onOneLine) { roll[slot.entry].evidence.take(figure, of: nil) }
    return true
  }

  /// Whether cells for the same indicator and period say different things; the same thing twice is only worth a note.
  private mutating func differ(
    _ first: FigureSlots.Cell?, _ others: [FigureSlots.Cell], _ word: String, _ slot: FigureSlots.Slot
  ) -> Bool {
    guard let first else { return false }
    let own = text(first).onOneLine
    let different = others.filter { text($0).onOneLine != own }
    let name = roll[slot.entry].name
    guard !different.isEmpty else {
      draft.tell(
        .note, .figureRepeated, at: locator(others[0]), verbatim: own,
        "The same \(word) for “\(name)” in \(slot.period.name) also stands at \(locator(first)); it was taken once.")
      return false
    }
    for cell in [first] + different {
      let rest = ([first] + different).filter { $0 != cell }
      draft.tell(
        .error, .figureTwice, at: locator(cell), verbatim: text(cell).onOneLine,
        "For “\(name)” in \(slot.period.name) the \(word) is “\(text(cell).onOneLine)” here and “\(text(rest[0]).onOneLine)” at \(locator(rest[0])). Neither was taken."
      )
    }
    return true
  }

  /// `91/110` from a numerator and a denominator; `nil` where either is missing.
  private mutating func ratio(_ slot: FigureSlots.Slot, beside figure: String?) -> String? {
    guard let numerator = slot.numerator, let denominator = slot.denominator else { return nil }
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

  private mutating func draftStatus(_ slot: FigureSlots.Slot) {
    guard let place = slot.status else { return }
    let cell = tables[Int(place.table)].source.rows[Int(place.row)].cells[Int(place.cell)]
    let colour = cell.mark.flatMap { Status(colour: $0) }
    guard let status = Status(printed: cell.text) ?? colour else {
      if cell.text.isBlank || Status.saysNone(cell.text) { return }
      draft.tell(
        .warning, .wordUnreadable, at: cell.locator, verbatim: cell.text.trimmed,
        "“\(cell.text.onOneLine)” was not understood as a status of “\(roll[slot.entry].name)”.")
      return
    }
    draft.add(
      PrintedStatus(
        indicator: roll[slot.entry].id, period: slot.period, status: status,
        evidence: cell.text.isBlank ? "the colour of the cell" : "“\(cell.text.onOneLine)” in the column of statuses"),
      at: cell.locator)
  }

  private mutating func draftComments(_ slot: FigureSlots.Slot) {
    let id = roll[slot.entry].id
    var said: Set<String> = []
    for (index, cell) in slot.comments.enumerated() {
      let text = text(cell).trimmed
      guard slot.comments.count == 1 || said.insert(text).inserted else { continue }
      draft.add(
        Commentary(
          id: "\(id)-variance-\(slot.period.code)" + (index == 0 ? "" : "-\(index + 1)"),
          subject: RecordID(Indicator.kind, id), period: slot.period, purpose: .variance, text: text, order: index),
        at: locator(cell), isSeenTo: true)
    }
  }
}

extension Status {
  /// The words that products print for a status, beside those of councils.
  init?(printed text: String) {
    if let status = Status(word: text) {
      self = status
      return
    }
    switch text.normalisedName {
    case "ok", "on target", "met", "above target", "good", "●": self = .green
    case "warning", "near target", "slightly off target", "slightly below target": self = .amber
    case "alert", "below target", "not met", "off target", "behind target", "significantly below target": self = .red
    default: return nil
    }
  }

  /// Words for having no status.
  static func saysNone(_ text: String) -> Bool {
    ["unknown", "data only", "n a", "na", "none", "no data", "not rated", "grey", "no target", "-", "not due", ""]
      .contains(
        text.normalisedName)
  }
}
