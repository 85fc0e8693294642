extension FormReading {
  /// The year's target as written; `nil` when it can't be read or is not needed.
  mutating func annual(for indicator: Indicator, isNeeded: Bool) -> TargetExpression? {
    guard let text = answers.text("annual") else {
      if isNeeded { refuse("annual", "Write the target of the whole year, such as 450 or at least 95%.") }
      return nil
    }
    guard let expression = expression(text, "annual", indicator) else { return nil }
    if isNeeded, answers.text("profile") != TargetSpread.Choice.constant.rawValue, expression.figure == nil {
      refuse("profile", "“\(text)” is no single figure that could be shared out; take the same words for each period.")
    }
    return expression
  }

  /// What stands in the field of each period; empty for a period without a target. A field that is not there keeps what
  /// stood.
  mutating func handSet(_ periods: [Period], _ indicator: Indicator) -> [String] {
    var written: [String] = []
    for period in periods {
      let field = "target:\(period.code)"
      guard answers.has(field) else {
        written.append(book.readings[indicator.id]?.target(in: period)?.verbatim ?? "")
        continue
      }
      let text = answers.text(field) ?? ""
      if !text.isEmpty { _ = expression(text, field, indicator) }
      written.append(text)
    }
    return written
  }

  /// The per cent due by the end of each period, which never becomes less.
  mutating func weights(_ periods: [Period]) -> [Quantity]? {
    var weights: [Quantity] = []
    for period in periods {
      let field = "weight:\(period.code)"
      var weight: Quantity?
      if answers.text(field) == nil {
        refuse(field, "Write the per cent of the year’s target that is due by the end of \(period.name).")
      }
      quantity(field, into: &weight)
      guard let weight else { continue }
      if let last = weights.last, weight < last {
        refuse(field, "\(weight)% is less than the \(last)% due before; write what is due by then in all.")
      }
      weights.append(weight)
    }
    return weights.count == periods.count ? weights : nil
  }

  /// A target as people write it, in the indicator's unit and not against its polarity.
  private mutating func expression(_ text: String, _ field: String, _ indicator: Indicator) -> TargetExpression? {
    guard let expression = TargetExpression(text) else {
      refuse(field, "“\(text)” is no target; write a figure, or leave it empty until there is one.")
      return nil
    }
    if let figure = expression.figure, !figure.unit.isComparable(with: indicator.unit) {
      refuse(field, "\(figure.text) is not in \(indicator.unit.text), the unit of the indicator; write it in that.")
      return nil
    }
    if let asked = expression.comparison?.polarity, [.highIsGood, .lowIsGood].contains(indicator.polarity),
      asked != indicator.polarity
    {
      let good = indicator.polarity == .highIsGood ? "high" : "low"
      refuse(field, "\(good.capitalisedFirst) is good, yet “\(text)” asks for the other way; turn the sign round.")
      return nil
    }
    return expression
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
