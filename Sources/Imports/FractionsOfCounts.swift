import CorporatePlan

extension Diagnostic {
  static func fraction(_ figure: Figure, of name: String, in period: Period) -> String {
    "A count is a whole number, and \(figure.text), the figure of “\(name)” for \(period.name), is not. It was taken; check it."
  }
}

extension Reading {
  /// Counts among the records that are not whole. The figures of tables are looked at where they are read.
  func fractionsOfCounts(_ book: Book) -> [Diagnostic] {
    guard !isExport else { return [] }
    let places = Dictionary(found.all.map { ($0.id, $0.locator) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(
      records.compactMap { $0 as? Indicator }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return records.compactMap { record in
      guard let actual = record as? Actual, let figure = actual.value.figure, figure.isFraction,
        let place = places[actual.recordID]
      else { return nil }
      let known = book.indicators[actual.indicator]
      // The decimals of a new one are those of this very figure: only its name can tell.
      let isCount =
        known.map { book.countsThings($0, before: actual.period) }
        ?? new[actual.indicator].map { $0.unit == .number && $0.name.isOfThingsCounted } ?? false
      guard isCount, let name = known?.name ?? new[actual.indicator]?.name else { return nil }
      return Diagnostic(
        .warning, .fractionOfCount, at: place, verbatim: figure.verbatim,
        Diagnostic.fraction(figure, of: name, in: actual.period))
    }
  }
}
