import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// How the milestones of a row are measured: indicators, or words that belong to the milestone. A blank cell makes
  /// neither.
  mutating func draftMeasures(
    _ line: PlanRow.Line, _ milestones: [String], under action: String, _ table: PlanTable
  ) -> [PlanSubject] {
    guard let cell = line.cells[.measure] else {
      if line.carried.contains(.measure) { return carry(to: milestones) }
      indicators = []
      return milestones.isEmpty ? [PlanSubject(item: action)] : milestones.map { PlanSubject(item: $0) }
    }
    let parts = PackedCell.measures(cell.text, milestones: milestones.count)
    if parts.count > 1 {
      draft.tell(
        .note, .mergedCellSplit, at: cell.locator, verbatim: cell.text.trimmed,
        parts.count == milestones.count
          ? "This cell holds \(parts.count) measures, one for each milestone in order. It was split."
          : "This cell holds \(parts.count) measures for \(counted(milestones.count, "milestone")). It was split; they stand with \(milestones.count == 1 ? "that milestone" : "the action")."
      )
    }
    draft.take(cell.locator)
    let subjects = parts.enumerated().map { index, part in
      let item = parts.count == milestones.count ? milestones[index] : milestones.count == 1 ? milestones[0] : action
      let alone = parts.count == 1 ? line.cells[.target] : nil
      mentions.append((part, item, cell.locator))
      guard CellWords(part).isMeasure || alone.map({ CellWords($0.text).isComparison }) == true else {
        addMeasure(part, to: item, cell)
        return PlanSubject(item: item)
      }
      let about = parts.count == 1 ? alone : nil
      return PlanSubject(indicator: draftIndicator(part, item, cell, target: about), item: item)
    }
    indicators = subjects.compactMap(\.indicator)
    return subjects
  }

  /// A measure whose merged cell goes on beside further milestones is one of theirs too.
  private mutating func carry(to milestones: [String]) -> [PlanSubject] {
    for id in indicators {
      draft.change(RecordID(Indicator.kind, id), Indicator.self) { indicator in
        indicator.items += milestones.filter { !indicator.items.contains($0) }
      }
    }
    let indicator = indicators.count == 1 ? indicators[0] : nil
    return milestones.map { PlanSubject(indicator: indicator, item: $0) }
  }

  /// A measure that is no indicator: "Planning application submitted by September 2024".
  private mutating func addMeasure(_ text: String, to item: String, _ cell: SourceCell) {
    guard var known = draft.record(RecordID(PlanItem.kind, item)) as? PlanItem else { return }
    known.measure = known.measure.map { "\($0)\n\(text)" } ?? text
    setDue(&known, text, cell)
    draft.change(known.recordID, PlanItem.self) { $0 = known }
    draft.take(cell.locator)
  }

  private mutating func draftIndicator(
    _ text: String, _ item: String, _ cell: SourceCell, target: SourceCell?
  ) -> String {
    let name = PackedCell.sentences(text).first.map { $0.trimming(". ") } ?? text
    let id = draft.identities.indicator(named: name)
    let place = RecordID(Indicator.kind, id)
    draft.take(cell.locator)
    if draft.record(place) != nil {
      draft.change(place, Indicator.self) { if !$0.items.contains(item) { $0.items.append(item) } }
      if let first = indicatorPlaces[id] {
        draft.tell(
          .note, .sharedMeasure, at: cell.locator, verbatim: text,
          "This measure also stands at \(first.place). It is one indicator of both.")
      }
      if text != name, text.trimming(". ") != name { define(place, text) }
      return id
    }
    if PackedCell.sentences(text).count > 1 {
      draft.tell(
        .warning, .mergedCellKept, at: cell.locator, verbatim: text,
        "Behind the measure “\(name)” this cell says more, perhaps where it stands now. All of it is kept as the definition; enter a baseline if it is one."
      )
    }
    indicatorPlaces[id] = cell.locator
    var indicator = draft.order.book.indicators[id] ?? new(id, name, item)
    if !indicator.items.contains(item) { indicator.items.append(item) }
    draft.add(indicator, at: cell.locator)
    if text.trimming(". ") != name { define(place, text) }
    return id
  }

  private mutating func define(_ indicator: RecordID, _ text: String) {
    draft.change(indicator, Indicator.self) { $0.definition = $0.definition ?? text }
  }

  private mutating func new(_ id: String, _ name: String, _ item: String) -> Indicator {
    let reading = NameReading(name: name)
    let text = name.lowercased()
    var indicator = Indicator(
      id: id, name: name, polarity: .none,
      unit: name.hasPrefix("£") ? .pounds : reading.saysPercent ? .percent : reading.unit ?? .number,
      frequency: text.contains("annual") ? .year : text.contains("monthly") ? .month : .quarter,
      frame: reading.frame ?? .flow, aggregation: reading.frame == nil ? .manual : .last, items: [item],
      order: next("indicator") + (draft.order.book.indicators.values.map(\.order).max() ?? 0))
    indicator.shows = .evidence
    indicator.schedule = ["annually", "monthly", "per quarter", "quarterly"].first { text.contains($0) }
    indicator.tags = reading.tags
    return indicator
  }
}
