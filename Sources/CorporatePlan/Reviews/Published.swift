extension Book {
  /// What anyone may see: all but the returns of quarters that are being collected, and what is the council's own business
  /// (`isPublic`), with its figures and words.
  package var published: Book { withoutDrafts.withoutInternal }

  /// Without the returns of quarters that are being collected, whose report is not sealed yet. They are drafts, which
  /// their officers may still change and nobody has approved.
  private var withoutDrafts: Book {
    let sealed = Set(seals.values.map(\.period.code))
    let drafts = cycles.values.filter { !sealed.contains($0.period.code) }.map(\.period)
    guard !drafts.isEmpty else { return self }
    return without(drafts.flatMap(returns(of:)))
  }

  /// The records of what was returned for a period: figures, updates, words and an officer's decisions.
  private func returns(of period: Period) -> [RecordID] {
    let figures = indicators.values.flatMap { indicator -> [RecordID] in
      let readings = readings[indicator.id] ?? Readings()
      guard let data = dataPeriod(of: indicator, readings, in: period) else { return [] }
      // A quarter's months are as much of a draft as the quarter.
      return readings.actuals.filter {
        data.start <= $0.period.start && $0.period.end <= data.end
      }
      .map(\.recordID)
    }
    func of(_ rows: some Sequence<some Record & Dated>) -> [RecordID] {
      rows.filter { $0.period.code == period.code }.map(\.recordID)
    }
    return figures + of(updates.values) + of(commentary.values) + of(overrides.values) + of(printed.values)
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
