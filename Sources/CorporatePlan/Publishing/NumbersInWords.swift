/// The numbers that a text says, in digits or in words up to twenty.
enum NumbersInWords {
  static func all(in text: String) -> Set<Quantity> {
    var numbers: Set<Quantity> = []
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "," }) {
      let plain = NumbersInWords.withoutStops(word)
      if let number = Quantity(plain) ?? words[plain] { numbers.insert(number) }
    }
    return numbers
  }

  private static let words = Dictionary(
    uniqueKeysWithValues: [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ].enumerated().map { ($0.element, Quantity($0.offset)) })

  private static func withoutStops(_ word: Substring) -> String {
    var plain = Substring(word.filter { $0 != "," })
    while plain.last == "." { plain.removeLast() }
    while plain.first == "." { plain.removeFirst() }
    return String(plain)
  }
}
