import Documents

/// One line of running text and the place where it stands. A cell of a table may hold several.
struct PrintedLine: Equatable {
  /// To the letter, without white space around it and without a bullet.
  let text: String
  let locator: Locator
  var style: SourceParagraph.Style = .plain

  /// What stands at its place in the file may be more: a cell of several lines.
  init(_ text: some StringProtocol, at locator: Locator, style: SourceParagraph.Style = .plain) {
    let text = text.trimmed
    let bullet = text.first.map { bullets.contains($0) } ?? false
    self.text = bullet ? text.dropFirst().trimmed : text
    self.locator = locator
    self.style = bullet ? .listItem(level: 0) : style
  }

  var isListItem: Bool {
    if case .listItem = style { return true }
    return false
  }

  /// "Table 2: Risks": the words above a table, when one follows.
  var isTableCaption: Bool { text.hasPrefix("Table ") && text.firstMatch(of: tableCaption) != nil }

  var isHeading: Bool {
    if case .heading = style { return true }
    return false
  }

  /// "3. Improve our website": 3 and the rest.
  var numbered: (number: Int, text: String)? {
    // By hand: it is asked of every line, several times.
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...2).contains(digits.count), let number = Int(text[..<digits.endIndex]) else { return nil }
    let after = text[digits.endIndex...]
    guard let mark = after.first, mark == "." || mark == ")", after.dropFirst().first?.isWhitespace == true else {
      return nil
    }
    let rest = after.dropFirst().trimmed
    return rest.isEmpty ? nil : (number, rest)
  }

  /// The text of an item of a list, numbered or with a bullet; `nil` for running text.
  var item: String? { numbered?.text ?? (isListItem ? text : nil) }

  /// As it stands in a section: what was a list item begins with a bullet.
  var inSection: String { isListItem ? "• " + text : text }
}

/// A line or a table, in reading order.
enum PrintedPart {
  case line(PrintedLine)
  /// With more than one column: a table of one column is lines.
  case table(SourceTable)
}

extension PrintedPart {
  var line: PrintedLine? {
    if case .line(let line) = self { return line }
    return nil
  }

  /// Everything that is written in it, line by line; the cells of a row with bars between.
  var lines: [PrintedLine] {
    switch self {
    case .line(let line): [line]
    case .table(let table):
      table.rows.flatMap { row -> [PrintedLine] in
        let cells = row.cells.filter { $0.continues == nil && !$0.text.trimmed.isEmpty }
        guard let first = cells.first else { return [] }
        return [PrintedLine(cells.map(\.text.trimmed).joined(separator: " | "), at: first.locator)]
      }
    }
  }

  /// Every place with text in it.
  var places: [Locator] {
    switch self {
    case .line(let line): [line.locator]
    case .table(let table): table.rows.flatMap(\.cells).map(\.locator)
    }
  }
}

extension SourceDocument {
  /// Everything that is written, in reading order.
  var printedParts: [PrintedPart] {
    blocks.flatMap { block -> [PrintedPart] in
      switch block {
      case .paragraph(let paragraph):
        paragraph.text.printedLines(at: paragraph.locator, style: paragraph.style).map(PrintedPart.line)
      case .footnote(let footnote):
        "\(footnote.number): \(footnote.text)".printedLines(at: footnote.locator).map(PrintedPart.line)
      case .table(let table) where table.isOfOneColumn: table.printedLines.map(PrintedPart.line)
      case .table(let table): [.table(table)]
      case .chart: []
      }
    }
  }
}

extension SourceTable {
  /// Whether no row has more than one cell with text.
  fileprivate var isOfOneColumn: Bool {
    rows.allSatisfy { $0.cells.count { $0.continues == nil && !$0.text.trimmed.isEmpty } <= 1 }
  }

  /// Cell by cell, line by line.
  var printedLines: [PrintedLine] {
    rows.flatMap(\.cells).filter { $0.continues == nil }.flatMap { $0.text.printedLines(at: $0.locator) }
  }
}

extension String {
  func printedLines(at locator: Locator, style: SourceParagraph.Style = .plain) -> [PrintedLine] {
    split(whereSeparator: \.isNewline).map { PrintedLine($0, at: locator, style: style) }.filter { !$0.text.isEmpty }
  }
}

private let bullets: Set<Character> = ["·", "•", "▪", "◦", "●", "‣", "⁃", "\u{F0B7}"]

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let tableCaption = /^Table \d+:/
