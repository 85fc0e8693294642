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
    let mayNameTarget = rest.lowercased().holds("target")
    if mayNameTarget, let match = rest.firstMatch(of: targetOf) {
      target = Quantity(match.1).map { ($0, !match.2.isEmpty) }
      rest.removeSubrange(match.range)
    } else if mayNameTarget, let match = rest.firstMatch(of: figureTarget) {
      target = Quantity(match.1).map { ($0, !match.2.isEmpty) }
      rest.removeSubrange(match.range)
    } else {
      target = nil
    }
    let found = rest.matches(of: anyFigure)
    numbers = found.compactMap { Quantity($0.1) }
    percentages = found.filter { !$0.2.isEmpty }.compactMap { Quantity($0.1) }
  }

  /// The sentences of a text.
  static func sentences(_ text: String) -> [Prose] {
    text.onOneLine.split(separator: sentenceEnd).filter { $0.contains(where: \.isNumber) }.map {
      Prose(String($0))
    }
  }

  /// The sentences with what stands between brackets taken out as sentences of their own.
  static func fragments(_ text: String) -> [Prose] {
    text.onOneLine.split(separator: sentenceEnd).flatMap { sentence -> [Prose] in
      let inner = sentence.matches(of: inBrackets).map { String($0.1) }
      let outer = sentence.replacing(bracketed, with: " ")
      return ([String(outer)] + inner).filter { $0.contains(where: \.isNumber) }.map { Prose($0) }
    }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let targetOf =
  /(?i)\btargets?(?: of| is| was)?\s*\(?\s?(\d[\d,]{0,17}(?:\.\d{1,9})?)\s?(%?)/
nonisolated(unsafe) private let figureTarget = /(?i)(\d[\d,]{0,17}(?:\.\d{1,9})?)\s?(%?) target/
nonisolated(unsafe) private let anyFigure = /(\d[\d,]{0,17}(?:\.\d{1,9})?)\s?(%?)/
nonisolated(unsafe) private let sentenceEnd = /[.;!?] (?=[A-Z])/
nonisolated(unsafe) private let inBrackets = /\(([^()]*)\)/
nonisolated(unsafe) private let bracketed = /\([^()]*\)/
