extension WordReader.Story {
  /// A paragraph while its runs come in.
  struct Paragraph {
    var text = ""
    var deleted = ""
    var style: String?
    var outline: Int?
    /// The list that it belongs to; "0" is none.
    var list: String?
    var level: Int?
    var runColour: String?
    var runShading: String?
    var runStyle: String?
    /// The colour of its text so far; that of a mark outranks black, grey and white.
    var colour: String?
    /// The highlighter's or the runs' own background.
    var shading: String?
    var footnotes: [Int] = []
    var after: [SourceBlock] = []

    mutating func write(_ more: String, _ styles: WordReader.Styles) {
      text += more
      guard !more.allSatisfy(\.isWhitespace) else { return }
      shading = shading ?? runShading
      guard let new = runColour ?? styles.colour(of: runStyle) ?? styles.colour(of: style) else { return }
      if colour.map(isChromatic) != true, isChromatic(new) || colour == nil { colour = new }
    }

    mutating func endRun() {
      runColour = nil
      runShading = nil
      runStyle = nil
    }

    func source(at locator: Locator, _ styles: WordReader.Styles, number: String?) -> SourceParagraph {
      SourceParagraph(text, at: locator, style: style(styles), number: number, footnotes: footnotes)
    }

    /// What Word sets before it; to be asked once, as the next one gets the next number.
    func number(_ styles: WordReader.Styles, _ numbering: WordReader.Numbering) -> String? {
      guard let list = list ?? styles.list(style), list != "0" else { return nil }
      return numbering.next(in: list, level: level ?? numbering.level(ofStyle: style) ?? styles.listLevel(style) ?? 0)
    }

    private func style(_ styles: WordReader.Styles) -> SourceParagraph.Style {
      if let outline, (0...8).contains(outline) { return .heading(outline + 1) }
      if outline == nil, let level = styles.headingLevel(style) { return .heading(level) }
      if let list, list != "0" { return .listItem(level: clamped(level ?? 0)) }
      if list == nil, let inherited = styles.listLevel(style) {
        return .listItem(level: clamped(level ?? inherited))
      }
      return .plain
    }

    private func clamped(_ level: Int) -> Int { min(max(level, 0), 8) }
  }

  /// A cell while its paragraphs come in.
  struct Cell {
    enum Merge {
      case none
      case starts
      case continues
    }

    var paragraphs: [String] = []
    var columnSpan = 1
    var merge = Merge.none
    var shading: String?
    var textColour: String?
    var textShading: String?
    var footnotes: [Int] = []
  }

  /// A table while its rows come in.
  struct Table {
    let number: Int
    let nestedIn: Locator?
    private(set) var rows: [SourceRow] = []
    private(set) var row: [SourceCell] = []
    var cell: Cell?
    /// Columns of the grid that the open row has filled.
    var column = 0
    var isHeader = false
    var isRowDeleted = false
    var after: [SourceBlock] = []
    /// Where the merged cell that may continue in a column began: row and place in it.
    private var merged: [Int: (row: Int, cell: Int)] = [:]
    private var mergedInRow: [Int: (row: Int, cell: Int)] = [:]

    init(number: Int, nestedIn: Locator?) {
      self.number = number
      self.nestedIn = nestedIn
    }

    var openCell: Locator? {
      cell == nil ? nil : .cell(table: number, row: rows.count + 1, column: column + 1)
    }

    var source: SourceTable { SourceTable(at: .table(number), rows: rows, nestedIn: nestedIn) }

    mutating func startRow() {
      row = []
      cell = nil
      column = 0
      isHeader = false
      isRowDeleted = false
      mergedInRow = [:]
    }

    mutating func startCell() {
      cell = Cell()
    }

    /// In a cell the number is part of the text: it is what a column of numbers consists of.
    mutating func add(_ paragraph: Paragraph, number: String?) {
      guard var cell else { return }
      self.cell = nil  // else the paragraphs so far would be copied
      let text = [number ?? "", paragraph.text].filter { !$0.isEmpty }
      cell.paragraphs.append(text.joined(separator: " "))
      cell.footnotes += paragraph.footnotes
      if let new = paragraph.colour, cell.textColour.map(isChromatic) != true { cell.textColour = new }
      cell.textShading = cell.textShading ?? paragraph.shading
      self.cell = cell
    }

    mutating func endCell() {
      guard let cell, let locator = openCell else { return }
      var done = SourceCell(
        text(of: cell), at: locator, columnSpan: cell.columnSpan, textColour: cell.textColour,
        shading: cell.textShading ?? cell.shading, footnotes: cell.footnotes)
      if cell.merge == .starts {
        mergedInRow[column] = (rows.count, row.count)
      } else if cell.merge == .continues, let origin = merged[column] {
        done.continues = rows[origin.row].cells[origin.cell].locator
        mergedInRow[column] = origin
      }
      row.append(done)
      column += cell.columnSpan
      self.cell = nil
    }

    mutating func endRow() {
      defer { startRow() }
      guard !isRowDeleted, !row.isEmpty else { return }
      for origin in mergedInRow.values where origin.row < rows.count {
        rows[origin.row].cells[origin.cell].rowSpan += 1
      }
      merged = mergedInRow
      rows.append(SourceRow(row, isHeader: isHeader))
    }

    private func text(of cell: Cell) -> String {
      var paragraphs = cell.paragraphs[...]
      while paragraphs.last?.isEmpty == true { paragraphs.removeLast() }
      while paragraphs.first?.isEmpty == true { paragraphs.removeFirst() }
      return paragraphs.joined(separator: "\n")
    }
  }
}
