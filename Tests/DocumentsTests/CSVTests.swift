import Testing

@testable import Documents

@Suite("Comma-separated values")
struct CSVTests {
  @Test("words that a spreadsheet would run are made harmless, figures are not touched")
  func formulas() {
    var csv = CSV(columns: [.text("Indicator"), .number("Actual")])
    csv.append(row: ["=HYPERLINK(\"http://x\")", "-3"])
    csv.append(row: ["-3", "+2.5"])
    csv.append(row: ["@SUM", "=1+1"])
    csv.append(row: ["\tx", ""])
    csv.append(row: ["Calls, answered", "79"])
    #expect(
      String(decoding: csv.bytes, as: UTF8.self)
        == "Indicator,Actual\r\n\"'=HYPERLINK(\"\"http://x\"\")\",-3\r\n'-3,+2.5\r\n'@SUM,'=1+1\r\n'\tx,\r\n"
        + "\"Calls, answered\",79\r\n")
  }

  @Test("a line end with an accent after it is still a line end")
  func quoting() {
    var csv = CSV(columns: [.text("A")])
    csv.append(row: ["one\r\ntwo"])
    csv.append(row: [",\u{301}"])
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "A\r\n\"one\r\ntwo\"\r\n\",\u{301}\"\r\n")
  }

  @Test("what was written is read back")
  func roundTrip() throws {
    var csv = CSV(columns: [.text("Indicator"), .number("Actual"), .text("Commentary")])
    csv.append(row: ["Rent \"collected\"", "92.5", "Line one\nLine two, with a comma"])
    let read = try DelimitedText(csv.bytes)
    #expect(read.delimiter == .comma)
    #expect(read.rows.map(\.cells)[1] == ["Rent \"collected\"", "92.5", "Line one\nLine two, with a comma"])
  }

  @Test(
    "the delimiter is found",
    arguments: [
      ("a,b\n1,2", DelimitedText.Delimiter.comma), ("a;b\n1,5;2,5\n3,5;4,5", .semicolon),
      ("Name\tNote\nCalls\tfewer, later\nBins\tmore", .tab), ("one\ntwo", .comma), ("", .comma),
      ("\"a;b;c\",d\n\"e;f;g\",h", .comma), ("1,5;2,5\n3,5;4,5", .semicolon),
    ])
  func sniffing(text: String, delimiter: DelimitedText.Delimiter) throws {
    #expect(try DelimitedText(Array(text.utf8)).delimiter == delimiter)
  }

  @Test("rows know their lines, whatever ends them", arguments: ["\n", "\r\n", "\r"])
  func lines(end: String) throws {
    let text = ["a,b", "", "\"x", "y\",1", "c,d"].joined(separator: end)
    let rows = try DelimitedText(Array(text.utf8)).rows
    #expect(
      rows == [
        .init(line: 1, cells: ["a", "b"]), .init(line: 3, cells: ["x\ny", "1"]), .init(line: 5, cells: ["c", "d"]),
      ])
  }

  @Test("a byte order mark is no part of the first header")
  func mark() throws {
    #expect(try DelimitedText([0xEF, 0xBB, 0xBF] + Array("a,b".utf8)).rows[0].cells == ["a", "b"])
  }

  @Test("what is not UTF-8 is read as older Windows wrote it")
  func windows() throws {
    let text = try DelimitedText([0xA3, 0x35, 0x2C, 0x96, 0x0D, 0x0A, 0x80, 0x2C, 0x92, 0x81])
    #expect(text.encoding == .windows1252)
    #expect(text.rows.map(\.cells) == [["£5", "–"], ["€", "’\u{FFFD}"]])
  }

  @Test("quotation marks within a cell are letters, doubled ones are one, an empty last cell counts")
  func quotes() throws {
    let rows = try DelimitedText(Array("6\" pipes,\"say \"\"yes\"\"\",\n,,".utf8)).rows
    #expect(rows.map(\.cells) == [["6\" pipes", "say \"yes\"", ""], ["", "", ""]])
  }

  @Test("what is not text, too large or never closed is refused with its place")
  func refusals() {
    typealias Refusal = DelimitedText.Refusal
    #expect(throws: Refusal.notText(line: 2)) { try DelimitedText([0x61, 0x0A, 0x00]) }
    #expect(throws: Refusal.tooLarge(bytes: 3, limit: 2)) {
      try DelimitedText(Array("a,b".utf8), limits: .init(bytes: 2))
    }
    #expect(throws: Refusal.tooManyCells(limit: 3)) {
      try DelimitedText(Array("a,b\nc,d".utf8), limits: .init(cells: 3))
    }
    #expect(throws: Refusal.unclosedQuotation(line: 2)) { try DelimitedText(Array("a,b\nc,\"d\ne,f".utf8)) }
  }
}
