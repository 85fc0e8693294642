/// A Word document by its parts: what councils' documents have and ours haven't.
enum WordParts {
  static let all: [(String, String)] = [
    (
      "[Content_Types].xml",
      "<Types xmlns=\"\(packages)/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"\(type)\"/></Types>"
    ),
    ("_rels/.rels", links([("m", "officeDocument", "word/document.xml")])),
    (
      "word/_rels/document.xml.rels",
      links([
        ("styles", "styles", "styles.xml"), ("footnotes", "footnotes", "footnotes.xml"),
        ("endnotes", "endnotes", "endnotes.xml"), ("header1", "header", "header1.xml"),
        ("chart1", "chart", "charts/chart1.xml"), ("settings", "settings", "settings.xml"),
        ("numbering", "numbering", "numbering.xml"), ("d1", "diagramData", "diagrams/data1.xml"),
      ])
    ),
    ("word/document.xml", part("w:document", "<w:body>\(body)</w:body>")),
    ("word/styles.xml", part("w:styles", styles)),
    ("word/footnotes.xml", part("w:footnotes", "<w:footnote w:id=\"1\">\(paragraph("a note"))</w:footnote>")),
    ("word/endnotes.xml", part("w:endnotes", "<w:endnote w:id=\"1\">\(paragraph("an end note"))</w:endnote>")),
    ("word/header1.xml", part("w:hdr", paragraph("Draft"))),
    ("word/settings.xml", part("w:settings", "<w:footnotePr><w:numStart w:val=\"3\"/></w:footnotePr>")),
    ("word/numbering.xml", part("w:numbering", numbering)),
    ("word/diagrams/data1.xml", part("dgm:dataModel", "<a:p><a:r><a:t>Homes</a:t></a:r></a:p>")),
    ("word/charts/chart1.xml", part("c:chartSpace", chart)),
  ]

  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

  private static let body =
    paragraph("Homes", "<w:pStyle w:val=\"Heading1\"/>")
    + paragraph("first", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>")
    + "<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id=\"1\"/></w:r><w:ins><w:r><w:t>79%</w:t></w:r></w:ins>"
    + "<w:del><w:r><w:delText>95%</w:delText></w:r></w:del><w:r><w:endnoteReference w:id=\"1\"/><w:tab/><w:br/>"
    + "<w:sym w:font=\"Wingdings\" w:char=\"F06C\"/></w:r></w:p>"
    + "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>\(paragraph("controlled"))</w:sdtContent></w:sdt>"
    + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>\(paragraph("boxed"))</w:txbxContent>"
    + "</w:drawing></mc:Choice><mc:Fallback>\(paragraph("boxed"))</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    + "<w:p><w:r><w:drawing><a:graphic><a:graphicData uri=\"x\"><c:chart r:id=\"chart1\"/><dgm:relIds r:dm=\"d1\"/></a:graphicData></a:graphic>"
    + "</w:drawing></w:r></w:p>" + table

  private static let table =
    "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("Measure", "<w:gridSpan w:val=\"2\"/>"))\(cell("Actual"))</w:tr>"
    + "<w:tr>\(cell("Homes", "<w:vMerge w:val=\"restart\"/>"))\(cell("let", "<w:shd w:fill=\"FF0000\"/>"))\(cell("92"))</w:tr>"
    + "<w:tr>\(cell("", "<w:vMerge/>"))<w:tc><w:tbl><w:tr>\(cell("inner"))</w:tr></w:tbl><w:p/></w:tc>"
    + "<w:sdt><w:sdtContent>\(cell("93"))</w:sdtContent></w:sdt></w:tr></w:tbl>"

  private static let styles =
    "<w:style w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Base\"/></w:style>"
    + "<w:style w:styleId=\"Base\"><w:name w:val=\"Base\"/><w:rPr><w:color w:val=\"00B050\"/></w:rPr></w:style>"

  private static let numbering =
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerRoman\"/>"
    + "<w:pStyle w:val=\"Heading1\"/><w:lvlText w:val=\"(%1)\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"upperLetter\"/>"
    + "<w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/>"
    + "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"25\"/></w:lvlOverride></w:num>"

  private static let chart =
    "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Actions</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea>"
    + "<c:pieChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>Total</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    + "<c:dLbls><c:dLbl><c:idx val=\"1\"/><c:tx><c:rich><a:p><a:r><a:t>[CATEGORY NAME], 6, 60%</a:t></a:r></a:p></c:rich>"
    + "</c:tx></c:dLbl></c:dLbls><c:cat><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>AMBER</c:v></c:pt><c:pt idx=\"1\">"
    + "<c:v>GREEN</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt idx=\"0\"><c:v>2</c:v>"
    + "</c:pt><c:pt idx=\"1\"><c:v>6</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:pieChart></c:plotArea></c:chart>"

  private static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr><w:color w:val=\"00B050\"/></w:rPr><w:t>\(text)</w:t></w:r></w:p>"
  }

  private static func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
  }
}

/// A workbook by its parts.
enum SheetParts {
  static let all: [(String, String)] = [
    (
      "[Content_Types].xml",
      "<Types xmlns=\"\(packages)/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type)\"/></Types>"
    ),
    ("_rels/.rels", links([("m", "officeDocument", "xl/workbook.xml")])),
    (
      "xl/workbook.xml",
      part(
        "workbook",
        "<workbookPr date1904=\"0\"/><sheets><sheet name=\"Values\" sheetId=\"1\" r:id=\"s1\"/><sheet name=\"Hidden\" sheetId=\"2\" state=\"hidden\" r:id=\"s2\"/></sheets>"
      )
    ),
    (
      "xl/_rels/workbook.xml.rels",
      links([
        ("s1", "worksheet", "worksheets/sheet1.xml"), ("s2", "worksheet", "worksheets/sheet2.xml"),
        ("y", "styles", "styles.xml"), ("h", "theme", "theme1.xml"), ("t", "sharedStrings", "sharedStrings.xml"),
      ])
    ),
    ("xl/styles.xml", part("styleSheet", styles)),
    ("xl/theme1.xml", part("a:theme", "<a:clrScheme><a:accent1><a:srgbClr val=\"4472C4\"/></a:accent1></a:clrScheme>")),
    (
      "xl/sharedStrings.xml",
      part(
        "sst",
        "<si><t>Measure</t></si><si><r><t>Ho</t></r><r><t>mes</t></r><rPh><t>x</t></rPh></si><si><t>_x0041_</t></si>")
    ),
    ("xl/worksheets/sheet1.xml", part("worksheet", sheet)),
    (
      "xl/worksheets/sheet2.xml",
      part("worksheet", "<sheetData><row><c><v>8</v></c><c t=\"b\"><v>1</v></c></row></sheetData>")
    ),
    (
      "xl/worksheets/_rels/sheet1.xml.rels",
      links([("t1", "table", "../tables/table1.xml"), ("c1", "comments", "../comments1.xml")])
    ),
    ("xl/tables/table1.xml", part("table", "").replacing("<table ", with: "<table ref=\"A1:E9\" ")),
    (
      "xl/comments1.xml",
      part("comments", "<commentList><comment ref=\"A1\"><text><r><t>Check this</t></r></text></comment></commentList>")
    ),
  ]

  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  private static let styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><fonts><font><color theme=\"4\" tint=\"-0.25\"/></font><font><color indexed=\"10\"/></font>"
    + "</fonts><fills><fill/><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFF0000\"/></patternFill></fill></fills>"
    + "<cellXfs><xf/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/><xf numFmtId=\"46\" fontId=\"1\" fillId=\"1\"/></cellXfs>"

  private static let sheet =
    "<dimension ref=\"A1:E5\"/><cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols><sheetData>"
    + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>Actual</t></is></c></row>"
    + "<row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"1\"><v>0.93</v></c><c r=\"B2\" s=\"2\"><v>45199.5</v></c><c r=\"D2\" s=\"3\"><v>1.25</v></c></row>"
    + "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>A1</f><v>Homes</v></c><c r=\"B3\"><f>A1*2</f></c><c r=\"C3\" t=\"e\"><v>#N/A</v></c>"
    + "<c r=\"E3\"><v>7.0000000000000007E-2</v></c></row><row r=\"5\"><c r=\"A5\" s=\"3\"/></row></sheetData>"
    + "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"C3:D5\"/></mergeCells>"
}

private let packages = "http://schemas.openxmlformats.org/package/2006"
private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

private func links(_ list: [(id: String, type: String, target: String)]) -> String {
  let links = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>" }
  return "<Relationships xmlns=\"\(packages)/relationships\">\(links.joined())</Relationships>"
}

/// Elements without a prefix are a workbook's.
private func part(_ root: String, _ content: String) -> String {
  let namespaces = [
    ("xmlns", "spreadsheetml/2006/main"), ("xmlns:w", "wordprocessingml/2006/main"), ("xmlns:a", "drawingml/2006/main"),
    ("xmlns:c", "drawingml/2006/chart"), ("xmlns:r", "officeDocument/2006/relationships"),
    ("xmlns:mc", "markup-compatibility/2006"), ("xmlns:dgm", "drawingml/2006/diagram"),
  ].map { "\($0)=\"http://schemas.openxmlformats.org/\($1)\"" }
  return "<\(root) \(namespaces.joined(separator: " "))>\(content)</\(root)>"
}
