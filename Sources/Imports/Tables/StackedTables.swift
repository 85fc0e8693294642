import CorporatePlan
import Documents

extension SourceTable {
  /// The tables that stand below one another in one sheet or list, each with the titles above it: itself where it is one.
  ///
  /// A row in the midst of a table begins another one where it reads as headings, and as others than those above.
  var stacked: [SourceTable] {
    let heads = heads
    guard heads.count > 1 else { return [self] }
    let starts = [0] + heads.dropFirst().map { titlesBegin(above: $0) }
    let ends = starts.dropFirst() + [rows.count]
    return zip(starts, ends).map { SourceTable(at: locator, rows: Array(rows[$0..<$1]), nestedIn: nestedIn) }
  }

  /// The rows that read as the headings of a table, with rows of its own below.
  private var heads: [Int] {
    var heads: [Int] = []
    var last = ""
    for row in rowsThatMayHead {
      let header = HeadingRows(self, row...row)
      guard ColumnMap.reads(header) else { continue }
      let words = header.headings.map { $0.text.normalisedName }.joined(separator: "|")
      // Headings may be printed again on the next page.
      guard words != last || isTitledAnew(row), hasRows(row + 1..<rows.count) else { continue }
      if let above = heads.last, !hasRows(above + 1..<row) { continue }
      heads.append(row)
      last = words
    }
    return heads
  }

  /// Rows with a word in one of their first cells that heads columns.
  private var rowsThatMayHead: [Int] {
    var places: Set<Int> = []
    for number in 1...2 {
      for (row, text) in rows.words(inColumn: number, upTo: 40) where text.mayHeadColumns { places.insert(row) }
    }
    // Where so many rows say it, it is what they are and no heading. Where one says it, it heads the table.
    guard let first = places.min(), places.count <= 200, places.count > 1 || first > 0 else { return [] }
    return Array(0..<min(first, HeadingRows.deepest)) + places.sorted()
  }

  /// Whether a title right above a row names a period: the same headings then are for other figures.
  private func isTitledAnew(_ head: Int) -> Bool {
    rows[titlesBegin(above: head)..<head].flatMap(\.cells).contains { SpelledPeriod.find(in: $0.text) != nil }
  }

  private func hasRows(_ range: Range<Int>) -> Bool { range.contains { !rows[$0].isNearlyEmpty } }

  /// Where the titles that stand right above a row begin.
  private func titlesBegin(above head: Int) -> Int {
    var start = head
    while start > 0 {
      let row = rows[start - 1]
      guard row.isNearlyEmpty, row.cells.contains(where: { !$0.text.isBlank }), row.number + 1 == rows[start].number
      else { break }
      start -= 1
    }
    return start
  }
}

/// What stands in the first or second column of a table's headings, mostly.
private let firstHeadings: Set<String> = [
  "indicator", "indicators", "kpi", "pi", "performance indicator", "key performance indicator", "measure", "metric",
  "performance measure", "indicator name", "measure name", "kpi name", "kpi description", "pi description",
  "measure description", "action", "actions", "key action", "key actions", "action title", "activity", "project",
  "task", "commitment", "deliverable", "milestone", "milestones", "key milestone", "risk", "risks", "risk title",
  "risk description", "risk name", "ref", "ref.", "ref no", "reference", "code", "id", "no", "no.", "pi code",
  "kpi code", "kpi ref", "action code", "action ref", "risk code", "risk ref", "name", "title", "priority", "objective",
  "theme", "outcome", "success measure", "what we will do",
]

/// Their lengths with their first letters: by these most texts are told apart from them.
private let shapesOfHeadings = Set(
  firstHeadings.compactMap { text in text.utf8.first.map { text.utf8.count << 8 | Int($0) } })

extension String {
  /// Whether it is one of the words that mostly stand in front of headings.
  fileprivate var mayHeadColumns: Bool {
    guard let first = utf8.first, let last = utf8.last, utf8.count <= 40 else { return false }
    // Behind other letters than these may be a space that trimming takes away.
    let plain: ClosedRange<UInt8> = 0x21...0x7E
    if plain.contains(first), plain.contains(last), !shapesOfHeadings.contains(utf8.count << 8 | Int(first | 0x20)) {
      return false
    }
    return firstHeadings.contains(trimmed.lowercased())
  }
}

extension ReadTable {
  /// The tables of a source that are understood: itself, mostly, or those that stand below one another.
  static func all(in source: SourceTable, _ order: ImportOrder) -> [ReadTable] {
    let parts = source.stacked
    var read: [ReadTable] = []
    var rest: [SourceTable] = []
    if parts.count > 1 {
      for part in parts {
        if let table = ReadTable(part, order) { read.append(table) } else { rest.append(part) }
      }
    }
    guard !read.isEmpty else { return ReadTable(source, order).map { [$0] } ?? [] }
    read[0].notUnderstood = rest
    let titles = parts[0].rows.prefix { $0.isNearlyEmpty }.flatMap(\.cells).map(\.text).filter { !$0.isBlank }
    for index in read.indices { read[index].sheetTitles = titles }
    return read
  }
}

extension TablesDraft {
  /// The rows of a table that was not understood, beside one that was.
  mutating func tellNotUnderstood(_ table: SourceTable) {
    for row in table.rows {
      let filled = row.cells.filter { !$0.text.isBlank && $0.continues == nil }
      guard let first = filled.first else { continue }
      draft.tell(
        .question, .unplaced, at: first.locator, verbatim: filled.map(\.text.onOneLine).joined(separator: " | "),
        "This stands in a table of its own that was not understood. Read it, and enter by hand what should be kept.")
    }
  }
}
