/// Reads from running text which figures it calls a target, and finds the indicator it speaks of.
///
/// It is made to be silent when in doubt: a claim counts only when its words name most of exactly one indicator, its
/// figure is of the same kind, and the sentence does not speak of another span of time.
package enum ProseClaims {
  package struct Claim: Equatable, Sendable {
    /// What the text calls a target.
    package let figure: Figure
    package let sentence: String
  }

  package static func targets(in text: String) -> [Claim] {
    sentences(of: text).filter { !speaksOfAnotherTime($0) }.flatMap { sentence in
      figures(in: sentence).map { Claim(figure: $0, sentence: sentence) }
    }
  }

  /// The indicator that a text names: it says most of the words of its name, and more of them than of any other's.
  package static func standing(named text: String, among standings: [IndicatorStanding]) -> IndicatorStanding? {
    let said = Set(text.contentWords)
    let candidates = standings.compactMap { standing -> (standing: IndicatorStanding, shared: Int)? in
      let name = Set(standing.indicator.name.contentWords)
      let shared = name.intersection(said).count
      guard shared >= 2, shared * 5 >= name.count * 3 else { return nil }
      return (standing, shared)
    }
    guard let best = candidates.map(\.shared).max() else { return nil }
    let winners = candidates.filter { $0.shared == best }
    return winners.count == 1 ? winners[0].standing : nil
  }

  /// `90% target`, `target of 500`, `target (500)`, `target: 500`, `target is 500`.
  private static func figures(in sentence: String) -> [Figure] {
    let words = sentence.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.indices.filter { isTarget(words[$0]) }.compactMap { index in
      var next = index + 1
      while next < words.count, ["of", "is", "was", "to", "at", "being"].contains(words[next].lowercased()) {
        next += 1
      }
      if next < words.count, let figure = figure(words[next]) { return figure }
      return index > 0 ? figure(words[index - 1]) : nil
    }
  }

  private static func isTarget(_ word: String) -> Bool {
    word.lowercased().filter(\.isLetter) == "target"
  }

  /// A figure with the punctuation around it taken off; nothing for years, quarters and words.
  private static func figure(_ word: String) -> Figure? {
    let text = word.trimmingMarks
    guard text.first.map({ $0.isNumber || $0 == "£" }) == true, !text.contains("/"), let figure = try? Figure(text),
      figure.per == nil, !isYear(figure)
    else { return nil }
    return figure
  }

  private static func isYear(_ figure: Figure) -> Bool {
    figure.unit == .number && figure.decimals == 0 && !figure.verbatim.contains(",")
      && Quantity(1990) <= figure.quantity
      && figure.quantity <= Quantity(2060)
  }

  static func sentences(of text: String) -> [String] {
    var sentences = [""]
    for character in text {
      let endsSentence =
        sentences[sentences.count - 1].last.map { ".!?".contains($0) } == true && character.isWhitespace
      if character.isNewline || character == ";" || endsSentence {
        sentences.append("")
      } else {
        sentences[sentences.count - 1].append(character)
      }
    }
    return sentences.map(\.trimmed).filter { !$0.isEmpty }
  }

  static func speaksOfAnotherTime(_ sentence: String) -> Bool {
    let words = sentence.lowercased()
    let spans = [
      "annual", "year-end", "year end", "end of", "by march", "by 20", "monthly", "weekly", "daily", "last year",
      "previous", "original target", "national", "next year", "full year",
    ]
    return spans.contains { words.contains($0) }
  }
}

extension ProseClaims.Claim {
  /// The indicator that the sentence names: most of its words, more of them than of any other.
  package func subject(among standings: [IndicatorStanding]) -> IndicatorStanding? {
    ProseClaims.standing(named: sentence, among: standings.filter(isOfSameKind))
  }

  private func isOfSameKind(as standing: IndicatorStanding) -> Bool {
    guard let target = standing.target?.figure else { return false }
    let indicator = standing.indicator
    let isPercent = target.unit == .percent || indicator.unit == .percent || indicator.isNamedInPercent
    return (figure.unit == .percent) == isPercent && figure.unit.isComparable(with: target.unit)
  }
}

extension String {
  /// Without brackets, quotation marks and stops at either end; a % sign stays.
  fileprivate var trimmingMarks: String {
    let marks: Set<Character> = ["(", ")", "[", "]", "“", "”", "\"", "'", "‘", "’", ",", ".", ":", ";", "!", "?"]
    return String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
  }

  /// The words that carry meaning, without plural endings.
  var contentWords: [String] {
    lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 3 && !String.emptyWords.contains($0) }
      .map { $0.hasSuffix("s") && !$0.hasSuffix("ss") ? String($0.dropLast()) : $0 }
  }

  private static let emptyWords: Set<String> = [
    "total", "number", "percentage", "proportion", "rate", "average", "that", "this", "with", "from", "have", "been",
    "within", "target", "targets", "which", "their", "people", "quarter", "council", "combined", "other", "than",
    "more", "less", "into", "over", "were", "will", "time",
  ]
}
