extension Book {
  /// Without what must not be told of small numbers: the figures, how they were rated, where they stood at first, and
  /// words that say them. Every page, file, chart and feed is drawn from this, so none of them can tell.
  var withoutSmallNumbers: Book {
    let suppression = Suppression(self)
    guard !suppression.isEmpty else { return self }
    let figures = suppression.withheld.flatMap { id, _ in
      (readings[id]?.actuals ?? []).filter { suppression.withholds(id, $0.period) && $0.value.figure != nil }
        .map { actual -> any Record in
          var actual = actual
          actual.value = .missing(.suppressed)
          return actual
        }
    }
    let telling = suppression.tellingWords()
    let words = telling.compactMap { withheld($0, among: telling) }
    let book = without(baselines(of: suppression)).showing(figures + words)
    return book.without(book.statuses(tellingOf: self))
  }

  /// The statuses of figures that another Book has and this one withholds: a status tells the range a figure lies in.
  private func statuses(tellingOf whole: Book) -> [RecordID] {
    func isWithheld(_ id: String, _ reporting: Period) -> Bool {
      value(of: id, in: reporting) == .missing(.suppressed) && whole.value(of: id, in: reporting)?.figure != nil
    }
    return overrides.values.filter { isWithheld($0.indicator, $0.period) }.map(\.recordID)
      + printed.values.filter { isWithheld($0.indicator, $0.period) }.map(\.recordID)
  }

  private func value(of id: String, in reporting: Period) -> Value? {
    guard let indicator = indicators[id], let readings = readings[id] else { return nil }
    return dataPeriod(of: indicator, readings, in: reporting)
      .flatMap { figure(of: indicator, readings, in: $0) }?.value
  }

  /// Whether a value of an indicator is a number too small to be published.
  package func isSmallNumber(_ value: Value, of indicator: Indicator) -> Bool {
    let related = [indicator.derivedFrom, indicator.partOf].compactMap { $0.flatMap { indicators[$0]?.suppressBelow } }
    guard let least = indicator.suppressBelow ?? related.max(), let figure = value.figure else { return false }
    return figure.isSmall(below: least, of: indicator)
  }

  private func baselines(of suppression: Suppression) -> [RecordID] {
    baselines.values.filter { baseline in
      guard baseline.subject.kind == Indicator.kind, let indicator = indicators[baseline.subject.record],
        let least = indicator.suppressBelow, let figure = baseline.value?.figure
      else { return false }
      return figure.isSmall(below: least, of: indicator)
    }.map(\.recordID)
  }
}
