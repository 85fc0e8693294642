import CorporatePlan
import Documents

extension SourceDocument {
  /// A text into which a table was copied with each cell on a line of its own, as a PDF gives it: its rows are put together
  /// again. `nil` for any other document.
  ///
  /// It takes three lines or more that are headings and nothing else, and under them two rows or more in which figures stand
  /// where the headings say so. Where that ends, as at an empty cell that left no line, the text goes on as it was.
  var withCellsInRows: SourceDocument? {
    guard kind == .text, tables.isEmpty, blocks.count <= 3_000 else { return nil }
    let lines = paragraphs.filter { !$0.text.trimmed.isEmpty }
    guard let found = CellsOnLines(lines.map(\.text.onOneLine)) else { return nil }
    var text: [String] = []
    for (place, line) in lines.enumerated() where !found.lines.contains(place) || place == found.lines.lowerBound {
      // Places are told by their lines, so that these stay where they can.
      if case .line(let number) = line.locator {
        while text.count < number - 1 { text.append("") }
      }
      if place == found.lines.lowerBound {
        if text.last?.isEmpty == false { text.append("") }
        text += found.rows.map { $0.joined(separator: "\t") } + [""]
      } else {
        text.append(line.text)
      }
    }
    do {
      return try SourceDocument(Array(text.joined(separator: "\n").utf8), named: name)
    } catch {
      // It was read once already.
      return nil
    }
  }
}

/// A table among lines that hold a cell each.
private struct CellsOnLines {
  /// Its headings, and its rows.
  let rows: [[String]]
  let lines: Range<Int>

  init?(_ texts: [String]) {
    let words = texts.map { text in
      text.utf8.count > 60 ? nil : HeadingWords.meaning(of: text).flatMap { $0.confidence >= 90 ? $0.word : nil }
    }
    guard let start = words.indices.first(where: { CellsOnLines.headings(words[$0...]).count >= 3 }) else { return nil }
    let headings = CellsOnLines.headings(words[start...])
    guard headings.contains(.name) || headings.contains(.measure), headings.contains(.actual) else { return nil }
    var rows = [Array(texts[start..<start + headings.count])]
    var next = start + headings.count
    while next + headings.count <= texts.count {
      let row = Array(texts[next..<next + headings.count])
      guard CellsOnLines.fits(row, headings) else { break }
      rows.append(row)
      next += headings.count
    }
    guard rows.count > 2 else { return nil }
    self.rows = rows
    lines = start..<next
  }

  /// The meanings up to the first line that is no heading or says the same as one before.
  private static func headings(_ words: ArraySlice<ColumnMeaning.Word?>) -> [ColumnMeaning.Word] {
    var headings: [ColumnMeaning.Word] = []
    for case let word? in words.prefix(while: { $0 != nil }) {
      if headings.contains(word) { break }
      headings.append(word)
    }
    return headings
  }

  private static func fits(_ row: [String], _ headings: [ColumnMeaning.Word]) -> Bool {
    zip(row, headings).allSatisfy { text, word in
      let isFigure = (try? Figure(text)) != nil
      switch word {
      case .actual, .target: return isFigure || MissingReason(mark: text) != nil
      case .name, .measure: return !isFigure
      default: return true
      }
    }
  }
}
