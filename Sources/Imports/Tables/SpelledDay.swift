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
