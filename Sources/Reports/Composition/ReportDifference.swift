import CorporatePlan
import Documents

/// What differs between two drafts of a report: its words, and the rows of its tables.
package struct ReportDifference: Sendable {
  /// The sections in which something differs, in the order of the later draft.
  package let sections: [Section]

  package struct Section: Sendable {
    package let title: String
    package let lines: [Line]
    package let tables: [TableChange]
  }

  package enum Line: Equatable, Sendable {
    case changed(WordDifference)
    case out(String)
    case new(String)
  }

  package struct TableChange: Sendable {
    package let caption: String
    package let rows: [RowChange]
  }

  package enum RowChange: Equatable, Sendable {
    case out(String, cells: [String])
    case new(String, cells: [String])
    /// Which columns have other words, with both.
    case changed(String, [Cell])

    package struct Cell: Equatable, Sendable {
      package let column: String
      package let before: String
      package let after: String
    }
  }

  package init(from before: ComposedReport, to after: ComposedReport) {
    let keys = after.sections.map(\.key) + before.sections.map(\.key).filter { after.places[$0] == nil }
    sections = keys.compactMap { key in
      let (old, new) = (before.blocks(of: key), after.blocks(of: key))
      guard old != new else { return nil }
      let title = (after.title(of: key) ?? before.title(of: key)) ?? "Introduction"
      let section = Section(
        title: title, lines: ReportDifference.lines(old.flatMap(\.lines), new.flatMap(\.lines)),
        tables: ReportDifference.tables(old.compactMap(\.table), new.compactMap(\.table)))
      return section.lines.isEmpty && section.tables.isEmpty ? nil : section
    }
  }

  /// A line that went and one that came in its place are one that changed.
  private static func lines(_ old: [String], _ new: [String]) -> [Line] {
    var lines: [Line] = []
    var gone: [String] = []
    var come: [String] = []
    func settle() {
      let pairs = min(gone.count, come.count)
      for index in 0..<pairs { lines.append(.changed(WordDifference(gone[index], come[index]))) }
      lines += gone.dropFirst(pairs).map(Line.out) + come.dropFirst(pairs).map(Line.new)
      (gone, come) = ([], [])
    }
    for change in sequenceDifference(old, new) {
      switch change {
      case .same: settle()
      case .out(let line): gone.append(line)
      case .new(let line): come.append(line)
      }
    }
    settle()
    return lines
  }

  private static func tables(_ old: [Table], _ new: [Table]) -> [TableChange] {
    let captions = new.map(\.caption) + old.map(\.caption).filter { caption in !new.contains { $0.caption == caption } }
    return captions.compactMap { caption in
      let before = old.first { $0.caption == caption }
      let after = new.first { $0.caption == caption }
      let rows = rows(before, after)
      return rows.isEmpty ? nil : TableChange(caption: caption, rows: rows)
    }
  }

  private static func rows(_ before: Table?, _ after: Table?) -> [RowChange] {
    let old = before?.named ?? []
    let new = after?.named ?? []
    let changed = new.compactMap { name, cells -> RowChange? in
      guard let was = old.first(where: { $0.name == name })?.cells else { return .new(name, cells: cells) }
      let columns = after?.columns.map(\.header) ?? []
      let differing = zip(columns, zip(was, cells)).compactMap { column, pair in
        pair.0 == pair.1 ? nil : RowChange.Cell(column: column, before: pair.0, after: pair.1)
      }
      return differing.isEmpty ? nil : .changed(name, differing)
    }
    let gone = old.filter { row in !new.contains { $0.name == row.name } }
      .map { RowChange.out($0.name, cells: $0.cells) }
    return changed + gone
  }
}

extension ComposedReport {
  fileprivate func blocks(of key: String) -> [Block] { places[key].map { Array(document.blocks[$0]) } ?? [] }

  package func title(of key: String) -> String? { sections.first { $0.key == key }?.heading?.text }
}

extension Table {
  /// Its rows by what names them.
  fileprivate var named: [(name: String, cells: [String])] {
    groups.flatMap(\.rows).map { row in
      let header = row.cells.first { $0.isRowHeader } ?? row.cells.first
      return (header?.content.plainText ?? "", row.cells.map(\.content.plainText))
    }
  }
}

extension Block {
  /// Its words, without those of tables and of charts, which say what tables say.
  fileprivate var lines: [String] {
    switch self {
    case .heading(let heading): [heading.text]
    case .paragraph(let content): [content.plainText]
    case .list(let list): list.items.map(\.plainText)
    case .note(let note): [note.label].filter { !$0.isEmpty } + note.paragraphs.map(\.plainText)
    default: []
    }
  }

  fileprivate var table: Table? { if case .table(let table) = self { table } else { nil } }
}
