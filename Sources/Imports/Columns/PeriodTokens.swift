import CorporatePlan

/// A text in runs of letters and runs of digits, in lower case, in which periods are found.
struct PeriodTokens {
  struct Token {
    let text: String
    let number: Int?
    /// What stood between it and the one before; empty where letters meet digits, as in "Q1".
    let gap: String
    var isGlued: Bool { gap.isEmpty }
    /// Whether it goes on a date or a year: 2024/25, 01.04.2024.
    var isJoined: Bool { ["/", "-", "–", ".", "_", " / ", " - ", " – "].contains(gap) }
  }

  let all: [Token]

  init(_ text: String) {
    if let tokens = PeriodTokens.plain(text) {
      all = tokens
      return
    }
    var tokens: [Token] = []
    var (word, gap) = ("", " ")
    var wasNumber = false
    func close() {
      guard !word.isEmpty else { return }
      tokens.append(Token(text: word, number: wasNumber && word.utf8.count <= 8 ? Int(word) : nil, gap: gap))
      (word, gap) = ("", "")
    }
    for character in text.lowercased() {
      let isNumber = character.isASCII && character.isNumber
      guard isNumber || character.isLetter || character == "%" else {
        close()
        gap.append(character)
        continue
      }
      if isNumber != wasNumber { close() }
      wasNumber = isNumber
      word.append(character)
    }
    close()
    all = tokens
  }

  /// The same for plain letters, byte by byte; `nil` where there are others.
  private static func plain(_ text: String) -> [Token]? {
    text.withBytes { letters in
      var tokens: [Token] = []
      tokens.reserveCapacity(8)
      var (place, end) = (0, 0)
      while place < letters.count {
        guard let isNumber = PeriodTokens.isNumber(letters[place]) else {
          // A return and a line feed are one character.
          if letters[place] >= 0x80 || letters[place] == 0x0D { return nil }
          place += 1
          continue
        }
        let gap = String(decoding: letters[end..<place], as: UTF8.self)
        let start = place
        repeat { place += 1 } while place < letters.count && PeriodTokens.isNumber(letters[place]) == isNumber
        end = place
        let word = String(decoding: letters[start..<end], as: UTF8.self)
        tokens.append(
          Token(
            text: isNumber ? word : word.lowercased(), number: isNumber && end - start <= 8 ? Int(word) : nil,
            gap: tokens.isEmpty ? " " + gap : gap))
      }
      return tokens
    }
  }

  /// Whether a byte is of a number, or of a word; `nil` where it is of neither.
  private static func isNumber(_ letter: UInt8) -> Bool? {
    switch letter {
    case 0x30...0x39: true
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "%"): false
    default: nil
    }
  }

  private func token(_ place: Int) -> Token? { all.indices.contains(place) ? all[place] : nil }

  /// Whether a token is a number or one of the words that a period begins with.
  func mayBegin(at place: Int) -> Bool { all[place].number != nil || PeriodTokens.beginnings.contains(all[place].text) }

  private static let beginnings = Set(months.keys).union(ordinals.keys).union([
    "fy", "q", "qtr", "quarter", "h", "half", "autumn", "spring", "summer",
  ])

  /// A period that begins at a token, and of how many tokens it is made.
  func period(at place: Int) -> (SpelledPeriod, count: Int)? {
    if let (day, count) = day(at: place) { return (.day(day), count) }
    if let found = code(at: place) { return found }
    if let (year, count) = year(at: place) { return after(year, at: place + count, count) }
    if let (number, count) = ordinal(of: ["q", "qtr", "quarter"], at: place), (1...4).contains(number) {
      return withYear(
        at: place + count, count, alone: .quarter(number), of: { $0.quarter(number) },
        orCalendar: { first in
          // Of the financial year, or of the calendar year: nobody can tell.
          [
            FinancialYear(first).quarter(number),
            FinancialYear(number == 1 ? first - 1 : first).quarter((number + 2) % 4 + 1),
          ]
        })
    }
    if let (number, count) = ordinal(of: ["h", "half"], at: place), (1...2).contains(number) {
      return withYear(
        at: place + count, count, alone: .half(number), of: { $0.half(number) },
        orCalendar: { [FinancialYear($0).half(number)] })
    }
    if let month = month(at: place) { return afterMonth(month, at: place + 1) }
    if let season = season(at: place) { return afterSeason(season, at: place + 1) }
    if let first = calendarYear(at: place), token(place + 1)?.isGlued != true, token(place)?.isGlued != true {
      return (.ambiguous([FinancialYear(first).period, FinancialYear(first - 1).period]), 1)
    }
    return nil
  }

  /// Our own codes of months: `2024-M09`.
  private func code(at place: Int) -> (SpelledPeriod, Int)? {
    guard let year = calendarYear(at: place), token(place + 1)?.text == "m", token(place + 1)?.gap == "-",
      let month = token(place + 2), month.isGlued, let number = month.number, (1...12).contains(number)
    else { return nil }
    return (.period(.month(year, number)), 3)
  }

  /// 2024/25, 2024-2025, 24/25; and the count of its tokens.
  private func year(at place: Int) -> (FinancialYear, Int)? {
    if token(place)?.text == "fy" {
      return year(at: place + 1).map { ($0.0, $0.1 + 1) }
    }
    guard let one = token(place), let first = one.number, let other = token(place + 1), let second = other.number,
      other.isJoined, other.gap != "."
    else { return nil }
    let length = one.text.utf8.count
    // 24/25/… is a date, and so is …/24/25.
    guard
      length == 4
        ? (1990...2100).contains(first)
        : length == 2 && first < 80 && !continuesDate(after: place + 1) && !isAge(place, to: place + 1)
    else { return nil }
    guard second == (first + 1) % (other.text.utf8.count == 4 ? 10_000 : 100), other.text.utf8.count >= 2 else {
      return nil
    }
    return (FinancialYear(length == 4 ? first : 2000 + first), 2)
  }

  /// "16-17 year olds", "aged 18-19": how old people are.
  private func isAge(_ first: Int, to last: Int) -> Bool {
    let ages: Set = ["age", "aged", "ages", "old", "olds"]
    let after = [last + 1, last + 2].compactMap { token($0)?.text }
    return ages.contains(token(first - 1)?.text ?? "") || after.contains(where: ages.contains)
  }

  private func continuesDate(after place: Int) -> Bool {
    token(place + 1).map { $0.number != nil && $0.isJoined } ?? false
  }

  private func calendarYear(at place: Int) -> Int? {
    guard let token = token(place), token.text.utf8.count == 4, let number = token.number,
      (1990...2100).contains(number)
    else { return nil }
    return number
  }

  /// After a financial year: its quarter, half, month or term, else the year itself.
  private func after(_ year: FinancialYear, at place: Int, _ count: Int) -> (SpelledPeriod, Int) {
    if let (number, more) = ordinal(of: ["q", "qtr", "quarter"], at: place), (1...4).contains(number) {
      return (.period(year.quarter(number)), count + more)
    }
    if let (number, more) = ordinal(of: ["h", "half"], at: place), (1...2).contains(number) {
      return (.period(year.half(number)), count + more)
    }
    if let month = month(at: place) { return (.period(year.month(month)), count + 1) }
    if let season = season(at: place) { return (.term(season, [year]), count + 1 + termWord(at: place + 1)) }
    return (.period(year.period), count)
  }

  private func withYear(
    at place: Int, _ count: Int, alone: SpelledPeriod, of period: (FinancialYear) -> Period,
    orCalendar periods: (Int) -> [Period]
  ) -> (SpelledPeriod, Int) {
    let skip = ["of", "year"].contains(token(place)?.text) ? 1 : 0
    if let (year, more) = year(at: place + skip) { return (.period(period(year)), count + skip + more) }
    if let first = calendarYear(at: place + skip) { return (.ambiguous(periods(first)), count + skip + 1) }
    return (alone, count)
  }

  /// "Apr-24", "April 2024", "April 2024/25".
  private func afterMonth(_ month: Int, at place: Int) -> (SpelledPeriod, Int) {
    if let (year, count) = year(at: place) { return (.period(year.month(month)), 1 + count) }
    if let first = calendarYear(at: place) { return (.period(.month(first, month)), 2) }
    if let next = token(place), next.text.utf8.count == 2, let number = next.number, !continuesDate(after: place) {
      return (.period(.month(2000 + number, month)), 2)
    }
    return (.month(month), 1)
  }

  /// "Summer term 2024"; of "2023/24" it may be the school's year or the council's.
  private func afterSeason(_ season: String, at place: Int) -> (SpelledPeriod, Int)? {
    let word = termWord(at: place)
    let next = place + word
    if let (year, count) = year(at: next) {
      return (.term(season, season == "summer" ? [year, FinancialYear(year.first + 1)] : [year]), 1 + word + count)
    }
    if let first = calendarYear(at: next) {
      return (.term(season, [FinancialYear(season == "spring" ? first - 1 : first)]), 2 + word)
    }
    return word == 1 ? (.term(season, []), 2) : nil
  }

  private func termWord(at place: Int) -> Int { token(place)?.text == "term" ? 1 : 0 }

  private func season(at place: Int) -> String? {
    token(place).flatMap { ["autumn", "spring", "summer"].contains($0.text) ? $0.text : nil }
  }

  private func month(at place: Int) -> Int? {
    guard let word = token(place)?.text, word.utf8.count >= 3 else { return nil }
    // "Mar" and "March", and "Sept", but not "marked".
    return PeriodTokens.months[word]
  }

  private static let months: [String: Int] = {
    var months = ["sept": 9]
    for (index, name) in Day.months.enumerated() {
      months[name.lowercased()] = index + 1
      months[name.lowercased().prefix(3).description] = index + 1
    }
    return months
  }()

  private static let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4]

  /// "Q1", "quarter 1", "1st quarter", "half year 1", "half-year 2".
  private func ordinal(of words: [String], at place: Int) -> (Int, Int)? {
    guard let word = token(place) else { return nil }
    if words.contains(word.text) {
      let skip = token(place + 1)?.text == "year" ? 1 : 0
      guard let number = token(place + 1 + skip)?.number, word.text.count > 1 || token(place + 1)?.isGlued == true
      else {
        return nil
      }
      return (number, 2 + skip)
    }
    if let number = PeriodTokens.ordinals[word.text], let noun = token(place + 1)?.text, words.contains(noun) {
      return (number, 2)
    }
    guard let number = word.number, let ending = token(place + 1), ending.isGlued,
      ["st", "nd", "rd", "th"].contains(ending.text), let noun = token(place + 2)?.text, words.contains(noun)
    else { return nil }
    return (number, 3)
  }

  /// 01/04/2024, 1.4.24, 2024-04-01 with or without a time, 31 March 2025, 31st March 2025.
  private func day(at place: Int) -> (Day, Int)? {
    guard let one = token(place), let first = one.number else { return nil }
    if let two = token(place + 1), let second = two.number, two.isJoined, let three = token(place + 2),
      let third = three.number, three.isJoined
    {
      if one.text.utf8.count == 4 { return Day(first, second, third).map { ($0, 3 + time(at: place + 3)) } }
      guard one.text.utf8.count <= 2, [2, 4].contains(three.text.utf8.count) else { return nil }
      return Day(third < 100 ? 2000 + third : third, second, first).map { ($0, 3 + time(at: place + 3)) }
    }
    guard one.text.utf8.count <= 2 else { return nil }
    let suffix = token(place + 1).map { $0.isGlued && ["st", "nd", "rd", "th"].contains($0.text) } == true ? 1 : 0
    guard let month = month(at: place + 1 + suffix), let last = token(place + 2 + suffix), let year = last.number else {
      return nil
    }
    switch last.text.utf8.count {
    case 4: return Day(year, month, first).map { ($0, 3 + suffix) }
    case 2: return Day(2000 + year, month, first).map { ($0, 3 + suffix) }
    default: return nil
    }
  }

  /// The time of a day: T00:00:00, 00:00.
  private func time(at place: Int) -> Int {
    var count = token(place)?.text == "t" ? 1 : 0
    while count < 4, let next = token(place + count), next.number != nil,
      count == 0 || next.gap == ":" || next.isGlued
    {
      count += 1
    }
    return count > 1 ? count : 0
  }
}
