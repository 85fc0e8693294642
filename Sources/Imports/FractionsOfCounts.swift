import CorporatePlan

extension Reading {
  /// Counts among the figures that are not whole. The figures of tables are looked at where they are read.
  func fractionsOfCounts(_ book: Book) -> [Diagnostic] {
    if isExport { return [] }
    let fractions = records.compactMap { $0.cast(to: Actual.self) }.filter { $0.value.figure?.isFraction == true }
    // Few documents have any.
    if fractions.isEmpty { return [] }
    let places = Dictionary(found.all.map { ($0.id, $0.locator) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(
      records.compactMap { $0.cast(to: Indicator.self) }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return fractions.compactMap { actual in
      let known = book.indicators[actual.indicator]
      guard let place = places[actual.recordID], let figure = actual.value.figure,
        let indicator = known ?? new[actual.indicator], known != nil || indicator.unit == .number,
        let message = book.fractionOfCount(figure, of: known, named: indicator.name, in: actual.period)
      else { return nil }
      return Diagnostic(.warning, .fractionOfCount, at: place, verbatim: figure.verbatim, message)
    }
  }
}

extension TablesDraft {
  /// The same for the figures of tables, which are no records yet.
  mutating func tellFractionsOfCounts(among figures: TableFigures) {
    let mayCount = roll.entries.indices.map { roll.evidence[$0].hasFraction && roll.mayCount($0) }
    guard mayCount.contains(true) else { return }
    for (cell, slot) in figures.actualCells where mayCount[slot.entry] {
      guard let figure = try? Figure(text(cell)), figure.isFraction,
        let message = order.book.fractionOfCount(
          figure, of: roll[slot.entry].known, named: roll[slot.entry].name, in: slots.period(of: slot))
      else { continue }
      draft.tell(.warning, .fractionOfCount, at: locator(cell), verbatim: figure.verbatim, message)
    }
  }
}

extension IndicatorRoll {
  /// Whether an indicator may count things, as far as the file says.
  fileprivate func mayCount(_ place: Int) -> Bool {
    if let known = entries[place].known { return known.mayCountThings }
    return entries[place].name.isOfThingsCounted && entries[place].said[.decimals] == nil
      && entries[place].said[.unit] == nil
  }
}

extension Book {
  /// What there is to say of a figure that is not whole; `nil` where its indicator may not count. The decimals of a new one
  /// are those of this very figure: only its name can tell.
  fileprivate func fractionOfCount(
    _ figure: Figure, of known: Indicator?, named name: String, in period: Period
  ) -> String? {
    guard known.map({ countsThings($0, before: period) }) ?? name.isOfThingsCounted else { return nil }
    return
      "A count is a whole number, and \(figure.text), the figure of “\(name)” for \(period.name), is not. It was taken; check it."
  }
}
