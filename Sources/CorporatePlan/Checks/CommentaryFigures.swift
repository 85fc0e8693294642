extension Check {
  static let commentaryFigureNotOfRecord = Check(
    "commentary-figure-not-of-record", .objection,
    looksFor: "Commentary that gives another figure or target for its indicator than any the record has of it."
  ) { book, scorecard in
    let suppression = Suppression(book)
    return scorecard.standings.flatMap { standing -> [Trouble] in
      let indicator = standing.indicator
      // Of numbers that are withheld another check speaks, and says none of them.
      guard suppression.withheld[indicator.id] == nil else { return [] }
      let said = [Commentary.Purpose.variance, .action]
        .flatMap { book.words(about: indicator.recordID, in: scorecard.period, $0) }
      guard !said.isEmpty else { return [] }
      let figures = RecordedFigures(book, standing)
      return said.flatMap { FigureClaims.claims(in: $0.text, of: indicator) }.compactMap { claim -> Trouble? in
        guard let nearest = figures.nearest(toUntrue: claim) else { return nil }
        return (
          standing.place,
          "The commentary on “\(indicator.name)” says \(claim.number.text) (“\(claim.sentence)”), which is no "
            + "\(claim.isTarget ? "target" : "figure") that the record has of it; the nearest is \(nearest.text), "
            + "\(nearest.label). Correct the words or the figure."
        )
      }
    }
  }
}

/// Reads from commentary which numbers it gives as figures or targets of its indicator. It is silent when in doubt: the
/// sentence has to name the indicator or its target, the number to be written as the indicator's are, and nothing may speak of
/// another time, a hope, a part or a difference.
enum FigureClaims {
  struct Claim: Equatable {
    let number: TypedNumber
    let sentence: String
    /// Whether it is called a target.
    let isTarget: Bool
  }

  static func claims(in text: String, of indicator: Indicator) -> [Claim] {
    ProseClaims.sentences(of: text).flatMap { sentence -> [Claim] in
      guard !ProseClaims.speaksOfAnotherTime(sentence), isCertain(sentence) else { return [] }
      let namesIt = names(indicator, sentence)
      let characters = Array(sentence)
      return TypedNumber.all(in: sentence).compactMap { number in
        let before = String(characters[..<number.place.lowerBound]).wordsAtEnd(3)
        guard isWritten(number, after: before.last ?? "", as: indicator),
          before.suffix(2).allSatisfy({ !approximations.contains($0) })
        else { return nil }
        let isTarget = callsTarget(before)
        return namesIt || isTarget ? Claim(number: number, sentence: sentence, isTarget: isTarget) : nil
      }
    }
  }

  /// Whether words call the number behind them a target: "against a target of 95%", and not "above target at 96.2%".
  private static func callsTarget(_ before: [String]) -> Bool {
    guard let last = before.last, before.allSatisfy({ !outcomes.contains($0) }) else { return false }
    return targets.contains(last)
      || ["of", "is", "was", "at"].contains(last) && before.dropLast().last.map(targets.contains) == true
  }

  private static func names(_ indicator: Indicator, _ sentence: String) -> Bool {
    let (said, name) = (Set(sentence.contentWords), Set(indicator.name.contentWords))
    return !name.isEmpty && name.intersection(said).count * 5 >= name.count * 3
  }

  /// Whether a number is written as the indicator's figures are, and is none that only counts something beside them.
  private static func isWritten(_ number: TypedNumber, after before: String, as indicator: Indicator) -> Bool {
    if differences.contains(number.next) || ["by", "within", "another", "some"].contains(before) { return false }
    switch indicator.unit {
    case .percent: return number.isPercent
    case .percentagePoints: return false
    case .pounds: return number.isMoney
    case .clock, .clockSeconds: return false
    case .named(let unit): return !number.isPercent && !number.isMoney && isUnit(number.next, unit)
    case .number:
      return !number.isPercent && !number.isMoney && !indicator.isNamedInPercent
        && (introductions.contains(before) || ["against", "per"].contains(number.next)) && !number.isSpelled
        && (number.next.isEmpty || joints.contains(number.next) || indicator.name.lowercased().contains(number.next))
    }
  }

  private static func isUnit(_ word: String, _ unit: String) -> Bool {
    let unit = unit.lowercased()
    return !word.isEmpty && (unit.hasPrefix(word) || word.hasPrefix(unit))
  }

  private static let targets: Set<String> = ["target", "targets", "limit"]
  /// What is said of a target before the figure that did it.
  private static let outcomes: Set<String> = [
    "above", "below", "over", "under", "met", "meeting", "missed", "beat", "beating", "exceeded", "exceeding", "beyond",
    "reached", "reaching", "achieved",
  ]
  /// Words before a number that is not meant to the letter.
  private static let approximations: Set<String> = [
    "over", "under", "above", "below", "nearly", "almost", "about", "around", "approximately", "roughly", "some",
    "than", "least", "most", "just", "close", "between", "towards", "beyond", "exceeding",
  ]
  private static let introductions: Set<String> = ["of", "at", "was", "is", "were", "to", "from", "reached", "stood"]
  /// Words behind a number that is given by itself.
  private static let joints: Set<String> = [
    "against", "per", "in", "to", "and", "but", "from", "for", "by", "as", "with", "at", "last", "on", "compared",
  ]
  private static let differences: Set<String> = [
    "more", "fewer", "less", "lower", "higher", "short", "above", "below", "over", "under", "points", "point", "better",
    "worse", "up", "down", "rise", "increase", "fall", "drop", "reduction", "late", "early",
  ]

  private static func isCertain(_ sentence: String) -> Bool {
    let words = sentence.lowercased().split { !$0.isLetter }.map(String.init)
    // Of the two months that are words, too, only what stands before can tell.
    let isDated = zip(words, words.dropFirst()).contains {
      ["in", "by", "since", "during", "until", "from", "of", "last"].contains($0) && ["march", "may"].contains($1)
    }
    return !isDated && words.allSatisfy { !doubtful.contains($0) && !months.contains($0) }
  }

  /// Words of hopes, of parts of a period, and of others than the council.
  private static let doubtful: Set<String> = [
    "will", "would", "should", "could", "expect", "expected", "forecast", "aim", "aims", "hope", "plan", "planned",
    "plans", "until", "unless", "if", "average", "england", "country", "neighbours", "benchmark", "region", "regional",
    "corrected", "half", "third", "month", "months", "week", "weeks", "before", "summer", "winter", "spring", "autumn",
  ]
  private static let months = Set(Day.months.map { $0.lowercased() }).subtracting(["may", "march"])
}

/// Every figure that the record has of an indicator: figures of all periods with the parts of ratios, targets, the baseline,
/// and what others report.
private struct RecordedFigures {
  private var figures: [Named] = []

  struct Named {
    let quantity: Quantity
    let text: String
    /// "the figure of Q2 2025/26".
    let label: String
    var isTarget = false
    /// Whether it is true to say, and yet nothing that anybody would have meant.
    var isByTheWay = false
  }

  /// This period's come first, so that of two as near the one that was meant is named.
  init(_ book: Book, _ standing: IndicatorStanding) {
    let indicator = standing.indicator
    let readings = book.readings[indicator.id] ?? Readings()
    let own = standing.dataPeriod.map { "the figure of \($0.name)" } ?? "the figure"
    add(standing.value.figure, own, indicator)
    if let target = standing.target {
      add(target, standing.dataPeriod.map { "the target of \($0.name)" } ?? "the target")
    }
    for actual in readings.actuals.reversed() {
      add(actual.value.figure, "the figure of \(actual.period.name)", indicator)
    }
    for target in readings.targets.reversed() {
      if let expression = target.expression { add(expression, "the target of \(target.period.name)") }
    }
    for baseline in book.baselines.values where baseline.subject == indicator.recordID {
      add(baseline.value?.figure, "where it stood at first", indicator)
    }
    for other in book.comparators.values.sorted(by: { $0.id < $1.id }) where other.indicator == indicator.id {
      add((try? Value(other.verbatim))?.figure, "that of \(other.group)", indicator)
    }
    for number in TypedNumber.all(in: "\(indicator.name). \(indicator.definition ?? "")") {
      figures.append(Named(quantity: number.quantity, text: number.text, label: "in its name", isByTheWay: true))
    }
  }

  private mutating func add(_ figure: Figure?, _ label: String, _ indicator: Indicator) {
    guard let figure else { return }
    guard let per = figure.per else {
      let shown = figure.inUnit(indicator.unit)
      figures.append(Named(quantity: figure.quantity, text: shown.text, label: label))
      if shown.unit == .percent {
        let rest = Quantity(100) - figure.quantity
        figures.append(Named(quantity: rest, text: "", label: label, isByTheWay: true))
      }
      return
    }
    let count = Quantity(mantissa: figure.quantity.mantissa, scale: figure.quantity.scale + 2)
    for part in [count, per] + (0...2).compactMap({ figure.displayed(decimals: $0) }) {
      figures.append(Named(quantity: part, text: figure.text, label: label))
    }
  }

  private mutating func add(_ target: TargetExpression, _ label: String) {
    let ends: [Figure] =
      switch target {
      case .figure(_, let figure): [figure]
      case .between(let lower, let upper): [lower, upper]
      case .reference, .state: []
      }
    figures += ends.map { Named(quantity: $0.quantity, text: $0.text, label: label, isTarget: true) }
  }

  /// The nearest figure to a claim that none bears out; `nil` where one does, or where there is none to hold it against.
  func nearest(toUntrue claim: FigureClaims.Claim) -> Named? {
    let known = claim.isTarget ? figures.filter { $0.isTarget || $0.isByTheWay } : figures
    let wanted = claim.number.quantity
    // As people round: 79% of what is recorded as 78.6%.
    if known.contains(where: { $0.quantity == wanted || $0.quantity.rounded(to: wanted.scale) == wanted }) {
      return nil
    }
    var best: Named?
    for figure in known where !figure.isByTheWay {
      guard let held = best else {
        best = figure
        continue
      }
      if (figure.quantity - wanted).magnitude < (held.quantity - wanted).magnitude { best = figure }
    }
    return best
  }
}

extension TypedNumber {
  /// Whether it was written in letters.
  fileprivate var isSpelled: Bool { !text.contains(where: \.isNumber) }
}

extension String {
  /// Its last words, in small letters.
  fileprivate func wordsAtEnd(_ count: Int) -> [String] {
    lowercased().split { !$0.isLetter }.suffix(count).map(String.init)
  }
}
