import CorporatePlan
import Documents

extension TablesDraft {
  /// The indicators of the file: what is on record with what the file says anew, and new ones.
  mutating func draftIndicators() {
    var order = self.order.book.indicators.values.map(\.order).max() ?? 0
    var unpolarised: [Int] = []
    let amounts = shownAsPounds()
    var fractions: [Int] = []
    var finer: [Period.Grain: [Int]] = [:]
    for place in roll.entries.indices {
      let entry = roll.entries[place]
      var indicator: Indicator
      if let known = entry.known {
        indicator = known
        indicator.code = known.code ?? entry.code
      } else {
        order += 1
        indicator = TablesDraft.new(entry, roll.evidence[place], isAmount: amounts.contains(place), order)
      }
      apply(entry, to: &indicator)
      for item in entry.items where !indicator.items.contains(item) { indicator.items.append(item) }
      if entry.known == nil, entry.said[.polarity] == nil, indicator.polarity == .none { unpolarised.append(place) }
      if roll.evidence[place].areFractions, indicator.unit == .percent, !isBelowOne(entry.known) {
        fractions.append(place)
      }
      if let grain = finerGrain(than: indicator, place) { finer[grain, default: []].append(place) }
      draft.add(indicator, at: entry.locator, isSeenTo: true)
    }
    askForPolarity(of: unpolarised)
    askAboutFractions(of: fractions)
    for (grain, places) in finer.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { tellFiner(grain, of: places) }
    tellYearTargets()
  }

  /// The indicators whose first figure the workbook shows with a pound sign.
  private func shownAsPounds() -> Set<Int> {
    var amounts: Set<Int> = []
    guard draft.document.kind == .workbook else { return amounts }
    var isSeen = roll.entries.map { _ in false }
    for slot in slots.slots where !isSeen[slot.entry] {
      guard let cell = slot.actual ?? slot.target else { continue }
      isSeen[slot.entry] = true
      if self.cell(cell).isPounds { amounts.insert(slot.entry) }
    }
    return amounts
  }

  private static func new(
    _ entry: IndicatorRoll.Entry, _ evidence: FigureEvidence, isAmount: Bool, _ order: Int
  ) -> Indicator {
    let name = NameReading(name: entry.name)
    var unit = evidence.unit
    if unit == .number { unit = isAmount ? .pounds : name.saysPercent ? .percent : name.unit ?? .number }
    let frame = name.frame
    return Indicator(
      id: entry.id, name: entry.name, code: entry.code, polarity: .none, unit: unit,
      decimals: min(evidence.decimals, isAmount ? 2 : Quantity.mostDecimals), frequency: evidence.frequency ?? .quarter,
      frame: frame ?? .flow, aggregation: frame == nil ? .manual : .last, items: [], order: order, tags: name.tags)
  }

  /// One question for all indicators of which nothing says whether high or low is good.
  private mutating func askForPolarity(of entries: [Int]) {
    guard let first = entries.first.map({ roll[$0] }) else { return }
    let names = entries.prefix(3).map { "“\(roll[$0].name)”" }.joined(separator: ", ")
    draft.tell(
      .question, .polarityUnknown, at: first.locator, verbatim: first.name,
      "Nothing says whether high or low is good for \(counted(entries.count, "indicator")): \(names)\(entries.count > 3 ? " and \(entries.count - 3) more" : ""). Until that is set, \(entries.count == 1 ? "it is" : "they are") shown and not rated."
    )
  }

  /// Takes over what the rows say of an indicator.
  private mutating func apply(_ entry: IndicatorRoll.Entry, to indicator: inout Indicator) {
    for (word, said) in entry.said.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let text = said.text.onOneLine
      func quantity() -> Quantity? { (try? Figure(text))?.quantity }
      var isRead = true
      switch word {
      case _ where text.isSheetError: isRead = false
      case .definition: indicator.definition = said.text.trimmed
      case .source: indicator.source = text
      case .owner: indicator.owner = entry.said[.department].map { "\(text) (\($0.text.onOneLine))" } ?? text
      case .department: if entry.said[.owner] == nil { indicator.owner = text }
      case .managedBy: if entry.said[.owner] == nil { indicator.owner = text }
      case .polarity: isRead = read(text, &indicator.polarity) { Polarity(said: $0) }
      case .unit, .dataType: isRead = read(text, &indicator.unit) { Unit(said: $0) }
      case .decimals: isRead = read(text, &indicator.decimals) { Int($0).flatMap { (0...9).contains($0) ? $0 : nil } }
      case .frequency: applyFrequency(said, to: &indicator)
      case .frame: isRead = read(text, &indicator.frame) { Frame(said: $0) }
      case .aggregation: isRead = applyCalculation(text, to: &indicator)
      case .lag: isRead = read(text, &indicator.lag) { Int($0).flatMap { (0...24).contains($0) ? $0 : nil } }
      case .lower: (indicator.lower, isRead) = (quantity() ?? indicator.lower, quantity() != nil)
      case .upper: (indicator.upper, isRead) = (quantity() ?? indicator.upper, quantity() != nil)
      case .green: (indicator.green, isRead) = (quantity() ?? indicator.green, quantity() != nil)
      case .amber, .amberThreshold: (indicator.amber, isRead) = (quantity() ?? indicator.amber, quantity() != nil)
      case .tolerance: (indicator.tolerance, isRead) = (quantity() ?? indicator.tolerance, quantity() != nil)
      case .baseline:
        draft.add(Baseline(RecordID(Indicator.kind, entry.id), verbatim: text), at: said.locator)
      default: isRead = false
      }
      if !isRead, MissingReason(mark: text) == nil {
        draft.tell(
          .warning, .wordUnreadable, at: said.locator, verbatim: text,
          "“\(text)” was not understood as the \(word.rawValue) of “\(entry.name)”; it was left out.")
      }
    }
    // What overlaps is never added up, whatever the file says.
    if indicator.aggregation == .sum, !indicator.frame.addsUp { indicator.aggregation = .last }
  }

  private func read<Read>(_ text: String, _ place: inout Read, _ reading: (String) -> Read?) -> Bool {
    guard let read = reading(text) else { return false }
    place = read
    return true
  }

  private mutating func applyFrequency(_ said: IndicatorRoll.Said, to indicator: inout Indicator) {
    switch StatedFrequency(said.text) {
    case .grain(let grain)?: indicator.frequency = grain
    case .unclear?:
      indicator.schedule = said.text.onOneLine
      let answer = draft.ask(
        .frequencyUnclear, at: said.locator, verbatim: said.text.onOneLine,
        "“\(said.text.onOneLine)” for “\(indicator.name)”: twice a year or every two years?",
        choices: [
          Question.Choice("twice-a-year", "Twice a year"), Question.Choice("every-two-years", "Every two years"),
        ])
      if let answer { indicator.frequency = answer == "twice-a-year" ? .halfYear : .twoYears }
    case nil:
      indicator.schedule = said.text.onOneLine
      draft.tell(
        .warning, .wordUnreadable, at: said.locator, verbatim: said.text.onOneLine,
        "“\(said.text.onOneLine)” was not understood as how often “\(indicator.name)” is collected; the words were kept as its schedule."
      )
    }
  }

  /// Words for how a year is made of its parts; those of products speak of the frame as well.
  private func applyCalculation(_ text: String, to indicator: inout Indicator) -> Bool {
    let words = text.normalisedName
    if let aggregation = Aggregation(rawValue: words) {
      indicator.aggregation = aggregation
      return true
    }
    switch words {
    case "add", "total", "added up", "summed", "cumulative sum": indicator.aggregation = .sum
    case "average", "mean average": indicator.aggregation = .mean
    case "latest", "last value", "most recent", "newest", "copy", "end of period": indicator.aggregation = .last
    case "ytd", "year to date": (indicator.frame, indicator.aggregation) = (.yearToDate, .last)
    case "maximum", "highest": indicator.aggregation = .max
    case "minimum", "lowest": indicator.aggregation = .min
    case "ratio", "numerator and denominator", "weighted average": indicator.aggregation = .ratio
    case "none", "typed", "entered", "manually entered", "keyed", "manual entry", "user entered":
      indicator.aggregation = .manual
    default: return false
    }
    return true
  }
}

extension Unit {
  /// A unit in a council's or a product's words: "Percentage", "Number", "Money", "Days".
  init(said text: String) {
    switch text.normalisedName {
    case "percentage", "percent", "per cent", "%", "percentage %": self = .percent
    case "money", "currency", "gbp", "pound", "pounds", "£", "financial": self = .pounds
    case "number", "integer", "whole number", "decimal", "count", "numeric": self = .number
    default: self = Unit(text)
    }
  }
}

extension Frame {
  /// Havering prints C, S, R and A beside each indicator; others write the words.
  init?(said text: String) {
    switch text.normalisedName {
    case "c", "cumulative", "year to date", "ytd": self = .yearToDate
    case "s", "snapshot", "as at", "stock", "point in time": self = .stock
    case "r", "rolling", "rolling year", "rolling 12 months": self = .rolling(months: 12)
    case "period", "in period", "flow", "discrete", "quarterly", "in quarter", "a", "annual": self = .flow
    case "survey", "wave": self = .wave
    default:
      guard let frame = Frame(text.trimmed.lowercased()) else { return nil }
      self = frame
    }
  }
}
