@testable import Documents

/// A small workbook, told by the XML of its sheets.
struct SheetFile {
  var sheets: [(name: String, xml: String)]
  var states: [String: String] = [:]
  var properties = ""
  /// What `styles.xml` holds, and each string of `sharedStrings.xml`.
  var styles = ""
  var strings: [String] = []
  /// Other parts by their names, and what a sheet refers to by the type of the reference.
  var parts: [String: String] = [:]
  var links: [(type: String, target: String)] = []

  /// A workbook of one sheet, by its rows.
  init(_ rows: String, styles: String = "", strings: [String] = [], after: String = "", before: String = "") {
    sheets = [("Values", "\(before)<sheetData>\(rows)</sheetData>\(after)")]
    self.styles = styles
    self.strings = strings
  }

  func read(limits: ReadLimits = .council) throws -> SourceDocument {
    try SourceDocument(bytes, named: "figures.xlsx", limits: limits)
  }

  var bytes: [UInt8] { storedZip(files) }

  var files: [(name: String, content: [UInt8])] {
    let main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    let override = "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(main)\"/>"
    let listed = sheets.indices.map { index in
      let state = states[sheets[index].name].map { " state=\"\($0)\"" } ?? ""
      return "<sheet name=\"\(sheets[index].name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"s\(index)\"/>"
    }
    let references =
      sheets.indices.map { ("s\($0)", "worksheet", "worksheets/sheet\($0).xml") }
      + [("y", "styles", "styles.xml"), ("t", "sharedStrings", "sharedStrings.xml")]
    var files = [
      ("[Content_Types].xml", "<Types xmlns=\"\(package)/content-types\">\(override)</Types>"),
      ("_rels/.rels", relationships([("m", "officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", root("workbook", "\(properties)<sheets>\(listed.joined())</sheets>")),
      ("xl/_rels/workbook.xml.rels", relationships(references)),
      ("xl/styles.xml", root("styleSheet", styles)),
      ("xl/sharedStrings.xml", root("sst", strings.map { "<si>\($0)</si>" }.joined())),
    ]
    files += sheets.enumerated().map { ("xl/worksheets/sheet\($0).xml", root("worksheet", $1.xml)) }
    if !links.isEmpty {
      let targets = links.enumerated().map { ("l\($0)", $1.type, $1.target) }
      files.append(("xl/worksheets/_rels/sheet0.xml.rels", relationships(targets)))
    }
    files += parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return files.map { ($0.0, Array($0.1.utf8)) }
  }
}

private let package = "http://schemas.openxmlformats.org/package/2006"
private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

func root(_ element: String, _ content: String) -> String {
  "<\(element) xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(content)</\(element)>"
}

private func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
  let links = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>" }
  return "<Relationships xmlns=\"\(package)/relationships\">\(links.joined())</Relationships>"
}

/// The styles of a workbook whose cells have these number formats, in this order.
func formats(_ codes: [String]) -> String {
  let formats = codes.enumerated().map { index, code in
    let escaped = code.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
    return "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(escaped)\"/>"
  }
  let styles = codes.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
  return "<numFmts>\(formats.joined())</numFmts><cellXfs>\(styles.joined())</cellXfs>"
}

extension SourceTable {
  /// The text of each cell by its name.
  var texts: [String: String] {
    Dictionary(
      uniqueKeysWithValues: rows.flatMap(\.cells).map { cell in
        (CellName(row: cell.locator.row ?? 0, column: cell.locator.column ?? 0).description, cell.text)
      })
  }
}
