import CorporatePlan

extension StringProtocol {
  /// On one line, with single spaces.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Without any of these characters at its end.
  func trimming(_ characters: String) -> String {
    var text = self[...]
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }

  /// The form in which two spellings of one name are equal: case, punctuation, dashes, quotes and `&` don't count.
  package var normalisedName: String {
    var words: [String] = []
    var word = ""
    for character in lowercased() {
      switch character {
      case "'", "’", "‘", "`": continue
      case "&", "%", "<", ">":
        if !word.isEmpty { words.append(word) }
        words.append(character == "&" ? "and" : String(character))
        word = ""
      case _ where character.isLetter || character.isNumber: word.append(character)
      default:
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.joined(separator: " ")
  }

  /// The words that carry meaning, without endings, in order.
  var contentWords: [String] {
    normalisedName.split(separator: " ").map(String.init)
      .filter { !emptyWords.contains($0) && $0.contains(where: \.isLetter) && !quarters.contains($0) }
      .map(\.stem)
  }

  /// Without its ending: enough for "supporting" and "supported", "resident" and "residents" to be one word.
  private var stem: String {
    var word = String(self)
    for ending in ["ing", "ed", "s"] where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      word.removeLast(ending.count)
      break
    }
    if word.count > 3, word.hasSuffix("e") { word.removeLast() }
    return word
  }
}

private let emptyWords: Set<String> = [
  "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "has", "have", "in", "is", "it", "its", "no",
  "of", "on", "or", "our", "that", "the", "their", "there", "these", "this", "those", "to", "was", "we", "were",
  "where",
  "which", "who", "will", "with",
]

private let quarters: Set<String> = ["q1", "q2", "q3", "q4"]

/// The number and the noun that goes with it: "1 row", "13 rows".
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
