/// Reads date phrases out of a sentence's words.
struct FuzzyDateReader {
  let sentence: String
  let words: [DateWord]
  let span: ClosedRange<Day>?

  init(_ sentence: String, _ span: ClosedRange<Day>?) {
    self.sentence = sentence
    words = DateWord.all(in: sentence)
    self.span = span
  }

  /// What stands at a place without its qualifier: `nil` days are words that name no days yet.
  struct Named {
    let days: DateStretch?
    let next: Int
    /// Whether it is a date without a word such as "by" before it.
    let isPlain: Bool
  }

  private static let introducers: Set<String> = [
    "by", "before", "until", "till", "in", "from", "to", "within", "during", "due", "on", "than", "since",
  ]
  private static let deadlines: Set<String> = ["by", "before", "until", "till", "due", "than"]

  /// The word that introduces a phrase which starts here: "by", "the" may stand between.
  func introducer(before place: Int) -> String? {
    guard place > 0, !words[place - 1].endsPhrase, Self.introducers.contains(words[place - 1].plain) else { return nil }
    return words[place - 1].plain
  }

  /// The first place after the introducing words at the head of a text.
  func afterIntroducing(at place: Int) -> Int {
    var place = place
    while place + 1 < words.count, Self.introducers.contains(words[place].plain), word(place + 1) != "be" { place += 1 }
    return place
  }

  func phrase(at start: Int, introducedBy introducer: String?) -> (date: FuzzyDate, next: Int)? {
    var place = start
    if word(place) == "the" { place = following(place) ?? place }
    let qualifier = word(place).flatMap { DateWord.qualifiers.contains($0) ? $0 : nil }
    if qualifier != nil {
      guard let after = following(place) else { return nil }
      place = after
      for filler in ["of", "the"] where word(place) == filler { place = following(place) ?? place }
    }
    guard let named = named(at: place, introducer, qualifier), named.isPlain || introducer != nil || qualifier != nil
    else { return nil }
    // "before" belongs to the phrase: without it the words would name another day. "Before the end of May" is by its end.
    let isBefore = introducer == "before" && start > 0
    let isHeadKept = isBefore || introducer == "within" && start > 0
    let head = isHeadKept ? start - 1 : word(start) == "the" ? following(start) ?? start : start
    let verbatim = String(sentence[words[head].text.startIndex..<words[named.next - 1].text.endIndex])
    let date = FuzzyDate(
      verbatim: verbatim, grain: named.days?.grain ?? .unresolved,
      deadline: named.days?.deadline(qualifier ?? (isBefore ? "before" : nil)))
    return (date, named.next)
  }

  private func named(at place: Int, _ introducer: String?, _ qualifier: String?) -> Named? {
    day(at: place) ?? quarter(at: place) ?? season(at: place) ?? month(at: place) ?? year(at: place, qualifier)
      ?? wholeYear(at: place, introducer, qualifier)
      ?? (introducer.map(Self.deadlines.contains) == true && qualifier == nil ? unknown(at: place) : nil)
  }

  // MARK: Places

  func word(_ place: Int) -> String? { words.indices.contains(place) ? words[place].plain : nil }

  /// The next word, where the phrase may go on into it.
  func following(_ place: Int) -> Int? {
    words.indices.contains(place + 1) && !words[place].endsPhrase ? place + 1 : nil
  }
}

extension FuzzyDateReader {
  /// Of several stretches the one in the span; `nil` when none or more than one is, or without a span.
  func inSpan(_ stretch: (Int) -> DateStretch?) -> DateStretch? {
    guard let span else { return nil }
    let years = (span.lowerBound.civil.year - 1)...(span.upperBound.civil.year + 1)
    let inside = years.compactMap(stretch).filter { $0.first <= span.upperBound && span.lowerBound <= $0.last }
    return inside.count == 1 ? inside[0] : nil
  }

  /// "by X", "by TBC", "by to be confirmed".
  private func unknown(at place: Int) -> Named? {
    guard words.indices.contains(place) else { return nil }
    let text = words[place].text
    if text == "X" || text == "XX" || ["tbc", "tba", "tbd"].contains(words[place].plain) {
      return Named(days: nil, next: place + 1, isPlain: false)
    }
    guard word(place) == "to", word(place + 1) == "be",
      ["confirmed", "agreed", "determined", "decided"].contains(word(place + 2))
    else { return nil }
    return Named(days: nil, next: place + 3, isPlain: false)
  }

  /// "within the year", "end of the financial year", "year end": the span's, where that is a year at most.
  private func wholeYear(at place: Int, _ introducer: String?, _ qualifier: String?) -> Named? {
    var place = place
    if word(place) == "this" || word(place) == "the" { place = following(place) ?? place }
    if word(place) == "financial" || word(place) == "municipal" { place = following(place) ?? place }
    guard word(place) == "year" else { return nil }
    let ends = following(place).map { word($0) == "end" } ?? false
    guard ends || qualifier == "end" || qualifier == "close" || introducer == "within" else { return nil }
    let isOneYear = span.map { $0.upperBound - $0.lowerBound <= 366 } ?? false
    return Named(
      days: isOneYear ? span.map { DateStretch($0.lowerBound, $0.upperBound, .year) } : nil,
      next: place + (ends ? 2 : 1), isPlain: ends)
  }
}
