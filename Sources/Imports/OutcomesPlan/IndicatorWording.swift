import CorporatePlan

/// What the words of a listed indicator say with certainty: its name, schedule, frame, unit and target. What they don't
/// say is left open.
struct IndicatorWording {
  let verbatim: String
  let name: String
  /// `nil` when nothing says how often; "bi-annual" says it in two ways.
  let frequency: Period.Grain?
  let isBiAnnual: Bool
  /// In the plan's words.
  let schedule: String?
  let frame: Frame?
  let isSchoolYearToDate: Bool
  let unit: Unit
  let target: (words: String, by: Day?)?
  let source: String?
  /// What the figure is held against: "the rest of London".
  let comparedWith: String?

  init(_ listing: IndicatorListing) {
    let text = listing.text
    verbatim = ([text] + listing.remarks).joined(separator: "\n")
    let lower = text.lowercased()
    // A word that a pattern wants is looked for first: most texts have none of them, and patterns are slow.
    let hasBrackets = text.holds("(")
    let schedules = hasBrackets ? text.matches(of: inBrackets).map { String($0.1) } : []
    isBiAnnual = schedules.contains { $0.lowercased().hasPrefix("bi") && !$0.lowercased().hasPrefix("bien") }
    let isTermly = lower.hasPrefix("termly") || schedules.contains { $0.lowercased() == "termly" }
    let later = listing.remarks.lazy.compactMap { $0.lowercased().firstMatch(of: laterSchedule) }
      .first
    frequency =
      later.flatMap { IndicatorWording.grain(String($0.1)) } ?? (isTermly ? .term : nil)
      ?? schedules.lazy.compactMap { IndicatorWording.grain($0.lowercased()) }.first
      ?? (lower.contains("per quarter") ? .quarter : nil)
    let words = (isTermly ? ["Termly"] : []) + schedules + listing.remarks
    schedule = words.isEmpty ? nil : words.joined(separator: "; ")
    isSchoolYearToDate = lower.contains("school year to date")
    frame = IndicatorWording.frame(lower)
    target = IndicatorWording.target(text)
    unit = target?.words.hasSuffix("%") == true ? .percent : IndicatorWording.unit(text)
    let mayBeSurvey = text.holds("Survey") || text.holds("Census") || text.holds("Tracker")
    source = mayBeSurvey ? text.firstMatch(of: survey).map { String($0.1) } : nil
    comparedWith = lower.holds("difference") ? text.firstMatch(of: difference).map { String($0.1) } : nil
    name = IndicatorWording.name(text)
  }

  private static func grain(_ word: String) -> Period.Grain? {
    switch word {
    case "annual", "annually", "bi-annual", "biannual", "bi-annually": .year
    case "biennial": .twoYears
    case "quarterly": .quarter
    case "monthly": .month
    case "termly": .term
    default: nil
    }
  }

  private static func frame(_ lower: String) -> Frame? {
    if lower.holds("rolling"), lower.firstMatch(of: rolling) != nil { return .rolling(months: 12) }
    if lower.holds("school year to date") { return nil }
    let mayBeToDate = lower.holds("year to date") || lower.holds("year cumulative")
    return mayBeToDate && lower.firstMatch(of: toDate) != nil ? .yearToDate : nil
  }

  private static func unit(_ text: String) -> Unit {
    let lower = text.lowercased()
    if lower.holds("rate per "), let rate = text.firstMatch(of: rate) { return .named(String(rate.1)) }
    let reading = NameReading(name: text)
    if reading.saysPercent || lower.holds("(percentage)") { return .percent }
    if let named = reading.unit { return named }
    if lower.holds("(£)") { return .pounds }
    return lower.holds("average ") && lower.firstMatch(of: averageDays) != nil ? .named("days") : .number
  }

  /// "No more than 1.5% … by December 2013": the comparison with its figure, and the day.
  private static func target(_ text: String) -> (words: String, by: Day?)? {
    let lower = text.lowercased()
    guard lower.holds(" than") || lower.holds("at least") || lower.holds("at most") || lower.holds("up to"),
      let match = text.firstMatch(of: comparison)
    else { return nil }
    let dates = FuzzyDate.all(in: text)
    return (String(match.1), dates.count == 1 ? dates[0].deadline : nil)
  }

  /// Without what is said of schedule and frame, and without the sentence that explains it.
  private static func name(_ text: String) -> String {
    var name = text.holds("(") ? text.replacing(scheduleWords, with: "") : text
    if name.holds(":"), let colon = name.firstRange(of: targetBehind) { name = String(name[..<colon.lowerBound]) }
    if name.count > 120, let end = name.firstRange(of: sentenceEnd) { name = String(name[..<end.lowerBound]) }
    let lower = name.lowercased()
    if lower.holds("rolling") || lower.holds("cumulative") { name = name.replacing(frameAtTheEnd, with: "") }
    return name.onOneLine.trimming(".,;")
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let inBrackets =
  /(?i)\((bi-?annual(?:ly)?|biennial|annual(?:ly)?|quarterly|monthly|termly|not reported [^()]*)\)/
nonisolated(unsafe) private let laterSchedule = /\b(monthly|quarterly|annual)\b/
nonisolated(unsafe) private let survey = /\b(Reputation Tracker|(?:[A-Z]\w+ )+(?:Survey|Census|Tracker))\b/
nonisolated(unsafe) private let difference =
  /(?i)\bdifference between .{2,40}? and ((?:the )?(?:rest of|average of|[a-z]+ average)[^,;.]*?)(?: in respect| for| of the|$)/
nonisolated(unsafe) private let rolling = /\b(12 month rolling|rolling 12 months?|rolling year)\b/
nonisolated(unsafe) private let toDate = /\b(year to date|in.year cumulative)\b/
nonisolated(unsafe) private let rate = /(?i)\brate (per [\d,]+)/
nonisolated(unsafe) private let averageDays = /\baverage (?:\w+ )?days\b/
nonisolated(unsafe) private let comparison =
  /(?i)\b((?:no (?:more|fewer|less) than|at least|at most|up to) \d[\d.,]*\d?%?)/
nonisolated(unsafe) private let scheduleWords =
  /(?i)\s*\((?:bi-?annual(?:ly)?|biennial|annual(?:ly)?|quarterly|monthly|termly|not reported [^()]*)\)/
nonisolated(unsafe) private let targetBehind = /:\s*(?:No more|No fewer|No less|At least|At most|Up to)\b/
nonisolated(unsafe) private let sentenceEnd = /\.\s+(?=[A-Z])/
nonisolated(unsafe) private let frameAtTheEnd =
  /(?i),?\s*(?:i\.e\.?\s+)?(?:12 month rolling period|rolling 12 months|rolling year|in.year cumulative)(?: or)?\s*$/
