/// A number that stands in running text and claims to be a figure: `79%`, `£1.2m`, `1,635`, `six` before a noun.
///
/// What only looks like one is left out: years and dates, quarters, ordinals, page and paragraph numbers, telephone
/// numbers, codes, addresses.
package struct TypedNumber: Equatable, Sendable {
  package let quantity: Quantity
  package let isPercent: Bool
  package let isMoney: Bool
  /// As it was typed: `79%`.
  package let text: String
  /// Where it stands, in characters from the beginning of the text.
  package let place: Range<Int>
  /// The word behind it, in small letters: `green` of "6 Green".
  package let next: String

  /// Whether two ways to write a number say the same: `79` and `79%` do, `79%` and `£79` don't.
  package func says(_ other: TypedNumber) -> Bool {
    quantity == other.quantity && !(isPercent && !other.isPercent) && !(isMoney && !other.isMoney)
  }

  /// The numbers of a text, in order.
  package static func all(in text: String) -> [TypedNumber] {
    var scan = NumberScan(Array(text))
    return scan.numbers()
  }
}

/// Reads a text once, character by character.
private struct NumberScan {
  let characters: [Character]
  private var found: [TypedNumber] = []

  init(_ characters: [Character]) { self.characters = characters }

  mutating func numbers() -> [TypedNumber] {
    var index = 0
    while index < characters.count {
      if let skipped = skip(at: index) {
        index = skipped
      } else if characters[index].isDigit {
        index = number(at: index)
      } else if characters[index].isLetter {
        index = word(at: index)
      } else {
        index += 1
      }
    }
    return found
  }

  private func character(_ index: Int) -> Character? { characters.indices.contains(index) ? characters[index] : nil }

  /// The end of a web or mail address or a telephone number that begins here; `nil` where none does.
  private func skip(at index: Int) -> Int? {
    guard index == 0 || characters[index - 1].isWhitespace || "(“\"".contains(characters[index - 1]) else { return nil }
    var end = index
    while let next = character(end), !next.isWhitespace { end += 1 }
    let word = String(characters[index..<end])
    if word.contains("://") || word.contains("@") || word.hasPrefix("www.") { return end }
    return telephone(at: index)
  }

  /// `020 8863 5611`, `+44 20 8863 5611`: ten digits or more that begin with 0 or +.
  private func telephone(at index: Int) -> Int? {
    guard let first = character(index), first == "0" || first == "+" else { return nil }
    var digits = 0
    var end = index + (first == "+" ? 1 : 0)
    var last = end
    while let next = character(end), next.isDigit || next == " " || next == "(" || next == ")" || next == "-" {
      if next.isDigit {
        digits += 1
        last = end + 1
      }
      end += 1
    }
    return digits >= 10 ? last : nil
  }

  /// The end of the number that begins here, which is kept when it claims to be a figure.
  private mutating func number(at start: Int) -> Int {
    var end = start
    while let next = character(end) {
      let isInside = (next == "," || next == ".") && character(end + 1)?.isDigit == true
      guard next.isDigit || isInside else { break }
      end += 1
    }
    var digits = String(characters[start..<end])
    let before = character(start - 1)
    // A code: Q2, P1, KA01. Or a word with a number in front: 20mph, 4th, 2XY.
    if let before, before.isLetter || before == "_" || before == "#" { return endOfWord(end) }
    var factor = Quantity(1)
    if let after = character(end), after.isLetter {
      let word = String(characters[end..<endOfWord(end)]).lowercased()
      guard let size = NumberScan.sizes[word] else { return endOfWord(end) }
      factor = size
      end = endOfWord(end)
    }
    let isMoney = before == "£"
    var isPercent = false
    if character(end) == "%" {
      isPercent = true
      end += 1
    }
    let (words, wordsEnd) = following(end)
    if words.first == "percent" || words == ["per", "cent"] { isPercent = true }
    if factor == Quantity(1), let size = words.first.flatMap({ NumberScan.sizes[$0] }), words[0].count > 2 {
      factor = size
      end = wordsEnd
    }
    if isDateOrPlace(digits, start, end, words, isPlain: !isMoney && !isPercent && factor == Quantity(1)) { return end }
    digits.removeAll { $0 == "," }
    guard let quantity = Quantity(digits) else { return end }
    let from = isMoney ? start - 1 : start
    found.append(
      TypedNumber(
        quantity: quantity * factor, isPercent: isPercent, isMoney: isMoney, text: String(characters[from..<end]),
        place: from..<end, next: words.first ?? ""))
    return end
  }

  /// Whether it is a year, part of a date or time, a number of a page or paragraph, or the number of a line.
  private func isDateOrPlace(_ digits: String, _ start: Int, _ end: Int, _ words: [String], isPlain: Bool) -> Bool {
    guard isPlain else { return false }
    let before = word(before: start)
    if NumberScan.places.contains(before) || NumberScan.months.contains(before) { return true }
    if let next = words.first, NumberScan.months.contains(next) || next == "am" || next == "pm" { return true }
    let isWhole = digits.allSatisfy(\.isDigit)
    if isWhole, digits.count == 4, let year = Int(digits), (1900...2099).contains(year) { return true }
    // 2025-26, 2025/26, 31/3/2025, 10:30, 24/7
    for (joint, other) in [(character(start - 1), character(start - 2)), (character(end), character(end + 1))] {
      guard let joint, other?.isDigit == true else { continue }
      if "/:".contains(joint) { return isDate(around: start) }
      if "-–".contains(joint), isDate(around: start) { return true }
    }
    // "1. First": the number of a line.
    let isAtLineStart = start == 0 || characters[start - 1].isNewline
    return isAtLineStart && isWhole && (character(end) == "." || character(end) == ")") && digits.count < 3
  }

  /// Whether the digits and joints around a place are a date, a span of years or a time rather than a ratio like 91/110.
  private func isDate(around place: Int) -> Bool {
    func belongs(_ character: Character) -> Bool { character.isDigit || "/:-–".contains(character) }
    var start = place
    while let before = character(start - 1), belongs(before) { start -= 1 }
    var end = place
    while let next = character(end), belongs(next) { end += 1 }
    let parts = characters[start..<end].split { !$0.isDigit }.map { String($0) }
    let isYear = { (text: String) in text.count == 4 && (1900...2099).contains(Int(text) ?? 0) }
    if characters[start..<end].contains(":") { return true }
    return parts.contains(where: isYear) || parts.count > 2
  }

  /// The words behind a place, in small letters, and where the first of them ends.
  private func following(_ place: Int) -> (words: [String], end: Int) {
    var words: [String] = []
    var (index, firstEnd) = (place, place)
    while words.count < 2, let next = character(index), next == " " || next == "\u{A0}" || next == "-" {
      index += 1
      let end = endOfWord(index)
      guard end > index, characters[index].isLetter else { break }
      words.append(String(characters[index..<end]).lowercased())
      index = end
      if words.count == 1 { firstEnd = end }
    }
    return (words, firstEnd)
  }

  private func word(before place: Int) -> String {
    var end = place
    while let before = character(end - 1), before == " " || before == "\u{A0}" || before == "." { end -= 1 }
    var start = end
    while let before = character(start - 1), before.isLetter { start -= 1 }
    return String(characters[start..<end]).lowercased()
  }

  private func endOfWord(_ place: Int) -> Int {
    var end = place
    while let next = character(end), next.isLetter || next.isDigit || next == "'" || next == "’" { end += 1 }
    return end
  }

  /// A number in words counts where a noun that is counted follows: "six indicators", "two are red".
  private mutating func word(at start: Int) -> Int {
    let end = endOfWord(start)
    if let number = NumberScan.words[String(characters[start..<end]).lowercased()] {
      let (words, _) = following(end)
      if words.contains(where: { NumberScan.counted.contains($0) }) {
        found.append(
          TypedNumber(
            quantity: Quantity(number), isPercent: false, isMoney: false, text: String(characters[start..<end]),
            place: start..<end, next: words.first ?? ""))
      }
    }
    return end
  }

  private static let sizes: [String: Quantity] = [
    "k": Quantity(1000), "m": Quantity(1_000_000), "bn": Quantity(1_000_000_000), "thousand": Quantity(1000),
    "million": Quantity(1_000_000), "billion": Quantity(1_000_000_000),
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]
  private static let places: Set<String> = [
    "page", "pages", "paragraph", "paragraphs", "para", "section", "sections", "appendix", "annex", "table", "chart",
    "item", "quarter", "quarters", "part", "chapter", "note", "phase", "stage", "step", "version", "priority", "option",
    "recommendation", "objective", "schedule", "act", "tel", "telephone", "ext", "wave", "year", "number", "no", "p",
    "s",
    "q", "level", "band", "category", "unit", "week",
  ]
  private static let words = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20,
  ]
  private static let counted: Set<String> = [
    "indicator", "indicators", "measure", "measures", "action", "actions", "green", "amber", "red", "rated", "target",
    "targets",
  ]
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
