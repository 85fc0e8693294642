extension Book {
  /// What anyone may see: all but returns that nobody has approved for publication, what is the council's own business
  /// (`isPublic`) with its figures and words, and figures of small numbers.
  package var published: Book { published(sealing: nil) }

  /// The same, with the returns of a period as they stand: what its report says when it is sealed now.
  package func published(sealing period: Period?) -> Book { openToAll(sealing: period).suppressed }

  private var suppressed: Book {
    var book = withoutSmallNumbers
    book.isWithoutSmallNumbers = true
    return book
  }

  /// As `published(sealing:)`, with figures of small numbers: what checks of a report look at.
  package func openToAll(sealing period: Period?) -> Book { withoutDrafts(sealing: period).withoutInternal }

  /// Without the returns of quarters that are being collected, whose report is not sealed yet: they are drafts, which
  /// their officers may still change and nobody has approved. What was changed after the report was sealed is a draft
  /// until it is approved; until then what was published last stands.
  private func withoutDrafts(sealing: Period?) -> Book {
    var book = self
    for period in cycles.values.map(\.period).sorted() where period.code != sealing?.code {
      let issues = issues(of: period)
      if let seal = issues.last(where: \.isSeal) {
        book = book.asIssued(period, by: issues.filter { seal.position <= $0.position })
      } else {
        book = book.without(returns(of: period).map(\.record))
      }
    }
    return book.asIssuedWords(sealing: sealing)
  }

  /// What people wrote into reports stands as it was sealed last: until then nobody has answered for it.
  private func asIssuedWords(sealing: Period?) -> Book {
    let periods = Set(reports.values.map(\.period)).filter { $0.code != sealing?.code }
    return periods.sorted().reduce(self) { book, period in
      func words(_ book: Book) -> [RecordID] {
        book.passages.values.filter { book.reports[$0.report]?.period.code == period.code }.map(\.recordID)
      }
      guard let seal = issues(of: period).last(where: \.isSeal) else { return book.without(words(self)) }
      let changed = Set(words(self) + words(seal.book)).filter { record in
        stamp(of: record).map { seal.position < $0.position } ?? false
      }
      return changed.isEmpty ? book : book.taking(changed, from: seal.book)
    }
  }

  /// With each return of a sealed period that was changed since as it was published last.
  ///
  /// - Parameter issues: the newest seal and what was approved after it, oldest first.
  private func asIssued(_ period: Period, by issues: [Issue]) -> Book {
    let seal = issues[0]
    let then = seal.book.returns(of: period)
    let now = returns(of: period)
    let changed = (now + then).filter { stamp(of: $0.record).map { seal.position < $0.position } ?? false }
    let approved = issues.compactMap { issue -> RecordID? in
      if case .approved(let subject) = issue.cause { subject } else { nil }
    }
    return Set(changed.map(\.subject) + approved).reduce(self) { book, subject in
      let issue = issues.last { $0.hasApproved(subject, in: period) } ?? seal
      let published = issue === seal ? then : issue.book.returns(of: period)
      let records = Set((now + then + published).filter { $0.subject == subject }.map(\.record))
      return book.taking(records, from: issue.book)
    }
  }

  /// A record of a return, and the indicator or item that it is about.
  private typealias ReturnedRecord = (record: RecordID, subject: RecordID)

  /// The records of what was returned for a period: figures, updates, words and an officer's decisions.
  private func returns(of period: Period) -> [ReturnedRecord] {
    let figures = indicators.values.flatMap { indicator -> [ReturnedRecord] in
      let readings = readings[indicator.id] ?? Readings()
      guard let data = dataPeriod(of: indicator, readings, in: period) else { return [] }
      // A quarter's months are as much of a draft as the quarter.
      return readings.actuals.filter {
        data.start <= $0.period.start && $0.period.end <= data.end
      }
      .map { ($0.recordID, indicator.recordID) }
    }
    func of<Row: Record & Dated>(_ rows: some Sequence<Row>, _ subject: (Row) -> RecordID) -> [ReturnedRecord] {
      rows.filter { $0.period.code == period.code }.map { ($0.recordID, subject($0)) }
    }
    return figures + of(updates.values) { RecordID(PlanItem.kind, $0.item) } + of(commentary.values, \.subject)
      + of(overrides.values) { RecordID(Indicator.kind, $0.indicator) }
      + of(printed.values) { RecordID(Indicator.kind, $0.indicator) }
  }
}

extension Book {
  /// What was published of an indicator's or action's return, oldest first: each seal of the period's report, and each
  /// approval of what was changed after.
  package func issues(of subject: RecordID, in period: Period) -> [Issue] {
    issues(of: period).filter { $0.isSeal || $0.hasApproved(subject, in: period) }
  }
}

extension Issue {
  /// What anyone could see of the period that it published: for an approval, of what it approved.
  package func published(_ period: Period) -> Book { book.published(sealing: period) }

  /// Whether it approved a return as it then was, to the last change of it.
  fileprivate func hasApproved(_ subject: RecordID, in period: Period) -> Bool {
    guard cause == .approved(subject), let review = book.reviews[Slot.id(of: subject, in: period)] else { return false }
    let data = book.indicators[subject.record].flatMap {
      subject.kind == Indicator.kind
        ? book.dataPeriod(of: $0, book.readings[$0.id] ?? Readings(), in: period) : nil
    }
    return book.contentPosition(of: subject, period, data) ?? 0 <= review.seen
  }
}

extension Book {
  /// Without items and indicators that the public does not see, and without what is of them or tells of them. A risk goes
  /// when all that it threatens does.
  package var withoutInternal: Book {
    let unseen = Unseen(self)
    var book = without(unseen)
    book.unseen = unseen
    return book
  }

  func without(_ unseen: Unseen) -> Book {
    guard !unseen.records.isEmpty else { return self }
    return without(unseen.records + unseen.ofThem(in: self)).showing(unseen.lessened(in: self))
  }
}

/// The items and indicators of a Book that the public does not see, and what hangs on them.
struct Unseen: Sendable {
  let items: Set<String>
  let indicators: Set<String>
  let risks: Set<String>

  init(_ book: Book) {
    let items = Set(book.items.values.filter { !book.isPublic($0) }.map(\.id))
    self.items = items
    indicators = Set(book.indicators.values.filter { !book.isPublic($0) }.map(\.id))
    let threatening = book.risks.values.filter { !$0.items.isEmpty && $0.items.allSatisfy(items.contains) }
    risks = Set(threatening.map(\.id))
  }

  var records: [RecordID] {
    items.map { RecordID(PlanItem.kind, $0) } + indicators.map { RecordID(Indicator.kind, $0) }
      + risks.map { RecordID(Risk.kind, $0) }
  }

  private func holds(_ record: RecordID) -> Bool {
    switch record.kind {
    case PlanItem.kind: items.contains(record.record)
    case Indicator.kind: indicators.contains(record.record)
    case Risk.kind: risks.contains(record.record)
    default: false
    }
  }

  /// Figures, targets, updates, words and connections of what is hidden.
  func ofThem(in book: Book) -> [RecordID] {
    let readings = indicators.compactMap { book.readings[$0] }
    let figures = readings.flatMap { $0.actuals.map(\.recordID) + $0.targets.map(\.recordID) }
    func about<Row: Record>(_ rows: some Sequence<Row>, _ subject: (Row) -> RecordID) -> [RecordID] {
      rows.filter { holds(subject($0)) }.map(\.recordID)
    }
    func ofIndicator<Row: Record>(_ rows: some Sequence<Row>, _ id: (Row) -> String) -> [RecordID] {
      rows.filter { indicators.contains(id($0)) }.map(\.recordID)
    }
    func ofItem<Row: Record>(_ rows: some Sequence<Row>, _ id: (Row) -> String) -> [RecordID] {
      rows.filter { items.contains(id($0)) }.map(\.recordID)
    }
    let indicatorsOwn =
      ofIndicator(book.overrides.values, \.indicator) + ofIndicator(book.printed.values, \.indicator)
      + ofIndicator(book.comparators.values, \.indicator)
    let itemsOwn =
      ofItem(book.updates.values, \.item) + ofItem(book.printedProgress.values, \.item)
      + ofItem(book.splits.values, \.item)
    let words =
      about(book.commentary.values, \.subject) + about(book.baselines.values, \.subject)
      + about(book.waivers.values, \.subject) + about(book.confirmations.values, \.subject)
      + about(book.evidence.values, \.subject) + about(book.reviews.values, \.subject)
      + about(book.lockExceptions.values, \.subject)
      + about(book.questions.values) { $0.subject ?? RecordID("", "") }
    return figures + indicatorsOwn + itemsOwn + words + connections(in: book)
  }

  /// What joins something to what is hidden. A line of the lineage names both, so it goes as a whole.
  private func connections(in book: Book) -> [RecordID] {
    let contributions = book.contributions.values.filter { holds($0.subject) || items.contains($0.item) }
    let lineages = book.lineages.values.filter { line in
      (line.from + line.to).contains { holds(RecordID(line.of, $0)) }
    }
    let scores = book.riskScores.values.filter { risks.contains($0.risk) }
    return contributions.map(\.recordID) + lineages.map(\.recordID) + scores.map(\.recordID)
  }

  /// What is seen and names something hidden, without that name.
  func lessened(in book: Book) -> [any Record] {
    func seen(_ ids: [String]) -> [String] { ids.filter { !items.contains($0) } }
    func names(_ ids: [String]) -> Bool { ids.contains(where: items.contains) }
    let indicators = book.indicators.values.filter { !self.indicators.contains($0.id) && names($0.items) }
      .map { indicator in
        var indicator = indicator
        indicator.items = seen(indicator.items)
        return indicator as any Record
      }
    let risks = book.risks.values.filter { !self.risks.contains($0.id) && names($0.items) }
      .map { risk in
        var risk = risk
        risk.items = seen(risk.items)
        return risk as any Record
      }
    let partners = book.partners.values.filter { names($0.items) }
      .map { partner in
        var partner = partner
        partner.items = seen(partner.items)
        return partner as any Record
      }
    return indicators + risks + partners
  }
}
