/// Makes rows of what is owed; what is the same for all of a period is looked up once.
struct ReturnRows {
  private let book: Book
  private let period: Period
  private let today: Day
  private let periodBefore: Period?
  private let worstOfActions: Status

  private static let mostPoints = 12

  init(_ book: Book, in period: Period, on today: Day) {
    self.book = book
    self.period = period
    self.today = today
    periodBefore = book.calendar.earlier(than: period, by: 1)
    worstOfActions = book.actionRule(in: period)?.rule.states.last?.status ?? .red
  }

  func row(_ owed: OwedReturns.Owed) -> ReturnRow {
    if let standing = owed.figure { return row(owed, standing) }
    guard let action = owed.action else { preconditionFailure("a return is an indicator's or an action's") }
    return row(owed, action)
  }

  private func row(_ owed: OwedReturns.Owed, _ standing: IndicatorStanding) -> ReturnRow {
    let indicator = standing.indicator
    let data = standing.dataPeriod
    let readings = book.readings[indicator.id]
    let actual = data.flatMap { readings?.actual(in: $0) }
    let points = points(readings, upTo: data)
    let before = points.filter { $0.period.code != data?.code }
    let words = words(of: owed)
    let earlier = statusBefore(standing)
    let rule = book.rule(standing.rating.rule)?.forIndicators
    let worst = rule?.worst ?? .red
    let demands = FigureDemands(
      standing: standing, before: earlier, rule: rule, hasWords: words.isPublic
    ).unmet
    let figureID = data.map { RecordID(Actual.kind, "\(indicator.id)@\($0.code)") }
    return row(
      owed, indicator.name, indicator.code,
      Parts(
        unit: indicator.unit, definition: indicator.definition, figure: standing,
        last: before.last { $0.value.isFigureOrWords }
          ?? standing.previous.flatMap { value in
            guard value.isFigureOrWords else { return nil }
            return data.flatMap { book.calendar.earlier(than: $0, by: 1) }.map { Series.Point($0, value) }
          },
        points: Array(points.suffix(ReturnRows.mostPoints)), before: earlier, isWorst: standing.status == worst,
        typed: actual?.value.verbatim ?? "", demands: demands,
        warnings: FigureWarnings(standing, before)?.all() ?? [],
        records: (figureID.map { [$0] } ?? []) + records(of: owed, [.variance, .action, .note])),
      words)
  }

  private func row(_ owed: OwedReturns.Owed, _ standing: ActionStanding) -> ReturnRow {
    let item = standing.item
    let earlier = book.update(of: item.id, before: period)
    let words = words(of: owed)
    let before = periodBefore.flatMap { period in
      book.standing(of: item, in: period).status.map { (period: period, status: $0) }
    }
    let demands = ActionDemands(
      standing: standing, earlier: earlier, before: before, worst: worstOfActions, hasWords: words.isPublic
    ).unmet
    return row(
      owed, item.title, item.code,
      Parts(
        definition: item.text, action: standing, lastUpdate: earlier, before: before,
        isWorst: standing.status == worstOfActions, demands: demands,
        warnings: standing.warnings(after: earlier, on: today),
        records: [RecordID(ActionUpdate.kind, "\(item.id)@\(period.code)")]
          + records(of: owed, [.action, .nextQuarter, .note])),
      words)
  }

  /// What differs between an indicator's row and an action's.
  private struct Parts {
    var unit: Unit?
    var definition: String?
    var figure: IndicatorStanding?
    var action: ActionStanding?
    var last: Series.Point?
    var lastUpdate: ActionUpdate?
    var points: [Series.Point] = []
    var before: (period: Period, status: Status)?
    var isWorst = false
    var typed = ""
    var demands: [Demand]
    var warnings: [ReturnWarning]
    var records: [RecordID]
  }

  private func row(
    _ owed: OwedReturns.Owed, _ title: String, _ code: String?, _ parts: Parts,
    _ words: [Commentary.Purpose: String]
  ) -> ReturnRow {
    let slot = owed.slot
    let newest = owed.content.newest
    return ReturnRow(
      slot: slot, title: title, code: code, unit: parts.unit, definition: parts.definition,
      service: slot.owner.flatMap { book.posts[$0]?.service }, figure: parts.figure, action: parts.action,
      last: parts.last, lastUpdate: parts.lastUpdate, points: parts.points,
      statusBefore: parts.before.map { ReturnRow.EarlierStatus(period: $0.period, status: $0.status) },
      isWorst: parts.isWorst, typed: parts.typed, words: words,
      demands: parts.demands, warnings: book.answered(parts.warnings, of: slot),
      expecting: Dictionary(
        parts.records.map { ($0, book.stamp(of: $0)?.revision ?? 0) }, uniquingKeysWith: { first, _ in first }),
      authors: owed.content.authors, lastChange: newest, seen: newest?.position ?? 0, review: book.reviews[slot.id],
      reviewed: book.stamp(of: RecordID(Review.kind, slot.id)), waiver: book.waivers[slot.id],
      refusal: book.refusal(toChange: slot, on: today))
  }

  /// Figures of one grain up to a period, oldest first: one more than are drawn, since the newest may be this one.
  private func points(_ readings: Readings?, upTo data: Period?) -> [Series.Point] {
    guard let readings, let data else { return [] }
    var points: [Series.Point] = []
    for actual in readings.actuals.reversed() where actual.period.grain == data.grain && actual.period <= data {
      points.append(Series.Point(actual.period, actual.value))
      if points.count > ReturnRows.mostPoints { break }
    }
    return points.reversed()
  }

  private func words(of owed: OwedReturns.Owed) -> [Commentary.Purpose: String] {
    Dictionary(
      owed.content.words.map { ($0.purpose, $0.text) }, uniquingKeysWith: { "\($0)\n\n\($1)" }
    ).filter { !$0.value.isEmpty }
  }

  /// The records that words for these purposes stand in; where there are none, those they would.
  private func records(of owed: OwedReturns.Owed, _ purposes: [Commentary.Purpose]) -> [RecordID] {
    purposes.flatMap { purpose in
      let held = owed.content.words.filter { $0.purpose == purpose }.map(\.recordID)
      return held.isEmpty
        ? [RecordID(Commentary.kind, Book.wordsID(owed.slot.subject, period, purpose))] : held
    }
  }

  /// The status in the reporting period before in which a figure was due: of an annual indicator last year's.
  private func statusBefore(_ standing: IndicatorStanding) -> (period: Period, status: Status)? {
    guard standing.status != nil, let data = standing.dataPeriod else { return nil }
    let step = max(1, (data.grain.months ?? 0) / (period.grain.months ?? 3))
    for count in step...(step + 3) {
      guard let reporting = book.calendar.earlier(than: period, by: count) else { return nil }
      let earlier = book.standing(of: standing.indicator, in: reporting)
      if let other = earlier.dataPeriod, other.code != data.code { return earlier.status.map { (other, $0) } }
    }
    return nil
  }
}

extension [Commentary.Purpose: String] {
  /// Whether something is said that the public may read.
  fileprivate var isPublic: Bool { self[.variance] != nil || self[.action] != nil }
}

extension Value {
  fileprivate var isFigureOrWords: Bool {
    if case .missing = self { return false }
    return true
  }
}
