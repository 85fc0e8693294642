/// An activity's code in one spelling, `KA.01.07`, from any punctuation: "KA 01.11 -", "KA 02 03", "KA.03.02.".
struct ActivityCode: Hashable {
  let prefix: String
  let numbers: [String]
  /// As printed, with the punctuation after it.
  let printed: String

  var text: String { ([prefix] + numbers).joined(separator: ".") }
  /// The number of the priority, as far as the code has one.
  var group: String? { numbers.count > 1 ? numbers[0] : nil }
  var last: Int? { numbers.last.flatMap { Int($0) } }

  /// The same code with another last number, as wide as this one's.
  func with(last number: Int) -> String {
    let width = numbers.last?.count ?? 0
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
    return ([prefix] + numbers.dropLast() + [padded]).joined(separator: ".")
  }

  // Made once: see `Statement`.
  nonisolated(unsafe) private static let head =
    /\s*([A-Z]{1,4})[ .\/-]?(\d{1,3})(?:[ .\/](\d{1,3}))?(?:[ .\/](\d{1,3}))?(?:\.(?!\d))?(?:\s*[-–:](?=\s))?\s+/

  /// The code at the beginning of a text, which loses it.
  static func takeOut(of text: inout String, notPrefix other: String?) -> ActivityCode? {
    guard text.mayBeginWithCode,
      let match = text.prefixMatch(
        of:
          ActivityCode.head),
      match.1 != other ?? ""
    else { return nil }
    let numbers = [match.2] + [match.3, match.4].compactMap { $0 }
    // One letter and one number is hardly a code: "A 4 day course".
    guard numbers.count > 1 || match.1.count > 1 else { return nil }
    let code = ActivityCode(
      prefix: String(match.1), numbers: numbers.map(String.init), printed: String(match.0).onOneLine)
    text.removeSubrange(match.range)
    return code
  }
}

extension String {
  /// Whether it begins with a capital and has a number soon: only then is a pattern for codes worth its time.
  var mayBeginWithCode: Bool {
    let head = drop { $0.isWhitespace }.prefix(12)
    return head.first?.isUppercase == true && head.contains { $0.isNumber }
  }
}
