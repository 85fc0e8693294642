/// What is owed for a period, gathered in one go: every standing is worked out once, and posts are looked up, not
/// searched for.
struct OwedReturns {
  let book: Book
  let period: Period
  let today: Day
  private let cycle: Cycle?
  private let postsByTitle: [String: Post]

  init(_ book: Book, in period: Period, on today: Day) {
    self.book = book
    self.period = period
    self.today = today
    cycle = book.cycles[period.code]
    postsByTitle = Dictionary(
      book.posts.values.map { ($0.title.lowercased(), $0) }, uniquingKeysWith: { $0.id < $1.id ? $0 : $1 })
  }

  /// One return with how it stands: an indicator's or an action's.
  struct Owed {
    let slot: Slot
    let figure: IndicatorStanding?
    let action: ActionStanding?
    let content: Content
  }

  /// What a return consists of: its words as they stand, and the newest revision of every record of it, those withdrawn
  /// included.
  struct Content {
    let words: [Commentary]
    let stamps: [Stamp]
  }

  /// In the plan's order: the indicators with a figure due, then the actions.
  func all() -> [Owed] {
    let figures = book.indicators.values.filter { $0.shows != .context && $0.isInPlan(in: period) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    return figures.compactMap(owed) + book.ratedActions(in: period).map(owed)
  }

  /// That of one indicator or action; `nil` when it owes nothing.
  func one(_ subject: RecordID) -> Owed? {
    if subject.kind == Indicator.kind {
      guard let indicator = book.indicators[subject.record], indicator.shows != .context,
        indicator.isInPlan(in: period)
      else { return nil }
      return owed(indicator)
    }
    guard subject.kind == PlanItem.kind, let item = book.items[subject.record], item.role == .action,
      item.isInPlan(in: period), book.isRated(item, in: period)
    else { return nil }
    return owed(item)
  }

  private func owed(_ indicator: Indicator) -> Owed? {
    let standing = book.standing(of: indicator, in: period)
    guard let data = standing.dataPeriod else { return nil }
    let owner = indicator.owner ?? book.owner(above: book.home(of: indicator, in: period))
    let content = book.content(of: indicator.recordID, period, data)
    return Owed(
      slot: slot(indicator.recordID, data, owner, content, isAnswered: standing.isReturned), figure: standing,
      action: nil, content: content)
  }

  private func owed(_ item: PlanItem) -> Owed {
    let standing = book.standing(of: item, in: period)
    let content = book.content(of: item.recordID, period, nil)
    return Owed(
      slot: slot(item.recordID, nil, book.owner(above: item.id), content, isAnswered: standing.update != nil),
      figure: nil,
      action: standing, content: content)
  }

  private func slot(
    _ subject: RecordID, _ data: Period?, _ owner: String?, _ content: Content, isAnswered: Bool
  ) -> Slot {
    let post = owner.map { book.posts[$0]?.id ?? postsByTitle[$0.trimmed.lowercased()]?.id ?? $0 }
    return Slot(
      subject: subject, period: period, dataPeriod: data, owner: post, due: cycle?.returnsDue,
      state: state(of: subject, content, isEntered: isAnswered || !content.words.isEmpty))
  }

  private func state(of subject: RecordID, _ content: Content, isEntered: Bool) -> Slot.State {
    let id = Slot.id(of: subject, in: period)
    if book.waivers[id] != nil { return .waived }
    let position = content.newest?.position ?? 0
    if let review = book.reviews[id] {
      // What was taken away after it was seen is a change as much as what was added.
      switch (review.step, position <= review.seen) {
      case (.submitted, true): return .submitted
      case (.returned, true): return .returned
      case (.approved, true): return .approved
      case (.approved, false): return .reopened
      case (_, false): break
      }
    }
    if isEntered { return .entered }
    guard let cycle else { return .due }
    return today < cycle.opens ? .notDue : today <= cycle.returnsDue ? .due : .overdue
  }
}

extension OwedReturns.Content {
  /// The newest change.
  var newest: Stamp? { stamps.max { $0.position < $1.position } }
  var authors: Set<String> { Set(stamps.map(\.author)) }
}
