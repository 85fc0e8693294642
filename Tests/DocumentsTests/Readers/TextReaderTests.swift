import Foundation
import Testing

@testable import Documents

private func read(_ text: String) throws -> SourceDocument {
  try SourceDocument(Array(text.utf8), named: "pasted.txt")
}

@Suite("Text is read in whatever characters it comes")
struct EncodingTests {
  @Test(
    "one line, five encodings",
    arguments: ["utf-8-mark.txt", "utf-16-little.txt", "utf-16-big.txt", "utf-16-odd.txt"])
  func unicode(name: String) async throws {
    let file = try await Scripts.hostile.value.appending(path: name)
    let document = try SourceDocument(path: file.path)
    #expect(document.paragraphs.map(\.text) == ["Café £5 ●"])
    #expect(document.notes.map(\.matter) == (name == "utf-16-odd.txt" ? [.unreadableCharacters] : []))
  }

  @Test("what is no Unicode is taken for Windows-1252, and a note says so")
  func windows1252() async throws {
    let file = try await Scripts.hostile.value.appending(path: "windows-1252.txt")
    let document = try SourceDocument(path: file.path)
    #expect(document.paragraphs.map(\.text) == ["Café £5 – ‘fine’"])
    #expect(document.notes.map(\.matter) == [.readAsWindows1252])
  }

  @Test("lines are counted alike with any line ending", arguments: ["\n", "\r\n", "\r"])
  func lineEndings(end: String) throws {
    let document = try read(["one", "", "three", "four"].joined(separator: end))
    #expect(document.paragraphs.map(\.locator.description) == ["line 1", "line 3", "line 4"])
  }

  @Test("text beyond 16 MB is refused")
  func longText() {
    #expect(throws: ReadError(.tooLarge(bytes: 17 << 20, limit: 16 << 20), in: "long.txt")) {
      try SourceDocument([UInt8](repeating: 0x61, count: 17 << 20), named: "long.txt")
    }
  }
}

@Suite("Tables in text")
struct TextTableTests {
  @Test("a stacked table has a cell on every line that begins with a tab")
  func stacked() throws {
    let document = try read("Before\n\tA\n\tB\nmore of B\n\n\tC\n\tD\n\nAfter")
    #expect(document.tables.map { $0.rows.map { $0.cells.map(\.text) } } == [[["A", "B\nmore of B"], ["C", "D"]]])
    #expect(document.paragraphs.map(\.text) == ["Before", "After"])
  }

  @Test("some blank lines don't end a table whose rows go on alike; a different row begins another")
  func gaps() throws {
    let document = try read("\tA\n\tB\n\n\n\n\tC\n\tD\n\n\n\tE\n")
    #expect(document.tables.map(\.rows.count) == [2, 1])
  }

  @Test("a ruled table has a row on every line")
  func ruled() throws {
    let document = try read("Service plan\n\nRef\tMilestone\tProgress\nRN1\tPlant trees\t25%\n\t\t10%\n\nNext")
    #expect(
      document.tables.map { $0.rows.map { $0.cells.map(\.text) } }
        == [[["Ref", "Milestone", "Progress"], ["RN1", "Plant trees", "25%"], ["", "", "10%"]]])
    #expect(document.tables[0].rows[1].cells[2].locator.description == "table 1, row 2, column 3")
    #expect(document.tables[0].rows[1].cells[2].line == 4)
  }

  @Test("a row of names and figures within a table is no chart")
  func noChart() throws {
    let document = try read("A\tB\tC\tD\t\nx\ty\t1\t2\t\nz\tw\t3\t4\t\n\nend")
    #expect(document.charts == [])
    #expect(document.tables.map(\.rows.count) == [3])
  }

  @Test("tab-separated rows alone are a table, too")
  func tabSeparated() async throws {
    let document = try await SourceDocument(path: Scripts.hostile.value.appending(path: "rows.tsv").path)
    #expect(document.kind == .tsv)
    #expect(
      document.tables.map { $0.rows.map { $0.cells.map(\.text) } } == [
        [["Name", "Actual"], ["Calls", "93"], ["Complaints", "94"]]
      ])
  }
}

@Suite("Inline notes in text")
struct InlineNotesTests {
  @Test("a footnote that spills over lines leaves its heading whole")
  func spill() throws {
    let document = try read("[footnoteRef:3]Indicators – Q2 [3:  now 10\nvs. 8\n] \nnext")
    #expect(document.paragraphs.map(\.text) == ["Indicators – Q2", "next"])
    #expect(document.paragraphs.map(\.locator) == [.line(1), .line(4)])
    #expect(document.footnotes == [SourceFootnote(number: 3, text: "now 10\nvs. 8", at: .footnote(3))])
    #expect(document.paragraphs[0].footnotes == [3])
  }

  @Test("a footnote may hold brackets of its own, and stand in a cell")
  func brackets() throws {
    let document = try read("\tCalls[footnoteRef:1] answered [1:  [sic] as printed]\n\t93%\n")
    #expect(document.tables[0].rows[0].cells.map(\.text) == ["Calls answered", "93%"])
    #expect(document.tables[0].rows[0].cells[0].footnotes == [1])
    #expect(document.footnotes.map(\.text) == ["[sic] as printed"])
  }

  @Test(
    "brackets that are no notes are text",
    arguments: [
      "[CATEGORY NAME]", "Actual [2023]", "[1", "[footnoteRef:", "[1: never closed", "[footnoteRef:12345678]", "[]",
      "[image:",
    ])
  func ordinaryBrackets(text: String) throws {
    #expect(try read(text).paragraphs.map(\.text) == [text])
  }

  @Test("a call without its text is noted")
  func adrift() throws {
    #expect(try read("Calls[footnoteRef:7] answered").notes == [SourceNote(.footnoteAdrift, at: .footnote(7))])
  }

  @Test("bookmarks and pictures go")
  func marks() throws {
    #expect(
      try read("[image: ]Achievements\n· [bookmark: _Int_x]Taranto").paragraphs.map(\.text) == [
        "Achievements", "Taranto",
      ])
  }

  @Test("a megabyte of opening brackets takes no longer than it should", .timeLimit(.minutes(1)))
  func manyBrackets() throws {
    _ = try read(String(repeating: "[1: ", count: 20_000))
    _ = try read(String(repeating: "[1: \n", count: 20_000))
  }
}

@Suite("What a file is, its contents tell")
struct FileKindTests {
  @Test(
    "by its first bytes and its parts",
    arguments: [
      ("good.docx", FileKind.word), ("workbook.xlsx", .workbook), ("macros.docm", .macros), ("macros.xlsm", .macros),
      ("binary.xlsb", .binaryWorkbook), ("old.doc", .oldOffice), ("protected.docx", .encrypted),
      ("encrypted.docx", .encrypted),
      ("report.pdf", .pdf), ("document.odt", .openDocument), ("archive.zip", .archive),
      ("truncated.docx", .damagedArchive),
      ("rows.csv", .csv), ("rows.tsv", .tsv), ("utf-8-mark.txt", .text), ("picture.txt", .binary),
      ("empty.docx", .empty),
    ])
  func sniffed(name: String, kind: FileKind) async throws {
    let file = try await Scripts.hostile.value.appending(path: name)
    #expect(FileKind(sniffing: [UInt8](try Data(contentsOf: file))) == kind)
  }

  @Test(
    "prose with commas is text",
    arguments: ["One, two.\nThree.\n", "A, b\n", "Leisure, parks\n\nHousing, homes, rents\n"])
  func prose(text: String) {
    #expect(FileKind(sniffing: Array(text.utf8)) == .text)
  }

  @Test("rows may be separated by semicolons and end in either way")
  func semicolons() {
    #expect(FileKind(sniffing: Array("a;b\r\n1;2\r\n".utf8)) == .csv)
    #expect(FileKind(sniffing: Array("a,b\r1,2".utf8)) == .csv)
  }
}
