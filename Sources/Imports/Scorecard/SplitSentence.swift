import CorporatePlan

/// A sentence that says commitments are reported as more rated parts than were promised: "Due to division of … the total
/// count is now 12 vs. the original 8".
struct SplitSentence: Equatable {
  let original: Int
  let rated: Int

  init?(_ text: String) {
    let line = text.onOneLine.lowercased()
    guard line.contains("split") || line.contains("divi") || line.contains("separate") else { return nil }
    if let match = line.firstMatch(of: nowOriginally) {
      self.init(match.2, match.1)
    } else if let match = line.firstMatch(of: originallyNow) {
      self.init(match.1, match.2)
    } else if let match = line.firstMatch(of: splitInto) {
      self.init(match.1, match.2)
    } else {
      return nil
    }
  }

  private init?(_ original: Substring, _ rated: Substring) {
    guard let original = Int(original), let rated = Int(rated), original < rated else { return nil }
    (self.original, self.rated) = (original, rated)
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let nowOriginally = /\bnow (\d{1,3})\b.*?\boriginal(?:ly)?\s+(\d{1,3})\b/
nonisolated(unsafe) private let originallyNow = /\boriginal(?:ly)?\s+(\d{1,3})\b.*?\b(?:now|as|into) (\d{1,3})\b/
nonisolated(unsafe) private let splitInto = /\b(\d{1,3})\b.{3,60}?\b(?:split|divided|separated) into (\d{1,3})\b/
