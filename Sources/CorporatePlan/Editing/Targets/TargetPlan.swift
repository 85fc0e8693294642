/// The targets of a year in the making: each period with what stands there and what would, and what that changes.
package struct TargetPlan: Sendable {
  package struct Row: Equatable, Sendable {
    package let period: Period
    package let before: String?
    package let after: String?
  }

  /// The year first where it has a target of its own, then its periods in order.
  package let rows: [Row]
  /// What else is to know: that a share was rounded.
  package let notes: [String]
  package let revisions: [Revision]
  package let effect: RatingEffect
}

extension Editing {
  /// The targets of an indicator for a year. Fields: `annual`, as people write targets; `profile`, a `TargetSpread.Choice`;
  /// `weight:` and a period's code, the per cent due by its end; `target:` and a period's code, for those set by hand.
  package func setTargets(
    of id: String, for year: FinancialYear, _ answers: FormAnswers
  ) throws(EditRefused) -> TargetPlan {
    let indicator = try self.indicator(id)
    var form = FormReading(answers, book)
    let periods = book.periods(of: indicator, in: year)
    if periods.isEmpty {
      form.refuse(
        "profile", "No \(indicator.frequency.rawValue) of \(year.name) has dates; enter it under terms and waves first."
      )
    }
    let choice = answers.text("profile").flatMap(TargetSpread.Choice.init(rawValue:))
    if choice == nil { form.refuse("profile", "Choose how the year’s target is spread over its periods.") }
    let annual = form.annual(for: indicator, isNeeded: choice != .handSet)
    try form.finish()
    guard let choice else { throw EditRefused(form.problems) }
    let spread = self.spread(choice, indicator, year, periods, &form)
    try form.finish()
    guard let spread else { throw EditRefused(form.problems) }

    var notes: [String] = []
    var texts: [(period: Period, text: String?)] = []
    let yearPeriod = year.period
    if answers.has("annual"), periods.map(\.code) != [yearPeriod.code] {
      texts.append((yearPeriod, answers.text("annual")))
    }
    if case .handSet(let written) = spread {
      texts += zip(periods, written).map { ($0, $1.isEmpty ? nil : $1) }
    } else if let annual {
      texts += spreading(annual, spread, periods, indicator, &notes, &form)
    }
    try form.finish()
    let rows = texts.map { period, text in
      TargetPlan.Row(period: period, before: book.readings[id]?.target(in: period)?.verbatim, after: text)
    }
    let revisions = rows.compactMap { row -> Revision? in
      let before = book.readings[id]?.target(in: row.period)
      guard let text = row.after else { return before?.withdrawal }
      let part = periods.firstIndex(of: row.period)
      let target = Target(
        indicator: id, period: row.period, verbatim: text,
        origin: part.flatMap { origin(choice, spread, indicator, part: $0, of: periods.count, answers.text("annual")) })
      // A field that was left as it stood says nothing of how it was set.
      if choice == .handSet, before?.verbatim == text { return nil }
      return before == target ? nil : target.revision
    }
    return TargetPlan(
      rows: rows, notes: notes, revisions: revisions, effect: try effect(of: revisions, on: [id]))
  }

  /// How the target of one of several periods is set; the year's own has no origin.
  private func origin(
    _ choice: TargetSpread.Choice, _ spread: TargetSpread, _ indicator: Indicator, part: Int, of parts: Int,
    _ annual: String?
  ) -> TargetOrigin? {
    guard parts > 1 else { return nil }
    func share() -> Quantity? {
      if case .weighted(let shares) = spread, shares.indices.contains(part) { shares[part] } else { nil }
    }
    return switch choice {
    // A rate or a number at a date is not shared out.
    case .flat: TargetOrigin(indicator.frame == .flow || indicator.frame == .yearToDate ? .flat : .constant, of: annual)
    case .constant: TargetOrigin(.constant, of: annual)
    case .weighted: TargetOrigin(.weighted, of: annual, share: share())
    case .shape: TargetOrigin(.shape, of: annual, share: share())
    case .handSet: TargetOrigin(.handSet)
    }
  }

  private func spread(
    _ choice: TargetSpread.Choice, _ indicator: Indicator, _ year: FinancialYear, _ periods: [Period],
    _ form: inout FormReading
  ) -> TargetSpread? {
    switch choice {
    case .flat: return .flat
    case .constant: return .constant
    case .handSet: return .handSet(form.handSet(periods, indicator))
    case .weighted: return form.weights(periods).map(TargetSpread.weighted)
    case .shape:
      if let shape = book.shape(of: indicator, in: FinancialYear(year.first - 1)), shape.count == periods.count {
        return .weighted(shape)
      }
      form.refuse(
        "profile",
        "\(FinancialYear(year.first - 1).name) has no target or figure for each period, so it has no shape; choose another way."
      )
      return nil
    }
  }

  private func spreading(
    _ annual: TargetExpression, _ spread: TargetSpread, _ periods: [Period], _ indicator: Indicator,
    _ notes: inout [String], _ form: inout FormReading
  ) -> [(period: Period, text: String?)] {
    guard case .figure(let comparison, let figure) = annual, periods.count > 1, spread != .constant else {
      return periods.map { ($0, form.answers.text("annual")) }
    }
    var isRounded = false
    var texts: [(period: Period, text: String?)] = []
    for (index, period) in periods.enumerated() {
      guard
        let (target, isExact) = spread.target(
          annual: figure.quantity, part: index + 1, of: periods.count, frame: indicator.frame)
      else { continue }
      isRounded = isRounded || !isExact
      let number = Figure.text(target, figure.unit, decimals: target.printedDecimals)
      let text = (comparison.map { "\($0.rawValue) " } ?? "") + number
      if TargetExpression(text)?.figure?.quantity != target {
        form.refuse("profile", "A share of \(figure.text) can’t be written exactly; set each period by hand.")
        return []
      }
      texts.append((period, text))
    }
    if isRounded { notes.append("Shares that do not end are rounded half up to four decimals.") }
    return texts
  }
}

extension Book {
  /// The periods of a year that an indicator has a figure for.
  package func periods(of indicator: Indicator, in year: FinancialYear) -> [Period] {
    switch indicator.frequency {
    case .year: [year.period]
    case .twoYears: [year.twoYears]
    case .month, .quarter, .halfYear: year.period.parts(indicator.frequency)
    case .term, .wave:
      calendar.entered.values.filter { $0.grain == indicator.frequency && year.period.contains($0.end + -1) }.sorted()
    }
  }

  /// The per cent of a year's target, or of its outturn where it had none, that was due by the end of each of its periods.
  func shape(of indicator: Indicator, in year: FinancialYear) -> [Quantity]? {
    let periods = periods(of: indicator, in: year)
    let readings = readings[indicator.id] ?? Readings()
    func shape(_ figure: (Period) -> Quantity?) -> [Quantity]? {
      let figures = periods.compactMap(figure)
      guard figures.count == periods.count, let last = figures.last else { return nil }
      var running = Quantity.zero
      let due =
        indicator.frame == .flow
        ? figures.map { figure in
          running = running + figure
          return running
        } : figures
      let whole = figure(year.period) ?? (indicator.frame == .flow ? running : last)
      let shares = due.compactMap { $0.percentage(of: whole, decimals: 4) }
      return whole > .zero && shares.count == due.count ? shares : nil
    }
    return shape { readings.target(in: $0)?.expression?.figure?.quantity }
      ?? shape { readings.actual(in: $0)?.value.figure.flatMap { $0.per == nil ? $0.quantity : nil } }
  }
}
