/// Words that would give away a figure which is withheld because the numbers are small.
package struct TellingWords: Sendable {
  package let words: Commentary
  /// The indicator whose figure they give away.
  package let indicator: Indicator

  /// What stands in their place in public.
  static let instead =
    "Withheld: these words would give away a figure that is not published because the numbers are small."
}

extension Suppression {
  /// All of a Book's words that tell a withheld figure: in what is said of the indicator itself, the number alone; in
  /// other words, a sentence that names the indicator and has the number in it.
  package func tellingWords() -> [TellingWords] {
    guard !isEmpty else { return [] }
    let secrets = secrets()
    return book.commentary.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.compactMap { words in
      secrets.first { $0.isTold(by: words) }.map { TellingWords(words: words, indicator: $0.indicator) }
    }
  }

  private func secrets() -> [Secret] {
    withheld.keys.sorted().compactMap { id in
      guard let indicator = book.indicators[id] else { return nil }
      let figures = book.readings[id]?.actuals.filter { withholds(id, $0.period) }.compactMap(\.value.figure) ?? []
      return Secret(indicator: indicator, numbers: Set(figures.flatMap(\.numbersToKeep)))
    }
  }
}

/// An indicator with the numbers that no public words may say of it.
private struct Secret {
  let indicator: Indicator
  let numbers: Set<Quantity>
  private let name: Set<String>

  init(indicator: Indicator, numbers: Set<Quantity>) {
    self.indicator = indicator
    self.numbers = numbers
    name = Set(indicator.name.contentWords)
  }

  func isTold(by words: Commentary) -> Bool {
    if words.subject == indicator.recordID { return tells(words.text) }
    return ProseClaims.sentences(of: words.text).contains { names($0) && tells($0) }
  }

  private func tells(_ text: String) -> Bool { !NumbersInWords.all(in: text).isDisjoint(with: numbers) }

  private func names(_ sentence: String) -> Bool {
    let shared = name.intersection(sentence.contentWords).count
    return shared >= min(2, name.count) && shared > 0 && shared * 5 >= name.count * 3
  }
}

extension Figure {
  /// The number, or both sides of a ratio with its percentage as people round it.
  fileprivate var numbersToKeep: [Quantity] {
    guard let per else { return [quantity] }
    let count = Quantity(mantissa: quantity.mantissa, scale: quantity.scale + 2)
    return [count, per] + (0...2).compactMap { displayed(decimals: $0) }
  }
}

/// The numbers that a text says, in digits or in words up to twenty.
enum NumbersInWords {
  static func all(in text: String) -> Set<Quantity> {
    var numbers: Set<Quantity> = []
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "," }) {
      let plain = word.filter { $0 != "," }.trimmedOfStops
      if let number = Quantity(plain) ?? small[plain] { numbers.insert(number) }
    }
    return numbers
  }

  private static let small = Dictionary(
    uniqueKeysWithValues: [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ].enumerated().map { ($0.element, Quantity($0.offset)) })
}

extension String {
  fileprivate var trimmedOfStops: String {
    var text = Substring(self)
    while text.last == "." { text.removeLast() }
    while text.first == "." { text.removeFirst() }
    return String(text)
  }
}
