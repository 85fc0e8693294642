import Documents

/// An indicator as a plan lists it: its words, what is said about its schedule below it, and where.
struct IndicatorListing {
  let text: String
  /// "Will be quarterly from 2014/15", on a line of its own.
  var remarks: [String] = []
  let place: Locator
  /// The reading it is an alternative of: the words both begin with.
  var variantOf: String?
  /// How many indicators its cell lists.
  var inCell = 1
  var isFirstInCell = true

  /// The indicators of a block, cell by cell. What follows a cell outside the table is part of it.
  static func all(in lines: [PrintedLine]) -> [IndicatorListing] {
    groups(lines).flatMap { group in
      var texts: [(text: String, place: Locator)] = []
      var remarks: [String] = []
      for line in group {
        let text = line.text.onOneLine
        if !texts.isEmpty, text.holds(" be"), text.firstMatch(of: willBe) != nil {
          remarks.append(text)
        } else if let last = texts.last, !beginsAnew(text, after: last.text) {
          texts[texts.count - 1].text += " " + text
        } else {
          texts.append((text, line.locator))
        }
      }
      let shared = variant(texts.map(\.text))
      return texts.enumerated().map { index, found in
        IndicatorListing(
          text: found.text, remarks: remarks, place: found.place, variantOf: shared, inCell: texts.count,
          isFirstInCell: index == 0)
      }
    }
  }

  private static func groups(_ lines: [PrintedLine]) -> [[PrintedLine]] {
    var groups: [[PrintedLine]] = []
    for line in lines {
      let isCell: Bool = if case .cell = line.locator { true } else { false }
      if let last = groups.last?.last, !isCell || last.locator == line.locator, !line.isListItem {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  /// A line of a cell is an indicator of its own unless the one before goes on in it.
  private static func beginsAnew(_ text: String, after before: String) -> Bool {
    guard let last = before.last, let first = text.first else { return false }
    return !":;,".contains(last) && !first.isLowercase && first != "("
  }

  /// Two readings joined by "or" share the words that they begin with.
  private static func variant(_ texts: [String]) -> String? {
    guard texts.count == 2, texts[0].hasSuffix(" or") else { return nil }
    let words = zip(texts[0].split(separator: " "), texts[1].split(separator: " ")).prefix { $0 == $1 }.map(\.0)
    return words.count >= 4 ? words.joined(separator: " ") : nil
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let willBe = /^(Will|To) be\b/
