import Foundation
import Testing

@testable import Documents

/// A sheet that somebody fills in: what it shows is locked, what it asks for is not.
private enum SampleForm {
  static let reasons = ["awaited, in arrears", "no activity", "suppressed"]
  static let stages = ["not started", "in progress", "complete"]

  static var sheet: Workbook.Sheet {
    var columns: [Workbook.Column] = ["Measure", "This time", "Reason", "Stage", "Forecast", "Row"]
    columns[1].width = 14
    columns[2].choices = reasons
    columns[3].choices = stages
    columns[5].isHidden = true
    let rows: [[Workbook.Cell]] = [
      [
        .text("Calls"), .entry("93.50"), .entry(""), .entry("complete"), .dayEntry("2025-09-30"),
        .text("indicator:calls"),
      ],
      [.text("Visits"), .entry("-3"), .entry("no activity"), .empty, .dayEntry(""), .text("indicator:visits")],
      [.text("Walks"), .entry("=1+1"), .entry(""), .entry(""), .dayEntry(""), .text("indicator:walks")],
    ]
    var sheet = Workbook.Sheet("Your figures", title: "Fill in", columns: columns, rows: rows, freezesHeader: true)
    sheet.isProtected = true
    return sheet
  }

  static let book = Workbook(title: "Returns", notes: ["Fill in the framed cells."], sheets: [sheet])
}

@Suite("A sheet to be filled in lets people change what it asks for and nothing else")
struct EntrySheetTests {
  private func part(_ name: String) throws -> String {
    let parts = SampleForm.book.parts(SampleForm.book.writtenSheets)
    return String(decoding: try #require(parts.first { $0.name == name }).bytes, as: UTF8.self)
  }

  @Test("what was filled in comes back as it was typed, hidden columns and lists too")
  func roundTrip() throws {
    let read = try SourceDocument(SampleForm.book.bytes(), named: "returns.xlsx")
    let form = read.tables[1]
    #expect(
      form.rows.dropFirst(2).map { $0.cells.map(\.text) } == [
        ["Calls", "93.50", "complete", "2025-09-30", "indicator:calls"],
        ["Visits", "-3", "no activity", "indicator:visits"], ["Walks", "=1+1", "indicator:walks"],
      ])
    #expect(read.tables.map(\.locator) == [.sheet("Cover"), .sheet("Your figures"), .sheet("Lists")])
    #expect(read.tables[2].rows.map { $0.cells.map(\.text) } == [["List 1"]] + SampleForm.reasons.map { [$0] })
    #expect(read.notes.map(\.locator) == [.sheetColumns("Your figures", 6...6), .sheet("Lists")])
  }

  @Test("the sheet is protected without a password, and only the cells to be filled in are unlocked")
  func protection() throws {
    let xml = try part("xl/worksheets/sheet2.xml")
    #expect(xml.contains(#"<sheetProtection sheet="1""#))
    #expect(!xml.contains("password") && !xml.contains("hashValue"))
    let styles = try part("xl/styles.xml")
    let unlocked = styles.components(separatedBy: "<xf ").dropFirst(2).enumerated()
      .filter { $0.element.contains(#"<protection locked="0"/>"#) }.map(\.offset)
    #expect(unlocked == [41, 42, 43] + Array(76...107))
    #expect(xml.contains(#"<c r="C3" s="41"/>"#) && xml.contains(#"<c r="E4" s="43"/>"#))
    #expect(xml.contains(#"<c r="A3" s="6" "#))
    #expect(!xml.contains(#"r="D4""#), "what is not asked for stays locked")
  }

  @Test(
    "a figure is a number to calculate with, shown as such, locked or to be filled in, and comes back as the number")
  func numbers() throws {
    let cells: [Workbook.Cell] = [
      .figure("1234.5", .init(.number, decimals: 2)), .figure("92.5", .init(.percent, decimals: 1), isEntry: true),
      .figure("-1200000", .init(.pounds, decimals: 0), isEntry: true),
      .figure("1234567890123456", .init(.number, decimals: 0)),
    ]
    let book = Workbook(
      title: "Figures", sheets: [.init("Sheet", title: "Figures", columns: ["a", "b", "c", "d"], rows: [cells])])
    let parts = Dictionary(
      book.parts(book.writtenSheets).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
    let sheet = try #require(parts.first { $0.key.hasPrefix("xl/worksheets/") && $0.value.contains("1234.5") }?.value)
    #expect(sheet.contains(#"<c r="A3" s="48"><v>1234.5</v>"#) && sheet.contains(#"<c r="B3" s="87"><v>0.925</v>"#))
    #expect(sheet.contains(#"<c r="C3" s="96"><v>-1200000</v>"#))
    let styles = try #require(parts["xl/styles.xml"])
    for code in ["#,##0.00", "0.0%", "[$£-809]#,##0"] { #expect(styles.contains(#"formatCode="\#(code)""#), "\(code)") }
    let read = try SourceDocument(book.bytes(), named: "figures.xlsx")
    #expect(read.tables.last?.rows.last?.cells.map(\.text) == ["1234.5", "92.5%", "-1200000", "1234567890123456"])
  }

  @Test("text that begins like a formula is text, and stays so when the cell is edited")
  func formulas() throws {
    let xml = try part("xl/worksheets/sheet2.xml")
    #expect(xml.contains(#"<c r="B4" s="42" t="inlineStr"><is><t xml:space="preserve">-3</t>"#))
    #expect(xml.contains(#"<c r="B5" s="42" t="inlineStr"><is><t xml:space="preserve">=1+1</t>"#))
    #expect(!xml.contains("<f>"))
  }

  @Test("a figure typed into an empty cell stands to the right, stays as it is typed, and bears no mark")
  func typedFigures() throws {
    var columns: [Workbook.Column] = ["Measure", "This time"]
    columns[1].takesFigures = true
    let rows: [[Workbook.Cell]] = [
      [.text("Calls"), .entry("")], [.text("Visits"), .entry("14/16")], [.text("Walks"), .entry("-3")],
    ]
    let book = Workbook(title: "Returns", sheets: [.init("Figures", columns: columns, rows: rows)])
    let parts = Dictionary(
      book.parts(book.writtenSheets).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
    let sheet = try #require(parts.first { $0.key.hasPrefix("xl/worksheets/") && $0.value.contains("14/16") }?.value)
    let styles = try #require(parts["xl/styles.xml"]).components(separatedBy: "<xf ").dropFirst(2).map(\.self)
    for (cell, isGuarded) in [("B", false), ("B", false), ("B", true)].enumerated().map({ ("B\($0 + 2)", $1.1) }) {
      let after = try #require(sheet.components(separatedBy: #"r="\#(cell)" s=""#).dropFirst().first)
      let style = styles[try #require(Int(after.prefix { $0.isNumber }))]
      #expect(style.contains(#"numFmtId="49""#) && style.contains(#"horizontal="right""#), "\(cell)")
      #expect(style.contains("quotePrefix") == isGuarded && style.contains(#"locked="0""#), "\(cell)")
    }
    #expect(sheet.contains(#"<ignoredError sqref="B2:B4" numberStoredAsText="1"/>"#))
    let read = try SourceDocument(book.bytes(), named: "returns.xlsx")
    #expect(read.tables.last?.rows.dropFirst(2).compactMap { $0.cells.last?.text } == ["14/16", "-3"])
  }

  @Test("a short list stands in the rule of its cells, one with commas on a hidden sheet")
  func lists() throws {
    let xml = try part("xl/worksheets/sheet2.xml")
    #expect(xml.contains(#"<dataValidations count="2">"#))
    #expect(xml.contains(#"sqref="C3:C5"><formula1>&#39;Lists&#39;!$A$2:$A$4</formula1>"#))
    #expect(xml.contains(#"sqref="D3 D5"><formula1>&quot;not started,in progress,complete&quot;</formula1>"#))
    let book = try part("xl/workbook.xml")
    #expect(book.contains(#"name="Lists" sheetId="3" state="hidden""#))
    #expect(!(try part("xl/worksheets/sheet1.xml")).contains("Lists"), "the cover links no hidden sheet")
  }

  @Test("Excel takes 255 characters of a list in a rule and not one more")
  func longLists() {
    let fits = ["a" + String(repeating: "b", count: 252), "c"]
    #expect(ChoiceLists.longest == fits.joined(separator: ",").count)
    func list(_ choices: [String]) -> Workbook.Sheet? {
      var column = Workbook.Column("Word")
      column.choices = choices
      return ChoiceLists([Workbook.Sheet("Form", columns: [column], rows: [])]).sheet
    }
    #expect(list(fits) == nil)
    #expect(list(fits + ["d"])?.rows.count == 3)
  }

  @Test("the header and what a row is of stay in sight")
  func frozen() throws {
    var sheet = SampleForm.sheet
    sheet.freezesFirstColumn = true
    let book = Workbook(sheets: [sheet])
    let xml = String(
      decoding: try #require(book.parts(book.writtenSheets).first { $0.name.hasSuffix("sheet1.xml") }).bytes,
      as: UTF8.self)
    #expect(xml.contains(#"<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>"#))
  }

  @Test("columns that nobody needs to see are hidden")
  func hidden() throws {
    let xml = try part("xl/worksheets/sheet2.xml")
    #expect(xml.components(separatedBy: #"hidden="1""#).count == 2)
    #expect(xml.contains(#"<col min="6" max="6""#))
  }
}
