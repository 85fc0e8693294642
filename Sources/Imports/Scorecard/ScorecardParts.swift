import CorporatePlan
import Documents

/// A scorecard report taken apart: each table, list, remark, footnote and chart with the priority it stands under.
struct ScorecardParts {
  let document: SourceDocument
  let priorities: Priorities
  let titlePage: TitlePage
  let key: PrintedKey?
  private(set) var lists: [(priority: Int?, list: ActionList)] = []
  private(set) var tables: [(priority: Int?, table: IndicatorTable)] = []
  private(set) var remarks: [Remark] = []
  private(set) var notes: [Note] = []
  /// Every place that was understood.
  private(set) var places: Set<Locator> = []

  /// A footnote, or a sentence between headings, with where it stands.
  struct Note {
    let text: String
    let locator: Locator
    let priority: Int?
    /// The words that call it.
    let context: String
    let isFootnote: Bool
  }

  init(_ document: SourceDocument) {
    self.document = document
    priorities = Priorities(document)
    titlePage = TitlePage(document, priorities.introduction)
    key = PrintedKey(document)
    let sections = Sections(document.blocks, priorities)
    takeHeadings(sections)
    takeLists(sections)
    let (remarks, remarkPlaces) = Remark.all(in: document.blocks, sections)
    self.remarks = remarks.filter { !places.contains($0.locator) }
    places.formUnion(remarkPlaces)
    takeNotes(sections)
    places.formUnion(key?.places ?? [])
  }

  private mutating func takeHeadings(_ sections: Sections) {
    let blocks = zip(document.blocks, sections.isLabel)
    places.formUnion(blocks.filter { $0.1 || $0.0.paragraph.map { Topic($0) != nil } ?? false }.map(\.0.locator))
    places.formUnion(priorities.all.map(\.locator))
    places.formUnion(titlePage.lines.map(\.locator))
    if let introduction = priorities.introduction { places.insert(introduction.locator) }
    places.formUnion(document.paragraphs.filter(isPointerToKey).map(\.locator))
  }

  /// "Key to RAG ratings can be found at the end of this appendix".
  private func isPointerToKey(_ paragraph: SourceParagraph) -> Bool {
    let text = paragraph.text.lowercased()
    return text.count <= 140 && text.contains("key") && text.contains("found")
  }

  private mutating func takeLists(_ sections: Sections) {
    let blocks = document.blocks
    var index = 0
    while index < blocks.count {
      if case .table(let table) = blocks[index] {
        take(table, under: sections.priority[index])
      } else if let paragraph = blocks[index].paragraph, Status(word: paragraph.text) != nil,
        sections.topic[index]?.purpose == nil
      {
        let run = blocks[index...].prefix { block in
          block.isBlank || block.isListItem || block.paragraph.map { Status(word: $0.text) != nil } ?? false
        }
        if let list = ActionList(run.compactMap(\.paragraph)), !list.rows.isEmpty {
          lists.append((sections.priority[index], list))
          places.formUnion(list.places)
        }
        index += run.count - 1
      }
      index += 1
    }
  }

  private mutating func take(_ table: SourceTable, under priority: Int?) {
    if let indicators = IndicatorTable(table) {
      tables.append((priority, indicators))
      places.formUnion(indicators.places)
    } else if let list = ActionList(table) {
      lists.append((list.title.flatMap { priorities.named(in: $0.text) } ?? priority, list))
      places.formUnion(list.places)
    }
  }

  private mutating func takeNotes(_ sections: Sections) {
    var context = ""
    for (index, block) in document.blocks.enumerated() {
      switch block {
      case .footnote(let note):
        notes.append(
          Note(
            text: note.text.onOneLine, locator: note.locator, priority: sections.priority[index], context: context,
            isFootnote: true))
      case .paragraph(let paragraph):
        context = paragraph.text
        if SplitSentence(paragraph.text) != nil {
          notes.append(
            Note(
              text: paragraph.text.onOneLine, locator: paragraph.locator, priority: sections.priority[index],
              context: "",
              isFootnote: false))
          places.insert(paragraph.locator)
        }
      default: context = ""
      }
    }
  }
}
