import CorporatePlan
import Documents

/// What a heading or caption of a scorecard report announces.
enum Topic: Equatable {
  case achievements
  case nextQuarter
  case key
  case actions
  case indicators
  /// A caption of a chart of statuses.
  case caption

  /// `nil` for running text and list items.
  init?(_ paragraph: SourceParagraph) {
    if case .listItem = paragraph.style { return nil }
    self.init(heading: paragraph.text)
  }

  init?(heading text: String) {
    let text = text.onOneLine.lowercased()
    guard !text.isEmpty, text.count <= 140, !text.hasSuffix("."), !text.hasSuffix(",") else { return nil }
    func holds(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if text.hasPrefix("key to") || text.hasPrefix("rag key") || text == "key" || text == "key:" {
      self = .key
    } else if holds("next quarter", "next period", "coming quarter", "next three months", "next steps", "looking ahead")
    {
      self = .nextQuarter
    } else if holds("achievement", "highlights", "successes", "what went well") {
      self = .achievements
    } else if holds("rag", "chart") && !holds("key") {
      self = .caption
    } else if holds("indicator", "measures", "kpis", "scorecard") {
      self = .indicators
    } else if holds("actions", "activities", "projects", "commitments", "deliverables") {
      self = .actions
    } else {
      return nil
    }
  }

  /// Whether a part of a heading, such as "Flagship Actions", only says what stands below.
  static func isOnlyTopic(_ part: String) -> Bool { Topic(heading: part) != nil }
}

extension StringProtocol {
  /// The parts of a heading between dashes and colons, without the quarter: "Clean and Safe" of
  /// "Flagship Actions – Clean and Safe Q2".
  var headingParts: [String] {
    let line = onOneLine.replacing(/(?i)\b(?:Q[1-4]|quarter [1-4])(?:\s+20\d\d\s*[-\/–]\s*\d{2,4})?/, with: " ")
    return line.split(separator: /\s[-–—]\s|[–—:]|\s-|-\s/).map { $0.onOneLine }.filter { !$0.isEmpty }
  }
}
