import Testing

@testable import Documents

@Suite("A workbook is read cell by cell, as people see it")
struct WorkbookReaderTests {
  @Test("shared, rich and inline texts, Booleans, errors and numbers")
  func kinds() throws {
    let report = try SheetFile(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Actual</t></is></c></row>
      <row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="e"><v>#DIV/0!</v></c>
      <c r="D2"><v>7.0000000000000007E-2</v></c><c r="E2" t="str"><f>A1</f><v>Calls</v></c><c r="F2" t="n"><v>93</v></c></row>
      """,
      strings: [
        "<t xml:space=\"preserve\"> Measure </t>",
        "<r><t>Tar</t></r><r><rPr><b/></rPr><t>get</t></r><rPh sb=\"0\" eb=\"1\"><t>タ</t></rPh><phoneticPr fontId=\"1\"/>",
      ]
    ).read()
    #expect(report.kind == .workbook)
    #expect(report.tables.map(\.locator.description) == ["sheet 'Values'"])
    #expect(
      report.tables[0].texts == [
        "A1": " Measure ", "B1": "Target", "C1": "Actual", "A2": "TRUE", "B2": "FALSE", "C2": "#DIV/0!", "D2": "0.07",
        "E2": "Calls", "F2": "93",
      ])
    #expect(report.notes == [])
  }

  @Test("percentages and days follow the number formats, built in and of one's own")
  func styled() throws {
    let codes = ["0%", "0.0%", "[$-809]dd mmmm yyyy", "General"]
    let styles = formats(codes).replacing(
      "</cellXfs>", with: "<xf numFmtId=\"14\"/><xf numFmtId=\"10\"/></cellXfs><dxfs><dxf><numFmt/></dxf></dxfs>")
    let cells = [
      ("A", 0, "0.93"), ("B", 1, "0.125"), ("C", 2, "45199"), ("D", 3, "45199"), ("E", 4, "45199"), ("F", 5, "0.5"),
    ]
    let row = cells.map { "<c r=\"\($0.0)17\" s=\"\($0.1)\"><v>\($0.2)</v></c>" }.joined()
    var file = SheetFile("<row r=\"17\">\(row)</row>", styles: styles)
    #expect(
      try file.read().tables[0].texts == [
        "A17": "93%", "B17": "12.5%", "C17": "2023-09-30", "D17": "45199", "E17": "2023-09-30", "F17": "50%",
      ])
    file.properties = "<workbookPr date1904=\"1\"/>"
    #expect(try file.read().tables[0].texts["C17"] == "2027-10-01")
  }

  @Test("a cell's place is worded as Excel words it")
  func places() throws {
    let report = try SheetFile("<row r=\"17\"><c r=\"C17\"><v>93</v></c><c r=\"AB17\"><v>94</v></c></row>").read()
    let cells = report.tables[0].rows[0].cells
    #expect(cells.map(\.locator.description) == ["sheet 'Values', cell C17", "sheet 'Values', cell AB17"])
    #expect(report.verbatim(at: .sheetCell("Values", row: 17, column: 3)) == "93")
    #expect(report.verbatim(at: .sheetCell("Values", row: 18, column: 3)) == nil)
    #expect(report.verbatim(at: .sheetCell("Other", row: 17, column: 3)) == nil)
  }

  @Test("a sheet is as large as what is in it, whatever it claims")
  func sparse() throws {
    let report = try SheetFile(
      "<row r=\"2\"><c r=\"B2\" s=\"9\"/><c r=\"XFD2\"><v>1</v></c></row><row r=\"5\"/><row r=\"1048576\"><c><v>2</v></c></row>",
      before: "<dimension ref=\"A1:XFD1048576\"/>"
    ).read()
    #expect(report.tables[0].texts == ["XFD2": "1", "A1048576": "2"])
    #expect(report.tables[0].rows.map(\.number) == [2, 1_048_576])
  }

  @Test("rows and cells without a name follow the one before")
  func unnamed() throws {
    let report = try SheetFile(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"/><row><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row>"
    )
    .read()
    #expect(report.tables[0].texts == ["A1": "1", "B1": "2", "C5": "3", "D5": "4"])
  }

  @Test("a merged cell is found from every row that it covers")
  func merged() throws {
    let report = try SheetFile(
      """
      <row r="1"><c r="A1" t="str"><v>Priority 1</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>
      <row r="3"><c r="A3" t="str"><v>lost</v></c><c r="B3"><v>3</v></c></row>
      <row r="5"><c r="B5" t="str"><v>2023-24</v></c><c r="E5"><v>5</v></c></row>
      """,
      after: "<mergeCells><mergeCell ref=\"B5:D6\"/><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"H8:I9\"/></mergeCells>"
    ).read()
    let table = report.tables[0]
    #expect(table.rows.map { table.text(of: $0.cells[0]) } == ["Priority 1", "Priority 1", "Priority 1", "2023-24"])
    #expect(table.rows[0].cells[0].rowSpan == 3)
    #expect(table.rows[2].cells[0].continues == .sheetCell("Values", row: 1, column: 1))
    #expect(table.rows[3].cells.map(\.columnSpan) == [3, 1])
    #expect(
      report.notes == [SourceNote(.coveredByMergedCell, at: .sheetCell("Values", row: 3, column: 1), verbatim: "lost")])
  }

  @Test("what is hidden is read and noted: rows, columns and whole sheets")
  func hidden() throws {
    var file = SheetFile(
      """
      <row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c></row>
      <row r="2" hidden="1"><c r="A2"><v>5</v></c></row><row r="3" hidden="true"><c r="A3"><v>6</v></c></row>
      <row r="4" hidden="1"/><row r="7" ht="0"><c r="A7"><v>7</v></c></row>
      """,
      before: "<cols><col min=\"1\" max=\"1\" width=\"9\"/><col min=\"3\" max=\"16384\" hidden=\"1\"/></cols>")
    file.sheets.append(("Workings", "<sheetData><row><c><v>8</v></c></row></sheetData>"))
    file.states["Workings"] = "veryHidden"
    let report = try file.read()
    #expect(report.tables.map(\.rows.count) == [4, 1])
    #expect(report.notes.allSatisfy { $0.matter == .hidden })
    #expect(
      report.notes.map(\.locator.description) == [
        "sheet 'Values', columns C to D", "sheet 'Values', rows 2 to 3", "sheet 'Values', row 7", "sheet 'Workings'",
      ])
  }

  @Test("a formula has the value it last had; one that never had any is noted")
  func formulas() throws {
    let report = try SheetFile(
      """
      <row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>12.300000000000001</v></c><c r="B1"><f>A1*2</f><v></v></c>
      <c r="C1"><f t="shared" si="0"/></c><c r="D1" t="str"><f>""</f><v></v></c></row>
      """
    ).read()
    #expect(report.tables[0].texts == ["A1": "12.3", "B1": "", "C1": ""])
    #expect(report.notes.map(\.matter) == [.formulaWithoutValue, .formulaWithoutValue])
    #expect(report.notes.map(\.locator.description) == ["sheet 'Values', cell B1", "sheet 'Values', cell C1"])
    #expect(report.notes.map(\.verbatim) == ["=A1*2", "="])
  }

  @Test("a number that is no day though its format says so stays a number, with a note")
  func noSuchDay() throws {
    let report = try SheetFile(
      "<row><c s=\"0\"><v>60</v></c><c s=\"0\" t=\"d\"><v>2024-03-31T00:00:00</v></c></row>",
      styles: formats(["dd/mm/yyyy"])
    ).read()
    #expect(report.tables[0].texts == ["A1": "60", "B1": "2024-03-31"])
    #expect(report.notes == [SourceNote(.noSuchDay, at: .sheetCell("Values", row: 1, column: 1), verbatim: "60")])
  }

  @Test("a status may be a colour and nothing else")
  func colours() throws {
    let styles = """
      <fonts><font/><font><color rgb="FF00B050"/></font></fonts>
      <fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill>
      <fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill></fills>
      <cellXfs><xf fontId="0" fillId="0"/><xf fontId="1"/><xf fillId="1"/><xf fillId="2"/></cellXfs>
      <dxfs><dxf><font><color rgb="FF0000FF"/></font></dxf></dxfs>
      """
    let report = try SheetFile(
      "<row><c s=\"1\"><v>1</v></c><c s=\"2\"/><c s=\"3\"/><c s=\"99\"><v>2</v></c></row>", styles: styles
    ).read()
    #expect(report.tables[0].rows[0].cells.map(\.mark) == ["00B050", "FF0000", nil])
  }

  @Test(
    "a colour may be of the theme, in a shade of it, or one of the old numbered ones",
    arguments: [
      ("theme=\"9\"", "70AD47"), ("theme=\"5\"", "ED7D31"), ("theme=\"9\" tint=\"-0.249977111117893\"", "548235"),
      ("theme=\"9\" tint=\"0.39997558519241921\"", "A9CE91"), ("indexed=\"10\"", "FF0000"), ("indexed=\"2\"", "FF0000"),
      ("indexed=\"50\"", "99CC00"), ("theme=\"99\"", nil), ("indexed=\"64\"", nil),
      ("theme=\"9\" tint=\"7\"", "70AD47"),
    ])
  func namedColours(colour: String, shown: String?) throws {
    let styles =
      "<fills><fill/><fill><patternFill patternType=\"solid\"><fgColor \(colour)/></patternFill></fill></fills>"
      + "<cellXfs><xf fillId=\"1\"/></cellXfs>"
    #expect(try themed("<row><c s=\"0\"><v>1</v></c></row>", styles).tables[0].rows[0].cells[0].shading == shown)
  }

  @Test("a workbook may number colours of its own; text in the theme's black is not coloured")
  func ownColours() throws {
    let styles =
      "<fonts><font><color theme=\"1\"/></font><font><color indexed=\"1\"/></font><font><color theme=\"9\"/></font></fonts>"
      + "<cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs>"
      + "<colors><indexedColors><rgbColor rgb=\"00000000\"/><rgbColor rgb=\"0012AB34\"/></indexedColors></colors>"
    let cells = (0...2).map { "<c s=\"\($0)\"><v>1</v></c>" }.joined()
    #expect(
      try themed("<row>\(cells)</row>", styles).tables[0].rows[0].cells.map(\.textColour) == [nil, "12AB34", "70AD47"])
  }

  private func themed(_ rows: String, _ styles: String) throws -> SourceDocument {
    let accents = ["4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"].enumerated().map {
      "<a:accent\($0 + 1)><a:srgbClr val=\"\($1)\"/></a:accent\($0 + 1)>"
    }
    let theme =
      "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:themeElements><a:clrScheme>"
      + "<a:dk1><a:sysClr val=\"windowText\" lastClr=\"000000\"/></a:dk1>\(accents.joined())"
      + "</a:clrScheme></a:themeElements></a:theme>"
    let link =
      "<Relationship Id=\"h\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme\" Target=\"theme.xml\"/></Relationships>"
    let files = SheetFile(rows, styles: styles).files.map { file in
      guard file.name == "xl/_rels/workbook.xml.rels" else { return file }
      let links = String(decoding: file.content, as: UTF8.self).replacing("</Relationships>", with: link)
      return (file.name, Array(links.utf8))
    }
    return try SourceDocument(storedZip(files + [("xl/theme.xml", Array(theme.utf8))]), named: "figures.xlsx")
  }

  @Test("escaped characters are what they stand for")
  func escapes() throws {
    let report = try SheetFile(
      "<row><c t=\"s\"><v>0</v></c></row>",
      strings: ["<t>one_x000D_\ntwo_x0009_x_x005F_x0041__x0001__xD83D__xDE00_ _x00</t>"]
    ).read()
    #expect(report.tables[0].texts["A1"] == "one\ntwo\tx_x0041_😀 _x00")
  }

  @Test("the header of a table made in Excel is a header; comments and drawings are listed")
  func parts() throws {
    var file = SheetFile("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>")
    file.links = [
      ("table", "../tables/table1.xml"), ("comments", "../comments1.xml"), ("drawing", "../drawings/d.xml"),
    ]
    file.parts = [
      "xl/tables/table1.xml": root("table", "").replacing("<table ", with: "<table ref=\"A2:B9\" "),
      "xl/comments1.xml": root(
        "comments",
        "<commentList><comment ref=\"A1\"><text><r><t>Check </t></r><r><t>this</t></r></text></comment></commentList>"),
    ]
    let report = try file.read()
    #expect(report.tables[0].rows.map(\.isHeader) == [false, true])
    #expect(report.notes.map(\.matter) == [.partLeftOut, .objectLeftOut])
    #expect(report.notes[0].verbatim == "Check this")
  }

  @Test("strict workbooks and those that use a prefix are read alike")
  func namespaces() throws {
    var file = SheetFile("<row><c><v>1</v></c></row>")
    let strict = root("worksheet", file.sheets[0].xml)
      .replacing(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
    file.sheets[0].xml = ""
    let files = file.files.map { $0.name.hasSuffix("sheet0.xml") ? ($0.name, Array(strict.utf8)) : $0 }
    #expect(try SourceDocument(storedZip(files), named: "strict.xlsx").tables[0].texts == ["A1": "1"])
  }
}

@Suite("A bad workbook is refused with a reason, and harms nobody")
struct HostileWorkbookTests {
  private func refusal(_ file: SheetFile, limits: ReadLimits = .council) -> ReadError? {
    refusal(file.bytes, limits: limits)
  }

  private func refusal(_ bytes: [UInt8], limits: ReadLimits = .council) -> ReadError? {
    do throws(ReadError) {
      _ = try SourceDocument(bytes, named: "figures.xlsx", limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "an entity bomb, in any part that is read",
    arguments: ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet0.xml"])
  func entities(part: String) {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>"
    let files = SheetFile("").files.map { $0.name == part ? ($0.name, Array(bomb.utf8)) : $0 }
    let error = refusal(storedZip(files))
    #expect(error?.trouble == .doctype)
    #expect(error?.place == "\(part), line 1")
  }

  @Test("a sheet that unpacks too far")
  func bomb() throws {
    var zip = ZipWriter()
    for file in SheetFile("").files where !file.name.hasSuffix("sheet0.xml") { zip.add(file.name, file.content) }
    zip.add("xl/worksheets/sheet0.xml", [UInt8](repeating: 0x20, count: 8 << 20))
    #expect(refusal(try zip.bytes())?.trouble == .suspiciousRatio)
    var limits = ReadLimits.council
    limits.partBytes = 1 << 20
    #expect(refusal(try zip.bytes(), limits: limits)?.trouble == .inflatesTooFar(limit: 1 << 20))
  }

  @Test(
    "parts that are missing",
    arguments: ["xl/worksheets/sheet0.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"])
  func missing(part: String) {
    let error = refusal(storedZip(SheetFile("").files.filter { $0.name != part }))
    #expect(error?.trouble == .missingPart)
    #expect(error?.place == part)
  }

  @Test("a sheet that is listed and not there")
  func unlisted() {
    let files = SheetFile("").files.filter { $0.name != "xl/_rels/workbook.xml.rels" }
    #expect(
      refusal(storedZip(files))?.description.hasPrefix("figures.xlsx, sheet 'Values': the file lacks this part.")
        == true)
  }

  @Test("more cells, texts, styles, sheets or merged rows than a workbook has")
  func crowds() {
    var limits = ReadLimits.council
    limits.pieces = 1_000
    let cells = String(repeating: "<c><v>1</v></c>", count: 1_001)
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 500)
    var sheets = SheetFile("")
    sheets.sheets = (0...1_000).map { ("s\($0)", "") }
    let files = [
      SheetFile("<row>\(cells)</row>"), SheetFile("", strings: Array(repeating: "", count: 1_001)), sheets,
      SheetFile("", styles: "<cellXfs>\(String(repeating: "<xf/>", count: 1_001))</cellXfs>"),
      SheetFile(rows, after: String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 3)),
    ]
    for file in files { #expect(refusal(file, limits: limits)?.trouble == .tooManyPieces(limit: 1_000)) }
  }

  @Test("one long text that many cells refer to")
  func repeated() {
    var limits = ReadLimits.council
    limits.inflatedBytes = 200_000
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100)
    let file = SheetFile("<row>\(cells)</row>", strings: ["<t>\(String(repeating: "x", count: 10_000))</t>"])
    #expect(refusal(file, limits: limits)?.trouble == .inflatesTooFar(limit: 200_000))
  }

  @Test(
    "cells that are nowhere, out of order, or refer to nothing",
    arguments: [
      "<row r=\"0\"/>", "<row r=\"-1\"/>", "<row r=\"1048577\"/>", "<row r=\"99999999999999999999\"/>",
      "<row r=\"x\"/>",
      "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1\"/><row r=\"1\"/>", "<row r=\"1\"><c r=\"A2\"/></row>",
      "<row><c r=\"B1\"/><c r=\"A1\"/></row>", "<row><c r=\"XFE1\"/></row>", "<row><c r=\"ZZZZZZZZZZZZZZ1\"/></row>",
      "<row><c r=\"\"/></row>", "<row><c t=\"s\"><v>0</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>", "<c/>",
    ])
  func misplaced(rows: String) throws {
    let error = try #require(refusal(SheetFile(rows)))
    guard case .malformedXML = error.trouble else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("a macro sheet in a workbook that claims to have no macros")
  func macroSheet() {
    let files = SheetFile("").files.map { file in
      let macro = "<Override PartName=\"/xl/m.xml\" ContentType=\"application/vnd.ms-excel.macrosheet+xml\"/></Types>"
      let content = String(decoding: file.content, as: UTF8.self).replacing("</Types>", with: macro)
      return (file.name, Array(content.utf8))
    }
    #expect(refusal(storedZip(files))?.trouble == .macros)
  }

  @Test("what no program writes is read as far as it makes sense")
  func odd() throws {
    let report = try SheetFile(
      """
      <v>1</v><row spans="x"><c s="-7"><v>1<x/>2</v><f/></c><c s="99999999999999999999"><v>NaN</v></c><c t="z"><v>z</v></c>
      <c t="b"><v>7</v></c><c><v>1E999999999</v></c><is><t>adrift</t></is></row>
      """,
      after:
        "<mergeCell ref=\"B2\"/><mergeCell ref=\"B2:A1\"/><mergeCell/><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B1:D9\"/>",
      before: "<cols><col min=\"9\" max=\"2\" hidden=\"1\"/><col min=\"0\" max=\"99999999\" hidden=\"1\"/></cols>"
    ).read()
    #expect(report.tables[0].rows.count == 1)
  }

  private let small = SheetFile(
    "<row r=\"1\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>_x0041_</t></is></c></row>",
    styles: formats(["0%"]), strings: ["<t>x</t>"], after: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>")

  @Test("a good workbook cut at any byte is refused")
  func cuts() {
    let bytes = small.bytes
    for length in 4..<bytes.count { #expect(refusal(Array(bytes.prefix(length))) != nil) }
  }

  @Test("a sheet with any byte changed is refused or read, never fatal")
  func changes() {
    let files = small.files
    for part in files.indices where files[part].name.hasPrefix("xl/") && !files[part].name.contains("_rels") {
      for index in files[part].content.indices {
        for replacement in "</9\u{0}".utf8 {
          var changed = files
          changed[part].content[index] = replacement
          if let error = refusal(storedZip(changed)) { #expect(error.file == "figures.xlsx") }
        }
      }
    }
  }
}
