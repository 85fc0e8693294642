extension FuzzyDateReader {
  /// `31 March 2025`, `1st of May 2024`, `March 31st, 2025`, `31/03/2025`, `31-Mar-25`, `2025-03-31`.
  func day(at start: Int) -> Named? {
    if let named = numericDay(at: start) { return named }
    guard let weekday = word(start).flatMap(weekday) else { return dayThenMonth(at: start) ?? monthThenDay(at: start) }
    guard let place = following(start), let named = dayThenMonth(at: place) ?? monthThenDay(at: place) else {
      return nil
    }
    // A Saturday that is none in this year is of another one.
    let agrees = named.days?.first.weekday == weekday
    return Named(days: agrees ? named.days : nil, next: named.next, isPlain: named.isPlain)
  }

  /// 1 is Monday.
  private func weekday(_ word: String) -> Int? {
    Self.weekdays.firstIndex { word == $0 || word == $0.prefix(3) }.map { $0 + 1 }
  }

  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  private func numericDay(at place: Int) -> Named? {
    guard let text = word(place) else { return nil }
    for separator: Character in ["/", "-", "."] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) else { continue }
      let numbers = parts.compactMap { Int($0) }
      let day: Day?
      switch (parts[0].count, parts[1].count, parts[2].count) {
      case (4, 2, 2): day = Day(numbers[0], numbers[1], numbers[2])
      // "31/02/2025" is a date, of a day that does not exist.
      case (1...2, 1...2, 4): day = Day(numbers[2], numbers[1], numbers[0])
      case (1...2, 1...2, 2) where separator == "/" && (1...12).contains(numbers[1]):
        day = Day(2000 + numbers[2], numbers[1], numbers[0])
      default: continue
      }
      return Named(days: day.map(DateStretch.day), next: place + 1, isPlain: true)
    }
    return nil
  }

  private func dayThenMonth(at place: Int) -> Named? {
    guard words.indices.contains(place), let number = words[place].ordinal ?? words[place].number,
      (1...31).contains(number), !isLabelled(place), var next = following(place)
    else { return nil }
    if word(next) == "of" { next = following(next) ?? next }
    guard let month = words[next].month, words[next].isCapital || year(after: next) != nil else { return nil }
    return dayOf(month, number, endingAt: next, isPlain: true)
  }

  private func monthThenDay(at place: Int) -> Named? {
    guard words.indices.contains(place), let month = words[place].month, let next = following(place) else { return nil }
    if let number = words[next].ordinal, (1...31).contains(number) {
      return dayOf(month, number, endingAt: next, isPlain: words[place].isCapital)
    }
    // "March 31, 2025"
    guard let number = words[next].number, (1...31).contains(number), words[next].endsWithComma,
      year(after: next)?.year.isFull == true
    else { return nil }
    return dayOf(month, number, endingAt: next, isPlain: true)
  }

  private func dayOf(_ month: Int, _ number: Int, endingAt place: Int, isPlain: Bool) -> Named? {
    guard let (year, next) = year(after: place) else {
      let days = inSpan { Day($0, month, number).map(DateStretch.day) }
      return Named(days: days, next: place + 1, isPlain: isPlain)
    }
    let day = Day(year.civil(ofMonth: month), month, number)
    return Named(days: day.map(DateStretch.day), next: next, isPlain: true)
  }

  /// "Level 3", "Phase 2": such a number is no day.
  private func isLabelled(_ place: Int) -> Bool {
    guard words[place].ordinal == nil, place > 0, !words[place - 1].endsPhrase else { return false }
    return Self.labels.contains(words[place - 1].plain)
  }

  private static let labels: Set<String> = [
    "level", "phase", "stage", "part", "section", "zone", "tier", "lot", "block", "unit", "version", "number", "no",
    "grade", "band", "type", "class", "priority", "objective", "option", "appendix", "table", "page", "round", "step",
  ]
}

extension FuzzyDateReader {
  /// `Q3 2024/25`, `quarter 2`, `second quarter of 2024/25`.
  func quarter(at start: Int) -> Named? {
    guard let first = word(start), let (number, end) = quarterNumber(first, start) else { return nil }
    let of = following(end).flatMap { word($0) == "of" ? $0 : nil }
    guard let (year, next) = year(after: of ?? end) else {
      return Named(days: inSpan { quarterOf($0, number) }, next: end + 1, isPlain: false)
    }
    switch year {
    case .financial(let first): return Named(days: quarterOf(first, number), next: next, isPlain: true)
    // "Q4 2024" is of the financial or of the civil year: the span may tell.
    case .civil(let first, _):
      let days = inSpan { quarterOf($0, number) }
      return Named(
        days: days.flatMap { FinancialYear(containing: $0.first).first == first ? $0 : nil }, next: next, isPlain: true)
    }
  }

  private func quarterOf(_ year: Int, _ number: Int) -> DateStretch {
    DateStretch(FinancialYear(year).quarter(number), .quarter)
  }

  /// The number of a quarter and the place of its last word.
  private func quarterNumber(_ first: String, _ start: Int) -> (Int, Int)? {
    let numbers = ["q1": 1, "q2": 2, "q3": 3, "q4": 4]
    if let number = numbers[first] { return (number, start) }
    guard let next = following(start) else { return nil }
    if first == "quarter" || first == "qtr" {
      return words[next].number.flatMap { (1...4).contains($0) ? ($0, next) : nil }
    }
    let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4]
    return ordinals[first].flatMap { word(next) == "quarter" ? ($0, next) : nil }
  }

  /// `late Autumn`, `Spring 2025`, `Summer term 2024`, `autumn 24 term`.
  func season(at start: Int) -> Named? {
    guard words.indices.contains(start), let season = season(words[start].plain) else { return nil }
    var place = start
    var isTerm = false
    func takeTerm() {
      if let next = following(place), word(next) == "term" { (place, isTerm) = (next, true) }
    }
    takeTerm()
    if let of = following(place), word(of) == "of", year(after: of) != nil { place = of }
    let year = year(after: place)
    if let year {
      place = year.next - 1
      takeTerm()
    }
    let days: DateStretch? =
      switch year?.year {
      case nil: inSpan { isTerm ? season.term($0) : season.stretch($0) }
      case .civil(let number, _): isTerm ? season.term(number) : season.stretch(number)
      // A school year has each term once; a financial year has the beginning and the end of spring.
      case .financial(let number) where isTerm: season.term(season == .autumn ? number : number + 1)
      case .financial(let number): season == .spring ? nil : season.stretch(number)
      }
    return Named(days: days, next: place + 1, isPlain: year != nil)
  }

  private func season(_ word: String) -> Season? {
    let parts = word.split(separator: "/").map { Season(rawValue: String($0)) }
    return parts.isEmpty || parts.contains(nil) ? nil : parts[parts.count - 1]
  }

  /// `April 2024`, `May 24`, `September`.
  func month(at place: Int) -> Named? {
    guard words.indices.contains(place), let month = words[place].month else { return nil }
    var before = place
    if let of = following(place), word(of) == "of", year(after: of) != nil { before = of }
    guard let (year, next) = year(after: before) else {
      // "may" and "march" are also verbs; "May 12" is a day of a year that is not named.
      guard words[place].isCapital else { return nil }
      let number = following(place).flatMap { words[$0].number }.flatMap { (1...19).contains($0) ? $0 : nil }
      if let number, let next = following(place), !isCounting(next) {
        return Named(days: inSpan { Day($0, month, number).map(DateStretch.day) }, next: next + 1, isPlain: false)
      }
      return Named(days: inSpan { .month(month, $0) }, next: place + 1, isPlain: false)
    }
    guard year.isFull || words[place].isCapital else { return nil }
    let days = DateStretch.month(month, year.civil(ofMonth: month))
    // "June 28" in a plan for 2024/25 may be the 28th.
    let mayBeDay: Bool =
      if case .civil(let number, false) = year, let span, !span.overlaps(days.first...days.last) {
        inSpan { Day($0, month, number - 2000).map(DateStretch.day) } != nil
      } else {
        false
      }
    return Named(days: mayBeDay ? nil : days, next: next, isPlain: year.isFull)
  }

  /// Whether a number counts what follows: "in May 12 homes".
  private func isCounting(_ place: Int) -> Bool {
    following(place).map { words[$0].plain.allSatisfy(\.isLetter) && !Self.goingOn.contains(words[$0].plain) } ?? false
  }

  private static let goingOn: Set<String> = ["and", "or", "to", "until", "with", "at", "by", "for", "in", "then"]
}

extension FuzzyDateReader {
  enum Year {
    /// By its first year.
    case financial(Int)
    /// Whether it was written with four digits or an apostrophe.
    case civil(Int, isFull: Bool)

    var isFull: Bool {
      if case .civil(_, false) = self { return false }
      return true
    }

    /// The civil year in which that month of it lies.
    func civil(ofMonth month: Int) -> Int {
      switch self {
      case .financial(let first): month >= 4 ? first : first + 1
      case .civil(let year, _): year
      }
    }
  }

  /// The year that follows a word, and the place after it.
  func year(after place: Int) -> (year: Year, next: Int)? {
    following(place).flatMap { next in Self.year(words[next].plain).map { ($0, next + 1) } }
  }

  /// `2024/25`, `24/25`, `2024`, `'24`, `24`.
  private static func year(_ text: String) -> Year? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" || $0 == "–" }
    if parts.count == 2, let first = fullYear(parts[0]), let second = fullYear(parts[1]), second == first + 1,
      // "11/12" may be a day; "12/13" and above are none.
      parts[0].count == 4 || first >= 2012
    {
      return .financial(first)
    }
    guard parts.count == 1 else { return nil }
    if let mark = text.first, "'‘’".contains(mark) {
      return fullYear(text.dropFirst()).map { .civil($0, isFull: true) }
    }
    guard let year = fullYear(Substring(text)), text.count == 4 || year >= 2020 else { return nil }
    return .civil(year, isFull: text.count == 4)
  }

  private static func fullYear(_ text: Substring) -> Int? {
    guard text.allSatisfy(\.isASCIIDigit), let number = Int(text) else { return nil }
    switch text.count {
    case 4: return (1990...2099).contains(number) ? number : nil
    case 2: return 2000 + number
    default: return nil
    }
  }

  /// `2025/26`, `end 2025`, `by 2026`, `financial year 2025/26`.
  func year(at start: Int, _ qualifier: String?) -> Named? {
    var place = start
    if word(place) == "financial", let next = following(place), word(next) == "year" { place = following(next) ?? next }
    if word(place) == "fy" { place = following(place) ?? place }
    guard let text = word(place), let year = Self.year(text) else { return nil }
    switch year {
    case .financial(let first):
      return Named(days: DateStretch(FinancialYear(first).period, .year), next: place + 1, isPlain: false)
    case .civil(let number, let isFull):
      // 2000 is a round number more often than a year.
      guard isFull, number != 2000, qualifier != nil || !isCountingHomes(place) else { return nil }
      return Named(days: .civilYear(number), next: place + 1, isPlain: false)
    }
  }

  /// "to 2024 homes" counts; a year is followed by the end, by a small word or by a name.
  private func isCountingHomes(_ place: Int) -> Bool {
    following(place).map { words[$0].plain.hasSuffix("s") && !words[$0].isCapital && words[$0].plain.count > 3 }
      ?? false
  }
}
