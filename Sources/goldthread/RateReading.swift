import CorporatePlan

/// What is to be rated of a row, and which of its cells could not be read.
///
/// A cell that can't be read is left out: whether the status rests on it is for the rule to say (`RatingRule.rate(_:)`).
struct RateReading {
  private(set) var given: RatedReturn
  /// Which way is better, for the directions of travel; `none` where that can't be told.
  private(set) var direction = Polarity.none
  private(set) var reason: RateReason?
  /// Whether the actual was read, whatever became of it.
  private(set) var hasData = false
  /// In the order in which they matter.
  private(set) var problems: [Problem] = []

  struct Problem {
    /// `nil` when it is the whole row.
    let column: RateColumn?
    let message: String
  }

  init(_ row: RateRow) {
    given = RatedReturn(polarity: .highIsGood, actual: .missing(.notReturned))
    guard !row.overflows else {
      complain(
        nil, "the row has more cells than there are columns; write 1,234 in quotation marks or without its comma")
      return
    }
    given.target = TargetExpression(row[.target])
    reason = RateReason(row[.reason])
    readActual(row)
    readFigures(row)
    if case .missing(let missing) = reason, isSetAside || !hasData { given.actual = .missing(missing) }
    readPolarity(row)
  }

  /// Whether the reason keeps the row from being rated although there is, or may be, a figure.
  var isSetAside: Bool { reason?.setsFigureAside == true }

  func isUnread(_ column: RateColumn) -> Bool { problems.contains { $0.column == column } }

  private mutating func complain(_ column: RateColumn?, _ message: String) {
    problems.append(Problem(column: column, message: message))
  }

  // MARK: Figures

  private mutating func readActual(_ row: RateRow) {
    do throws(FigureError) {
      switch try Value(row[.actual]) {
      case .figure(let figure): given.actual = .figure(figure.inUnit(Unit(row[.unit])))
      case let other: given.actual = other
      }
      if case .missing = given.actual { return }
      hasData = true
    } catch {
      // What is suppressed is not repeated.
      complain(.actual, reason == .missing(.suppressed) ? "the actual can't be read" : "the actual \(error)")
    }
  }

  private mutating func readFigures(_ row: RateRow) {
    given.previous = comparable(row, .previous)
    given.samePeriodLastYear = comparable(row, .samePeriodLastYear)
    given.tolerance = single(figure(row, .tolerance), .tolerance, mayBeClock: false)
    given.green = single(comparable(row, .green), .green)
    given.amber = single(comparable(row, .amber), .amber)
    given.lower = single(comparable(row, .lower), .lower)
    given.upper = single(comparable(row, .upper), .upper)
    given.decimals = decimals(row)
  }

  private mutating func figure(_ row: RateRow, _ column: RateColumn) -> Figure? {
    let typed = row[column]
    guard !typed.isEmpty, MissingReason(mark: typed) == nil else { return nil }
    do throws(FigureError) {
      return try Figure(typed)
    } catch {
      complain(column, "\(column.heading): \(error)")
      return nil
    }
  }

  /// A figure that is held against the actual.
  private mutating func comparable(_ row: RateRow, _ column: RateColumn) -> Figure? {
    guard let figure = figure(row, column) else { return nil }
    if let actual = given.actual.figure, !actual.unit.isComparable(with: figure.unit) {
      complain(column, "\(column.heading): “\(figure.verbatim)” is in another unit than the actual")
      return nil
    }
    return figure
  }

  /// The number of a column that a rule reads as one number. `91/110` is none, and a clock is one beside a clock only.
  private mutating func single(_ figure: Figure?, _ column: RateColumn, mayBeClock: Bool = true) -> Quantity? {
    guard let figure else { return nil }
    guard figure.per == nil, mayBeClock || (figure.unit != .clock && figure.unit != .clockSeconds) else {
      complain(column, "\(column.heading): “\(figure.verbatim)” is not one number; write it like 82.7 or 5%")
      return nil
    }
    return figure.quantity
  }

  private mutating func decimals(_ row: RateRow) -> Int? {
    guard row.has(.decimals) else { return nil }
    guard let decimals = Int(row[.decimals]), (0...Quantity.mostDecimals).contains(decimals) else {
      complain(.decimals, "decimals: “\(row[.decimals])” is not a whole number from 0 to \(Quantity.mostDecimals)")
      return nil
    }
    return decimals
  }

  // MARK: Polarity

  private mutating func readPolarity(_ row: RateRow) {
    let typed = row[.polarity]
    if let polarity = typed.isEmpty ? implied(by: row) : Polarity(typed) {
      (given.polarity, direction) = (polarity, polarity)
    } else if !typed.isEmpty {
      problems.insert(
        Problem(column: .polarity, message: "“\(typed)” is not a polarity; write high, low, range or none"), at: 0)
    } else if needsPolarity {
      problems.insert(
        Problem(column: .polarity, message: "the polarity is missing; write high, low, range or none"), at: 0)
    }
    if reason == .dataOnly { given.polarity = .none }
  }

  /// What an empty polarity can only mean.
  private func implied(by row: RateRow) -> Polarity? {
    if let polarity = given.target?.comparison?.polarity { return polarity }
    if case .between = given.target { return .range }
    if row.has(.lower) || row.has(.upper) { return .range }
    let isContextual = given.target == nil && !row.has(.green) && !row.has(.amber)
    // Without an actual it is for the actual's reason to say why there is no status.
    return isContextual && (hasData || isUnread(.actual)) ? Polarity.none : nil
  }

  /// Only a figure goes up or down; words are reached or not.
  private var needsPolarity: Bool {
    switch given.actual {
    case .missing: isUnread(.actual) && !isSetAside
    case .figure: reason != .dataOnly
    case .state: false
    }
  }
}
