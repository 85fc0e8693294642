import CorporatePlan
import Documents

extension ScorecardDraft {
  /// The indicators with their targets and actuals.
  mutating func draftIndicators() {
    var seen: [String: Int] = [:]
    for (index, draft) in drafts.enumerated() {
      let twin = seen[draft.name.normalisedName]
      if let twin, drafts[twin].verbatim == draft.verbatim {
        indicatorIDs.append(indicatorIDs[twin])
        link(indicatorIDs[twin], to: priorityID(draft.priority))
        continue
      }
      var name = draft.name
      if let twin {
        name += " (\(draft.priority.map { parts.priorities.all[$0].title } ?? "table \(draft.table + 1)"))"
        tell(
          .question, .nameTwice, at: draft.row.locator, verbatim: draft.verbatim,
          "This name also stands at \(drafts[twin].row.locator.place), with other figures. It was taken as another indicator, “\(name)”."
        )
      }
      seen[draft.name.normalisedName] = index
      draftIndicator(draft, named: name, order: index + 1)
    }
    checkHeadings()
    placeGroups()
    for (index, held) in parts.tables.enumerated()
    where rows(ofTable: index).contains(where: { drafts[$0].priority == nil }) {
      _ = home(of: nil, at: held.table.locator, "table of indicators")
    }
  }

  /// Heading rows within tables are understood when they name a priority or a status.
  private mutating func placeGroups() {
    let rows = parts.tables.flatMap(\.table.rows)
    places.formUnion(rows.compactMap(\.statusGroup).map(\.locator))
    places.formUnion(rows.compactMap(\.group).filter { parts.priorities.named(in: $0.text) != nil }.map(\.locator))
  }

  /// Headings that name other quarters than the title: copied from the last report, most likely.
  private mutating func checkHeadings() {
    for held in parts.tables where order.period == nil {
      guard let shown = held.table.reporting(period), shown != period else { continue }
      tell(
        .warning, .periodDisagrees, at: held.table.locator, verbatim: shown.name,
        "The headings of this table say \(shown.name), the title says \(period.name). Its figures were taken for \(period.name)."
      )
    }
  }

  private mutating func link(_ indicator: String, to priority: String?) {
    guard let priority, let index = records.firstIndex(where: { $0.recordID == RecordID(Indicator.kind, indicator) }),
      var record = records[index] as? Indicator, !record.items.contains(priority)
    else { return }
    record.items.append(priority)
    records[index] = record
  }

  private mutating func draftIndicator(_ draft: IndicatorDraft, named name: String, order place: Int) {
    let id = identities.indicator(named: name)
    indicatorIDs.append(id)
    let (unit, unitDiagnostics) = draft.unit()
    diagnostics += unitDiagnostics
    add(known(id, draft) ?? new(id, name, draft, unit, place))
    draftFigures(of: draft, id)
    places.formUnion(draft.row.cells.filter { $0.key != .trend && $0.key != .comment }.values.map(\.locator))
    if let mark = draft.row.mark { places.insert(mark.locator) }
    if let comment = draft.row.cells[.comment], !comment.text.trimmed.isEmpty {
      places.insert(comment.locator)
      add(
        Commentary(
          id: "\(id)-variance-\(period.code)", subject: RecordID(Indicator.kind, id), period: period,
          purpose: .variance,
          text: comment.text.trimmed))
    }
    if draft.polarity == nil {
      tell(
        .question, .polarityUnknown, at: draft.row.locator, verbatim: draft.verbatim,
        "Nothing says whether high or low is good. Until that is set, the indicator is shown and not rated.")
    }
    if let cell = draft.row.name, cell.text.trimmed.contains("\n") {
      tell(
        .note, .nameOverLines, at: cell.locator, verbatim: cell.text.trimmed,
        "The name stands on several lines; it was joined to one.")
    }
  }

  /// What is on record, with what only a document can change. What officers have set stays.
  private func known(_ id: String, _ draft: IndicatorDraft) -> Indicator? {
    guard var indicator = order.book.indicators[id] else { return nil }
    if let polarity = draft.polarity { indicator.polarity = polarity }
    if let priority = priorityID(draft.priority), !indicator.items.contains(priority) {
      indicator.items.append(priority)
    }
    return indicator
  }

  private func new(_ id: String, _ name: String, _ draft: IndicatorDraft, _ unit: Unit, _ place: Int) -> Indicator {
    let reading = NameReading(name: draft.name)
    var indicator = Indicator(
      id: id, name: name, code: draft.row.cells[.code].map(\.text.onOneLine), polarity: draft.polarity ?? .none,
      unit: draft.row.cells[.unit].map { Unit($0.text) } ?? unit, decimals: draft.figures.map(\.decimals).max() ?? 0,
      frame: reading.frame ?? .flow, aggregation: reading.frame == nil ? .manual : .last,
      items: priorityID(draft.priority).map { [$0] } ?? [],
      order: place + (order.book.indicators.values.map(\.order).max() ?? 0))
    indicator.tags = reading.tags
    indicator.owner = draft.row.cells[.owner].map(\.text.onOneLine)
    return indicator
  }

  private mutating func draftFigures(of draft: IndicatorDraft, _ id: String) {
    for (period, cell) in draft.targets where !cell.text.trimmed.isEmpty {
      add(Target(indicator: id, period: period, verbatim: cell.text.onOneLine))
    }
    if draft.target(in: period) == nil {
      tell(
        .note, .targetMissing, at: draft.row.locator, verbatim: draft.verbatim,
        "There is no target for this quarter, so the indicator is not rated.")
    }
    for (period, cell) in draft.actuals { draftActual(draft, id, period, cell) }
    if !draft.actuals.contains(where: { $0.period == period }) {
      tell(
        .note, .actualMissing, at: draft.row.locator, verbatim: draft.verbatim, "There is no actual for this quarter.")
    }
  }

  private mutating func draftActual(_ draft: IndicatorDraft, _ id: String, _ quarter: Period, _ cell: SourceCell) {
    guard !cell.text.isSheetError, let value = try? Value(cell.text.onOneLine) else {
      tell(
        .error, .figureUnreadable, at: cell.locator, verbatim: cell.text.trimmed,
        "“\(cell.text.trimmed)” was not understood as a figure for “\(draft.name)”. Enter the figure by hand.")
      return
    }
    if case .missing(let reason) = value, quarter == period {
      tell(
        .note, .actualMissing, at: cell.locator, verbatim: draft.verbatim,
        "There is no actual for “\(draft.name)”: \(reason.rawValue).")
    }
    if cell.text.trimmed.isEmpty { return }
    add(Actual(indicator: id, period: quarter, value: value, source: source(cell.locator)))
  }
}
