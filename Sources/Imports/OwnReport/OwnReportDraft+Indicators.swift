import CorporatePlan
import Documents

extension OwnReportDraft {
  /// Indicators with target, figure and status.
  mutating func draftIndicators(_ table: SourceTable, _ priority: String?, _ period: Period) {
    guard let columns = OwnIndicatorColumns(table) else { return }
    for row in table.rows.dropFirst() where row.cells.count > columns.actual {
      let (name, code, known) = named(row.cells[1].text.onOneLine)
      let id = known?.id ?? draft.identities.indicator(named: name)
      subjects[name.normalisedName] = RecordID(Indicator.kind, id)
      let figure = PrintedFigure(row.cells[columns.actual].text, periods)
      let target = PrintedTarget(row.cells[columns.target].text, periods)
      draft.take(row.cells.map(\.locator))
      if let unknown = figure.unknownPeriod {
        // Nor would the target be one of the report's period.
        draft.tell(
          .error, .figureUnreadable, at: row.cells[columns.actual].locator,
          verbatim: row.cells[columns.actual].text.trimmed,
          "The figure for “\(name)” is of “\(unknown)”, which is no period known here. Enter that term or wave with its "
            + "dates, and import again.")
        continue
      }
      if let known {
        draft.add(known, at: row.cells[1].locator)
      } else {
        let good = columns.goodIs.map { row.cells[$0].text.onOneLine } ?? ""
        draftIndicator(id, name, code, good, priority, figure, target, period, row.cells[1].locator)
      }
      // What the record gives too is not recorded once more.
      let standing = known.map { book.standing(of: $0, in: period) }
      let data = figure.period ?? period
      for (span, words) in [(data, target.words), (target.annual?.period ?? data, target.annual?.words)] {
        guard let words else { continue }
        keep(Target(indicator: id, period: span, verbatim: words), standing, row.cells[columns.target])
      }
      draftFigure(figure, id, data, standing, row.cells[columns.actual], name)
      if let status = status(of: row.cells[0]), status != standing?.status {
        let word = row.cells[0].text.onOneLine
        draft.add(
          PrintedStatus(indicator: id, period: period, status: status, evidence: "the word “\(word)” in its row"),
          at: row.cells[0].locator)
      }
    }
  }

  /// The indicator that a row names, by name or by code and name.
  private func named(_ words: String) -> (name: String, code: String?, known: Indicator?) {
    let known = book.indicators.values.filter { indicator in
      ((indicator.code.map { "\($0) " } ?? "") + indicator.name).normalisedName == words.normalisedName
    }.min { $0.id < $1.id }
    if let known { return (known.name, known.code, known) }
    let parts = words.split(separator: " ", maxSplits: 1)
    let isCode =
      parts.count == 2 && parts[0].count <= 12 && parts[0].contains(where: \.isNumber)
      && parts[0].contains(where: \.isLetter) && !parts[0].contains(where: \.isLowercase)
    return isCode ? (String(parts[1]), String(parts[0]), nil) : (words, nil, nil)
  }

  private mutating func draftIndicator(
    _ id: String, _ name: String, _ code: String?, _ good: String, _ priority: String?, _ figure: PrintedFigure,
    _ target: PrintedTarget, _ period: Period, _ locator: Locator
  ) {
    let place = orders["indicator", default: 0] + 1
    orders["indicator"] = place
    let data = figure.period ?? period
    let numbers = [figure.value?.figure, target.words.flatMap { TargetExpression($0)?.figure }].compactMap { $0 }
    let range = good.components(of: " to ")
    var indicator = Indicator(
      id: id, name: name, code: code, polarity: Polarity(good) ?? (range == nil ? .none : .range),
      unit: numbers.contains { $0.unit == .percent || $0.per != nil } ? .percent : numbers.first?.unit ?? .number,
      decimals: numbers.map(\.decimals).max() ?? 0, frequency: figure.isNotDue ? .year : data.grain,
      lag: data.grain == period.grain ? quarters(from: data, to: period) : 0,
      items: priority.map { [$0] } ?? [], order: place)
    if let range { (indicator.lower, indicator.upper) = range }
    draft.add(indicator, at: locator)
  }

  private func quarters(from data: Period, to period: Period) -> Int {
    (0...24).first { period.earlier(by: $0) == data } ?? 0
  }

  private mutating func draftFigure(
    _ figure: PrintedFigure, _ id: String, _ data: Period, _ standing: IndicatorStanding?, _ cell: SourceCell,
    _ name: String
  ) {
    guard let value = figure.value else {
      return draft.tell(
        .error, .figureUnreadable, at: cell.locator, verbatim: cell.text.trimmed,
        "“\(cell.text.trimmed)” was not understood as a figure for “\(name)”. Enter the figure by hand.")
    }
    if case .missing(let reason) = value, [.notDue, .notReturned, .inArrears, .waived].contains(reason) { return }
    keep(
      Actual(indicator: id, period: data, value: value, state: figure.state, source: draft.source(cell.locator)),
      standing, cell)
  }

  /// A target that says the same as the one on record changes nothing, nor does one that the record takes from a part of the
  /// period.
  private mutating func keep(_ target: Target, _ standing: IndicatorStanding?, _ cell: SourceCell) {
    let unit = standing?.indicator.unit ?? .number
    let words = target.expression?.printed(in: unit)
    let known = book.readings[target.indicator]?.target(in: target.period)
    if let known, known.expression?.printed(in: unit) == words { return draft.add(known, at: cell.locator) }
    if known == nil, target.period == standing?.dataPeriod, standing?.target?.printed(in: unit) == words { return }
    draft.add(target, at: cell.locator)
  }

  /// Nor does a figure that prints as the one on record does, or as the months of a quarter make it.
  private mutating func keep(_ actual: Actual, _ standing: IndicatorStanding?, _ cell: SourceCell) {
    let unit = standing?.indicator.unit ?? .number
    let words = actual.value.printed(in: unit)
    let known = book.readings[actual.indicator]?.actual(in: actual.period)
    if let known, known.value.printed(in: unit) == words, known.state == actual.state {
      return draft.add(known, at: cell.locator)
    }
    if known == nil, let standing, standing.hasData, standing.dataPeriod == actual.period,
      standing.value.printed(in: unit) == words, standing.state == actual.state
    {
      return
    }
    draft.add(actual, at: cell.locator)
  }
}

/// A figure as a report of this program prints it: "51.2% p", with "(Q1 2025/26)" below it when its data are of another
/// period than the report's.
struct PrintedFigure {
  let value: Value?
  let state: Actual.State
  /// The period of the data, where the report says it.
  let period: Period?

  /// What stands in brackets below it and is no such period.
  let unknownPeriod: String?

  /// - Parameter periods: the periods it may be of, by name.
  init(_ text: String, _ periods: [String: Period]) {
    var lines = text.split(whereSeparator: \.isNewline).map { $0.onOneLine }
    let below = lines.count > 1 ? lines.last.flatMap { $0.inBrackets } : nil
    if below != nil { lines.removeLast() }
    period = below.flatMap { periods[$0] }
    unknownPeriod = period == nil ? below : nil
    var words = lines.joined(separator: " ")
    let marks: [(String, Actual.State)] = [("p", .provisional), ("e", .estimated), ("r", .revised)]
    let mark = marks.first { words.hasSuffix(" " + $0.0) }
    if mark != nil { words.removeLast(2) }
    state = mark?.1 ?? .final
    value = PrintedFigure.value(words)
  }

  var isNotDue: Bool { value == .missing(.notDue) }

  /// A ratio has its share behind it: "91/110 (82.7%)".
  private static func value(_ words: String) -> Value? {
    if words.hasSuffix(")"), let open = words.lastIndex(of: "("), words[..<open].contains("/") {
      return value(words[..<open].trimmed)
    }
    if let reason = MissingReason(rawValue: words) { return .missing(reason) }
    do { return try Value(words) } catch { return nil }
  }
}

/// A target as a report of this program prints it, with the year's in brackets below it where that is another:
/// "(2025/26: 66%)".
struct PrintedTarget {
  /// `nil` when there is none.
  let words: String?
  let annual: (period: Period, words: String)?

  init(_ text: String, _ periods: [String: Period]) {
    var lines = text.split(whereSeparator: \.isNewline).map { $0.onOneLine }
    annual = lines.count > 1 ? lines.last?.inBrackets.flatMap { PrintedTarget.annual($0, periods) } : nil
    if annual != nil { lines.removeLast() }
    let own = lines.joined(separator: " ")
    words = own.isEmpty || own == "none" ? nil : own
  }

  private static func annual(_ words: String, _ periods: [String: Period]) -> (period: Period, words: String)? {
    let parts = words.split(separator: ": ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let period = periods[parts[0]] else { return nil }
    return (period, parts[1])
  }
}

extension OwnReportDraft {
  /// The periods that a report may name, by name: those of its year and the three before, and the council's terms and waves.
  static func periods(around reporting: Period, _ calendar: PeriodCalendar) -> [String: Period] {
    let year = FinancialYear(containing: reporting.start).first
    let regular = stride(from: year, through: year - 3, by: -1).map(FinancialYear.init).flatMap { whole in
      [whole.period, whole.twoYears, whole.half(1), whole.half(2)] + (1...4).map(whole.quarter)
        + whole.period.parts(.month)
    }
    return Dictionary((calendar.entered.values + regular).map { ($0.name, $0) }) { first, _ in first }
  }
}

extension String {
  /// "Q1 2025/26" of "(Q1 2025/26)".
  fileprivate var inBrackets: String? { hasPrefix("(") && hasSuffix(")") ? String(dropFirst().dropLast()) : nil }

  /// The two numbers of a range, "98 to 101".
  fileprivate func components(of word: String) -> (Quantity, Quantity)? {
    let parts = split(separator: word)
    guard parts.count == 2, let lower = Quantity(parts[0]), let upper = Quantity(parts[1]) else { return nil }
    return (lower, upper)
  }
}
