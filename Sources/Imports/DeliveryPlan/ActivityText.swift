/// What the first column says of an activity: its title, what it contributes to, and its sub-actions.
struct ActivityText {
  private(set) var code: ActivityCode?
  /// The words before the sub-actions; a line feed where a piece ends.
  private(set) var title: String
  private(set) var contributions: [Contributions]
  private(set) var parts: String
  /// What followed the title without a label, as printed: where it was cut into parts, a person can check it.
  private(set) var rest: String?

  init(_ passages: [String], outcomePrefix: String?) {
    var text = passages.joined(separator: "\n")
    code = ActivityCode.takeOut(of: &text, notPrefix: outcomePrefix)
    contributions = Contributions.takeOut(of: &text, prefix: outcomePrefix)
    let label = text.firstMatch(of: ActivityText.label)
    title = String(text[..<(label?.range.lowerBound ?? text.endIndex)])
    parts = label.map { String(text[$0.range.upperBound...]) } ?? ""
  }

  /// "Sub actions incl - -", "Including sub actions -", "Sub-actions:".
  // Made once: see `Statement`.
  nonisolated(unsafe) private static let label =
    /(?i)(?:\bincluding )?\bsub[\s-]?actions?\b(?:\s+incl(?:ud(?:e|es|ing))?\b\.?)?\s*(?:[:–—-]\s*)*/

  /// Cuts the title where a known one ends: what follows are parts.
  mutating func cutTitle(after known: String) {
    let wanted = known.normalisedName.split(separator: " ")
    let words = title.split(whereSeparator: \.isWhitespace)
    var seen: [Substring] = []
    for index in words.indices {
      seen += words[index].normalisedName.split(separator: " ").map { Substring(String($0)) }
      guard seen.count <= wanted.count else { return }
      guard seen.elementsEqual(wanted) else { continue }
      let after = words[(index + 1)...].joined(separator: " ")
      rest = after.contains(where: \.isLetter) ? after : nil
      title = words[...index].joined(separator: " ")
      parts = after.replacing(openingThrough, with: "") + "\n" + parts
      return
    }
  }

  /// Ends the title with its first piece and sentence: what follows are parts.
  mutating func cutTitle() {
    let statements = title.split(separator: "\n").map(String.init)
    guard let first = statements.first(where: { !$0.trimmedText.isEmpty }) else { return }
    let sentences = Statement.sentences(first)
    parts = (Array(sentences.dropFirst()) + statements.drop { $0 != first }.dropFirst() + [parts])
      .joined(separator: "\n")
    title = sentences.first ?? ""
  }

  /// The sub-actions.
  var partTitles: [String] { Statement.split(parts, dashes: true).map(\.withoutStop) }
}

extension Statement {
  /// The sentences of a text, by full stop and capital alone.
  static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = words.last, last.hasSuffix("."), word.first?.isUppercase == true {
        sentences.append(words.joined(separator: " "))
        words = []
      }
      words.append(word)
    }
    return sentences + (words.isEmpty ? [] : [words.joined(separator: " ")])
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let openingThrough = /^(?i)through\s*:\s*/
