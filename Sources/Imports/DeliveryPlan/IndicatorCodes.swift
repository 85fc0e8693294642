/// The codes of indicators in a text: `SP 02`, `CP HW 18`, `HR 03.1`, and what stands for several: `PM TP 10-12`,
/// `DM 07/8`.
struct IndicatorCodes {
  /// As printed.
  let printed: String
  /// Each code it stands for.
  let codes: [String]
  let prefix: String
  /// The words up to the next code.
  let words: String

  var isRange: Bool { codes.count > 1 }

  // Made once: see `Statement`.
  nonisolated(unsafe) private static let pattern =
    /\b([A-Z]{2,4}(?: [A-Z]{2,4})?) ?(\d{1,3}(?:\.\d{1,2})?)((?:[-–\/]\d{1,3})*)(?![\d%,]|\.\d)\b/

  /// What stands before the first code, and each code with its words.
  ///
  /// - Parameter others: prefixes of codes of other things, such as activities and outcomes.
  static func split(_ text: String, not others: Set<String>) -> (before: String, codes: [IndicatorCodes]) {
    guard text.contains(where: \.isNumber) else { return (text, []) }
    let found = text.matches(of: IndicatorCodes.pattern).filter { !others.contains(String($0.1)) }
    let ends = found.dropFirst().map(\.range.lowerBound) + [text.endIndex]
    let codes = zip(found, ends).map { match, end in
      IndicatorCodes(
        printed: String(match.0), codes: expand(String(match.1), String(match.2), String(match.3)),
        prefix: String(match.1), words: String(text[match.range.upperBound..<end]).withoutLeadingDash)
    }
    return (String(text[..<(found.first?.range.lowerBound ?? text.endIndex)]), codes)
  }

  /// `10` and `-12` are 10, 11 and 12; `07` and `/8` are 07 and 08.
  private static func expand(_ prefix: String, _ first: String, _ tail: String) -> [String] {
    var numbers = [first]
    for match in tail.matches(of: nextNumber) {
      guard let last = numbers.last.flatMap({ Int($0) }), let number = Int(match.2) else { continue }
      let range = match.1 != "/" && number > last && number - last <= 30 ? Array(last + 1...number) : [number]
      numbers += range.map { String($0).padded(to: first.count) }
    }
    return numbers.map { "\(prefix) \($0)" }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { String(repeating: "0", count: max(0, width - count)) + self }

  /// Without the dash, colon or full stop between a code and its words.
  var withoutLeadingDash: String { onOneLine.replacing(leadingDashes, with: "").onOneLine }
  /// Without a dash that leads nowhere.
  var withoutTrailingDash: String {
    var words = split(whereSeparator: \.isWhitespace)
    while let last = words.last, words.count > 1, last.allSatisfy({ "-–—".contains($0) }) { words.removeLast() }
    return words.joined(separator: " ")
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let nextNumber = /([-–\/])(\d{1,3})/
nonisolated(unsafe) private let leadingDashes = /^(?:[-–—:.]\s+|[-–—:](?=\S))+/
