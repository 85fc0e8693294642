import Documents

/// A document as a reader meets it.
extension Document {
  var headings: [String] {
    blocks.compactMap { block in
      guard case .heading(let heading) = block else { return nil }
      return String(repeating: "  ", count: heading.level.rawValue - 2) + heading.text
    }
  }

  var paragraphs: [String] {
    blocks.compactMap { if case .paragraph(let content) = $0 { content.plainText } else { nil } }
  }

  var items: [String] {
    blocks.flatMap { block -> [String] in
      if case .list(let list) = block { list.items.map(\.plainText) } else { [] }
    }
  }

  var notes: [String] {
    blocks.flatMap { block -> [String] in
      if case .note(let note) = block { note.paragraphs.map(\.plainText) } else { [] }
    }
  }

  var tables: [Table] { blocks.compactMap { if case .table(let table) = $0 { table } else { nil } } }

  /// The first row with this in a cell, as text.
  func row(_ name: String, in caption: String? = nil) -> [String]? {
    tables.filter { caption == nil || $0.caption == caption }.flatMap(\.groups).flatMap(\.rows)
      .map { $0.cells.map(\.content.plainText) }.first { $0.contains(name) }
  }

  /// The row of an indicator in the table of its priority.
  func indicatorRow(_ name: String) -> [String]? {
    tables.filter { $0.caption.contains("worst first") }.flatMap(\.groups).flatMap(\.rows)
      .map { $0.cells.map(\.content.plainText) }.first { $0.contains(name) }
  }

  var links: [String] {
    let texts = blocks.flatMap { block -> [[Inline]] in
      switch block {
      case .paragraph(let content): [content]
      case .list(let list): list.items
      default: []
      }
    }
    return texts.joined().compactMap { if case .link(_, let url) = $0 { url } else { nil } }
  }
}
