/// A word of a sentence without the punctuation around it, for reading dates.
struct DateWord {
  let text: Substring
  let plain: String
  /// Whether a full stop, semicolon, colon or bracket follows or an opening bracket stands before the next word.
  var endsPhrase: Bool
  var endsWithComma: Bool

  var isCapital: Bool { text.first?.isUppercase == true }

  /// Its whole number, `nil` for others; "28th" with its ending is an ordinal.
  var number: Int? { plain.allSatisfy(\.isASCIIDigit) ? Int(plain) : nil }

  var ordinal: Int? {
    guard plain.count > 2, ["st", "nd", "rd", "th"].contains(plain.suffix(2)),
      plain.dropLast(2).allSatisfy(\.isASCIIDigit)
    else { return nil }
    return Int(plain.dropLast(2))
  }

  /// From 1 to 12; of "April/May" the later.
  var month: Int? {
    let parts = plain.split(separator: "/").map { Month.number(of: String($0)) }
    return parts.isEmpty || parts.contains(nil) ? nil : parts[parts.count - 1]
  }
}

private enum Month {
  static func number(of word: String) -> Int? {
    let names = Day.months.map { $0.lowercased() }
    if let index = names.firstIndex(of: word) { return index + 1 }
    if word == "sept" { return 9 }
    return word.count == 3 ? names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 } : nil
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}

extension DateWord {
  static let qualifiers: Set<String> = ["end", "late", "early", "mid", "middle", "start", "beginning", "close"]

  /// The words of a sentence. "end-April", "31-Mar-25" and "Mar-25" are several.
  static func all(in sentence: String) -> [DateWord] {
    var words: [DateWord] = []
    for token in sentence.split(whereSeparator: \.isWhitespace) {
      if token.first.map(opening.contains) == true, !words.isEmpty { words[words.count - 1].endsPhrase = true }
      let core = core(of: token)
      guard !core.isEmpty else {
        if !words.isEmpty { words[words.count - 1].endsPhrase = true }
        continue
      }
      let tail = token[core.endIndex...]
      let parts = parts(of: core)
      for (index, part) in parts.enumerated() {
        let isLast = index == parts.count - 1
        words.append(
          DateWord(
            text: part, plain: part.lowercased(), endsPhrase: isLast && tail.contains { $0 != "," && $0 != "’" },
            endsWithComma: isLast && tail.contains(",")))
      }
    }
    return words
  }

  private static let opening: Set<Character> = ["(", "[", "{"]
  private static let around: Set<Character> = [
    "(", ")", "[", "]", "{", "}", ".", ",", ";", ":", "!", "?", "\"", "“", "”", "'", "‘", "’", "*", "-", "–", "—",
  ]

  /// Without punctuation at the ends; an apostrophe before digits stays, since `'24` is a year.
  private static func core(of token: Substring) -> Substring {
    var core = token
    while let first = core.first, around.contains(first) {
      if "'‘’".contains(first), core.dropFirst().first?.isASCIIDigit == true { break }
      core.removeFirst()
    }
    while let last = core.last, around.contains(last) { core.removeLast() }
    return core
  }

  private static func parts(of core: Substring) -> [Substring] {
    let parts = core.split { $0 == "-" || $0 == "–" }
    let isSeveral = parts.contains { part in
      let word = part.lowercased()
      return qualifiers.contains(word) || Month.number(of: word) != nil || word == "year"
    }
    return isSeveral ? parts : [core]
  }
}
