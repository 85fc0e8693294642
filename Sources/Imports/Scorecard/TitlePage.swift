import CorporatePlan
import Documents

/// What the head of a report says: the council, the plan, the quarter, and the council's own words.
struct TitlePage {
  /// The title, on one line or a few.
  let lines: [SourceParagraph]
  let planTitle: String?
  let scorecardWord: String?
  let actionWord: String?

  init(_ document: SourceDocument, _ introduction: SourceParagraph?) {
    lines = TitlePage.lines(document.blocks, before: introduction)
    let head = (lines + [introduction].compactMap { $0 }).map(\.text).joined(separator: " \n ").onOneLine
    planTitle =
      (head.firstMatch(of: quotedPlan)?.1)
      .map(String.init)
    scorecardWord = head.firstMatch(of: namedScorecard).map { String($0.1) }
    actionWord = document.paragraphs.lazy.filter { Topic($0) == .actions }
      .compactMap { $0.text.headingParts.first { Topic(heading: $0) == .actions } }.first
      .map { $0.hasSuffix("s") ? String($0.dropLast()) : $0 }
  }

  /// The title's quarter or quarters.
  var periods: Set<Period> { Set(lines.flatMap { PrintedPeriod.all(in: $0.text) }) }

  /// The short lines at the head, before any sentence, list, table or heading with a meaning of its own.
  private static func lines(_ blocks: [SourceBlock], before introduction: SourceParagraph?) -> [SourceParagraph] {
    let written = blocks.lazy.filter { !$0.isBlank }
    let head = written.prefix { block in
      guard let paragraph = block.paragraph, paragraph != introduction, !block.isListItem else { return false }
      let topic = Topic(paragraph)
      return paragraph.text.count <= 200 && !paragraph.text.trimmed.hasSuffix(".")
        && (topic == nil || paragraph == written.first?.paragraph)
    }
    return head.prefix(5).compactMap(\.paragraph)
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let quotedPlan =
  /(?i)\bplan,?\s+(?:20\d\d\s*[-–\/]\s*\d{2,4},?\s+)?[‘“'"]([^’”'"]{3,100})[’”'"]/
nonisolated(unsafe) private let namedScorecard = /((?:[A-Z][a-z]+ )+Scorecard)\b/
