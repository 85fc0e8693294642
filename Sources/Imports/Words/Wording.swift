import CorporatePlan

extension StringProtocol {
  /// Lends its bytes in one piece: going through a text itself takes many times longer.
  func withBytes<Read>(_ read: (UnsafeBufferPointer<UInt8>) -> Read) -> Read {
    utf8.withContiguousStorageIfAvailable(read) ?? Array(utf8).withUnsafeBufferPointer(read)
  }

  /// On one line, with single spaces.
  var onOneLine: String {
    isOnOneLine ? String(self) : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether it certainly is on one line with single spaces: most cells are, and need no second look.
  private var isOnOneLine: Bool {
    withBytes { letters in
      var isAfterSpace = true
      for letter in letters {
        if letter > 0x20 && letter < 0x7F {
          isAfterSpace = false
        } else if letter == 0x20 && !isAfterSpace {
          isAfterSpace = true
        } else {
          return false
        }
      }
      return !isAfterSpace || letters.isEmpty
    }
  }

  /// Whether words stand in it, letter for letter; quick, for words that are looked for in every cell.
  func holds(_ words: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    return withBytes { $0.holds(wanted) }
  }

  /// The same for words that are known only now. The library's own search prepares itself anew for every text and word,
  /// which takes longer than the looking.
  func says(_ words: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { all in
      words.utf8.withContiguousStorageIfAvailable { all.holds($0) }
    }
    return (found ?? nil) ?? contains(words)
  }

  /// Without any of these characters at its end.
  func trimming(_ characters: String) -> String {
    var text = self[...]
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }

  /// The form in which two spellings of one name are equal: case, punctuation, dashes, quotes and `&` don't count.
  package var normalisedName: String {
    if let name = withBytes({ plainName($0) }) { return name }
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

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = words.first, count >= words.count else { return words.isEmpty }
    for start in 0...(count - words.count) where self[start] == first {
      var matched = 1
      while matched < words.count, self[start + matched] == words[matched] { matched += 1 }
      if matched == words.count { return true }
    }
    return false
  }
}

/// The spelling of `normalisedName` where all letters are plain.
private let plainName = PlainSpelling(
  separator: " ", dropping: ["'", "`"], words: ["&": "and", "%": "%", "<": "<", ">": ">"])

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
