import Testing

@testable import Documents

private func item(_ words: String, list: Int, level: Int = 0) -> String {
  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr></w:pPr><w:r><w:t>\(words)</w:t></w:r></w:p>"
}

private func level(_ number: Int, _ format: String, _ text: String, _ more: String = "") -> String {
  "<w:lvl w:ilvl=\"\(number)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
}

private func pattern(_ id: Int, _ levels: String) -> String {
  "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels)</w:abstractNum>"
}

private func list(_ id: Int, pattern: Int, _ more: String = "") -> String {
  "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(pattern)\"/>\(more)</w:num>"
}

private func read(_ body: String, _ numbering: String, styles: String = "") throws -> SourceDocument {
  try WordFile(body, parts: ["numbering": numbering, "styles": styles]).read()
}

@Suite("The numbers that Word sets by itself are read as they are printed")
struct WordNumberingTests {
  @Test("outline numbers count on, and begin anew under the next")
  func outline() throws {
    let numbering = pattern(0, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")) + list(1, pattern: 0)
    let report = try read(
      item("Homes", list: 1) + item("Let", list: 1, level: 1) + item("Built", list: 1, level: 1)
        + item("Streets", list: 1) + item("Swept", list: 1, level: 1), numbering)
    #expect(report.paragraphs.map(\.number) == ["1.", "1.1", "1.2", "2.", "2.1"])
    #expect(report.paragraphs.map(\.text) == ["Homes", "Let", "Built", "Streets", "Swept"])
  }

  @Test(
    "letters, Roman figures and others",
    arguments: [
      ("lowerLetter", "(%1)", ["(a)", "(b)", "(c)"]), ("upperLetter", "%1", ["A", "B", "C"]),
      ("lowerRoman", "%1)", ["i)", "ii)", "iii)"]), ("upperRoman", "%1", ["I", "II", "III"]),
      ("decimalZero", "PM%1", ["PM01", "PM02", "PM03"]), ("ordinal", "%1", ["1st", "2nd", "3rd"]),
      ("bullet", "•", [nil, nil, nil]), ("none", "", [nil, nil, nil]),
    ])
  func formats(format: String, text: String, numbers: [String?]) throws {
    let numbering = pattern(0, level(0, format, text)) + list(1, pattern: 0)
    let report = try read(item("x", list: 1) + item("y", list: 1) + item("z", list: 1), numbering)
    #expect(report.paragraphs.map(\.number) == numbers)
  }

  @Test("two lists of one pattern count on, unless one says where it starts")
  func restarts() throws {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"
    let numbering =
      pattern(0, level(0, "decimal", "%1")) + list(1, pattern: 0) + list(2, pattern: 0) + list(3, pattern: 0, start)
    let report = try read([1, 2, 3, 3, 1].map { item("x", list: $0) }.joined(), numbering)
    #expect(report.paragraphs.map(\.number) == ["1", "2", "5", "6", "7"])
  }

  @Test("a heading is numbered by its style, on the level that the list has for it")
  func styles() throws {
    let styles =
      "<w:style w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      + "<w:style w:styleId=\"H2\"><w:name w:val=\"heading 2\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    let numbering =
      pattern(
        0,
        level(0, "upperRoman", "%1", "<w:pStyle w:val=\"H1\"/>")
          + level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/><w:isLgl/>"))
      + list(1, pattern: 0)
    func heading(_ style: String) -> String {
      "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    }
    let report = try read(heading("H1") + heading("H2") + heading("H2"), numbering, styles: styles)
    #expect(report.paragraphs.map(\.number) == ["I", "1.1", "1.2"])
    #expect(report.paragraphs.map(\.style) == [.heading(1), .heading(2), .heading(2)])
  }

  @Test("in a cell the number is part of the text: a column of references may have nothing else")
  func cells() throws {
    let numbering = pattern(0, level(0, "decimal", "A%1")) + list(1, pattern: 0)
    let rows = ["Plant trees", "Mend roofs"].map {
      "<w:tr><w:tc>\(item("", list: 1))</w:tc><w:tc><w:p><w:r><w:t>\($0)</w:t></w:r></w:p></w:tc></w:tr>"
    }
    let report = try read("<w:tbl>\(rows.joined())</w:tbl>", numbering)
    #expect(report.tables[0].rows.map { $0.cells.map(\.text) } == [["A1", "Plant trees"], ["A2", "Mend roofs"]])
  }

  @Test("what no program writes has no number, or one that is not too long")
  func odd() throws {
    let many = String(repeating: "%1", count: 500)
    let numbering =
      pattern(0, level(0, "lowerLetter", many, "<w:start w:val=\"99999999\"/>") + level(99, "decimal", "%1"))
      + list(1, pattern: 0) + list(2, pattern: 7)
    let report = try read(
      item("x", list: 1) + item("y", list: 1, level: 99) + item("z", list: 2) + item("w", list: 3)
        + item("v", list: 1, level: -1), numbering)
    #expect(report.paragraphs[0].number?.utf8.count ?? 0 <= 200)
    #expect(report.paragraphs.dropFirst().map(\.number) == [nil, nil, nil, nil])
  }
}

@Suite("Content controls and text boxes are read where they stand")
struct WordControlTests {
  private func control(_ content: String) -> String {
    "<w:sdt><w:sdtPr><w:alias w:val=\"Status\"/><w:text/></w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
  }

  private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  private func cell(_ content: String) -> String { "<w:tc><w:tcPr/>\(content)</w:tc>" }

  @Test("around words, in a cell, around a cell, around a row and around a table")
  func controls() throws {
    let words = "<w:p>\(control("<w:r><w:t>Green</w:t></w:r>"))<w:r><w:t> again</w:t></w:r></w:p>"
    let first = "<w:tr>\(cell(control(paragraph("in"))))\(control(cell(paragraph("around"))))</w:tr>"
    let second = control("<w:tr>\(cell(paragraph("row")))\(cell(words))</w:tr>")
    let report = try WordFile(words + control("<w:tbl>\(first)\(second)</w:tbl>")).read()
    #expect(report.paragraphs.map(\.text) == ["Green again"])
    #expect(report.tables[0].rows.map { $0.cells.map(\.text) } == [["in", "around"], ["row", "Green again"]])
    #expect(
      report.tables[0].rows[1].cells.map(\.locator) == [
        .cell(table: 1, row: 2, column: 1), .cell(table: 1, row: 2, column: 2),
      ])
  }

  @Test("a text box in a cell is part of the cell; an old one in the text stands before its paragraph")
  func boxes() throws {
    let box = "<w:r><w:pict><w:txbxContent>\(paragraph("boxed"))</w:txbxContent></w:pict></w:r>"
    let report = try WordFile(
      "<w:p>\(box)<w:r><w:t>text</w:t></w:r></w:p><w:tbl><w:tr>\(cell("<w:p>\(box)<w:r><w:t>cell</w:t></w:r></w:p>"))</w:tr></w:tbl>"
    ).read()
    #expect(report.paragraphs.map(\.text) == ["boxed", "text"])
    #expect(report.tables[0].rows[0].cells[0].text == "boxed\ncell")
  }

  @Test("a table in a table in a table: each says where it stood")
  func nested() throws {
    let inner = "<w:tbl><w:tr>\(cell(paragraph("c")))</w:tr></w:tbl><w:p/>"
    let middle = "<w:tbl><w:tr>\(cell(paragraph("b") + inner))</w:tr></w:tbl><w:p/>"
    let report = try WordFile("<w:tbl><w:tr>\(cell(paragraph("a")))\(cell(middle))</w:tr></w:tbl>").read()
    let tables = report.tables.sorted { $0.locator.description < $1.locator.description }
    #expect(
      tables.map(\.nestedIn) == [nil, .cell(table: 1, row: 1, column: 2), .cell(table: 2, row: 1, column: 1)])
    #expect(tables.map { $0.rows[0].cells[0].text } == ["a", "b", "c"])
  }
}
