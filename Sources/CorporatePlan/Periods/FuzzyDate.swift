/// When something is due, in a council's own words, and the last day on which it is then in time.
///
/// A deadline is the last day of what is named: of a month, a quarter of the financial year, a season or a year. These
/// are conventions, and the words are kept beside the day so that a person can say otherwise:
/// - spring ends on 31 May, summer on 31 August, autumn on 30 November, winter on the last day of February; winter is
///   called after the year in which it begins;
/// - schools have broken up by 31 December in the autumn, 30 April in the spring and 31 July in the summer term;
/// - "by 2026" may mean before it begins or while it lasts: the 31 December 2026 is taken; "2025/26" ends on 31 March;
/// - "early" and "mid" are the first and the second third; "start of" is the first day; "before" ends the day before.
///
/// Nothing is guessed: a month without a year needs the plan's span to be resolved and must lie in it once.
package struct FuzzyDate: Hashable, Sendable {
  package enum Grain: String, Sendable, CaseIterable {
    case day, month, quarter, term, season, year
    /// What is named can't be told: "by X", "September" without a span, "31 February".
    case unresolved
  }

  /// The words: "end April 2024", "late Autumn", "X".
  package let verbatim: String
  package let grain: Grain
  /// The last day in time; `nil` when unresolved.
  package let deadline: Day?

  init(verbatim: String, grain: Grain, deadline: Day?) {
    self.verbatim = verbatim
    self.grain = deadline == nil ? .unresolved : grain
    self.deadline = deadline
  }
}

extension FuzzyDate {
  /// Reads a text that is a date phrase as a whole, with or without the word that introduces it: "by end April 2024".
  ///
  /// - Parameter span: the days of the plan, in which a month or season without a year lies.
  package init?(_ text: String, in span: ClosedRange<Day>? = nil) {
    let reader = FuzzyDateReader(text, span)
    let start = reader.afterIntroducing(at: 0)
    guard let found = reader.phrase(at: start, introducedBy: reader.introducer(before: start) ?? "by"),
      found.next == reader.words.count
    else { return nil }
    self = found.date
  }

  /// The date phrases within a sentence, in order: "by end April 2024", "going live late Autumn", "due 31/03/2025". What
  /// could be something else than a date, such as "May" or "2026", counts only after a word like "by", "until" or "in".
  package static func all(in sentence: String, span: ClosedRange<Day>? = nil) -> [FuzzyDate] {
    let reader = FuzzyDateReader(sentence, span)
    var dates: [FuzzyDate] = []
    var place = 0
    while place < reader.words.count {
      if let found = reader.phrase(at: place, introducedBy: reader.introducer(before: place)) {
        dates.append(found.date)
        place = found.next
      } else {
        place += 1
      }
    }
    return dates
  }
}
