import CorporatePlan

/// What the words of an action promise beside the deed: how many, on what condition, and when.
struct ActionWording {
  /// Each as printed: "more than 50 affordable homes".
  let quantities: [String]
  /// "subject to installation requirements".
  let condition: String?
  let dates: [FuzzyDate]
  /// Each date with the word that introduces it: "by March 2025", "within the year".
  let dateWords: [String]
  /// "For the second year running".
  let goesOn: String?

  /// - Parameter year: the days of the year that the action is for.
  init(_ text: String, in year: ClosedRange<Day>?) {
    dates = FuzzyDate.all(in: text, span: year)
    dateWords = ActionWording.words(of: dates, in: text)
    let lower = text.lowercased()
    condition = !lower.holds("subject to ") ? nil : text.firstMatch(of: subjectTo).map { $0.1.trimmed }
    goesOn = !lower.holds(" year") ? nil : text.firstMatch(of: runningYears).map { String($0.1) }
    quantities = ActionWording.quantities(text.onOneLine)
  }

  /// The last of the days, where every date could be read.
  var due: Day? { dates.contains { $0.deadline == nil } ? nil : dates.compactMap(\.deadline).max() }
  var dueWords: String? { dateWords.isEmpty ? nil : dateWords.joined(separator: " · ") }

  private static func words(of dates: [FuzzyDate], in text: String) -> [String] {
    var rest = text[...]
    return dates.map { date in
      guard let range = rest.firstRange(of: date.verbatim) else { return date.verbatim }
      let before = rest[..<range.lowerBound].split(separator: " ")
      let head = before.reversed().prefix { introducing.contains($0.lowercased()) }.reversed()
      rest = rest[range.upperBound...]
      return (head.map(String.init) + [date.verbatim]).joined(separator: " ")
    }
  }

  private static let introducing: Set<String> = [
    "by", "in", "within", "during", "until", "before", "the", "due", "from",
  ]

  /// A number with the words that qualify it and the things it counts, up to the verb or preposition that follows.
  private static func quantities(_ text: String) -> [String] {
    var found: [String] = []
    for match in text.matches(of: qualifiedNumber) {
      let number = String(match.2)
      if let before = text[..<match.range.lowerBound].last,
        before.isLetter || before.isNumber || "/.:£-–".contains(before)
      {
        continue
      }
      let isFigure = number.contains(where: \.isNumber)
      guard isFigure ? !isDate(number, match.range, text) : match.1 != nil else { continue }
      let things = things(text[match.range.upperBound...])
      guard !things.isEmpty || number.contains("%") || number.contains("£") || match.1 != nil else { continue }
      found.append((String(text[match.range]) + things).trimmed)
    }
    return found
  }

  /// Years, days of a month, and the numbers of levels and phases count nothing.
  private static func isDate(_ number: String, _ range: Range<String.Index>, _ text: String) -> Bool {
    let before = text[..<range.lowerBound].split(separator: " ").last.map { $0.lowercased().filter(\.isLetter) } ?? ""
    let after = text[range.upperBound...].split(separator: " ").first.map { $0.lowercased().filter(\.isLetter) } ?? ""
    let months = Day.months.map { $0.lowercased() }
    if months.contains(before) || months.contains(after) || labels.contains(before) { return true }
    guard let plain = Int(number), (1900...2100).contains(plain) else { return false }
    return stops.contains(before) || after.isEmpty || stops.contains(after)
  }

  private static func things(_ rest: Substring) -> String {
    var kept = ""
    var words = 0
    for word in rest.split(separator: " ").prefix(8) {
      let plain = word.lowercased().filter { $0.isLetter }
      if word.hasPrefix("(") || stops.contains(plain) || plain.isEmpty { break }
      if words > 0, plain.hasSuffix("ed") { break }
      kept += " " + word.trimming(".,;:")
      words += 1
      if let last = word.last, ".,;:)".contains(last) { break }
    }
    for link in [" and", " or", " of"] where kept.hasSuffix(link) { kept.removeLast(link.count) }
    return kept
  }

  private static let labels: Set<String> = [
    "level", "phase", "stage", "ks", "key", "section", "article", "page", "epc",
  ]
  private static let stops: Set<String> = [
    "to", "in", "for", "with", "as", "at", "by", "from", "on", "within", "who", "that", "which", "across", "built",
    "being", "during", "per", "until", "before", "through", "into", "via", "will", "take", "have", "has", "is", "are",
    "were", "be", "we", "this", "while", "where", "when", "so", "under", "over", "up",
  ]
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let subjectTo = /(?i)\b(subject to [^().;,]{3,120})/
nonisolated(unsafe) private let runningYears =
  /(?i)\b((?:for the )?(?:second|third|fourth|fifth) year running|(?:as|following on from) last year)\b/
nonisolated(unsafe) private let qualifiedNumber =
  /(?i)((?:(?:no )?(?:more|fewer|less) than|over|under|up to|at least|at most|a minimum of|a maximum of|another|a further|an additional)\s+)?(\(?£?\d[\d,]*(?:\.\d+)?(?:m|k|bn)?%?\)?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty)(?=[\s.,;]|$)/
