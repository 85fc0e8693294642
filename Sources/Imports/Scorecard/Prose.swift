import CorporatePlan

/// A sentence of running text, or what stands between its brackets, with the figures in it.
struct Prose {
  let text: String
  let words: [String]
  /// Figures with a % sign that are not called a target.
  let percentages: [Quantity]
  /// All numbers that are not called a target.
  let numbers: [Quantity]
  /// "target of 500", "target (500)", "the 90% target".
  let target: (quantity: Quantity, isPercent: Bool)?

  /// What it is about: its first word that carries meaning.
  var subject: String? { words.first }

  init(_ text: String) {
    // Patterns are bounded: a figure has an end, and a line of ten thousand digits is none.
    self.text = text.onOneLine
    words = text.contentWords
    var rest = self.text
    if let match = rest.firstMatch(of: /(?i)\btargets?(?: of| is| was)?\s*\(?\s?(\d[\d,]{0,17}(?:\.\d{1,9})?)\s?(%?)/) {
      target = Quantity(match.1).map { ($0, !match.2.isEmpty) }
      rest.removeSubrange(match.range)
    } else if let match = rest.firstMatch(of: /(?i)(\d[\d,]{0,17}(?:\.\d{1,9})?)\s?(%?) target/) {
      target = Quantity(match.1).map { ($0, !match.2.isEmpty) }
      rest.removeSubrange(match.range)
    } else {
      target = nil
    }
    let found = rest.matches(of: /(\d[\d,]{0,17}(?:\.\d{1,9})?)\s?(%?)/)
    numbers = found.compactMap { Quantity($0.1) }
    percentages = found.filter { !$0.2.isEmpty }.compactMap { Quantity($0.1) }
  }

  /// The sentences of a text.
  static func sentences(_ text: String) -> [Prose] {
    text.onOneLine.split(separator: /[.;!?] (?=[A-Z])/).filter { $0.contains(where: \.isNumber) }.map {
      Prose(String($0))
    }
  }

  /// The sentences with what stands between brackets taken out as sentences of their own.
  static func fragments(_ text: String) -> [Prose] {
    text.onOneLine.split(separator: /[.;!?] (?=[A-Z])/).flatMap { sentence -> [Prose] in
      let inner = sentence.matches(of: /\(([^()]*)\)/).map { String($0.1) }
      let outer = sentence.replacing(/\([^()]*\)/, with: " ")
      return ([String(outer)] + inner).filter { $0.contains(where: \.isNumber) }.map { Prose($0) }
    }
  }
}
