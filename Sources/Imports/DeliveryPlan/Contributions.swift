/// "Contributes to CO 1, 2, 3", "Contributes to CO 2 & 3", "Contributes to CO 17-23" with every number it stands for.
struct Contributions {
  let outcomes: [OutcomeCode]
  let verbatim: String

  // Made once: see `Statement`.
  nonisolated(unsafe) private static let phrase =
    /[Cc]ontribut(?:es|ions?|ing|e)\s+to:?\s+([A-Z]{1,4}\s?\d{1,3}(?:\s*(?:,|;|&|and|to|[-–])\s*(?:and\s+)?(?:[A-Z]{1,4}\s?)?\d{1,3})*)\.?/

  /// Takes every such phrase out of a text.
  static func takeOut(of text: inout String, prefix: String?) -> [Contributions] {
    // A pattern costs far more than a look for its first word.
    guard text.contains("ontribut") else { return [] }
    var found: [Contributions] = []
    while let match = text.firstMatch(of: Contributions.phrase) {
      let list = String(match.1)
      found.append(Contributions(outcomes: expand(list, prefix), verbatim: String(match.0).onOneLine))
      text.replaceSubrange(match.range, with: "\n")
    }
    return found
  }

  private static func expand(_ list: String, _ known: String?) -> [OutcomeCode] {
    var codes: [OutcomeCode] = []
    var prefix = known ?? ""
    for match in list.matches(of: numberedContribution) {
      guard let number = Int(match.3) else { continue }
      if let own = match.2 { prefix = String(own) }
      if match.1 != nil, let last = codes.last, last.number < number, number - last.number <= 50 {
        codes += (last.number + 1...number).map { OutcomeCode(prefix: prefix, number: $0) }
      } else {
        codes.append(OutcomeCode(prefix: prefix, number: number))
      }
    }
    return codes
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let numberedContribution = /(?:(-|–|\bto)\s*)?([A-Z]{1,4})?\s?(\d{1,3})/
