/// The smallest workbook that Excel opens: one sheet with the numbers of a chart.
extension ChartGrid {
  /// The workbook as a file.
  func workbook() throws(ZipFailure) -> [UInt8] {
    var zip = ZipWriter()
    var types = PartTypes()
    types.add("/xl/workbook.xml", PartTypes.workbook)
    types.add("/xl/worksheets/sheet1.xml", PartTypes.worksheet)
    zip.add("[Content_Types].xml", types.file)
    zip.add("_rels/.rels", PartReferences.file { $0.add(.officeDocument, "xl/workbook.xml") })
    zip.add("xl/workbook.xml", book)
    zip.add("xl/_rels/workbook.xml.rels", PartReferences.file { $0.add(.worksheet, "worksheets/sheet1.xml") })
    zip.add("xl/worksheets/sheet1.xml", sheet)
    return try zip.bytes()
  }

  private var book: [UInt8] {
    XML.file { xml in
      xml.raw(
        """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>
        """)
    }
  }

  private var sheet: [UInt8] {
    XML.file { xml in
      xml.element("worksheet", ["xmlns": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"]) { xml in
        xml.element("sheetData") { xml in
          xml.element("row", ["r": "1"]) { xml in
            for (column, name) in ([corner] + series.map(\.name)).enumerated() { xml.words(name, column, 1) }
          }
          for (index, category) in categories.enumerated() {
            xml.element("row", ["r": String(index + 2)]) { xml in
              xml.words(category, 0, index + 2)
              for (column, series) in series.enumerated() { xml.number(series.numbers[index], column + 1, index + 2) }
            }
          }
        }
      }
    }
  }

  /// "Data!$B$2:$B$7": where the numbers of a series stand; 0 is the column of the categories.
  func range(ofColumn column: Int) -> String {
    let letter = ChartGrid.letter(column)
    return "Data!$\(letter)$2:$\(letter)$\(categories.count + 1)"
  }

  /// "Data!$B$1": where the name of a series stands.
  func nameCell(ofColumn column: Int) -> String {
    "Data!$\(ChartGrid.letter(column))$1"
  }

  /// A for 0. A chart never has more than 25 series.
  fileprivate static func letter(_ column: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column)))
  }
}

extension XML {
  fileprivate mutating func words(_ text: String, _ column: Int, _ row: Int) {
    element("c", ["r": "\(ChartGrid.letter(column))\(row)", "t": "inlineStr"]) { xml in
      xml.element("is") { $0.element("t", ["xml:space": "preserve"], text: text) }
    }
  }

  fileprivate mutating func number(_ number: String?, _ column: Int, _ row: Int) {
    guard let number else { return }
    element("c", ["r": "\(ChartGrid.letter(column))\(row)"]) { $0.element("v", text: number) }
  }
}
