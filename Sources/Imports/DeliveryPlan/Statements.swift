/// One thing that a cell of outputs or outcomes says.
struct Statement {
  let text: String
  let kind: Kind

  enum Kind {
    /// It counts or measures something: "Number of …", "% of …", "Satisfaction with …".
    case measure
    /// It is shown by words, not figures: case studies, compliments.
    case qualitative
    /// It holds the place of something not known yet: "To be determined", "Visitor data?".
    case placeholder
    case words
  }

  init(_ text: String) {
    self.text = text.withoutTrailingDash.withoutStop
    let lower = text.onOneLine.lowercased()
    kind =
      if lower.hasSuffix("?") || lower.firstMatch(of: Statement.placeholders) != nil {
        .placeholder
      } else if lower.firstMatch(of: Statement.shownByWords)
        != nil
      {
        .qualitative
      } else if Statement.measures(lower) {
        .measure
      } else {
        .words
      }
  }

  // A literal is parsed anew wherever it is met, which took half of the reading: these are made once. `Regex` is not
  // Sendable since a pattern may hold closures; literals hold none.
  nonisolated(unsafe) private static let placeholders =
    /^(?:to be (?:determined|confirmed|agreed)|tb[cda])\b/
  nonisolated(unsafe) private static let shownByWords =
    /\bcase stud|\bcompliments?\b|\bsocial value\b|\blives stories\b|\btestimonial/
  nonisolated(unsafe) private static let countingAtTheHead =
    /(?:the )?(?:total |average |increased? |increase in (?:overall )?|public |reductions? in (?:the )?)?(?:numbers?|no\.?|percentage|per ?cent|rates?|amounts?|levels?|time|count|response (?:rates?|times?)|satisfaction|supply|readership|footfall) (?:of|for|with|within|taken|to|£|on)?\b/
  nonisolated(unsafe) private static let counting =
    /^%|[\d)] ?%|%\s+(?:of|satisfied|complaints)|\(£\)|£\.|\bnumbers? of\b|\breadership\b|\bfootfall\b|\bsalary rates\b/

  private static func measures(_ lower: String) -> Bool {
    lower.prefixMatch(
      of:
        Statement.countingAtTheHead
    )
      != nil
      || lower.firstMatch(
        of:
          Statement.counting
      ) != nil
  }

  /// The statements of a text: sentences, and what runs on without a mark where a new one certainly begins.
  static func split(_ text: String, dashes: Bool = false) -> [String] {
    var statements: [String] = []
    var words: [Substring] = []
    func close() {
      let statement = words.joined(separator: " ")
      if statement.contains(where: { $0.isLetter || $0.isNumber }) { statements.append(statement) }
      words = []
    }
    for line in text.split(separator: "\n") {
      let all = line.split(whereSeparator: \.isWhitespace)
      for (index, word) in all.enumerated() {
        if dashes, isDash(word) {
          close()
          continue
        }
        // "-Strengthen the support": a bullet without a space after it.
        let bare = dashes && words.isEmpty ? word.drop { $0 == "-" || $0 == "–" || $0 == "•" } : word
        if let last = words.last, begins(all[index...], after: last) { close() }
        words.append(bare)
      }
      close()
    }
    return statements
  }

  private static func isDash(_ word: Substring) -> Bool { word.allSatisfy { "-–—•".contains($0) } }

  /// Whether a new statement begins with the first of these words.
  private static func begins(_ rest: ArraySlice<Substring>, after last: Substring) -> Bool {
    guard let word = rest.first, let first = word.first else { return false }
    if last.hasSuffix("."), !shortened.contains(last.lowercased()) { return first.isUppercase || first.isNumber }
    if last.hasSuffix("?") || last.hasSuffix(";") { return true }
    guard first.isUppercase, let end = last.last, end.isLetter || end.isNumber || end == ")" else { return false }
    // "To be determined Number of …" and "the Review": a capital tells only after a small word that can end something.
    guard last.first?.isUppercase == false, !joining.contains(last.lowercased()) else {
      return phrases.contains { rest.starts(with: $0) } && !joining.contains(last.lowercased())
    }
    return openings.contains(String(word)) || phrases.contains { rest.starts(with: $0) }
  }

  private static let phrases: [[Substring]] = [
    ["Number", "of"], ["Numbers", "of"], ["Percentage", "of"], ["Amount", "of"], ["To", "be"], ["Value", "for"],
    ["People's", "satisfaction"], ["Case", "studies"], ["Satisfaction", "with"], ["Satisfaction", "of"],
  ]

  /// Words that nobody writes with a capital in the middle of a sentence.
  private static let openings: Set<String> = [
    "Adopt", "Agree", "Better", "Build", "Commission", "Complete", "Completed", "Conduct", "Consider", "Continue",
    "Create", "Creating", "Deliver", "Delivering", "Develop", "Developing", "Enhancing", "Enable", "Ensure",
    "Establish",
    "Explore", "Greater", "Identify", "Implement", "Implementing", "Improve", "Improved", "Improving", "Increase",
    "Increased", "Introduce", "Invest", "Launch", "Maintain", "Maximise", "Maximising", "Maximize", "Monitor", "More",
    "Offer", "Prepare", "Produce", "Promote", "Provide", "Providing", "Publish", "Reduce", "Reduced", "Reducing",
    "Review", "Reviewing", "Revise", "Seek", "Strengthen", "Support", "Supporting", "Targeted", "The", "Through",
    "Undertake",
    "Understand", "Update", "Work",
  ]

  private static let joining: Set<String> = [
    "the", "of", "a", "an", "and", "or", "to", "for", "in", "with", "by", "through", "as", "from", "our", "their",
    "its",
    "eg", "both", "all", "such",
  ]

  private static let shortened: Set<String> = ["eg.", "e.g.", "i.e.", "no.", "incl.", "£.", "etc.", "approx."]
}
