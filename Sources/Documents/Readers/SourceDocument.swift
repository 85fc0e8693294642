/// A council's own document as it was handed in: every paragraph, table, chart and
/// footnote in document order, each verbatim and each with the place where it stands.
///
/// Nothing is interpreted here. What a table means is for the recognisers in `Imports`.
package struct SourceDocument: Hashable, Sendable {
  package var name: String
  package var kind: FileKind
  package var blocks: [SourceBlock]
  /// What was left out or had to be guessed while reading.
  package var notes: [SourceNote]

  package init(name: String, kind: FileKind, blocks: [SourceBlock] = [], notes: [SourceNote] = []) {
    self.name = name
    self.kind = kind
    self.blocks = blocks
    self.notes = notes
  }
}

package enum SourceBlock: Hashable, Sendable {
  case paragraph(SourceParagraph)
  case table(SourceTable)
  case chart(SourceChart)
  case footnote(SourceFootnote)

  package var locator: Locator {
    switch self {
    case .paragraph(let paragraph): paragraph.locator
    case .table(let table): table.locator
    case .chart(let chart): chart.locator
    case .footnote(let footnote): footnote.locator
    }
  }
}

package struct SourceParagraph: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    case plain
    /// 1 is the outermost heading.
    case heading(Int)
    /// 0 is the outermost list.
    case listItem(level: Int)
  }

  /// Word for word, without the number or bullet that Word sets before it.
  package var text: String
  package var locator: Locator
  package var style: Style
  /// The number that Word sets before it by itself: "1.1", "(a)".
  package var number: String?
  /// The numbers of the footnotes called in this paragraph, in reading order.
  package var footnotes: [Int]

  package init(
    _ text: String, at locator: Locator, style: Style = .plain, number: String? = nil, footnotes: [Int] = []
  ) {
    self.text = text
    self.locator = locator
    self.style = style
    self.number = number
    self.footnotes = footnotes
  }
}

package struct SourceFootnote: Hashable, Sendable {
  package var number: Int
  package var text: String
  package var locator: Locator

  package init(number: Int, text: String, at locator: Locator) {
    self.number = number
    self.text = text
    self.locator = locator
  }
}

/// Something about the reading itself that a person should know.
package struct SourceNote: Hashable, Sendable {
  package enum Matter: Hashable, Sendable {
    /// Neither UTF-8 nor UTF-16: Windows-1252 was assumed.
    case readAsWindows1252
    /// Some bytes stand for no character and became U+FFFD.
    case unreadableCharacters
    /// A tracked deletion; `verbatim` is what was deleted.
    case trackedDeletion
    /// A header, footer or comments part, which is not part of the running text.
    case partLeftOut
    /// A chart, picture or object that could not be read.
    case objectLeftOut
    /// A footnote was called but has no text, or has text but is never called.
    case footnoteAdrift
    /// A sheet, rows or columns that the workbook hides. They were read all the same.
    case hidden
    /// A formula that was never calculated; `verbatim` is the formula.
    case formulaWithoutValue
    /// A text that a merged cell lies over, so that nobody sees it.
    case coveredByMergedCell
    /// A number shown as a day that the calendar doesn't have; it was read as the number.
    case noSuchDay
  }

  package var matter: Matter
  package var locator: Locator
  package var verbatim: String

  package init(_ matter: Matter, at locator: Locator, verbatim: String = "") {
    self.matter = matter
    self.locator = locator
    self.verbatim = verbatim
  }
}

extension SourceDocument {
  package var paragraphs: [SourceParagraph] {
    blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
  }

  package var tables: [SourceTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  package var charts: [SourceChart] {
    blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  package var footnotes: [SourceFootnote] {
    blocks.compactMap { if case .footnote(let footnote) = $0 { footnote } else { nil } }
  }

  /// What stands at a place, word for word, so that a message can quote it.
  package func verbatim(at locator: Locator) -> String? {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph) where paragraph.locator == locator: return paragraph.text
      case .footnote(let footnote) where footnote.locator == locator: return footnote.text
      case .chart(let chart) where chart.locator == locator: return chart.title
      case .table(let table):
        if let cell = table.cell(at: locator) { return cell.text }
      default: continue
      }
    }
    return nil
  }
}
