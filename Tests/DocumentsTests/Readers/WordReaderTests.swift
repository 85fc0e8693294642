import Testing

@testable import Documents

private func text(_ words: String, run: String = "", paragraph: String = "") -> String {
  "<w:p><w:pPr>\(paragraph)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t xml:space=\"preserve\">\(words)</w:t></w:r></w:p>"
}

private func row(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }

private func cell(_ content: String, _ properties: String = "") -> String {
  "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
}

private func style(_ id: String, _ name: String, basedOn: String = "", _ properties: String = "") -> String {
  "<w:style w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:basedOn w:val=\"\(basedOn)\"/>\(properties)</w:style>"
}

@Suite("A Word document is read as its author sees it")
struct WordReaderTests {
  @Test("headings are known by the names of their styles, whatever the ids are called")
  func headings() throws {
    let styles =
      style("berschrift1", "heading 1") + style("Priority", "Our priorities", basedOn: "berschrift1")
      + style("Outlined", "Outlined", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>")
      + style("Ring", "Ring", basedOn: "Ring")
    let report = try WordFile(
      ["berschrift1", "Priority", "Outlined", "Ring", "Unknown"]
        .map { text($0, paragraph: "<w:pStyle w:val=\"\($0)\"/>") }.joined(),
      parts: ["styles": styles]
    ).read()
    #expect(report.paragraphs.map(\.style) == [.heading(1), .heading(1), .heading(3), .plain, .plain])
    #expect(report.paragraphs.map(\.locator.description) == (1...5).map { "paragraph \($0)" })
  }

  @Test("list items are those that are numbered, by themselves or by their style")
  func lists() throws {
    let numbered = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>"
    let not = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"
    let report = try WordFile(
      text("a", paragraph: numbered) + text("b", paragraph: "<w:pStyle w:val=\"Bullet\"/>")
        + text("c", paragraph: "<w:pStyle w:val=\"Bullet\"/>" + not),
      parts: [
        "styles": style("Bullet", "List Bullet", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>")
      ]
    ).read()
    #expect(report.paragraphs.map(\.style) == [.listItem(level: 1), .listItem(level: 0), .plain])
  }

  @Test("white space, breaks, tabs and special hyphens are kept")
  func characters() throws {
    let run = "<w:r><w:t xml:space=\"preserve\"> 79% </w:t><w:br/><w:t>of</w:t><w:tab/><w:t>all</w:t>"
    let report = try WordFile("<w:p>\(run)<w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F06C\"/></w:r></w:p>")
      .read()
    #expect(report.paragraphs.map(\.text) == [" 79% \nof\tall\u{2011}●"])
  }

  @Test("content controls, links, insertions and smart tags are transparent; field codes are not text")
  func transparent() throws {
    let wrapped = ["w:hyperlink", "w:ins", "w:smartTag", "w:fldSimple"].map {
      "<\($0)><w:r><w:t>\($0) </w:t></w:r></\($0)>"
    }
    let control =
      "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>\(text("controlled"))</w:sdtContent></w:sdt>"
    let field = "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
    let report = try WordFile("<w:p>\(wrapped.joined())\(field)</w:p>\(control)").read()
    #expect(report.paragraphs.map(\.text) == ["w:hyperlink w:ins w:smartTag w:fldSimple ", "controlled"])
  }

  @Test("a tracked deletion is left out, and a note says what it was and where")
  func deletions() throws {
    let deleted = "<w:del><w:r><w:delText>95%</w:delText></w:r></w:del>"
    let inserted = "<w:ins><w:r><w:t>79%</w:t></w:r></w:ins>"
    let moved = "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
    let mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    let gone = "<w:tr><w:trPr><w:del/></w:trPr>\(cell(text("an old row")))</w:tr>"
    let report = try WordFile(
      text("first") + "<w:p>\(mark)\(deleted)\(inserted)\(moved)</w:p><w:tbl>\(row(cell(text("kept"))))\(gone)</w:tbl>"
    ).read()
    #expect(report.paragraphs.map(\.text) == ["first", "79%"])
    #expect(report.tables.first?.rows.map { $0.cells.map(\.text) } == [["kept"]])
    #expect(
      report.notes == [
        SourceNote(.trackedDeletion, at: .paragraph(2), verbatim: "95%gone"),
        SourceNote(.trackedDeletion, at: .cell(table: 1, row: 2, column: 1), verbatim: "an old row"),
      ])
  }

  @Test("what is stated twice for older programs is read once")
  func fallbacks() throws {
    let box = "<w:txbxContent>\(text("in the box"))</w:txbxContent>"
    let report = try WordFile(
      "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>\(box)</w:drawing></mc:Choice>"
        + "<mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent><w:t>around it</w:t></w:r></w:p>"
    ).read()
    #expect(report.paragraphs.map(\.text) == ["in the box", "around it"])
  }
}

@Suite("A Word table keeps its grid, its marks and its places")
struct WordTableTests {
  @Test("cells below a spanning header keep the column of the grid")
  func columnSpans() throws {
    let header = row(cell(text("Indicator"), "<w:gridSpan w:val=\"2\"/>"), cell(text("Target")))
    let report = try WordFile("<w:tbl>\(header)\(row(cell(text("●")), cell(text("Calls")), cell(text("90%"))))</w:tbl>")
      .read()
    let places = report.tables[0].rows.map { $0.cells.map(\.locator.description) }
    #expect(places[0] == ["table 1, row 1, column 1", "table 1, row 1, column 3"])
    #expect(places[1].last == "table 1, row 2, column 3")
    #expect(report.tables[0].rows[0].cells[0].columnSpan == 2)
  }

  @Test("a cell merged downwards is found from every row that it covers")
  func rowSpans() throws {
    let start = cell(text("Priority 1"), "<w:vMerge w:val=\"restart\"/>")
    let more = cell("<w:p/>", "<w:vMerge/>")
    let report = try WordFile(
      "<w:tbl>\(row(start, cell(text("a"))))\(row(more, cell(text("b"))))\(row(more, cell(text("c"))))"
        + "\(row(cell(text("Priority 2")), cell(text("d"))))</w:tbl>"
    ).read()
    let table = report.tables[0]
    #expect(table.rows.map { table.text(of: $0.cells[0]) } == ["Priority 1", "Priority 1", "Priority 1", "Priority 2"])
    #expect(table.rows[0].cells[0].rowSpan == 3)
    #expect(table.rows[2].cells[0].continues == .cell(table: 1, row: 1, column: 1))
    #expect(table.rows[2].cells[0].text == "")
  }

  @Test(
    "the mark is the colour that a reader sees",
    arguments: [
      ("<w:color w:val=\"00b050\"/>", "", "00B050"), ("", "<w:shd w:fill=\"FF0000\"/>", "FF0000"),
      ("<w:color w:val=\"FFFFFF\"/>", "<w:shd w:fill=\"FF0000\"/>", "FF0000"),
      ("<w:color w:val=\"FFC000\"/>", "<w:shd w:fill=\"F2F2F2\"/>", "FFC000"),
      ("<w:color w:val=\"auto\"/>", "<w:shd w:fill=\"auto\"/>", nil), ("<w:highlight w:val=\"yellow\"/>", "", "FFFF00"),
      ("", "<w:shd w:val=\"solid\" w:color=\"00B050\" w:fill=\"auto\"/>", "00B050"),
      ("<w:rStyle w:val=\"Green\"/>", "", "00B050"), ("", "", nil),
    ])
  func marks(run: String, cellProperties: String, mark: String?) throws {
    let styles = style("Green", "On track", "<w:rPr><w:color w:val=\"00B050\"/></w:rPr>")
    let report = try WordFile(
      "<w:tbl>\(row(cell(text("●", run: run), cellProperties)))</w:tbl>", parts: ["styles": styles]
    ).read()
    #expect(report.tables[0].rows[0].cells[0].mark == mark)
  }

  @Test("the colour of a paragraph's mark or of a change that was made is no mark")
  func foreignColours() throws {
    let paragraphMark = "<w:rPr><w:color w:val=\"FF0000\"/></w:rPr>"
    let change = "<w:rPrChange><w:rPr><w:color w:val=\"FF0000\"/></w:rPr></w:rPrChange>"
    let report = try WordFile("<w:tbl>\(row(cell(text("●", run: change, paragraph: paragraphMark))))</w:tbl>").read()
    #expect(report.tables[0].rows[0].cells[0].mark == nil)
  }

  @Test("a nested table follows the outer one and says where it stood")
  func nested() throws {
    let inner = "<w:tbl>\(row(cell(text("inner"))))</w:tbl>"
    let report = try WordFile("<w:tbl>\(row(cell(text("outer") + inner + "<w:p/>")))</w:tbl>\(text("after"))").read()
    #expect(report.blocks.map(\.locator) == [.table(1), .table(2), .paragraph(1)])
    #expect(report.tables[0].rows[0].cells[0].text == "outer")
    #expect(report.tables[1].nestedIn == .cell(table: 1, row: 1, column: 1))
    #expect(report.tables[1].rows[0].cells[0].text == "inner")
  }

  @Test("paragraphs of a cell are lines; empty ones around them are not")
  func lines() throws {
    let report = try WordFile(
      "<w:tbl>\(row(cell("<w:p/>" + text("one") + "<w:p/>" + text("two ") + "<w:p/>")))</w:tbl>"
    ).read()
    #expect(report.tables[0].rows[0].cells[0].text == "one\n\ntwo ")
  }

  @Test("header rows are those that repeat on every page")
  func headerRows() throws {
    let header = "<w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell(text("Target")))</w:tr>"
    let report = try WordFile("<w:tbl>\(header)\(row(cell(text("90%"))))</w:tbl>").read()
    #expect(report.tables[0].rows.map(\.isHeader) == [true, false])
  }
}

@Suite("Footnotes, charts and the parts around the text")
struct WordPartsTests {
  private func call(_ id: Int) -> String {
    "<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id=\"\(id)\"/></w:r></w:p>"
  }

  private func footnote(_ id: Int, _ words: String, type: String = "normal") -> String {
    "<w:footnote w:type=\"\(type)\" w:id=\"\(id)\">\(text(words))</w:footnote>"
  }

  @Test("footnotes are numbered as Word prints them, in the order of their calls")
  func footnotes() throws {
    let report = try WordFile(
      call(9) + call(4) + call(9),
      parts: ["footnotes": footnote(-1, "———", type: "separator") + footnote(4, " four ") + footnote(9, "nine")]
    ).read()
    #expect(report.footnotes.map(\.number) == [1, 2])
    #expect(report.footnotes.map(\.text) == ["nine", "four"])
    #expect(report.paragraphs.map(\.footnotes) == [[1], [2], [1]])
    #expect(report.blocks.map(\.locator) == [.paragraph(1), .footnote(1), .paragraph(2), .footnote(2), .paragraph(3)])
    #expect(report.notes == [])
  }

  @Test("the count of footnotes may start elsewhere, and a cell may call one")
  func footnoteInCell() throws {
    let report = try WordFile(
      "<w:tbl>\(row(cell(call(1))))</w:tbl>",
      parts: [
        "footnotes": footnote(1, "one"), "settings": "<w:footnotePr><w:numStart w:val=\"13\"/></w:footnotePr>",
      ]
    ).read()
    #expect(report.tables[0].rows[0].cells[0].footnotes == [13])
    #expect(report.blocks.map(\.locator.description) == ["table 1", "footnote 13"])
  }

  @Test("a call without a footnote and a footnote without a call are noted")
  func adrift() throws {
    let report = try WordFile(call(5), parts: ["footnotes": footnote(6, "nobody calls me")]).read()
    #expect(report.notes.map(\.matter) == [.footnoteAdrift, .footnoteAdrift])
    #expect(report.notes.map(\.verbatim) == ["", "nobody calls me"])
  }

  @Test("headers and footers are no part of the text, but are listed")
  func headers() throws {
    let report = try WordFile(
      text("body"), parts: ["header1": text("DRAFT – not for publication"), "footer1": "<w:p/>"]
    ).read()
    #expect(report.paragraphs.map(\.text) == ["body"])
    #expect(report.notes.map(\.locator.description) == ["word/header1.xml"])
    #expect(report.notes.map(\.verbatim) == ["DRAFT – not for publication"])
  }

  private func points(_ pairs: [(Int, String)]) -> String {
    pairs.map { "<c:pt idx=\"\($0)\"><c:v>\($1)</c:v></c:pt>" }.joined()
  }

  private func drawing(_ id: String) -> String {
    "<w:r><w:drawing><a:graphic><a:graphicData><c:chart r:id=\"\(id)\"/></a:graphicData></a:graphic></w:drawing></w:r>"
  }

  @Test("a chart stands where it is anchored, with its cached figures and the labels typed over them")
  func chart() throws {
    let label =
      "<c:dLbls><c:dLbl><c:idx val=\"2\"/><c:tx><c:rich><a:p><a:fld><a:t>[CATEGORY NAME]</a:t></a:fld><a:r><a:t>, 6, 60%</a:t>"
      + "</a:r></a:p></c:rich></c:tx></c:dLbl></c:dLbls>"
    let title =
      "<c:title><c:tx><c:rich><a:p><a:r><a:t>Flagship </a:t></a:r><a:r><a:t>Actions</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    let series =
      "<c:ser><c:tx><c:strRef><c:f>Sheet1!B1</c:f><c:strCache>\(points([(0, "Total")]))</c:strCache></c:strRef></c:tx>\(label)"
      + "<c:cat><c:strRef><c:strCache>\(points([(0, "AMBER"), (1, "RED"), (2, "GREEN")]))</c:strCache></c:strRef></c:cat>"
      + "<c:val><c:numRef><c:numCache>\(points([(0, "2"), (2, "5")]))</c:numCache></c:numRef></c:val></c:ser>"
    let report = try WordFile(
      text("before") + "<w:p>\(drawing("chart1"))</w:p>" + text("after"),
      parts: ["chart1": "<c:chart>\(title)<c:plotArea><c:pieChart>\(series)</c:pieChart></c:plotArea></c:chart>"]
    ).read()
    #expect(report.blocks.map(\.locator) == [.paragraph(1), .chart(1), .paragraph(2)])
    let chart = report.charts[0]
    #expect(chart.title == "Flagship Actions")
    #expect(chart.series[0].name == "Total")
    #expect(chart.categories == ["AMBER", "RED", "GREEN"])
    #expect(chart.values == ["2", nil, "5"])
    #expect(chart.labels == [SourceChart.Label("[CATEGORY NAME], 6, 60%", category: "GREEN")])
    #expect(chart.labels[0].value == "6")
  }

  @Test("a chart that claims a million points gets no more room than those it has")
  func sparseChart() throws {
    let series = "<c:ser><c:val>\(points([(999_999, "1")]))</c:val></c:ser>"
    let report = try WordFile(
      "<w:p>\(drawing("chart1"))</w:p>", parts: ["chart1": "<c:chart><c:plotArea>\(series)</c:plotArea></c:chart>"]
    ).read()
    #expect(report.charts[0].values.count < 100)
  }

  @Test("SmartArt is left out with all its words in a note")
  func diagram() throws {
    let frame =
      "<w:r><w:drawing><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\">"
      + "<d:relIds xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" r:dm=\"ID\"/></a:graphicData></a:graphic></w:drawing></w:r>"
    let words = ["Homes", "", "Streets"].map { "<a:p><a:r><a:t>\($0)</a:t></a:r></a:p>" }.joined()
    let report = try WordFile(
      "<w:p>\(frame.replacing("ID", with: "diagramData1"))</w:p><w:p>\(frame)</w:p>", parts: ["diagramData1": words]
    ).read()
    #expect(report.notes.map(\.matter) == [.objectLeftOut, .objectLeftOut])
    #expect(report.notes.map(\.verbatim) == ["SmartArt: Homes\nStreets", "SmartArt"])
  }

  @Test("a chart whose part is missing is noted")
  func missingChart() throws {
    let report = try WordFile("<w:p>\(drawing("rId99"))</w:p>").read()
    #expect(report.charts == [])
    #expect(report.notes.map(\.matter) == [.objectLeftOut])
  }
}
