import CorporatePlan
import Documents

/// The key that a report prints: in words, when a figure is green, amber or red.
struct PrintedKey {
  struct Line {
    let status: Status
    let text: String
    let locator: Locator
  }

  let lines: [Line]
  private(set) var places: [Locator] = []

  init(lines: [Line]) { self.lines = lines }

  init?(_ document: SourceDocument) {
    var lines: [Line] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        guard let line = PrintedKey.line(paragraph.text, paragraph.locator) else { continue }
        lines.append(line)
        places.append(paragraph.locator)
      case .table(let table):
        guard table.rows.count <= 8 else { continue }
        let found = table.rows.map { row in
          PrintedKey.line(
            row.cells.filter { !$0.text.isMark }.map(\.text.onOneLine).filter { !$0.isEmpty }.joined(separator: " - "),
            row.cells.first?.locator ?? table.locator)
        }
        let read = found.compactMap { $0 }
        guard read.count >= 2, found.drop(while: { $0 == nil }).count == read.count else {
          continue
        }
        lines += read
        places += table.rows.flatMap(\.cells).map(\.locator)
      default: continue
      }
    }
    guard lines.contains(where: { $0.status == .green }), lines.count >= 2 else { return nil }
    self.lines = lines
  }

  /// The key in the document's own words.
  var verbatim: String { lines.map(\.text).joined(separator: "; ") }

  /// Of two keys, one for actions and one for indicators, the line that speaks of a target or a limit.
  func line(_ status: Status) -> Line? {
    let own = lines.filter { $0.status == status }
    return own.first { $0.text.contains("%") || $0.text.lowercased().contains("target") } ?? own.first
  }

  /// "A - Amber - Just off target by less than 5%".
  private static func line(_ text: String, _ locator: Locator) -> Line? {
    let text = text.onOneLine
    guard text.count <= 200, speaksOfResults(text.lowercased()),
      let match = text.firstMatch(of: keyLine),
      let status = Status(word: String(match.1)), match.1.count > 1
    else { return nil }
    return Line(status: status, text: text, locator: locator)
  }
}

// A pattern is compiled where it stands, once here and not for every line.
nonisolated(unsafe) private let keyLine = /^(?i)(?:[GARB]\s*[-–:=]\s*)?([a-z]+)\s*[-–:=]\s*(.{4,})$/

/// Whether words say how something stands: "Green – Lanes" is no line of a key.
private func speaksOfResults(_ text: String) -> Bool {
  let words = [
    "target", "track", "within", "exceed", "met", "achiev", "off ", "%", "point", "below", "above", "schedule", "plan",
  ]
  return words.contains(where: text.says)
}

extension PrintedKey {
  /// The rule that the words give, apart from equality.
  struct Rule: Equatable {
    let limit: Quantity
    /// Whether the limit itself is amber.
    let including: Bool
    let isPoints: Bool
    /// Whether the words say of what the limit is a percentage.
    let namesBasis: Bool
    /// Whether the words leave a figure that equals its target out of green.
    let greenExceeds: Bool
  }

  /// `nil` when amber and red don't name one and the same limit.
  var rule: Rule? {
    let amber = line(.amber).flatMap { PrintedKey.limit($0.text, ofRed: false) }
    let red = line(.red).flatMap { PrintedKey.limit($0.text, ofRed: true) }
    guard let limit = amber ?? red, red == nil || amber == nil || red?.quantity == amber?.quantity else { return nil }
    // Where the two lines disagree about the limit itself, amber's own words decide.
    let words = lines.map(\.text).joined(separator: " ").lowercased()
    let green = line(.green)?.text.lowercased() ?? ""
    let meets = [
      "met", "meet", "achiev", "on target", "on or ", "or on", "at or", "or better", "equal", "at least", "on track",
    ]
    return Rule(
      limit: limit.quantity, including: limit.including, isPoints: limit.isPoints,
      namesBasis: limit.isPoints || words.contains("% of target") || words.contains("% of the target"),
      greenExceeds: ["exceed", "better than", "above"].contains(where: green.contains)
        && !meets.contains(where: green.contains))
  }

  private static func limit(_ text: String, ofRed: Bool) -> (quantity: Quantity, including: Bool, isPoints: Bool)? {
    let line = text.lowercased()
    guard let match = line.firstMatch(of: limitOfKey),
      let quantity = Quantity(match.1)
    else { return nil }
    let isPoints = match.2.contains("point") || line[match.range.upperBound...].trimmed.hasPrefix("points")
    let before = line[..<match.range.lowerBound]
    let after = line[match.range.upperBound...].trimmed
    let including: Bool
    if ofRed {
      including = before.hasSuffix("more than ") || before.hasSuffix("over ") || before.hasSuffix("greater than ")
    } else {
      including =
        !(before.hasSuffix("less than ") || before.hasSuffix("under ") || before.hasSuffix("below "))
        || after.hasPrefix("or less")
    }
    return (quantity, including, isPoints)
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let limitOfKey = /(\d+(?:\.\d+)?)\s*(%|percentage points?|points?|per cent|percent)/
