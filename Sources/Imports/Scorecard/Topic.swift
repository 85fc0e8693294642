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

  /// Only what reads like a heading: a sentence that happens to hold the word "actions" is none.
  init?(heading text: String) {
    let text = text.onOneLine.lowercased()
    guard !text.isEmpty, text.count <= 140, !text.hasSuffix("."), !text.hasSuffix(",") else { return nil }
    if Topic.isKey(text) {
      self = .key
      return
    }
    let parts = text.headingParts
    if let topic = parts.lazy.compactMap(Topic.ahead).first {
      self = topic
    } else if text.split(whereSeparator: { !$0.isLetter }).contains(where: { $0 == "rag" || $0 == "chart" }) {
      if text.hasPrefix("key ") { return nil }
      self = .caption
    } else if let topic = parts.lazy.compactMap(Topic.table).first {
      self = topic
    } else {
      return nil
    }
  }

  private static func isKey(_ text: String) -> Bool {
    (text.hasPrefix("key to") && !text.contains("found") || text.hasPrefix("rag key") || text == "key"
      || text == "key:")
  }

  /// "Achievements", "Key actions over the next quarter".
  private static func ahead(_ part: String) -> Topic? {
    func holds(_ words: String...) -> Bool { words.contains { part.says($0) } }
    // Patterns are slow, and few headings come this far.
    if holds("next", "coming", "following", "looking ahead"), isPlan(part) { return .nextQuarter }
    return holds("achieve", "highlight", "success", "went well") && isDone(part) ? .achievements : nil
  }

  private static func isPlan(_ part: String) -> Bool {
    part.wholeMatch(of: plainPlan) != nil || part.wholeMatch(of: plan) != nil
  }

  private static func isDone(_ part: String) -> Bool { part.wholeMatch(of: done) != nil }

  /// "Flagship Actions", "Performance Indicators": a few words that end in what stands below.
  private static func table(_ part: String) -> Topic? {
    let words = part.split(separator: " ")
    guard words.count <= 6, let last = words.last else { return nil }
    switch last {
    case "indicators", "indicator", "measures", "kpis", "scorecard": return .indicators
    case "actions", "activities", "projects", "commitments", "deliverables": return .actions
    default: return nil
    }
  }

  /// Whether a part of a heading, such as "Flagship Actions", only says what stands below.
  static func isOnlyTopic(_ part: String) -> Bool { Topic(heading: part) != nil }
}

extension StringProtocol {
  /// The parts of a heading between dashes and colons, without the quarter: "Clean and Safe" of
  /// "Flagship Actions – Clean and Safe Q2".
  var headingParts: [String] {
    var line = onOneLine
    if line.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "q") }), line.contains(where: \.isNumber) {
      line.replace(quarterWords, with: " ")
    }
    guard line.contains(where: { "–—:-".contains($0) }) else { return [line.onOneLine].filter { !$0.isEmpty } }
    return line.split(separator: dashes).map { $0.onOneLine }.filter { !$0.isEmpty }
  }
}

// A pattern is compiled where it stands, once here and not for every line.
nonisolated(unsafe) private let quarterWords =
  /(?i)\b(?:Q[1-4]|quarter [1-4])(?:\s+20\d\d\s*[-\/–]\s*\d{2,4})?/
nonisolated(unsafe) private let dashes = /\s[-–—]\s|[–—:]|\s-|-\s/
nonisolated(unsafe) private let plainPlan = /(?:next steps|looking ahead|(?:the )?next quarter)(?: for .{1,40})?/
nonisolated(unsafe) private let plan =
  /(?:our |key |main |planned )*(?:actions|activities|priorities|plans|work|focus|milestones)\b.{0,40}\b(?:next|coming|following) (?:quarter|period|three months).{0,10}/
nonisolated(unsafe) private let done =
  /(?:our |key |main |recent |quarterly )*(?:achievements?|highlights|successes|what went well|what we (?:have )?achieved)(?: (?:this|in the|over the|last) .{1,20})?/
