/// What the heading of a committee paper announces.
enum PaperTopic: Equatable {
  case recommendations
  case options
  case risks
  case clearances
  /// Lines of the form: mandatory checks, contact, background papers.
  case form
  /// Anything else: an introduction, an implication.
  case text
}

extension PaperTopic {
  /// `nil` for what is no heading. A heading by its style is one whatever it says.
  init?(_ line: PrintedLine) {
    guard line.isHeading || PaperTopic.isHeading(line) else { return nil }
    let name = line.text.normalisedName
    func says(_ words: String...) -> Bool { words.contains { " \(name) ".contains(" \($0) ") } }
    if name.hasPrefix("reason") {
      self = .text
    } else if says("options", "option") {
      self = .options
    } else if says("clearance", "clearances", "sign off", "statutory officer", "statutory officers") {
      self = .clearances
    } else if says("checks", "contact", "contacts") {
      self = .form
    } else if says("risk", "risks") {
      self = .risks
    } else if says("recommendation", "recommendations") {
      self = .recommendations
    } else {
      self = .text
    }
  }

  /// Short, without the end of a sentence, in the words that such papers have as headings.
  private static func isHeading(_ line: PrintedLine) -> Bool {
    let text = line.text.onOneLine
    guard text.count <= 100, !line.isListItem, let last = text.last, !".;,?".contains(last) else { return false }
    // "Contact: …" has its words behind it; "Reason: (for recommendations)" has not.
    if let colon = text.firstIndex(of: ":") {
      let rest = text[text.index(after: colon)...].trimmed
      guard rest.isEmpty || rest.hasPrefix("(") else { return false }
    }
    let name = text.replacing(number, with: "").normalisedName
    let words = name.split(separator: " ")
    if words.count > 1, words[0] == "section" || words[0] == "part", words[1].count <= 2,
      words[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    {
      return true
    }
    if openings.contains(where: { name == $0 || name.hasPrefix($0 + " ") }), words.count <= 8 {
      return true
    }
    return words.count <= 9 && endings.contains { name == $0 || name.hasSuffix(" " + $0) }
  }

  /// "2.1 " before a heading. A pattern that stands in a function is compiled on every call.
  nonisolated(unsafe) private static let number = /^\d+(\.\d+)*[.)]?\s+/

  private static let openings = [
    "introduction", "introductory paragraph", "background", "summary", "executive summary", "purpose of report",
    "purpose of the report", "purpose", "recommendation", "recommendations", "reason for", "reasons for", "reason",
    "options considered", "alternative options", "other options", "statutory officer clearance",
    "statutory officer comments", "mandatory checks", "contact details", "conclusion", "conclusions", "next steps",
    "implications of", "proposal", "proposals", "details", "main report", "the report", "consultation",
  ]
  private static let endings = [
    "implications", "issues", "considerations", "comments", "duty", "priorities", "clearance", "clearances", "checks",
    "consultation", "options", "options considered", "assessment", "background papers",
  ]
}
