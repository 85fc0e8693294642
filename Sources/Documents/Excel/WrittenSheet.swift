/// A sheet whose names are settled and whose places are known.
struct WrittenSheet {
  let sheet: Workbook.Sheet
  let name: String
  let tableName: String
  let columns: [String]
  /// The cells as they are written, row for row; `nil` for nothing.
  private let cells: [[WrittenCell?]]
  /// The formula of each list that cells are filled in from.
  var choices: [[String]: String] = [:]

  init(_ sheet: Workbook.Sheet, named name: String, table: String) {
    self.sheet = sheet
    cells = sheet.rows.map { row in row.map { $0.written } }
    self.name = name
    tableName = table
    let count = max(sheet.columns.count, sheet.rows.map(\.count).max() ?? 0)
    var names = UniqueNames(longest: 255)
    columns = (0..<count).map { index in
      let name = index < sheet.columns.count ? oneLine(sheet.columns[index].name) : ""
      return names.next(name.isEmpty ? "Column \(index + 1)" : name)
    }
  }

  var headerRow: Int { sheet.title == nil ? 1 : 2 }

  /// "'Values'", as a reference to the sheet begins.
  var reference: String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// What the cover says of the sheet.
  var line: String { sheet.title.map { "\(name): \($0)" } ?? name }

  /// Where the table stands. Excel wants at least one row under a header.
  var tableRange: String {
    let last = CellName(row: headerRow + max(1, sheet.rows.count), column: columns.count)
    return "\(CellName(row: headerRow, column: 1)):\(last)"
  }

  var fits: Bool {
    headerRow + sheet.rows.count <= CellName.rows.upperBound && columns.count <= CellName.columns.upperBound
  }

  func tableFile(id: Int) -> [UInt8] {
    XML.file { xml in
      xml.element(
        "table",
        [
          "xmlns": WorkbookNamespaces.main, "id": String(id), "name": tableName, "displayName": tableName,
          "ref": tableRange,
          "totalsRowShown": "0",
        ]
      ) { xml in
        xml.element("tableColumns", ["count": String(columns.count)]) { xml in
          for (index, column) in columns.enumerated() {
            xml.empty("tableColumn", ["id": String(index + 1), "name": SheetText.encoded(column)])
          }
        }
        xml.raw(#"<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0"/>"#)
      }
    }
  }

  var file: [UInt8] {
    let widths = widths
    return XML.sheet { xml in
      if sheet.freezesHeader, !columns.isEmpty {
        xml.frozen(above: headerRow + 1, firstColumn: sheet.freezesFirstColumn)
      }
      xml.columns(
        widths, areText: columns.indices.map(isText),
        hidden: Set(sheet.columns.indices.filter { sheet.columns[$0].isHidden }))
      xml.element("sheetData") { xml in
        if let title = sheet.title {
          xml.row(1, points: titleHeight) { $0.words(title, CellName(row: 1, column: 1), .title) }
        }
        if !columns.isEmpty {
          xml.row(headerRow, points: height(columns, widths)) { xml in
            for index in columns.indices {
              xml.words(
                columns[index], CellName(row: headerRow, column: index + 1), isFigures(index) ? .figuresHeader : .header
              )
            }
          }
        }
        for (index, cells) in cells.enumerated() {
          let texts = cells.enumerated().map { isHidden($0) ? "" : $1?.words ?? "" }
          xml.row(headerRow + 1 + index, points: height(texts, widths)) { xml in
            for (column, cell) in cells.enumerated() {
              guard let cell else { continue }
              let name = CellName(row: headerRow + 1 + index, column: column + 1)
              xml.cell(
                cell, name, sheet.rows[index][column].emptyStyle(takesFigures: takesFigures(column)),
                isText: isText(column), takesFigures: takesFigures(column))
            }
          }
        }
      }
      // No password; widths, heights and hiding stay free, for those who read with large letters.
      if sheet.isProtected {
        xml.raw(#"<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>"#)
      }
      validations(&xml)
      xml.page()
      if let filled = entries.reduce(nil, joined) {
        xml.element("ignoredErrors") { $0.empty("ignoredError", ["sqref": filled, "numberStoredAsText": "1"]) }
      }
      if !columns.isEmpty { xml.raw(#"<tableParts count="1"><tablePart r:id="rId1"/></tableParts>"#) }
    }
  }

  private func isText(_ column: Int) -> Bool { column < sheet.columns.count && sheet.columns[column].isText }
  private func takesFigures(_ column: Int) -> Bool {
    column < sheet.columns.count && sheet.columns[column].takesFigures
  }
  private func isHidden(_ column: Int) -> Bool { column < sheet.columns.count && sheet.columns[column].isHidden }

  /// The cells to be filled in of each column that has some, as ranges.
  private var entries: [(column: Int, range: String)] {
    columns.indices.compactMap { column in
      let rows = sheet.rows.indices.filter { column < sheet.rows[$0].count && sheet.rows[$0][column].isEntry }
      let ranges = rows.runs.map { run in
        let first = CellName(row: headerRow + 1 + run.lowerBound, column: column + 1)
        let last = CellName(row: headerRow + 1 + run.upperBound, column: column + 1)
        return first == last ? "\(first)" : "\(first):\(last)"
      }
      return ranges.isEmpty ? nil : (column, ranges.joined(separator: " "))
    }
  }

  private func joined(_ range: String?, _ next: (column: Int, range: String)) -> String? {
    range.map { "\($0) \(next.range)" } ?? next.range
  }

  /// The lists to choose from.
  private func validations(_ xml: inout XML) {
    let lists = entries.compactMap { entry in
      entry.column < sheet.columns.count
        ? choices[sheet.columns[entry.column].choices].map { (range: entry.range, formula: $0) } : nil
    }
    if lists.isEmpty { return }
    xml.element("dataValidations", ["count": String(lists.count)]) { xml in
      for list in lists {
        xml.element(
          "dataValidation",
          [
            "type": "list", "allowBlank": "1", "showInputMessage": "1", "showErrorMessage": "1",
            "errorTitle": "Not in the list", "error": "Choose from the list, or leave the cell empty.",
            "sqref": list.range,
          ]
        ) { $0.element("formula1", text: list.formula) }
      }
    }
  }

  /// A header stands over its figures, which are set to the right.
  private func isFigures(_ column: Int) -> Bool {
    if takesFigures(column) { return true }
    var hasFigures = false
    for row in cells where column < row.count {
      guard let cell = row[column] else { continue }
      guard case .value = cell else { return false }
      hasFigures = true
    }
    return hasFigures
  }

  /// As wide as what is in them, and no wider than a line that is read at ease.
  private var widths: [Int] {
    columns.indices.map { index in
      if index < sheet.columns.count, let width = sheet.columns[index].width { return width }
      var most = (line: 0, word: 0)
      for row in sheet.rows where index < row.count {
        let length = row[index].length
        most = (max(most.line, length.line), max(most.word, length.word))
      }
      let header = Workbook.Cell.text(columns[index]).length
      let longest = max(min(most.line, 60), min(header.line, 24))
      let word = max(header.word, most.word)
      return max(8, longest, min(word, 60)) + 3
    }
  }
}

extension XML {
  /// A sheet, printed on A4 as wide as the page.
  static func sheet(_ content: (inout XML) -> Void) -> [UInt8] {
    file { xml in
      xml.element(
        "worksheet", ["xmlns": WorkbookNamespaces.main, "xmlns:r": WorkbookNamespaces.relationships]
      ) { xml in
        xml.raw(#"<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#)
        content(&xml)
      }
    }
  }

  /// The usual height of a row and the widths of the columns.
  mutating func columns(_ widths: [Int], areText: [Bool] = [], hidden: Set<Int> = []) {
    empty("sheetFormatPr", ["defaultRowHeight": "\(lineHeight)"])
    if widths.isEmpty { return }
    element("cols") { xml in
      for (index, width) in widths.enumerated() {
        let column = String(index + 1)
        let isText = index < areText.count && areText[index]
        xml.empty(
          "col",
          [
            "min": column, "max": column, "width": String(width),
            "style": isText ? String(WorkbookStyle.typedText.index) : nil,
            "hidden": hidden.contains(index) ? "1" : nil, "customWidth": "1",
          ])
      }
    }
  }

  mutating func row(_ number: Int, points: Double, _ cells: (inout XML) -> Void) {
    element("row", ["r": String(number), "ht": points == lineHeight ? nil : "\(points)"], cells)
  }

  mutating func words(_ text: String, _ name: CellName, _ style: WorkbookStyle) {
    openCell(name, style)
    raw(#" t="inlineStr"><is><t xml:space="preserve">"#)
    self.text(SheetText.encoded(cut(text, to: SheetText.longest)))
    raw("</t></is></c>")
  }

  /// The beginning of a cell; there are thousands, so that it is written in one go.
  private mutating func openCell(_ name: CellName, _ style: WorkbookStyle) {
    raw("<c r=\"")
    letters(ofColumn: name.column)
    number(name.row)
    raw("\" s=\"")
    number(style.index)
    raw("\"")
  }

  mutating func page() {
    raw(#"<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>"#)
    raw(#"<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>"#)
  }

  fileprivate mutating func frozen(above row: Int, firstColumn: Bool) {
    element("sheetViews") { xml in
      xml.element("sheetView", ["workbookViewId": "0"]) { xml in
        xml.empty(
          "pane",
          [
            "xSplit": firstColumn ? "1" : nil, "ySplit": String(row - 1),
            "topLeftCell": firstColumn ? "B\(row)" : "A\(row)",
            "activePane": firstColumn ? "bottomRight" : "bottomLeft", "state": "frozen",
          ])
      }
    }
  }

  /// - Parameter empty: how it looks while nothing was filled in.
  fileprivate mutating func cell(
    _ cell: WrittenCell, _ name: CellName, _ empty: WorkbookStyle?, isText: Bool, takesFigures: Bool
  ) {
    switch cell {
    case .text(let text): words(text, name, .of(text, isTyped: isText))
    case .entry(""), .value("", _):
      guard let empty else { return }
      openCell(name, empty)
      raw("/>")
    case .entry(let text): words(text, name, .ofEntry(text, isFigure: takesFigures))
    case .value(let value, let style):
      openCell(name, style)
      raw("><v>")
      text(value)
      raw("</v></c>")
    }
  }
}

/// The height of a line of Arial 12, and of a title, in points.
let lineHeight = 15.75
let titleHeight = 21.0

/// How high a row must be to show its texts. Excel would find out by itself; LibreOffice doesn't.
func height(_ texts: [String], _ widths: [Int]) -> Double {
  let most = zip(texts, widths).map { lines($0, within: $1) }.max() ?? 1
  let highest = 409.0
  return min(highest, lineHeight * Double(max(1, most)))
}

private func lines(_ text: String, within width: Int) -> Int {
  // Widths count digits. Half of them is room for the widest letters.
  let isShort = text.utf8.count <= width / 2 && !text.utf8.contains(0x0A)
  if isShort { return 1 }
  let measure = TextMeasure(size: 1)
  return measure.lineCount(of: text, within: Double(width - 1) * measure.width(of: "0"))
}
