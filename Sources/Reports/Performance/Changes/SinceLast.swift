import CorporatePlan

/// What is different from the report before: the period before by today's record, and the Book as it was when the last
/// report was sealed.
struct SinceLast: Sendable {
  /// The period before, where something in it was rated.
  let before: Scorecard?
  /// Which report was sealed last, and the Book as it stood then.
  let seal: Seal?
  let sealed: Book?
  let moves: [Move]
  let revised: [ChangedFigure]
  let targets: [ChangedFigure]
  let plan: [PlanChange]

  /// An indicator or action with another status than before, with what it showed both times.
  struct Move: Sendable {
    let status: StatusMove
    let figureBefore: String?
    let figureNow: String?
  }

  init(_ book: Book, _ scorecard: Scorecard) {
    let period = scorecard.period
    let earlier = book.calendar.earlier(than: period, by: 1)
    let before = earlier.map { Scorecard(book, $0) }
      .flatMap { $0.indicators.rated + $0.actions.rated > 0 ? $0 : nil }
    self.before = before
    seal = book.lastSeal(before: period)
    let sealed = book.lastSealed(before: period)
    self.sealed = sealed
    moves = before.map { SinceLast.moves(book, from: $0, to: scorecard) } ?? []
    // What is collected for this period is no revision of anything that was reported.
    revised = sealed.map { book.figuresRevised(since: $0).filter { $0.period.end <= period.start } } ?? []
    targets = sealed.map { book.targetsChanged(since: $0) } ?? []
    plan = book.planChanges(from: period.start, to: period.end, since: sealed)
  }

  private static func moves(_ book: Book, from before: Scorecard, to now: Scorecard) -> [Move] {
    let (earlier, later) = (figures(before), figures(now))
    return book.statusMoves(from: before, to: now).map { move in
      Move(status: move, figureBefore: earlier[move.subject], figureNow: later[move.subject])
    }
  }

  private static func figures(_ scorecard: Scorecard) -> [RecordID: String] {
    let figures = scorecard.standings.map { ($0.indicator.recordID, $0.valueText) }
    let percents = scorecard.allActions.compactMap { action in
      action.update?.percent.map { (action.item.recordID, "\($0)%") }
    }
    return Dictionary(figures + percents, uniquingKeysWith: { first, _ in first })
  }

  func standingBefore(_ indicator: Indicator) -> IndicatorStanding? {
    before?.standings.first { $0.indicator.id == indicator.id }
  }

  func moved(_ subject: RecordID) -> Move? { moves.first { $0.status.subject == subject } }
}
