/// The widths of a table's columns in twentieths of a point.
///
/// Columns take their shares, but none is narrower than its longest word: Word would break "Complete" in two.
struct ColumnWidths {
  private let shares: [Int]
  private let least: [Int]

  init(_ table: Table) {
    // Bold Arial 12, which is 240 twentieths of a point high, and the margins of a cell.
    let text = TextMeasure(size: 240)
    func width(_ words: String) -> Int {
      words.split(separator: " ").map { Int(text.width(of: String($0))) + 190 }.max() ?? 0
    }
    shares = table.columns.map(\.width)
    least = table.columns.indices.map { index in
      let cells = table.groups.lazy.flatMap(\.rows).compactMap { index < $0.cells.count ? $0.cells[index] : nil }
      return cells.reduce(width(table.columns[index].header)) { max($0, $1.content.leastWidth(width)) }
    }
  }

  /// The widths, which together make up the whole.
  func widths(of whole: Int) -> [Int] {
    guard !shares.isEmpty else { return [] }
    let total = shares.reduce(0, +)
    var widths = shares.map { whole * $0 / total }
    // What narrow columns lack is taken from those that have more than they need, in proportion.
    let lacking = zip(widths, least).reduce(0) { $0 + max(0, $1.1 - $1.0) }
    let spare = zip(widths, least).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    if lacking > 0, spare >= lacking {
      widths = zip(widths, least).map { $0 < $1 ? $1 : $0 - ($0 - $1) * lacking / spare }
    } else if lacking > 0 {
      // There isn't room for all: each column goes as short of its longest word as the others.
      let all = least.reduce(0, +)
      widths = least.map { whole * $0 / all }
    }
    widths[widths.startIndex] += whole - widths.reduce(0, +)
    return widths
  }
}

extension [Inline] {
  /// The width of the longest part that stays on one line: a word, and of a status its first with the shape.
  fileprivate func leastWidth(_ width: (String) -> Int) -> Int {
    var words = ""
    for inline in self {
      switch inline {
      case .status(let mark): words += "MM" + mark.word + " "
      case .lineBreak: words += " "
      default: words += [inline].plainText
      }
    }
    return width(words)
  }
}
