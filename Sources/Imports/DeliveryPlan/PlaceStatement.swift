/// A figure about the place as a plan prints it: what it is of, the figure, and what others have beside it.
///
/// "Adult obesity 23.6% (UK ave 25.7%)" is 23.6%, against 25.7% in the UK.
struct PlaceStatement {
  let name: String
  /// As printed; the whole statement where it holds several figures.
  let figure: String
  /// The year that the text names: "in 2021", "in 22/23".
  let asOf: String?
  let comparators: [(group: String, verbatim: String)]
  /// The whole of it.
  let verbatim: String

  /// The statements of a cell; a sentence without a figure is among them.
  static func all(in text: String) -> [String] {
    var sentences: [String] = []
    for sentence in Statement.placeSentences(text) {
      // "(34,898 in 2011)" belongs to the sentence before it.
      if sentence.hasPrefix("("), !sentences.isEmpty {
        sentences[sentences.count - 1] += " " + sentence
      } else {
        sentences.append(sentence)
      }
    }
    return sentences
  }

  /// `nil` for words without a figure.
  init?(_ sentence: String) {
    verbatim = sentence.onOneLine
    var rest = verbatim
    comparators = PlaceStatement.takeComparators(of: &rest)
    asOf = rest.firstMatch(of: inYear).map { String($0.1) }
    let figures = PlaceStatement.figures(in: rest)
    guard !figures.isEmpty else { return nil }
    guard figures.count == 1, let only = figures.first else {
      (name, figure) = (verbatim.withoutStop, verbatim)
      return
    }
    figure = only.text
    let before = String(rest[..<only.range.lowerBound]).onOneLine
    let after = String(rest[only.range.upperBound...]).withoutStop
    if after.isEmpty, !before.isEmpty {
      name = before.replacing(trailingVerb, with: "")
    } else if before.isEmpty {
      name = (only.text.hasSuffix("%") ? "% " : "") + after
    } else {
      name = rest.withoutStop
    }
  }

  /// What can't be taken apart.
  init(wholly text: String) {
    (name, figure, comparators, verbatim, asOf) = (text.withoutStop, text.onOneLine, [], text.onOneLine, nil)
  }

  private init(name: String, figure: String, comparator: (String, String), verbatim: String) {
    (self.name, self.figure, comparators, self.verbatim, asOf) = (name, figure, [comparator], verbatim, nil)
  }

  /// "Below UK average for Business Birth and Death rates, 500 (Ave 593) and 515 (ave 610) respectively" is two.
  static func respectively(_ sentence: String) -> [PlaceStatement]? {
    guard sentence.count < 500, sentence.contains("respectively"),
      let match = sentence.onOneLine.firstMatch(
        of:
          /(?i)(?:(?:below|above) (?:the )?(\w+ average) for )?(.*?)\b(\w+) and (\w+) ([^,\d]+),? (\S+) \(ave(?:rage)? ([^)]+)\) and (\S+) \(ave(?:rage)? ([^)]+)\),? respectively/
      )
    else { return nil }
    let group = match.1.map(String.init) ?? "Average"
    return [(match.3, match.6, match.7), (match.4, match.8, match.9)].map { word, figure, other in
      PlaceStatement(
        name: "\(match.2)\(word) \(match.5)".onOneLine, figure: String(figure), comparator: (group, String(other)),
        verbatim: sentence.onOneLine)
    }
  }

  /// "(UK Ave 9)", also where the bracket isn't closed, and "lower than England at £34.3".
  private static func takeComparators(of text: inout String) -> [(group: String, verbatim: String)] {
    var found: [(String, String)] = []
    while let match = text.firstMatch(
      of: averageInBrackets)
    {
      found.append(
        ("\(place(String(match.1))) \(match.2.lowercased() == "score" ? "score" : "average")", String(match.3)))
      text.replaceSubrange(match.range, with: " ")
    }
    if let match = text.firstMatch(
      of:
        /\s(?:lower|higher|less|more|below|above) than ((?:the )?[A-Z]\w+(?: average)?) (?:at|with|of|\() ?([£]?[\d.,]*\d%?)\)?/
    ) {
      found.append((String(match.1), String(match.2)))
      text.replaceSubrange(match.range, with: " ")
    }
    text = text.onOneLine
    return found
  }

  /// "uk" is the UK.
  private static func place(_ text: String) -> String { text.count <= 3 ? text.uppercased() : text }

  private static func figures(in text: String) -> [(text: String, range: Range<String.Index>)] {
    text.matches(of: anyFigure).filter { match in
      let before = text[..<match.range.lowerBound]
      let after = text[match.range.upperBound...]
      // "4G" and "CO2" are names, "in 2021" and "22/23" are years, "65 years" is an age, "per 1,000" a scale.
      if before.last?.isLetter == true || before.last == "/" || after.first == "/" || before.hasSuffix("per ") {
        return false
      }
      if after.first?.isLetter == true { return false }
      let isYear =
        match.0.wholeMatch(of: writtenYear) != nil
        && (before.hasSuffix("in ") || before.hasSuffix("by ") || before.hasSuffix("since "))
      return !isYear && !after.hasPrefix(" years")
    }.map { (String($0.0), $0.range) }
  }

  /// Two texts that the page ran into one another: "per Sq k40,413 households m."
  static func isRunTogether(_ text: String) -> Bool { text.firstMatch(of: figureGluedToWord) != nil }
}

extension Statement {
  /// Sentences of a cell of figures: ended by a full stop or question mark, or by a bracket that was never closed.
  fileprivate static func placeSentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = words.last, last.hasSuffix(".") || last.hasSuffix("?"), let first = word.first,
        first.isUppercase || first.isNumber || first == "("
      {
        sentences.append(words.joined(separator: " "))
        words = []
      }
      words.append(word)
    }
    return sentences + (words.isEmpty ? [] : [words.joined(separator: " ")])
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let inYear = /\bin (20\d\d(?:\/\d\d)?|\d\d\/\d\d)\b/
nonisolated(unsafe) private let trailingVerb = /\s(?:is|was|are|were|of|at)$/
nonisolated(unsafe) private let averageInBrackets =
  /\(\s*((?i)[a-z][a-z ]*?)\s+((?i)ave(?:rage)?|score|mean)\.?\s+([£]?[\d.,]*\d%?)\.?\)?\.?/
nonisolated(unsafe) private let anyFigure = /(?:£\s?)?\d[\d,]*(?:\.\d+)?(?:%|\s(?:out of \d+|per [\d,]+(?: \w+)?))?/
nonisolated(unsafe) private let writtenYear = /20\d\d/
nonisolated(unsafe) private let figureGluedToWord = /\b[a-z]+\d{1,3}(?:,\d{3})+/
