import Documents

/// A document's blocks as the words and figures that a reader meets, one to a line: what is cleared.
///
/// Layout is no part of it, so that another version of the program, which draws the same words otherwise, voids nothing.
enum ReadableText {
  static func lines(of blocks: [Block]) -> [String] { blocks.flatMap(lines) }

  private static func lines(of block: Block) -> [String] {
    switch block {
    case .heading(let heading): ["heading \(heading.level.rawValue): \(heading.text)"]
    case .paragraph(let content): text("paragraph", content)
    case .list(let list): list.items.flatMap { text("item", $0) }
    case .table(let table): lines(of: table)
    case .chart(let chart):
      ["chart: \(chart.title)", "description: \(chart.description)"] + lines(of: chart.table)
    case .countStrip(let strip):
      ["counts: \(strip.label): " + strip.counts.map { "\($0.count) \($0.mark.word)" }.joined(separator: ", ")]
    case .note(let note): ["note: \(note.label)"] + note.paragraphs.flatMap { text("paragraph", $0) }
    }
  }

  private static func lines(of table: Table) -> [String] {
    ["table: \(table.caption)", row(table.columns.map(\.header))]
      + table.groups.flatMap { group in
        (group.heading.map { ["group: \($0)"] } ?? [])
          + group.rows.map { row($0.cells.map { readable($0.content) }) }
      }
  }

  private static func row(_ cells: [String]) -> String { "row: " + cells.joined(separator: "\t") }

  private static func text(_ name: String, _ content: [Inline]) -> [String] { ["\(name): \(readable(content))"] }

  /// With its footnotes, which are read too.
  private static func readable(_ content: [Inline]) -> String {
    let notes = content.compactMap { inline -> String? in
      if case .footnote(let note) = inline { "[\(note.plainText)]" } else { nil }
    }
    return content.plainText + notes.joined()
  }
}
