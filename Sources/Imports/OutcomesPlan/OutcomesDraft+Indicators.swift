import CorporatePlan
import Documents

extension OutcomesDraft {
  /// The indicators of all priorities. One that several list is one record, linked to each of them.
  mutating func draftIndicators() {
    var number = 0
    for (block, content) in parts.blocks.enumerated() {
      let listings = IndicatorListing.all(in: content.indicators)
      draft.take(content.indicators.map(\.locator))
      for listing in listings {
        number += 1
        draftIndicator(listing, block, number)
      }
      tellCells(listings)
    }
    tellOpen()
  }

  private mutating func draftIndicator(_ listing: IndicatorListing, _ block: Int, _ number: Int) {
    let wording = IndicatorWording(listing)
    let id = draft.identities.indicator(named: wording.name)
    let record = RecordID(Indicator.kind, id)
    if let known = draft.record(record) as? Indicator {
      link(known, listing, wording, block)
      return
    }
    if let shared = listing.variantOf, !isChosen(wording, listing, shared) { return }
    var indicator = Indicator(
      id: id, name: wording.name, polarity: .none, unit: wording.unit, frequency: wording.frequency ?? .quarter,
      frame: wording.frame ?? .flow, items: [priorityIDs[block]], order: number)
    if let onRecord = order.book.indicators[id] {
      indicator = onRecord
      indicator.items = [priorityIDs[block]]
      indicator.order = number
    }
    indicator.shows = .evidence
    indicator.schedule = wording.schedule
    indicator.source = wording.source
    indicator.variantOf = openVariants.contains(listing.variantOf ?? "") ? listing.variantOf : nil
    if wording.verbatim.normalisedName != wording.name.normalisedName { indicator.definition = wording.verbatim }
    if let group = wording.comparedWith {
      indicator.definition = "\(wording.verbatim)\nDerived: this council's figure held against that of \(group)."
    }
    if wording.isBiAnnual { indicator.frequency = biAnnual(listing, wording) }
    if let target = wording.target { add(target, to: &indicator, listing) }
    draft.add(indicator, at: listing.place)
    listings[id] = (listing.text, block)
    if wording.frequency == nil { withoutFrequency.append(id) }
    if wording.isSchoolYearToDate {
      draft.tell(
        .question, .schoolYearToDate, at: listing.place, verbatim: listing.text,
        "This adds up from September, when the school year begins; figures here add up from April. It was kept as what happened in its period."
      )
    }
  }

  /// The same indicator under another priority, or once more under the same.
  private mutating func link(
    _ known: Indicator, _ listing: IndicatorListing, _ wording: IndicatorWording, _ block: Int
  ) {
    let priority = priorityIDs[block]
    if known.items.contains(priority) {
      draft.tell(
        .note, .indicatorTwice, at: listing.place, verbatim: listing.text,
        "This indicator is listed twice under “\(title(of: priority))”. It was kept once.")
    }
    if isMeasureOfItsOwn(known, listing) {
      addApart(listing, wording, priority, known)
      return
    }
    draft.change(known.recordID, Indicator.self) { indicator in
      if !indicator.items.contains(priority) { indicator.items.append(priority) }
    }
  }

  /// Whether other words than those of the first listing mean another measure: asked once, and one while it is open.
  private mutating func isMeasureOfItsOwn(_ known: Indicator, _ listing: IndicatorListing) -> Bool {
    let first = listings[known.id]?.text ?? known.name
    let words = listing.text.normalisedName
    if first.normalisedName == words { return false }
    if wordsAnswers[words] == nil {
      wordsAnswers[words] =
        draft.ask(
          .indicatorWordsDiffer, at: listing.place, verbatim: listing.text,
          "“\(listing.text)” here and “\(first)” under “\(title(of: known.items.first))” were taken for one indicator.",
          choices: [.init("one", "One measure"), .init("two", "Two measures")]) ?? Question.open
    }
    return wordsAnswers[words] == "two"
  }

  /// What was answered to be a measure of its own is called after the priority that lists it first.
  private mutating func addApart(
    _ listing: IndicatorListing, _ wording: IndicatorWording, _ priority: String, _ known: Indicator
  ) {
    if let id = apart[listing.text.normalisedName] {
      draft.change(RecordID(Indicator.kind, id), Indicator.self) { indicator in
        if !indicator.items.contains(priority) { indicator.items.append(priority) }
      }
      return
    }
    let name = "\(wording.name) (\(title(of: priority)))"
    var own = Indicator(
      id: draft.identities.indicator(named: name), name: name, polarity: .none, unit: wording.unit,
      frequency: wording.frequency ?? .quarter, frame: wording.frame ?? .flow, items: [priority], order: known.order)
    own.shows = .evidence
    own.schedule = wording.schedule
    own.definition = wording.verbatim
    apart[listing.text.normalisedName] = own.id
    draft.add(own, at: listing.place)
  }

  private mutating func add(
    _ target: (words: String, by: Day?), to indicator: inout Indicator, _ listing: IndicatorListing
  ) {
    guard let expression = TargetExpression(target.words),
      let period = target.by.map({ FinancialYear(containing: $0).period }) ?? year?.period
    else { return }
    // The comparison itself says which way is good.
    if let polarity = expression.comparison?.polarity { indicator.polarity = polarity }
    draft.add(Target(indicator: indicator.id, period: period, verbatim: target.words), at: listing.place)
  }
}
