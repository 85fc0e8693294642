import CorporatePlan
import Documents

extension OwnReportDraft {
  /// Indicators with target, figure and status.
  mutating func draftIndicators(_ table: SourceTable, _ priority: String?, _ period: Period) {
    for row in table.rows.dropFirst() where row.cells.count >= 5 {
      let (name, code, known) = named(row.cells[1].text.onOneLine)
      let id = known?.id ?? draft.identities.indicator(named: name)
      subjects[name.normalisedName] = RecordID(Indicator.kind, id)
      let figure = PrintedFigure(row.cells[4].text, period)
      draftIndicator(row, id, name, code, known, priority, figure, period)
      draft.take(row.cells.map(\.locator))
      let data = figure.period ?? period
      let target = row.cells[3].text.onOneLine
      if target != "none", !target.isEmpty { keep(Target(indicator: id, period: data, verbatim: target), row.cells[3]) }
      draftFigure(figure, id, data, row.cells[4], name)
      // What the record gives too needs no printed status to be held against it.
      let given = known.flatMap { book.standing(of: $0, in: period).status }
      if let status = status(of: row.cells[0]), status != given {
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
    _ row: SourceRow, _ id: String, _ name: String, _ code: String?, _ known: Indicator?, _ priority: String?,
    _ figure: PrintedFigure, _ period: Period
  ) {
    if let known { return draft.add(known, at: row.cells[1].locator) }
    let place = orders["indicator", default: 0] + 1
    orders["indicator"] = place
    let data = figure.period ?? period
    let numbers = [figure.value?.figure, TargetExpression(row.cells[3].text.onOneLine)?.figure].compactMap { $0 }
    let good = row.cells[2].text.onOneLine
    let range = good.components(of: " to ")
    var indicator = Indicator(
      id: id, name: name, code: code, polarity: Polarity(good) ?? (range == nil ? .none : .range),
      unit: numbers.contains { $0.unit == .percent || $0.per != nil } ? .percent : numbers.first?.unit ?? .number,
      decimals: numbers.map(\.decimals).max() ?? 0, frequency: figure.isNotDue ? .year : data.grain,
      lag: data.grain == period.grain ? quarters(from: data, to: period) : 0,
      items: priority.map { [$0] } ?? [], order: place)
    if let range { (indicator.lower, indicator.upper) = range }
    draft.add(indicator, at: row.cells[1].locator)
  }

  private func quarters(from data: Period, to period: Period) -> Int {
    (0...24).first { period.earlier(by: $0) == data } ?? 0
  }

  private mutating func draftFigure(
    _ figure: PrintedFigure, _ id: String, _ data: Period, _ cell: SourceCell, _ name: String
  ) {
    guard let value = figure.value else {
      return draft.tell(
        .error, .figureUnreadable, at: cell.locator, verbatim: cell.text.trimmed,
        "“\(cell.text.trimmed)” was not understood as a figure for “\(name)”. Enter the figure by hand.")
    }
    if case .missing(let reason) = value, [.notDue, .notReturned, .inArrears, .waived].contains(reason) { return }
    keep(
      Actual(indicator: id, period: data, value: value, state: figure.state, source: draft.source(cell.locator)), cell)
  }

  /// A target that says the same as the one on record changes nothing.
  private mutating func keep(_ target: Target, _ cell: SourceCell) {
    let known = book.readings[target.indicator]?.target(in: target.period)
    let unit = book.indicators[target.indicator]?.unit ?? .number
    let isSame = known?.expression.map { $0.printed(in: unit) == target.expression?.printed(in: unit) } ?? false
    draft.add(isSame ? known ?? target : target, at: cell.locator)
  }

  /// Nor does a figure that prints as the one on record does.
  private mutating func keep(_ actual: Actual, _ cell: SourceCell) {
    let known = book.readings[actual.indicator]?.actual(in: actual.period)
    let unit = book.indicators[actual.indicator]?.unit ?? .number
    func printed(_ value: Value) -> String { value.figure.map { $0.inUnit(unit).text } ?? value.text }
    let isSame = known.map { printed($0.value) == printed(actual.value) && $0.state == actual.state } ?? false
    draft.add(isSame ? known ?? actual : actual, at: cell.locator)
  }
}

/// A figure as a report of this program prints it: "51.2% p", with "(Q1 2025/26)" below it when its data are of another
/// period than the report's.
struct PrintedFigure {
  let value: Value?
  let state: Actual.State
  /// The period of the data, where the report says it.
  let period: Period?

  init(_ text: String, _ reporting: Period) {
    var lines = text.split(whereSeparator: \.isNewline).map { $0.onOneLine }
    period = lines.last.flatMap { line in
      line.hasPrefix("(") && line.hasSuffix(")")
        ? PrintedFigure.period(String(line.dropFirst().dropLast()), reporting) : nil
    }
    if period != nil { lines.removeLast() }
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

  /// The period of that name, among those of the years around.
  private static func period(_ name: String, _ reporting: Period) -> Period? {
    let year = FinancialYear(containing: reporting.start).first
    for first in stride(from: year, through: year - 3, by: -1) {
      let whole = FinancialYear(first)
      let all = [whole.period, whole.half(1), whole.half(2)] + (1...4).map(whole.quarter) + whole.period.parts(.month)
      if let found = all.first(where: { $0.name == name }) { return found }
    }
    return nil
  }
}

extension String {
  /// The two numbers of a range, "98 to 101".
  fileprivate func components(of word: String) -> (Quantity, Quantity)? {
    let parts = split(separator: word)
    guard parts.count == 2, let lower = Quantity(parts[0]), let upper = Quantity(parts[1]) else { return nil }
    return (lower, upper)
  }
}
