import CorporatePlan
import Documents

/// The row of a table that names its columns, or two rows that do so together: "Q1 2024/25" over "Target" and "Actual".
struct HeadingRows {
  struct Heading {
    let column: Int
    let text: String
    let locator: Locator
  }

  /// Where they stand among the table's rows.
  let rows: ClosedRange<Int>
  let headings: [Heading]

  /// How far down a table's headings may stand, below titles and remarks.
  static let deepest = 12

  /// Every row near the top that might be one, alone and with the row above.
  static func candidates(in table: SourceTable) -> [HeadingRows] {
    table.rows.indices.prefix(deepest).flatMap { index -> [HeadingRows] in
      let alone = HeadingRows(table, index...index)
      // What stands above a row of figures makes no headings of them.
      return index > 0 && !alone.areFigures ? [alone, HeadingRows(table, index - 1...index)] : [alone]
    }
  }

  /// Whether several are figures of more than two digits, which number no quarter or month, and are no years.
  private var areFigures: Bool {
    var count = 0
    for heading in headings where heading.text.utf8.count > 2 && heading.text.mayBeFigure {
      guard (try? Figure(heading.text)) != nil, SpelledPeriod(cell: heading.text) == nil else { continue }
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  init(_ table: SourceTable, _ rows: ClosedRange<Int>) {
    self.rows = rows
    let lower = HeadingRows.texts(of: table.rows[rows.upperBound], in: table)
    guard rows.count == 2 else {
      headings = lower
      return
    }
    let upper = HeadingRows.texts(of: table.rows[rows.lowerBound], in: table, spread: true)
    let columns = Set((upper + lower).map(\.column)).sorted()
    let below = Dictionary(lower.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    let above = Dictionary(upper.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    // Rows may have hundreds of cells, so that each is looked at once.
    var groups = upper.makeIterator()
    var (next, last): (Heading?, Heading?) = (groups.next(), nil)
    headings = columns.map { column in
      // A group's heading goes for the columns to its right until the next one begins.
      while let heading = next, heading.column < column {
        if heading.isGroup { last = heading }
        next = groups.next()
      }
      let own = below[column]
      let group = above[column] ?? (own == nil ? nil : last)
      let words = [group?.text, own?.text].compactMap { $0 }
      // A heading merged over both rows is the same text twice.
      let text = Set(words).count == 1 ? words[0] : words.joined(separator: " ")
      return Heading(column: column, text: text, locator: (own ?? group)?.locator ?? table.locator)
    }
  }

  private static func texts(of row: SourceRow, in table: SourceTable, spread: Bool = false) -> [Heading] {
    row.cells.flatMap { cell -> [Heading] in
      let text = table.text(of: cell).onOneLine
      guard !text.isEmpty, let column = cell.locator.column else { return [] }
      return (column..<column + (spread ? cell.columnSpan : 1)).map {
        Heading(column: $0, text: text, locator: cell.locator)
      }
    }
  }

  /// Whether no figure and no long text is among them; a year may be a heading.
  var mayBeHeadings: Bool {
    headings.count >= 2
      && headings.allSatisfy { heading in
        heading.text.utf8.count <= 120
          && (!heading.text.mayBeFigure || (try? Figure(heading.text)) == nil
            || SpelledPeriod(cell: heading.text) != nil)
      }
  }

  /// By which a file with the same headings is known again: without periods, which are others next year.
  var signature: String {
    headings.map { ($0.text.withoutPeriod).normalisedName }.joined(separator: "|")
  }
}

extension HeadingRows.Heading {
  /// Whether it may stand for several columns: a period does.
  fileprivate var isGroup: Bool { SpelledPeriod.find(in: text) != nil }
}

extension String {
  /// "Q1 2024/25 Actual" as "actual".
  var withoutPeriod: String { SpelledPeriod.find(in: self)?.rest ?? self }
}
