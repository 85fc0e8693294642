import CorporatePlan

/// When something is due by the words of its title: "by 2030", "before the end of March 2026".
struct DueWords {
  let words: String
  /// The last day of what is named.
  let deadline: Day?
  /// The last day on which it is in time; `nil` for "from April 2026", which says when something begins.
  let due: Day?

  init?(_ text: String, in year: FinancialYear?) {
    for date in FuzzyDate.all(in: text, span: year?.days) {
      guard let range = text.firstRange(of: date.verbatim) else { continue }
      let before = text[..<range.lowerBound].split(separator: " ").reversed().prefix {
        $0.lowercased() == "the" || DueWords.introducing.contains($0.lowercased())
      }
      let introducers = Set(before.map { $0.lowercased() })
      guard !introducers.isDisjoint(with: DueWords.introducing) || date.verbatim.lowercased().hasPrefix("before") else {
        continue
      }
      words = (before.reversed().map(String.init) + [date.verbatim]).joined(separator: " ")
      deadline = date.deadline
      due = introducers.contains("from") ? nil : date.deadline
      return
    }
    return nil
  }

  private static let introducing: Set<String> = ["by", "until", "before", "due", "from"]
}

extension FinancialYear {
  /// Its days, the first and the last included.
  var days: ClosedRange<Day> { period.start...(period.end + -1) }
}
