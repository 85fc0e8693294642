import CorporatePlan
import Documents

/// The figures that tables hold, each as the cell it stands in. A record is made of it when it is asked for: a preview of
/// ten thousand figures counts them and need not write them down.
struct TableFigures: Sendable {
  struct Kept: Sendable {
    let slot: Int32
    let isTarget: Bool
  }

  let file: String
  let tables: [SourceTable]
  let slots: [FigureSlots.Slot]
  /// The ids of the indicators, as the slots number them.
  let indicators: [String]
  var kept: [Kept] = []
  /// Of an actual that is a ratio, its text: it stands in two cells.
  var ratios: [Int: String] = [:]
  /// Of an actual that is not final, what it is.
  var states: [Int: Actual.State] = [:]

  init(file: String, tables: [SourceTable], slots: [FigureSlots.Slot], indicators: [String]) {
    (self.file, self.tables, self.slots, self.indicators) = (file, tables, slots, indicators)
  }
}

extension TableFigures {
  /// All of them in the order they were found.
  var records: [any Record] {
    var records: [any Record] = []
    records.reserveCapacity(kept.count)
    var places = SourcePlaces(file)
    for figure in kept {
      if figure.isTarget {
        records.append(target(slots[Int(figure.slot)]))
      } else if let actual = actual(Int(figure.slot), &places) {
        records.append(actual)
      }
    }
    return records
  }

  /// Those of each indicator together, without their places: for working with them.
  var readings: [IndicatorFigures] {
    var all = indicators.map { IndicatorFigures(indicator: $0) }
    for figure in kept {
      let slot = slots[Int(figure.slot)]
      if figure.isTarget {
        all[slot.entry].targets.append(target(slot))
      } else if let value = value(Int(figure.slot)) {
        all[slot.entry].actuals.append(
          Actual(
            indicator: indicators[slot.entry], period: slot.period, value: value,
            state: states[Int(figure.slot)] ?? .final))
      }
    }
    return all.filter { !$0.actuals.isEmpty || !$0.targets.isEmpty }
  }

  var actuals: Int { kept.count { !$0.isTarget } }
  var targets: Int { kept.count(where: \.isTarget) }

  private func text(_ cell: FigureSlots.Cell) -> String {
    tables[Int(cell.table)].rows[Int(cell.row)].cells[Int(cell.cell)].text
  }

  /// It was read before, or would not have been kept.
  private func value(_ slot: Int) -> Value? {
    (ratios[slot] ?? slots[slot].actual.map(text)).flatMap { try? Value($0) }
  }

  private func actual(_ place: Int, _ places: inout SourcePlaces) -> Actual? {
    let slot = slots[place]
    guard let cell = ratios[place] == nil ? slot.actual : slot.numerator, let value = value(place) else { return nil }
    let locator = tables[Int(cell.table)].rows[Int(cell.row)].cells[Int(cell.cell)].locator
    return Actual(
      indicator: indicators[slot.entry], period: slot.period, value: value, state: states[place] ?? .final,
      source: places.place(locator))
  }

  private func target(_ slot: FigureSlots.Slot) -> Target {
    Target(
      indicator: indicators[slot.entry], period: slot.period, verbatim: slot.target.map { text($0).onOneLine } ?? "")
  }
}
