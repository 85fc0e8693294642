/// Where one recorded figure is the sum of others, so that all of them but one tell the last.
enum Sums {
  struct Cell {
    let indicator: String
    let period: Period
    /// The count; of ratios, a hundred times the numerator.
    let count: Quantity
  }

  struct Sum {
    let total: Cell
    let parts: [Cell]
    let isRatio: Bool
  }

  /// The sums among the figures of some indicators: of a span and its parts, of what is made from another indicator's
  /// flows, and of the parts of a total in the same period.
  static func all(in book: Book, of indicators: Set<String>) -> [Sum] {
    indicators.sorted().compactMap { book.indicators[$0] }.flatMap { indicator in
      overTime(indicator, book) + made(indicator, book) + overParts(indicator, book)
    }
  }

  /// A year and its quarters, a quarter and its months.
  private static func overTime(_ indicator: Indicator, _ book: Book) -> [Sum] {
    guard indicator.frame.addsUp, [.sum, .ratio, .manual].contains(indicator.aggregation) else { return [] }
    return spans(indicator, book).flatMap { total in
      [Period.Grain.month, .quarter, .halfYear].compactMap { grain in
        sum((indicator, total), total.parts(grain).map { (indicator, $0) }, book)
      }
    }
  }

  /// What another indicator's flows add up to, year to date or rolling; and each step of a year to date.
  private static func made(_ indicator: Indicator, _ book: Book) -> [Sum] {
    guard let source = indicator.derivedFrom.flatMap({ book.indicators[$0] }), source.frame == .flow else { return [] }
    return spans(indicator, book).flatMap { total -> [Sum] in
      let start: Day
      switch indicator.frame {
      case .yearToDate: start = FinancialYear(containing: total.end + -1).period.start
      case .rolling(let months): start = total.end.adding(months: -months)
      case .flow, .stock, .wave: return []
      }
      let whole = sum(
        (indicator, total), Period.run(source.frequency, from: start, to: total.end).map { (source, $0) }, book)
      let step = total.earlier(by: 1).flatMap { before in
        indicator.frame == .yearToDate && start < total.start
          ? sum((indicator, total), [(indicator, before), (source, total)], book) : nil
      }
      return [whole, step].compactMap { $0 }
    }
  }

  /// A total and those that are parts of it, in one period.
  private static func overParts(_ indicator: Indicator, _ book: Book) -> [Sum] {
    let parts = book.indicators.values.filter { $0.partOf == indicator.id }.sorted { $0.id < $1.id }
    guard !parts.isEmpty else { return [] }
    return spans(indicator, book).compactMap { total in
      sum((indicator, total), parts.map { ($0, total) }, book)
    }
  }

  private static func spans(_ indicator: Indicator, _ book: Book) -> [Period] {
    book.readings[indicator.id]?.actuals.map(\.period) ?? []
  }

  /// `nil` unless all of them were recorded, as counts or all as ratios: otherwise nobody can work it out.
  private static func sum(
    _ total: (Indicator, Period), _ parts: [(Indicator, Period)], _ book: Book
  ) -> Sum? {
    guard !parts.isEmpty, let total = cell(total, book) else { return nil }
    let cells = parts.compactMap { cell($0, book) }
    guard cells.count == parts.count, cells.allSatisfy({ $0.isRatio == total.isRatio }) else { return nil }
    return Sum(total: total.cell, parts: cells.map(\.cell), isRatio: total.isRatio)
  }

  private static func cell(_ place: (Indicator, Period), _ book: Book) -> (cell: Cell, isRatio: Bool)? {
    let (indicator, period) = place
    guard let figure = book.readings[indicator.id]?.actual(in: period)?.value.figure, !figure.isShare(of: indicator)
    else { return nil }
    return (Cell(indicator: indicator.id, period: period, count: figure.quantity), figure.per != nil)
  }
}
