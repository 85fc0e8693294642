import CorporatePlan

/// A day as people spell it, with the words where they say more or less than the day: "March 2025", "late autumn".
struct SpelledDay {
  /// The last day that is meant.
  let day: Day?
  let words: String?

  init(_ text: String) {
    let text = text.onOneLine
    guard let spelled = SpelledPeriod(cell: text) else {
      (day, words) = (nil, text)
      return
    }
    switch spelled {
    case .day(let day): (self.day, words) = (day, nil)
    case .period(let period): (day, words) = (period.end + -1, text)
    default: (day, words) = (nil, text)
    }
  }
}

extension SpelledDay {
  /// When something is due, as councils say it: "end March 2026", "by 2030", "Autumn 2025".
  ///
  /// - Parameter span: the days of the plan, in which a month without a year lies.
  init(due text: String, in span: ClosedRange<Day>?) {
    let said = SpelledDay(text)
    let words = text.onOneLine
    // From when on is not until when.
    let begins = ["from ", "since ", "after "].contains(where: words.lowercased().hasPrefix)
    guard said.day == nil, !begins, let date = FuzzyDate("by \(words)", in: span) ?? FuzzyDate(words, in: span),
      let deadline = date.deadline
    else {
      self = said
      return
    }
    (day, self.words) = (deadline, date.grain == .day ? nil : words)
  }

  /// Whether it says in so many words that there is no day yet.
  var isOpen: Bool {
    let last = words.map { $0.lowercased().split(separator: " ") } ?? []
    return last.last.map { ["tbc", "tba", "tbd", "ongoing", "continuous", "continuing"].contains($0) } == true
      || words.map { $0.lowercased().hasPrefix("to be ") || MissingReason(mark: $0) != nil } == true
  }
}
