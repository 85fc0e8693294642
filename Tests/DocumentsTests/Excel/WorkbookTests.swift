import Testing

@testable import Documents

/// A data pack as it is published beside a quarter's report.
enum SamplePack {
  static let values = Workbook.Sheet(
    "Values", title: "Figures by measure and quarter",
    columns: ["Measure", "Period", "Actual", "Target", "Share", "As at", "Commentary"],
    rows: [
      [
        .text("Calls answered"), .text("2023-24 Q2"), .number("93"), .number("90.50"), .percent("93.5"),
        .day("2023-09-30"), .text("Calls were answered faster after the new rota.\nThe target is met."),
      ],
      [
        .text("Satisfied customers"), .text("2023-24 Q2"), .number("-0.07"), .empty, .percent("100"),
        .day("1900-03-01"), .text("=HYPERLINK(\"https://example.org\",\"x\")"),
      ],
      [
        .text("Days to re-let a home"), .text("2023-24 Q2"), .number("12345678901234567890"), .number("007"),
        .percent("not known"), .day("1900-02-28"), .text(" -3 & <b>_x0041_</b> \u{1}£\u{FFFF}😀"),
      ],
    ])

  static let book = Workbook(
    title: "Corporate plan figures, Quarter 2 2023-24",
    notes: ["The figures are the council's own.", "An empty cell means that no figure was due."],
    sheets: [
      values,
      Workbook.Sheet("Measures", columns: ["Name", "Polarity"], rows: [[.text("Calls"), .text("high is good")]]),
    ])
}

@Suite("A data pack is a workbook that people can use and nothing can abuse")
struct WorkbookTests {
  @Test("what is written is read as the same cells")
  func roundTrip() throws {
    let read = try SourceDocument(SamplePack.book.bytes(), named: "pack.xlsx")
    #expect(read.notes == [])
    #expect(read.tables.map(\.locator.description) == ["sheet 'Cover'", "sheet 'Values'", "sheet 'Measures'"])
    #expect(
      read.tables[0].texts == [
        "A1": SamplePack.book.title, "A2": "The figures are the council's own.",
        "A3": "An empty cell means that no figure was due.", "A4": "Values: Figures by measure and quarter",
        "A5": "Measures",
      ])
    let values = read.tables[1]
    #expect(values.rows.map(\.isHeader) == [false, true, false, false, false])
    #expect(
      values.rows.map { $0.cells.map(\.text) } == [
        ["Figures by measure and quarter"], ["Measure", "Period", "Actual", "Target", "Share", "As at", "Commentary"],
        [
          "Calls answered", "2023-24 Q2", "93", "90.50", "93.5%", "2023-09-30",
          "Calls were answered faster after the new rota.\nThe target is met.",
        ],
        [
          "Satisfied customers", "2023-24 Q2", "-0.07", "100%", "1900-03-01",
          "=HYPERLINK(\"https://example.org\",\"x\")",
        ],
        [
          "Days to re-let a home", "2023-24 Q2", "12345678901234567890", "007", "not known%", "1900-02-28",
          " -3 & <b>_x0041_</b> £😀",
        ],
      ])
    #expect(values.cell(at: .sheetCell("Values", row: 4, column: 4)) == nil)
  }

  @Test("every number of two decimals below 100 goes there and back, as a number and in percent")
  func hundredths() throws {
    let rows = (0..<10_000).map { hundredths in
      let text = "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
      return [Workbook.Cell.number(text), .percent(text)]
    }
    let book = Workbook(sheets: [Workbook.Sheet("Values", columns: ["Number", "Percent"], rows: rows)])
    let read = try SourceDocument(book.bytes(), named: "pack.xlsx").tables[0]
    for (row, cells) in zip(read.rows.dropFirst(), rows) {
      guard case .number(let text) = cells[0] else { continue }
      #expect(row.cells.map(\.text) == [text, text + "%"])
    }
  }

  @Test("the same workbook gives the same bytes")
  func deterministic() throws {
    #expect(try SamplePack.book.bytes() == SamplePack.book.bytes())
  }

  @Test("nothing in it is a formula, and what looks like one stays text when it is edited")
  func noFormulas() throws {
    let risky = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0"]
    let sheet = Workbook.Sheet(
      "=1", title: "=2", columns: risky.map { Workbook.Column($0) },
      rows: [risky.map(Workbook.Cell.text), risky.map(Workbook.Cell.number), risky.map(Workbook.Cell.day)])
    let book = Workbook(title: "=3", notes: risky, sheets: [sheet])
    let parts = parts(of: book)
    for (name, xml) in parts where name.hasPrefix("xl/worksheets/sheet") {
      #expect(!xml.contains("<f"), "\(name)")
    }
    let xml = try #require(parts["xl/worksheets/sheet2.xml"])
    #expect(xml.contains(#"<c r="A3" s="7" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>"#))
    #expect(xml.contains(#"<c r="C4" s="9"><v>-1</v></c>"#))
    #expect(try #require(parts["xl/styles.xml"]).contains(#"quotePrefix="1""#))
  }

  @Test("a column of text is formatted as Text, with its empty cells; other columns are not")
  func typedText() throws {
    let sheet = Workbook.Sheet(
      "Items", columns: [Workbook.Column("When", isText: true), "Remark", Workbook.Column("Figure")],
      rows: [
        [.text("Jun-24"), .text("Jun-24"), .number("7")], [.text("007"), .empty, .text("n/a")],
        [.text("=late"), .text("late"), .empty],
      ])
    let parts = parts(of: Workbook(sheets: [sheet]))
    let xml = try #require(parts["xl/worksheets/sheet1.xml"])
    let styles = try #require(parts["xl/styles.xml"])
    let looks = try #require(styles.split(separator: "<cellXfs").last).split(separator: "<xf ").dropFirst().map(
      String.init)
    /// How the cells of a sheet look, by their names; of a column, by its number.
    func look(_ pattern: Regex<(Substring, Substring)>) throws -> String {
      let number = try #require(xml.firstMatch(of: pattern)?.1)
      return looks[try #require(Int(number))]
    }
    for cell in [
      /<c r="A2" s="(\d+)"/, /<c r="A3" s="(\d+)"/, /<c r="A4" s="(\d+)"/, /<col min="1"[^>]* style="(\d+)"/,
    ] {
      #expect(try look(cell).hasPrefix(#"numFmtId="49""#))
    }
    #expect(try look(/<c r="A4" s="(\d+)"/).contains(#"quotePrefix="1""#))
    for cell in [/<c r="B2" s="(\d+)"/, /<c r="C2" s="(\d+)"/, /<c r="C3" s="(\d+)"/] {
      #expect(try !look(cell).hasPrefix(#"numFmtId="49""#))
    }
    #expect(!xml.contains(#"<col min="2" max="2" style="#))
    #expect(!xml.contains(/<col min="3"[^>]* style=/))
    let read = try SourceDocument(Workbook(sheets: [sheet]).bytes(), named: "items.xlsx")
    #expect(read.tables[0].rows.dropFirst().map { $0.cells[0].text } == ["Jun-24", "007", "=late"])
  }

  @Test("names of sheets, columns and tables are made such as Excel takes")
  func names() throws {
    let names = [
      "Values", "values", "", "History", "'a/b'", "[1]", "Housing, homelessness and rents (HRA)",
      "Housing, homelessness and rents (GF)",
    ]
    let columns: [Workbook.Column] = ["Actual", "actual", "", "Actual 2", "Two\nlines\u{1}", "Column 3"]
    let row = Array(repeating: Workbook.Cell.number("1"), count: 7)
    let book = Workbook(sheets: names.map { Workbook.Sheet($0, columns: columns, rows: [row]) })
    let read = try SourceDocument(book.bytes(), named: "pack.xlsx")
    #expect(
      read.tables.map(\.locator) == [
        .sheet("Values"), .sheet("values 2"), .sheet("Sheet"), .sheet("History_"), .sheet("ab"), .sheet("1"),
        .sheet("Housing, homelessness and rents"), .sheet("Housing, homelessness and ren 2"),
      ])
    #expect(
      read.tables[0].rows[0].cells.map(\.text) == [
        "Actual", "actual 2", "Column 3", "Actual 2 2", "Two lines", "Column 3 2", "Column 7",
      ])
    let tables = parts(of: book).filter { $0.key.hasPrefix("xl/tables/") }
    #expect(tables.count == names.count)
    #expect(tables["xl/tables/table1.xml"]?.contains(#"displayName="Table_Values" ref="A1:G2""#) == true)
    #expect(tables["xl/tables/table7.xml"]?.contains(#"displayName="Table_Housing__homelessness_and_rents""#) == true)
  }

  @Test("a workbook has its title and its language, and no clock")
  func properties() throws {
    let parts = parts(of: SamplePack.book)
    let core = try #require(parts["docProps/core.xml"])
    #expect(core.contains("<dc:title>Corporate plan figures, Quarter 2 2023-24</dc:title>"))
    #expect(core.contains("<dc:language>en-GB</dc:language>"))
    #expect(parts.values.allSatisfy { !$0.contains("dcterms") && !$0.contains("mergeCell") })
  }

  @Test("a header may stay in sight, and is repeated on every page")
  func header() throws {
    var sheet = SamplePack.values
    sheet.freezesHeader = true
    sheet.name = "Tom's"
    let parts = parts(of: Workbook(sheets: [sheet]))
    #expect(parts["xl/worksheets/sheet1.xml"]?.contains(#"<pane ySplit="2" topLeftCell="A3""#) == true)
    #expect(parts["xl/workbook.xml"]?.contains("&#39;Tom&#39;&#39;s&#39;!$2:$2") == true)
  }

  @Test("a row is as high as its longest text, and a header stands over its figures")
  func looks() throws {
    let long = String(repeating: "The new rota brought more people to the telephones. ", count: 6)
    let rows: [[Workbook.Cell]] = [
      [.text("Calls"), .number("93"), .text(long)], [.text("Rents"), .empty, .text("one\ntwo")],
    ]
    let parts = parts(
      of: Workbook(sheets: [Workbook.Sheet("Values", columns: ["Measure", "Actual", "Why"], rows: rows)]))
    let xml = try #require(parts["xl/worksheets/sheet1.xml"])
    #expect(xml.contains(#"<row r="1"><c r="A1" s="4""#))
    #expect(xml.contains(#"<c r="B1" s="5""#))
    #expect(xml.contains(#"<row r="2" ht="78.75">"#))
    #expect(xml.contains(#"<row r="3" ht="31.5">"#))
    #expect(xml.contains(#"<col min="3" max="3" width="63" customWidth="1"/>"#))
  }

  @Test("sheets without rows, without columns, and no sheets at all are still workbooks")
  func empty() throws {
    let sheets = [Workbook.Sheet("None", columns: ["A"], rows: []), Workbook.Sheet("Nothing", columns: [], rows: [])]
    #expect(
      try SourceDocument(Workbook(sheets: sheets).bytes(), named: "pack.xlsx").tables.map(\.rows.count) == [1, 0])
    #expect(try SourceDocument(Workbook(sheets: []).bytes(), named: "pack.xlsx").tables.count == 1)
    #expect(parts(of: Workbook(sheets: sheets))["xl/tables/table1.xml"]?.contains(#"ref="A1:A2""#) == true)
  }

  @Test("what no sheet can hold is refused or cut, never written to a file that won't open")
  func tooMuch() throws {
    let rows = Array(repeating: [Workbook.Cell.empty], count: 1_048_576)
    #expect(throws: ZipFailure("sheet 'Long' has more rows or columns than Excel can hold")) {
      try Workbook(sheets: [Workbook.Sheet("Long", columns: ["A"], rows: rows)]).bytes()
    }
    let text = String(repeating: "😀", count: 20_000)
    let book = Workbook(sheets: [Workbook.Sheet("Long", columns: ["A"], rows: [[.text(text)]])])
    let read = try SourceDocument(book.bytes(), named: "pack.xlsx").tables[0].texts["A2"]
    #expect(read?.utf16.count == 32_766)
  }

  /// The parts of a workbook as text.
  private func parts(of book: Workbook) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: book.parts(book.writtenSheets).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }
}
