extension Editing {
  /// A new indicator. Fields as the members of its record; `items`, `tags` one to a line.
  package func addIndicator(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    if answers.text("polarity") == nil {
      form.refuse("polarity", "Choose which way is good: high, low, range, or none for data alone.")
    }
    if answers.texts("items").isEmpty {
      form.refuse("items", "Choose what of the plan it gives evidence for; it is printed under the first.")
    }
    var indicator = Indicator(
      id: newID(answers.text("name") ?? "", beside: planIDs), name: "", polarity: .none, items: [],
      order: (book.indicators.values.map(\.order).max() ?? 0) + 1)
    form.read(into: &indicator)
    try form.finish()
    return [indicator.revision]
  }

  /// An indicator with another definition, owner, bounds. Where the figures before and after can't be held against each
  /// other, `comparable_from` says from which day the new definition holds.
  package func changeIndicator(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    let before = try indicator(id)
    var indicator = before
    var form = FormReading(answers, book)
    form.read(into: &indicator)
    let isAnother =
      before.frame != indicator.frame || before.frequency != indicator.frequency
      || !before.unit.isComparable(with: indicator.unit) || before.polarity != indicator.polarity
    if isAnother, book.readings[id]?.actuals.isEmpty == false, answers.text("comparable_from") == nil {
      form.refuse(
        "comparable_from",
        "It has figures that can’t be held against new ones; write the first day on which they are counted the new way."
      )
    }
    try form.finish()
    return try changed(indicator)
  }

  /// An indicator out of the plan. Fields: `last_day`, `reason`.
  package func closeIndicator(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    let indicator = try self.indicator(id)
    var form = FormReading(answers, book)
    let reason = form.reason("reason", "Say why it leaves the plan: councillors ask.")
    let last = form.lastDay()
    if let end = indicator.end {
      form.refuse("indicator", "“\(indicator.name)” left the plan on \((end + -1).words) already.")
    }
    if let last, let start = indicator.start, last < start {
      form.refuse("last_day", "It is in the plan from \(start.words); the last day can’t be before that.")
    }
    if let made = book.madeFrom([indicator]) {
      form.refuse("indicator", "“\(made.name)” is made from its figures; close or change that one first.")
    }
    try form.finish()
    return indicator.leaving(on: (last ?? today) + 1, reason)
  }

  /// An indicator back in the plan.
  package func reopenIndicator(_ id: String) throws(EditRefused) -> [Revision] {
    var indicator = try self.indicator(id)
    guard let end = indicator.end else {
      throw EditRefused("indicator", "“\(indicator.name)” is in the plan already.")
    }
    indicator.end = nil
    let dropped = book.lineages.values.filter {
      $0.of == Indicator.kind && $0.relation.ends && $0.from == [id] && $0.on == end
    }
    return [indicator.revision] + dropped.map(\.withdrawal)
  }

  func indicator(_ id: String) throws(EditRefused) -> Indicator {
    guard let indicator = book.indicators[id] else {
      throw EditRefused("indicator", "There is no indicator “\(id)”; it may have been withdrawn.")
    }
    return indicator
  }
}
