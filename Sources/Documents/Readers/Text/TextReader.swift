/// Reads the text of a document as a converter or the clipboard leaves it.
///
/// Tables come in two shapes. *Stacked*: every cell is a line that begins with a tab (and may
/// run on over lines that don't), rows are separated by a blank line. *Ruled*: every row is a
/// line with its cells between tabs. Footnotes stand inline, the charts' figures at the end.
struct TextReader {
  private let name: String
  private let kind: FileKind
  private var lines: [TextLine]
  private var next = 0
  private var blocks: [SourceBlock] = []
  private var notes: [SourceNote]
  private var tables = 0
  private var charts = 0

  static func read(
    _ bytes: [UInt8], named name: String, kind: FileKind, limits: ReadLimits
  ) throws(ReadError) -> SourceDocument {
    guard bytes.count <= limits.textBytes else {
      throw ReadError(.tooLarge(bytes: bytes.count, limit: limits.textBytes), in: name)
    }
    let text = try DecodedText(bytes, named: name, limits: limits)
    var inline = InlineNotes(text.lines)
    let lines = inline.takeOut()
    var reader = TextReader(name: name, kind: kind, lines: lines, notes: text.notes + inline.adrift())
    return reader.document()
  }

  private init(name: String, kind: FileKind, lines: [TextLine], notes: [SourceNote]) {
    self.name = name
    self.kind = kind
    self.lines = lines
    self.notes = notes
  }

  private mutating func document() -> SourceDocument {
    while next < lines.count {
      if lines[next].isBlank {
        blocks += lines[next].footnotes.map(SourceBlock.footnote)
        next += 1
      } else if lines[next].isStackedCell {
        stackedTable()
      } else {
        anythingElse()
      }
    }
    return SourceDocument(name: name, kind: kind, blocks: blocks, notes: notes)
  }

  /// A chart is a line or two, so three lines with tabs are a table in any case.
  private mutating func anythingElse() {
    let rows = ruledRows()
    if rows < 3, let chart = TextChart(at: next, of: lines) {
      add(chart)
    } else if rows > 1 {
      ruledTable(rows)
    } else {
      paragraph()
    }
  }

  // MARK: Paragraphs and charts

  private mutating func paragraph() {
    let line = lines[next]
    next += 1
    let item = line.text.hasPrefix("· ")
    blocks.append(
      .paragraph(
        SourceParagraph(
          item ? String(line.text.dropFirst(2)) : line.text, at: .line(line.number),
          style: item ? .listItem(level: 0) : .plain, footnotes: line.calls)))
    blocks += line.footnotes.map(SourceBlock.footnote)
  }

  private mutating func add(_ chart: TextChart) {
    charts += 1
    blocks.append(.chart(chart.source(at: .chart(charts))))
    next += chart.length
  }

  // MARK: Stacked tables

  private mutating func stackedTable() {
    tables += 1
    var table = SourceTable(at: .table(tables))
    var footnotes: [SourceFootnote] = []
    repeat {
      table.rows.append(stackedRow(number: table.rows.count + 1, &footnotes))
    } while skipGap(after: table)
    blocks.append(.table(table))
    blocks += footnotes.map(SourceBlock.footnote)
  }

  private mutating func stackedRow(number: Int, _ footnotes: inout [SourceFootnote]) -> SourceRow {
    var row = SourceRow([])
    while next < lines.count, lines[next].continuesRow(in: lines, at: next) {
      let line = lines[next]
      if line.isStackedCell {
        row.cells.append(
          SourceCell(
            line.cellText, at: .cell(table: tables, row: number, column: row.cells.count + 1),
            footnotes: line.calls, line: line.number))
      } else {
        row.cells[row.cells.count - 1].text += "\n" + line.text
        row.cells[row.cells.count - 1].footnotes += line.calls
      }
      footnotes += line.footnotes
      next += 1
    }
    return row
  }

  /// Moves on to the table's next row, if there is one.
  ///
  /// One blank line separates rows. More may be the empty paragraphs of a cell, or the space
  /// between two tables: it is the same table when the row has as many cells.
  private mutating func skipGap(after table: SourceTable) -> Bool {
    guard let row = lines[next...].firstIndex(where: { !$0.isBlank || !$0.footnotes.isEmpty }),
      lines[row].isStackedCell
    else { return false }
    if row - next > 1, cellsOfRow(at: row) != table.rows.last?.cells.count { return false }
    next = row
    return true
  }

  private func cellsOfRow(at start: Int) -> Int {
    var count = 0
    var index = start
    while index < lines.count, lines[index].continuesRow(in: lines, at: index) {
      if lines[index].isStackedCell { count += 1 }
      index += 1
    }
    return count
  }

  // MARK: Ruled tables

  /// How many lines from here on are rows of a ruled table.
  private func ruledRows() -> Int {
    lines[next...].prefix { $0.isRuledRow }.count
  }

  private mutating func ruledTable(_ count: Int) {
    tables += 1
    var table = SourceTable(at: .table(tables))
    var footnotes: [SourceFootnote] = []
    for line in lines[next..<next + count] {
      let number = table.rows.count + 1
      let texts = line.text.split(separator: "\t", omittingEmptySubsequences: false)
      var cells = texts.enumerated().map { column, text in
        SourceCell(String(text), at: .cell(table: tables, row: number, column: column + 1), line: line.number)
      }
      cells[0].footnotes = line.calls
      table.rows.append(SourceRow(cells))
      footnotes += line.footnotes
    }
    next += count
    blocks.append(.table(table))
    blocks += footnotes.map(SourceBlock.footnote)
  }
}

extension TextLine {
  fileprivate func continuesRow(in lines: [TextLine], at index: Int) -> Bool {
    isStackedCell || (!isBlank && TextChart(at: index, of: lines) == nil)
  }
}
