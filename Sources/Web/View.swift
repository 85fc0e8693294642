import CorporatePlan
import Synchronization

/// All that pages are drawn from: the Book at one position and what follows from it, each computed once.
final class View: Sendable {
  let book: Book
  /// The reporting periods that have figures, newest first.
  let periods: [Period]
  /// The periods that have figures or a sealed report, newest first: a sealed report stays when its figures are withdrawn.
  let reportPeriods: [Period]
  /// Every seal of a report, newest first, by the report's id.
  private let editions: [String: [Seal]]
  /// Pages drawn from this view; they go when it goes.
  let pages = PageCache()
  private let quarters = Mutex<[Period: Quarter]>([:])
  private let years = Mutex<[FinancialYear: [Quarter?]]>([:])
  private let kept = Mutex<[String: any Sendable]>([:])

  init(_ book: Book) {
    self.book = book
    periods = book.reportingPeriods
    editions = Dictionary(grouping: book.seals.values, by: \.reportID)
      .mapValues { $0.sorted { $0.position > $1.position } }
    reportPeriods = Set(periods).union(book.seals.values.map(\.period)).sorted(by: >)
  }

  var newest: Period? { periods.first }

  /// Whether there is a plan to show.
  var hasPlan: Bool { !book.items.isEmpty }

  /// A period with its counts and standings.
  func quarter(_ period: Period) -> Quarter {
    if let known = quarters.withLock({ $0[period] }) { return known }
    let quarter = Quarter(book, period)
    return quarters.withLock { quarters in
      if let known = quarters[period] { return known }
      quarters[period] = quarter
      return quarter
    }
  }

  /// What follows from the Book and takes long, worked out once; the name says what it is and what else it depends on.
  func keeping<Result: Sendable>(_ name: String, _ make: () -> Result) -> Result {
    if let known = kept.withLock({ $0[name] as? Result }) { return known }
    let made = make()
    kept.withLock { $0[name] = made }
    return made
  }

  /// The four quarters of the financial year of a period; `nil` where nothing has been reported yet.
  func year(of period: Period) -> [Quarter?] {
    let year = FinancialYear(containing: period.start)
    if let known = years.withLock({ $0[year] }) { return known }
    let quarters = year.quarters.map { periods.contains($0) ? quarter($0) : nil }
    years.withLock { $0[year] = quarters }
    return quarters
  }

  /// The seal of a period's report that counts: the newest.
  func seal(of period: Period) -> Seal? { seals(of: period).first }

  /// Every edition of a period's report, newest first.
  func seals(of period: Period) -> [Seal] { seals(ofReport: Report(.performance, period).id) }

  /// Every edition of a report, newest first.
  func seals(ofReport id: String) -> [Seal] { editions[id] ?? [] }

  /// The newest seal of each other report, such as cabinet reports, in the order of their ids.
  func otherReports(of period: Period) -> [Seal] {
    editions.values.compactMap(\.first).filter { $0.report != nil && $0.period == period }
      .sorted { $0.reportID < $1.reportID }
  }

  /// Whether something was recorded after a seal, so that the report made now may differ from the sealed one.
  func isOvertaken(_ seal: Seal) -> Bool { seal.position < book.contentPosition }
}

/// A reporting period: its scorecard, each standing found by its id, and its counts as they are shown.
final class Quarter: Sendable {
  let period: Period
  let scorecard: Scorecard
  let indicators: Counts
  let actionCounts: Counts
  /// The counts of each priority, by its id.
  let sections: [String: (indicators: Counts, actions: Counts)]
  let standings: [String: IndicatorStanding]
  let actions: [String: ActionStanding]
  let marks: Marks

  init(_ book: Book, _ period: Period) {
    self.period = period
    scorecard = Scorecard(book, period)
    standings = Dictionary(
      scorecard.standings.map { ($0.indicator.id, $0) }, uniquingKeysWith: { first, _ in first })
    actions = Dictionary(
      (scorecard.sections.flatMap(\.actions) + scorecard.unplacedActions).map { ($0.item.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let marks = Marks(book, scorecard)
    self.marks = marks
    indicators = .indicators(scorecard.indicators, marks)
    actionCounts = .actions(scorecard.actions)
    sections = Dictionary(
      scorecard.sections.map { section in
        let counts = (Counts.indicators(section.indicatorTally, marks), Counts.actions(section.actionTally))
        return (section.priority.id, counts)
      }, uniquingKeysWith: { first, _ in first })
  }

  func section(of priority: String) -> Scorecard.Section? { scorecard.sections.first { $0.priority.id == priority } }
}
