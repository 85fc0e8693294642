/// The fields of the form by which an indicator is added or changed.
extension FormReading {
  mutating func read(into indicator: inout Indicator) {
    required("name", "Write what it measures, in a line.", into: &indicator.name)
    text("code", into: &indicator.code)
    polarity(into: &indicator)
    unit(into: &indicator)
    number("decimals", 0...Quantity.mostDecimals, into: &indicator.decimals)
    choice("frequency", into: &indicator.frequency)
    frame(into: &indicator)
    number("lag", 0...24, into: &indicator.lag)
    choice("aggregation", into: &indicator.aggregation)
    text("definition", into: &indicator.definition)
    text("source", into: &indicator.source)
    owner(into: &indicator.owner)
    items(into: &indicator.items)
    texts("tags", into: &indicator.tags)
    text("schedule", into: &indicator.schedule)
    choice("shows", into: &indicator.shows)
    text("variant_of", into: &indicator.variantOf)
    choice("publication", into: &indicator.publication)
    day("start", into: &indicator.start)
    day("comparable_from", into: &indicator.comparableFrom)
    smallNumbers(into: &indicator)
    limits(into: &indicator)
    derived(into: &indicator)
    sameName(as: indicator)
    check(indicator)
  }

  private mutating func polarity(into indicator: inout Indicator) {
    guard answers.has("polarity") else { return }
    let text = answers.text("polarity") ?? ""
    if let polarity = Polarity(rawValue: text) ?? (text.isEmpty ? nil : Polarity(text)) {
      indicator.polarity = polarity
    } else {
      refuse("polarity", "Choose which way is good: high, low, range, or none for data alone.")
    }
  }

  private mutating func unit(into indicator: inout Indicator) {
    guard answers.has("unit") else { return }
    let unit = Unit(answers.text("unit") ?? "")
    let readings = book.readings[indicator.id] ?? Readings()
    let figures = readings.actuals.compactMap(\.value.figure) + readings.targets.compactMap(\.expression?.figure)
    if let other = figures.first(where: { !$0.unit.isComparable(with: unit) }) {
      refuse(
        "unit",
        "It has figures such as \(other.text), which are not in \(unit.text); correct those first, or make another indicator."
      )
    }
    indicator.unit = unit
  }

  private mutating func frame(into indicator: inout Indicator) {
    guard let text = answers.text("frame") else { return }
    if let frame = Frame(text) {
      indicator.frame = frame
    } else {
      refuse("frame", "“\(text)” is none of flow, stock, ytd, wave, or rolling with its months, like rolling 12.")
    }
  }

  /// The bounds of a range, the tolerance and thresholds of its own, each where its polarity lets it be.
  private mutating func limits(into indicator: inout Indicator) {
    quantity("lower", into: &indicator.lower)
    quantity("upper", into: &indicator.upper)
    quantity("tolerance", into: &indicator.tolerance)
    quantity("green", into: &indicator.green)
    quantity("amber", into: &indicator.amber)
    quantity("dead_band", into: &indicator.deadBand)
    // What was imported wrong is a check's to find; it keeps nobody from changing an owner.
    guard ["lower", "upper", "tolerance", "green", "amber", "polarity"].contains(where: answers.has) else { return }
    if let lower = indicator.lower, let upper = indicator.upper, upper < lower {
      refuse("upper", "The upper bound \(upper) is below the lower one, \(lower); turn them round.")
    }
    if let tolerance = indicator.tolerance, tolerance < .zero {
      refuse("tolerance", "A tolerance is how far off target is still amber; write it without a sign.")
    }
    guard let green = indicator.green, let amber = indicator.amber else { return }
    let isTurned =
      switch indicator.polarity {
      case .highIsGood: green < amber
      case .lowIsGood: amber < green
      case .range, .none: false
      }
    if isTurned {
      let way = indicator.polarity == .highIsGood ? "below" : "above"
      refuse(
        "amber", "Green from \(green) is \(way) amber from \(amber), although the other way is good; turn them round.")
    }
  }

  private mutating func smallNumbers(into indicator: inout Indicator) {
    quantity("suppress_below", into: &indicator.suppressBelow)
    if answers.has("suppress_below"), let least = indicator.suppressBelow, least <= .zero {
      refuse("suppress_below", "Write the least number that is published, such as 5, or leave it empty.")
    }
    guard answers.has("part_of") else { return }
    text("part_of", into: &indicator.partOf)
    guard let whole = indicator.partOf else { return }
    if whole == indicator.id || book.indicators[whole] == nil {
      refuse("part_of", "There is no other indicator “\(whole)”; choose the one whose total this is a part of.")
    }
  }

  private mutating func derived(into indicator: inout Indicator) {
    guard answers.has("derived_from") else { return }
    text("derived_from", into: &indicator.derivedFrom)
    var seen: Set = [indicator.id]
    var next = indicator.derivedFrom
    while let id = next {
      guard let source = book.indicators[id] else {
        refuse("derived_from", "There is no indicator “\(id)”; choose one that is there.")
        return
      }
      guard seen.insert(id).inserted else {
        refuse("derived_from", "“\(source.name)” is made from this one: they would go round in a circle.")
        return
      }
      next = source.derivedFrom
    }
  }

  private mutating func sameName(as indicator: Indicator) {
    if book.indicators[indicator.id]?.name == indicator.name { return }
    let name = indicator.name.lowercased()
    let twin = book.indicators.values.filter { $0.id != indicator.id && $0.name.lowercased() == name }
      .min { $0.id < $1.id }
    if let twin, twin.end == nil {
      refuse("name", "There is an indicator called “\(twin.name)”; change that one, or say in the name what differs.")
    }
  }
}
