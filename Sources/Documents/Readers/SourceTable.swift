package struct SourceTable: Hashable, Sendable {
  package var locator: Locator
  package var rows: [SourceRow]
  /// The cell that this table stands in, when it was nested in another table.
  package var nestedIn: Locator?

  package init(at locator: Locator, rows: [SourceRow] = [], nestedIn: Locator? = nil) {
    self.locator = locator
    self.rows = rows
    self.nestedIn = nestedIn
  }
}

package struct SourceRow: Hashable, Sendable {
  package var cells: [SourceCell]
  /// The author marked the row to be repeated at the top of every page.
  package var isHeader: Bool

  package init(_ cells: [SourceCell], isHeader: Bool = false) {
    self.cells = cells
    self.isHeader = isHeader
  }
}

package struct SourceCell: Hashable, Sendable {
  /// Word for word; paragraphs and line breaks within the cell are line feeds.
  package var text: String
  /// Row and column count from 1; the column is that of the grid, so that cells line up
  /// under a header even where some span several columns.
  package var locator: Locator
  package var columnSpan: Int
  package var rowSpan: Int
  /// The colour of the coloured text in the cell, as "RRGGBB".
  package var textColour: String?
  /// The colour of the cell itself, as "RRGGBB".
  package var shading: String?
  /// Set when this cell only continues a merged one further up: the place of that one.
  package var continues: Locator?
  package var footnotes: [Int]
  /// Where the cell begins in a text file.
  package var line: Int?
  /// Whether it is a number that its workbook shows as a day or a time: `text` is then not what stands there on the
  /// screen.
  package var isDayOrTime = false

  package init(
    _ text: String, at locator: Locator, columnSpan: Int = 1, rowSpan: Int = 1, textColour: String? = nil,
    shading: String? = nil, continues: Locator? = nil, footnotes: [Int] = [], line: Int? = nil
  ) {
    self.text = text
    self.locator = locator
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.textColour = textColour
    self.shading = shading
    self.continues = continues
    self.footnotes = footnotes
    self.line = line
  }

  /// The colour a reader sees as the mark of the cell.
  ///
  /// A coloured dot in a tinted row is read by the dot and a white letter on a red cell by
  /// the cell, so the text's colour comes first unless it is black, grey or white.
  package var mark: String? {
    if let textColour, isChromatic(textColour) { return textColour }
    return shading ?? textColour
  }
}

extension SourceTable {
  package func cell(at locator: Locator) -> SourceCell? {
    switch locator {
    case .cell(let table, let row, _):
      guard self.locator == .table(table), rows.indices.contains(row - 1) else { return nil }
      return rows[row - 1].cells.first { $0.locator == locator }
    case .sheetCell(let sheet, let row, _):
      let index = rows.index(from: row)
      guard self.locator == .sheet(sheet), index < rows.count else { return nil }
      return rows[index].cells.first { $0.locator == locator }
    default: return nil
    }
  }

  /// A cell's text, taken from the merged cell above where the cell only continues it.
  package func text(of cell: SourceCell) -> String {
    guard let origin = cell.continues else { return cell.text }
    return self.cell(at: origin)?.text ?? cell.text
  }
}

extension SourceRow {
  /// The number of the row in its table or sheet; a sheet leaves out the rows that are empty.
  package var number: Int { cells.first?.locator.row ?? 0 }
}

extension [SourceRow] {
  /// Where the first row stands that has this number or a higher one.
  func index(from number: Int) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

func isChromatic(_ colour: String) -> Bool {
  guard colour.utf8.count == 6, let rgb = UInt32(colour, radix: 16) else { return false }
  let channels = [rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF]
  return (channels.max() ?? 0) - (channels.min() ?? 0) >= 48
}
