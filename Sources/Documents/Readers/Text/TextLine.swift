/// A line of running text with its notes taken out.
struct TextLine: Hashable, Sendable {
  var number: Int
  var text: String
  /// Numbers of the footnotes called on this line.
  var calls: [Int] = []
  /// Footnotes whose text stood on this line.
  var footnotes: [SourceFootnote] = []

  /// Spaces and nothing else. A tab makes a cell, be it an empty one.
  var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 } || text.allSatisfy { $0.isWhitespace && $0 != "\t" } }

  /// A tab at the beginning and no further one: a cell of a stacked table.
  var isStackedCell: Bool {
    guard let tab = text.utf8.firstIndex(of: 0x09) else { return false }
    return text.utf8[..<tab].allSatisfy { $0 == 0x20 }
      && !text.utf8[text.utf8.index(after: tab)...].contains(0x09)
  }

  var cellText: String {
    guard let tab = text.utf8.firstIndex(of: 0x09) else { return text }
    return String(text[text.utf8.index(after: tab)...])
  }

  /// Cells between tabs. A list item may hold tabs too, but is no row.
  var isRuledRow: Bool {
    !isStackedCell && text.utf8.contains(0x09) && !text.hasPrefix("· ")
  }
}
