import CorporatePlan
import Documents

/// The priorities that the words above the tables of a text name, as in "Priority 1: Clean and green".
struct TablePriorities {
  struct Home {
    let title: String
    let locator: Locator
  }

  /// The council's word for them.
  private(set) var level = "Priority"
  /// Whether they are only the headings that Word has above the tables.
  private(set) var areHeadings = false
  private var homes: [Locator: Home] = [:]

  /// Sheets have no words above their tables.
  init(_ document: SourceDocument) {
    guard ![.workbook, .csv, .tsv].contains(document.kind), !document.isTooLong, !document.tables.isEmpty else {
      return
    }
    let priorities = Priorities(document)
    guard !priorities.all.isEmpty else { return }
    level = priorities.level
    areHeadings = priorities.areHeadings
    let sections = Sections(document.blocks, priorities)
    var current: (home: Home, rank: Int?)?
    for (index, block) in document.blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph) where sections.isLabel[index]:
        guard let place = sections.priority[index] else { continue }
        current = (Home(title: priorities.all[place].title, locator: paragraph.locator), paragraph.rank)
      case .paragraph(let paragraph):
        // Another heading of that rank begins something else.
        if let rank = paragraph.rank, let own = current?.rank, rank <= own { current = nil }
      case .table(let table): homes[table.locator] = current?.home
      default: continue
      }
    }
  }

  func home(of table: Locator) -> Home? { homes[table] }
}

extension SourceParagraph {
  /// The rank of a heading; `nil` for any other paragraph.
  fileprivate var rank: Int? {
    if case .heading(let rank) = style { return rank }
    return nil
  }
}
