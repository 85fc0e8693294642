import Foundation
import FoundationXML
import Testing

@testable import Documents

@Suite("A document in Word")
struct WordTests {
  @Test(
    "the sample report is written as it was approved",
    arguments: [
      "word/document.xml", "word/footnotes.xml", "word/charts/chart1.xml", "word/charts/chart2.xml",
      "word/charts/chart3.xml",
    ])
  func golden(part: String) throws {
    try expectGolden(Array(try SampleReport.document.part(part).utf8), part)
  }

  @Test("every part is XML that a parser accepts")
  func wellFormed() {
    for part in SampleReport.document.parts {
      #expect(XMLParser(data: Data(part.bytes)).parse(), "\(part.name)")
    }
  }

  @Test("the same document is the same file, byte for byte")
  func deterministic() throws {
    #expect(try SampleReport.document.word() == SampleReport.document.word())
  }

  @Test("the archive lists its content types first, and every entry bears the same day")
  func archive() throws {
    let entries = ZipDirectory(try SampleReport.document.word()).entries
    #expect(entries.first?.name == "[Content_Types].xml")
    #expect(entries.contains { $0.name == "word/embeddings/chart3.xlsx" })
    #expect(Set(entries.map(\.date)) == [0x21])
    #expect(Set(entries.map(\.time)) == [0])
  }

  @Test("the file says its title and its language, and no time and no author")
  func properties() throws {
    let core = try SampleReport.document.part("docProps/core.xml")
    #expect(core.contains("<dc:title>Strategic Performance Report, Quarter 2 2025/26</dc:title>"))
    #expect(core.contains("<dc:language>en-GB</dc:language>"))
    #expect(!core.contains("dcterms"))
    #expect(try SampleReport.document.part("word/styles.xml").contains(#"<w:lang w:val="en-GB""#))
  }

  @Test("a table repeats its header row, keeps rows whole and merges no cells")
  func tables() throws {
    let body = try SampleReport.document.part("word/document.xml")
    #expect(body.components(of: "<w:tblHeader/>") == body.components(of: "<w:tbl>"))
    #expect(body.components(of: "<w:cantSplit/>") == body.components(of: "<w:tr>"))
    #expect(!body.contains("gridSpan"))
    #expect(!body.contains("vMerge"))
  }

  @Test("every chart has its alternative text")
  func alternativeText() throws {
    let body = try SampleReport.document.part("word/document.xml")
    for chart in [SampleReport.strip, SampleReport.line, SampleReport.bullet] {
      #expect(body.contains("descr=\"\(chart.description)\""))
    }
  }

  @Test("a missing figure is left out of the chart, not drawn as zero")
  func gap() throws {
    let chart = try SampleReport.document.part("word/charts/chart2.xml")
    #expect(!chart.contains(#"<c:pt idx="3"><c:v>0"#))
    let actuals = try #require(chart.split(separator: "<c:val>").dropFirst().first)
    #expect(actuals.contains(#"<c:pt idx="2"><c:v>83</c:v></c:pt><c:pt idx="4"><c:v>71</c:v></c:pt>"#))
    #expect(chart.contains(#"<c:dispBlanksAs val="gap"/>"#))
  }

  @Test("characters that XML forbids do not reach the file")
  func forbidden() throws {
    let document = Document(title: "A\0B\u{B}C\u{FFFE}", blocks: [.paragraph("1 < 2 & \"3\"\u{1F}")])
    #expect(try document.part("docProps/core.xml").contains("<dc:title>ABC</dc:title>"))
    #expect(try document.part("word/document.xml").contains("1 &lt; 2 &amp; &quot;3&quot;</w:t>"))
  }

  @Test("no column is narrower than its longest word")
  func columnWidths() {
    let table = Table(
      "T", columns: [.init("Indicator", width: 20), .init("Unquestionably", width: 1)],
      rows: [.init(["Calls", "1"])])
    let widths = ColumnWidths(table).widths(of: WordPage.textWidth)
    #expect(widths.reduce(0, +) == WordPage.textWidth)
    #expect(widths[1] > 1800)
  }

  @Test("each numbered list begins at one")
  func lists() throws {
    let list = Block.list(List(.numbered, items: [["First"]]))
    let document = Document(title: "T", blocks: [list, list])
    let body = try document.part("word/document.xml")
    #expect(body.contains(#"<w:numId w:val="2"/>"#) && body.contains(#"<w:numId w:val="3"/>"#))
    #expect(try document.part("word/numbering.xml").components(of: "startOverride") == 2)
  }

  @Test("a note met twice is one footnote and a reference to its number")
  func footnotes() throws {
    let note = Inline.footnote(["P1"])
    let document = Document(title: "T", blocks: [.paragraph(["One", note]), .paragraph(["Two", note])])
    let body = try document.part("word/document.xml")
    #expect(body.components(of: "<w:footnoteReference") == 1)
    #expect(body.components(of: "NOTEREF _Note1") == 1)
  }
}

extension Document {
  fileprivate var parts: [(name: String, bytes: [UInt8])] {
    let writer = WordWriter(self)
    return wordParts(writer, WordFootnotes(writer.notes))
  }

  fileprivate func part(_ name: String) throws -> String {
    String(decoding: try #require(parts.first { $0.name == name }).bytes, as: UTF8.self)
  }
}

/// The table of contents at the end of a ZIP archive.
private struct ZipDirectory {
  var entries: [(name: String, time: Int, date: Int)] = []

  init(_ bytes: [UInt8]) {
    func number(_ offset: Int, _ count: Int) -> Int {
      bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let end = bytes.count - 22
    var offset = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      let (name, extra, comment) = (number(offset + 28, 2), number(offset + 30, 2), number(offset + 32, 2))
      let words = String(decoding: bytes[offset + 46..<offset + 46 + name], as: UTF8.self)
      entries.append((words, number(offset + 12, 2), number(offset + 14, 2)))
      offset += 46 + name + extra + comment
    }
  }
}
