import CorporatePlan

/// What a cell of a service plan holds, told by its words alone.
struct CellWords {
  let text: String

  init(_ text: String) { self.text = text.onOneLine }

  /// "25% 25%" are two; `nil` when anything but whole percentages stands there.
  var percentages: [Int]? {
    let words = text.split(separator: " ")
    let numbers = words.compactMap { word -> Int? in
      guard word.hasSuffix("%"), word.utf8.count <= 4, let number = Int(word.dropLast()), (0...100).contains(number)
      else { return nil }
      return number
    }
    return words.isEmpty || numbers.count != words.count ? nil : numbers
  }

  /// "RN1", "KA.01.07": a code and nothing else.
  var isCode: Bool {
    text.wholeMatch(of: loneNumber) != nil && text.utf8.count <= 12
  }

  /// "RN1 Restoring pride": a code with letters before words.
  var codeAndWords: (code: String, words: String)? {
    text.wholeMatch(of: codeBeforeWords).map {
      (String($0.1), String($0.2))
    }
  }

  /// "2.1 Create thriving neighbourhoods": a number before words, as priorities have it.
  var numberAndWords: (number: String, words: String)? {
    text.wholeMatch(of: numberBeforeWords)
      .map { (String($0.1), String($0.2)) }
  }

  /// What its first words make it look like, to tell the columns of a displaced row.
  enum Look { case percentages, comparison, measure, deed, notBegun, figure, other }

  var look: Look {
    percentages != nil
      ? .percentages
      : isComparison
        ? .comparison : isMeasure ? .measure : isDeed ? .deed : isNotBegun ? .notBegun : isFigure ? .figure : .other
  }

  /// "> 2023 baseline", "equal to or > 77%".
  var isComparison: Bool { text.prefixMatch(of: openingComparison) != nil }

  /// Words that begin a measure: "% of …", "Number of …", "Reduction in …".
  var isMeasure: Bool { CellWords.opensMeasure(text) }

  static func opensMeasure(_ text: some StringProtocol) -> Bool {
    String(text).prefixMatch(of: openingMeasure) != nil
  }

  var isDeed: Bool { text.hasPrefix("To ") }
  var isFigure: Bool { text.prefixMatch(of: openingFigure) != nil }

  /// How work stands that nobody has begun or finished: "Not yet started", "In progress".
  var isNotBegun: Bool {
    text.prefixMatch(of: openingNotStarted)
      != nil
  }

  /// A figure that is named and not there: "2023/24 figure TBC", "Number of contracts awarded in 2023".
  var isToCome: Bool { text.contains(sayingToCome) }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let loneNumber = /[A-Za-z]{0,5}[ .\/-]?\d{1,3}(?:[.\/]\d{1,3})*[a-z]?[.:]?/
nonisolated(unsafe) private let codeBeforeWords = /([A-Z]{1,5}[ .\/-]?\d{1,3}(?:[.\/]\d{1,3})*)[.:]?\s+(\S.*)/
nonisolated(unsafe) private let numberBeforeWords =
  /(?:(?:Mission|Priority|Theme|Objective)\s+)?(\d{1,2}(?:\.\d{1,2})*)[.:)]?\s+([^\d\s%].*)/
nonisolated(unsafe) private let openingComparison = /[<>≤≥=]|equal to\b/.ignoresCase()
nonisolated(unsafe) private let openingFigure = /£?\d/
nonisolated(unsafe) private let openingNotStarted =
  /(?:not (?:yet )?started|not commenced|no data|no commencement|in progress)\b/.ignoresCase()
nonisolated(unsafe) private let sayingToCome = /\b(?:TBC|TBA|TBD|to be confirmed)\b/.ignoresCase()
nonisolated(unsafe) private let openingMeasure =
  /(?:%|£)\s|(?:the |total )*(?:number|percentage|proportion|level|rate|cost|value|average)\b.* of\b|no\.? of\b|(?:reduction|increase|decrease|improvement) in\b|(?:increased|reduced|improved)\b/
  .ignoresCase()
