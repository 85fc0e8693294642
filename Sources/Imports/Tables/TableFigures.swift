import CorporatePlan
import Documents

/// The figures that tables hold and the comments on them, each as the cell it stands in. A record is made of it when it is
/// asked for: a preview of ten thousand figures counts them and need not write them down.
struct TableFigures: Sendable {
  struct Kept: Sendable {
    let slot: Int32
    let isTarget: Bool
  }

  /// A comment on a slot's figures, and which of its comments it is.
  struct Comment: Sendable {
    let slot: Int32
    let cell: FigureSlots.Cell
    let index: Int
    /// The cell with its day.
    var dated: FigureSlots.Cell?
  }

  let file: String
  let tables: [SourceTable]
  let slots: FigureSlots
  /// The ids of the indicators, as the slots number them.
  let indicators: [String]
  var kept: [Kept] = []
  private(set) var comments: [Comment] = []
  /// Of an actual that is a ratio, its text: it stands in two cells.
  var ratios: [Int: String] = [:]
  /// Of an actual that only the row of a later period gives, its cell.
  var previous: [Int: FigureSlots.Cell] = [:]
  /// Of an actual that is not final, what it is.
  var states: [Int: Actual.State] = [:]

  init(file: String, tables: [SourceTable], slots: FigureSlots, indicators: [String]) {
    (self.file, self.tables, self.slots, self.indicators) = (file, tables, slots, indicators)
  }

  /// Takes the comments on a slot's figures, each text once.
  mutating func take(_ first: FigureSlots.Cell, _ others: FigureSlots.Others?, of slot: Int) {
    let (more, dated) = (others?.comments ?? [], others?.noteDate)
    comments.append(Comment(slot: Int32(slot), cell: first, index: 0, dated: dated))
    if more.isEmpty { return }
    var said: Set = [tables.text(first).trimmed]
    for (index, cell) in more.enumerated() where said.insert(tables.text(cell).trimmed).inserted {
      comments.append(Comment(slot: Int32(slot), cell: cell, index: index + 1, dated: dated))
    }
  }
}

extension TableFigures {
  var isEmpty: Bool { kept.isEmpty && comments.isEmpty }
  var count: Int { kept.count + comments.count }

  /// All of them in the order they were found, and the comments behind them.
  var records: [any Record] {
    var records: [any Record] = []
    records.reserveCapacity(count)
    var places = SourcePlaces(file)
    for figure in kept {
      if figure.isTarget {
        records.append(target(slots.slots[Int(figure.slot)]))
      } else if let actual = actual(Int(figure.slot), &places) {
        records.append(actual)
      }
    }
    for comment in comments { records.append(commentary(comment)) }
    return records
  }

  /// Where the comments were found.
  var places: [(id: RecordID, locator: Locator)] {
    comments.map { (commentary($0).recordID, tables.cell($0.cell).locator) }
  }

  /// Those of each indicator together, without their places: for working with them.
  ///
  /// - Parameter lookedAt: for each indicator, the periods whose figures are wanted.
  func readings(of lookedAt: PeriodsLookedAt.List) -> [IndicatorFigures] {
    let wanted = WantedFigures(lookedAt, slots.periods)
    let room = lookedAt.kinds.map { ($0?.actuals.count ?? 0, $0?.targets.count ?? 0) }
    var all = zip(indicators, lookedAt.own).map { id, kind in
      var figures = IndicatorFigures(indicator: id)
      figures.actuals.reserveCapacity(room[kind].0)
      figures.targets.reserveCapacity(room[kind].1)
      return figures
    }
    for figure in kept {
      let slot = slots.slots[Int(figure.slot)]
      guard wanted.holds(slot, isTarget: figure.isTarget) else { continue }
      if figure.isTarget {
        all[slot.entry].targets.append(target(slot))
      } else if let value = value(Int(figure.slot)) {
        all[slot.entry].actuals.append(
          Actual(
            indicator: indicators[slot.entry], period: slots.period(of: slot), value: value,
            state: states[Int(figure.slot)] ?? .final))
      }
    }
    all.removeAll { $0.actuals.isEmpty && $0.targets.isEmpty }
    return all
  }

  /// Where the actuals stand, but those of ratios, which stand in two cells.
  var actualCells: some Sequence<(cell: FigureSlots.Cell, slot: FigureSlots.Slot)> {
    kept.lazy.filter { !$0.isTarget }.compactMap { figure in
      let (place, slot) = (Int(figure.slot), slots.slots[Int(figure.slot)])
      return ratios[place] == nil ? (slot.actual ?? previous[place]).map { ($0, slot) } : nil
    }
  }

  var actuals: Int { kept.count { !$0.isTarget } }
  var targets: Int { kept.count(where: \.isTarget) }

  /// It was read before, or would not have been kept.
  private func value(_ slot: Int) -> Value? {
    let cell = slots.slots[slot].actual ?? previous[slot]
    return (ratios[slot] ?? cell.map { tables.text($0) }).flatMap { try? Value($0) }
  }

  private func actual(_ place: Int, _ places: inout SourcePlaces) -> Actual? {
    let slot = slots.slots[place]
    let home = ratios[place] == nil ? slot.actual ?? previous[place] : slots.others(of: slot)?.numerator
    guard let cell = home, let value = value(place) else { return nil }
    return Actual(
      indicator: indicators[slot.entry], period: slots.period(of: slot), value: value, state: states[place] ?? .final,
      source: places.place(tables.cell(cell).locator))
  }

  private func target(_ slot: FigureSlots.Slot) -> Target {
    Target(
      indicator: indicators[slot.entry], period: slots.period(of: slot),
      verbatim: slot.target.map { tables.text($0).onOneLine } ?? "")
  }

  /// The day of a comment, to stand before its words.
  private func day(_ cell: FigureSlots.Cell) -> String {
    let said = tables.text(cell).onOneLine
    return said.isEmpty ? "" : "\(SpelledDay(said).day?.words ?? said): "
  }

  private func commentary(_ comment: Comment) -> Commentary {
    let slot = slots.slots[Int(comment.slot)]
    let (id, period) = (indicators[slot.entry], slots.period(of: slot))
    return Commentary(
      id: "\(id)-variance-\(period.code)" + (comment.index == 0 ? "" : "-\(comment.index + 1)"),
      subject: RecordID(Indicator.kind, id), period: period, purpose: .variance,
      text: (comment.dated.map { day($0) } ?? "") + tables.text(comment.cell).trimmed, order: comment.index)
  }
}

/// Which figures are wanted, by indicator and the number of the period: what is looked at alike shares the answers.
private struct WantedFigures {
  private let answers: [(actual: Bool, target: Bool)]
  /// For each indicator, where its answers begin.
  private let starts: [Int]

  init(_ lookedAt: PeriodsLookedAt.List, _ periods: [Period]) {
    answers = lookedAt.kinds.flatMap { wanted in
      periods.map { (wanted?.actuals.hold($0) ?? true, wanted?.targets.hold($0) ?? true) }
    }
    starts = lookedAt.own.map { $0 * periods.count }
  }

  func holds(_ slot: FigureSlots.Slot, isTarget: Bool) -> Bool {
    let answer = answers[starts[slot.entry] + slot.periodNumber]
    return isTarget ? answer.target : answer.actual
  }
}

extension [Period] {
  /// Whether one of them is that period, or has it as a part.
  fileprivate func hold(_ period: Period) -> Bool { contains { $0.start <= period.start && period.end <= $0.end } }
}

extension [SourceTable] {
  fileprivate func cell(_ cell: FigureSlots.Cell) -> SourceCell {
    self[Int(cell.table)].rows.cell(Int(cell.row), Int(cell.cell))
  }

  fileprivate func text(_ cell: FigureSlots.Cell) -> String {
    self[Int(cell.table)].rows.text(Int(cell.row), Int(cell.cell))
  }
}
