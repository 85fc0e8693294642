/// A code such as `CO 10`, however it is spaced: of an outcome, or where something says which outcome it serves.
struct OutcomeCode: Hashable {
  let prefix: String
  let number: Int

  var text: String { "\(prefix) \(number)" }

  // Made once: see `Statement`.
  nonisolated(unsafe) private static let head = /([A-Z]{2,4}) ?(\d{1,3})(?:\s*[:.–-])?\s+(\S.*)/

  /// The code that a text begins with, and what follows it.
  static func leading(_ text: String) -> (code: OutcomeCode, printed: String, rest: String)? {
    guard text.mayBeginWithCode,
      let match = text.onOneLine.prefixMatch(of: OutcomeCode.head),
      let number = Int(match.2)
    else { return nil }
    return (
      OutcomeCode(prefix: String(match.1), number: number), String(match.0[..<match.2.endIndex]), String(match.3)
    )
  }

  /// Several outcomes that run on in one line, each with its words.
  static func all(in text: String, prefix: String?) -> [(code: OutcomeCode, printed: String, words: String)] {
    guard let first = leading(text) else { return [] }
    let prefix = prefix ?? first.code.prefix
    guard first.code.prefix == prefix else { return [] }
    var starts = text.onOneLine.matches(of: writtenOutcomeCode).filter { $0.1 == prefix }.map(
      \.range.lowerBound)
    let line = text.onOneLine
    starts.append(line.endIndex)
    return zip(starts, starts.dropFirst()).compactMap { from, to in
      leading(String(line[from..<to])).map { ($0.code, $0.printed, $0.rest.onOneLine) }
    }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let writtenOutcomeCode = /\b([A-Z]{2,4}) ?\d{1,3}\b/
