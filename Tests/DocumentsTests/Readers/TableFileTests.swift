import Testing

@testable import Documents

private func read(_ bytes: [UInt8], named name: String = "figures.csv") throws -> SourceDocument {
  try SourceDocument(bytes, named: name)
}

private func read(_ text: String, named name: String = "figures.csv") throws -> SourceDocument {
  try read(Array(text.utf8), named: name)
}

private func rows(_ document: SourceDocument) -> [[String]] {
  document.tables.flatMap(\.rows).map { $0.cells.map(\.text) }
}

@Suite("A file of comma-separated values is one table")
struct TableFileTests {
  @Test(
    "whatever separates the cells",
    arguments: [
      ("Name,Actual\nCalls,93\n", FileKind.csv), ("Name;Actual\nCalls;93\n", .csv), ("Name|Actual\nCalls|93\n", .csv),
      ("Name\tActual\nCalls\t93\n", .tsv), ("sep=;\nName;Actual\nCalls;93\n", .csv),
      ("sep=,\r\nName,Actual\r\nCalls,93\r\n", .csv),
    ])
  func delimiters(text: String, kind: FileKind) throws {
    let document = try read(text)
    #expect(document.kind == kind)
    #expect(rows(document) == [["Name", "Actual"], ["Calls", "93"]])
    #expect(document.notes == [])
  }

  @Test("every cell has its place in the table and its line in the file")
  func places() throws {
    let document = try read("Name,Remark\n\n   \nCalls,\"two\nlines\"\nBins,none\n")
    #expect(document.blocks.map(\.locator) == [.table(1)])
    #expect(rows(document) == [["Name", "Remark"], ["Calls", "two\nlines"], ["Bins", "none"]])
    let cells = document.tables[0].rows.map(\.cells)
    #expect(cells[1][1].locator == .cell(table: 1, row: 2, column: 2))
    #expect(cells.map { $0.map(\.line) } == [[1, 1], [4, 4], [6, 6]])
    #expect(document.verbatim(at: .cell(table: 1, row: 3, column: 1)) == "Bins")
  }

  @Test("a cell below a line break knows the line on which it begins itself")
  func lines() throws {
    let cells = try read("\"a\r\nb\",\"c\"\"d\r\n\"\r\ne,f").tables[0].rows.flatMap(\.cells)
    #expect(cells.map(\.text) == ["a\nb", "c\"d\n", "e", "f"])
    #expect(cells.map(\.line) == [1, 2, 4, 4])
  }

  @Test("rows need not be equally long, and one column is a table, too")
  func ragged() throws {
    #expect(
      try rows(read("Leisure, parks\nName,Target,Actual\nCalls,90\n")) == [
        ["Leisure", " parks"], ["Name", "Target", "Actual"], ["Calls", "90"],
      ])
    #expect(try rows(read("Name\nCalls\n")) == [["Name"], ["Calls"]])
    #expect(try rows(read("a,\n,,\n")) == [["a", ""], ["", "", ""]])
  }

  @Test("what follows a closing quotation mark is kept")
  func afterTheMark() throws {
    #expect(
      try rows(read("\"Calls\" answered,\"say \"\"yes\"\"\"!\n1,2\n")) == [
        ["Calls answered", "say \"yes\"!"], ["1", "2"],
      ])
  }

  @Test("letters of five kinds")
  func encodings() throws {
    let text = "Measure,Café\r\nCost,£5 – ‘fine’\r\n"
    let utf16 = Array(text.utf16)
    let kinds: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ]
    for bytes in kinds {
      #expect(try rows(read(bytes)) == [["Measure", "Café"], ["Cost", "£5 – ‘fine’"]])
      #expect(try read(bytes).notes == [])
    }
    let old = try read([0x43, 0x2C, 0xA3, 0x35, 0x0A, 0x44, 0x2C, 0x96, 0x0A])
    #expect(rows(old) == [["C", "£5"], ["D", "–"]])
    #expect(old.notes == [SourceNote(.readAsWindows1252, at: .document)])
    let cut = try read(kinds[2] + [0x78])
    #expect(cut.notes.map(\.matter) == [.unreadableCharacters])
  }

  @Test(
    "the contents tell what a file is; where they don't, its name does",
    arguments: [
      ("Name,Actual\nCalls,93\n", "figures", FileKind.csv), ("Name\tActual\nCalls\n", "figures.TSV", .tsv),
      ("Name\tActual\nCalls\n", "figures.txt", .text), ("Name\tRemark\nCalls\t\"two\nlines\"\n", "pasted.txt", .tsv),
      ("\tName\n\t\"Calls\"\n", "pasted.txt", .tsv), ("One, two.\nThree.\n", "minutes.txt", .text),
    ])
  func kinds(text: String, name: String, kind: FileKind) throws {
    #expect(try read(text, named: name).kind == kind)
  }

  @Test("cells copied from a spreadsheet may have lines, cells of a document stand one below the other")
  func copied() throws {
    #expect(try rows(read("Name\tRemark\nCalls\t\"two\nlines\"\n", named: "pasted.txt")).count == 2)
    #expect(try rows(read("\tName\n\t\"Calls\"\n", named: "pasted.txt")) == [["Name", "\"Calls\""]])
  }

  @Test("a quotation mark that never closes is refused with its line; so are too many cells and what is no text")
  func refusals() {
    #expect(throws: ReadError(.unclosedQuotation, in: "figures.csv", at: "line 2")) { try read("a,b\n\"c,d\ne,f\n") }
    #expect(
      ReadError(.unclosedQuotation, in: "figures.csv", at: "line 2").description
        == "figures.csv, line 2: a quotation mark opens here and never closes. Close it, or take it out.")
    var limits = ReadLimits.council
    limits.pieces = 3
    #expect(throws: ReadError(.tooManyPieces(limit: 3), in: "figures.csv")) {
      try SourceDocument(Array("a,b\nc,d\n".utf8), named: "figures.csv", limits: limits)
    }
    limits.textBytes = 3
    #expect(throws: ReadError(.tooLarge(bytes: 4, limit: 3), in: "figures.csv")) {
      try SourceDocument(Array("a,b\n".utf8), named: "figures.csv", limits: limits)
    }
    #expect(throws: ReadError(.binary, in: "figures.csv")) { try read([0x61, 0x2C, 0x00]) }
    #expect(throws: ReadError(.empty, in: "figures.csv")) { try read("") }
  }

  @Test("a file of blank lines has no table")
  func blank() throws {
    #expect(try read("\n\n  \n").blocks == [])
  }

  @Test("an archive of tables gets the room of a few text files, no more")
  func archives() throws {
    var limits = ReadLimits.council
    limits.textBytes = 100
    func refusal(_ files: Int, of length: Int) -> ReadError? {
      let rows = [UInt8](repeating: 0x61, count: length)
      let parts = (0..<files).map { (name: "\($0).csv", content: rows) }
      let archive = storedZip([(name: CSVW.fileName, content: Array("{}".utf8))] + parts)
      do throws(ReadError) {
        _ = try SourceDocument(archive, named: "tables.zip", limits: limits)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(4, of: 100) == nil)
    #expect(refusal(1, of: 101) == ReadError(.tooLarge(bytes: 101, limit: 100), in: "tables.zip", at: "0.csv"))
    #expect(refusal(5, of: 100) == ReadError(.inflatesTooFar(limit: 400), in: "tables.zip", at: "4.csv"))
  }
}
