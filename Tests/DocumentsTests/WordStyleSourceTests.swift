import Foundation
import FoundationXML
import Testing

@testable import Documents

extension [String: String] {
  /// Whether a part says this; a failure then prints no part.
  fileprivate func part(_ name: String, says words: String) -> Bool { self[name]?.contains(words) == true }
}

@Suite("A report takes the looks of the council's own Word file")
struct WordStyleSourceTests {
  private func parts(_ file: CouncilWordFile = CouncilWordFile()) throws -> [String: String] {
    let look = ReportLook(styleSource: try file.source())
    let writer = WordWriter(SampleReport.document, try #require(look.styleSource).dress)
    let parts = SampleReport.document.wordParts(writer, WordFootnotes(writer.notes), look)
    return Dictionary(uniqueKeysWithValues: parts.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test("headings, title, lists and tables are in its styles, whatever their ids are")
  func styles() throws {
    let parts = try parts()
    let sheet = try #require(parts["word/styles.xml"])
    let body = try #require(parts["word/document.xml"])
    #expect(sheet.contains(#"w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>"#))
    #expect(!sheet.contains("berschrift1") && !sheet.contains("Standard"))
    #expect(sheet.components(of: #"w:val="heading 1""#) == 1)
    #expect(body.contains(#"<w:pStyle w:val="Title"/>"#))
    #expect(body.contains(#"<w:pStyle w:val="Heading1"/>"#), "sections are its first heading, as it has a title")
    #expect(body.components(of: #"<w:tblStyle w:val="Haustabelle"/>"#) == body.components(of: "<w:tbl>"))
    #expect(body.contains(#"<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>"#), "the style knows the list")
    #expect(parts["word/numbering.xml"]?.contains(#"<w:pStyle w:val="Heading1"/>"#) == true)
  }

  @Test("what it lacks is added, and a style of its own that has one of our ids keeps its look under another")
  func missing() throws {
    let sheet = try #require(try parts()["word/styles.xml"])
    #expect(sheet.contains(#"w:styleId="Heading2""#) && sheet.contains(#"w:styleId="FootnoteText""#))
    #expect(sheet.contains(#"w:styleId="NoteOwn"><w:name w:val="Marginal"/>"#))
    #expect(sheet.contains(#"w:styleId="Note"><w:name w:val="Note"/>"#))
    let ids = sheet.split(separator: "w:styleId=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }

  @Test("words are in the language of the report, not of the file")
  func language() throws {
    let sheet = try #require(try parts()["word/styles.xml"])
    #expect(!sheet.contains("de-DE") && sheet.contains(#"<w:lang w:val="en-GB""#))
  }

  @Test("page, header, footer and theme are its own; every footer bears the edition")
  func page() throws {
    let parts = try parts()
    let body = try #require(parts["word/document.xml"])
    #expect(body.contains(#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#))
    #expect(body.contains(#"w:left="1400""#) && body.contains("<w:titlePg/>") && !body.contains("w:cols"))
    #expect(body.contains(#"<w:tblW w:w="14438""#), "tables are as wide as its page")
    #expect(parts["word/header1.xml"]?.contains("Croeso i’r Cyngor") == true)
    #expect(parts["word/header1.xml"]?.contains(#"descr="Arms of the council""#) == true)
    #expect(parts["word/_rels/header1.xml.rels"]?.contains(#"Id="rId7""#) == true)
    #expect(parts["word/media/image1.png"] != nil)
    let footer = try #require(parts["word/footer1.xml"])
    #expect(footer.contains("Cyngor Dyffryn") && footer.contains("sealed 6 November 2025"))
    #expect(parts["word/footer2.xml"]?.contains("sealed 6 November 2025") == true, "the title page too")
    #expect(parts["word/theme/theme1.xml"]?.contains("Verdana") == true)
    #expect(parts["word/charts/chart1.xml"]?.contains(#"<a:latin typeface="Verdana"/>"#) == true)
  }

  @Test("last quarter's own report does, too: the workbooks of its charts are passed over")
  func lastReport() throws {
    let last = try SampleReport.document.word(ReportLook(styleSource: CouncilWordFile().source()))
    let source = try WordStyleSource(last, named: "last-quarter.docx")
    #expect(source.page == (try CouncilWordFile().source()).page)
    #expect(try !SampleReport.document.word(ReportLook(styleSource: source)).isEmpty)
  }

  @Test("nothing of its text is taken")
  func text() throws {
    #expect(try parts().values.allSatisfy { !$0.contains("nobody wants") })
  }

  @Test("every part is XML that a parser accepts, and every reference leads somewhere")
  func wellFormed() throws {
    let parts = try parts()
    for (name, part) in parts where !name.hasSuffix(".png") {
      #expect(XMLParser(data: Data(part.utf8)).parse(), "\(name)")
    }
    let links = try #require(parts["word/_rels/document.xml.rels"])
    for target in links.split(separator: "Target=\"").dropFirst().map({ String($0.prefix { $0 != "\"" }) })
    where !target.hasPrefix("http") {
      #expect(parts["word/" + target] != nil, "\(target)")
    }
  }

  @Test("the same document in the same look is the same file, and reads as the same document")
  func roundTrip() throws {
    let look = ReportLook(styleSource: try CouncilWordFile().source())
    let file = try SampleReport.document.word(look)
    #expect(try SampleReport.document.word(ReportLook(styleSource: CouncilWordFile().source())) == file)
    let read = try SourceDocument(file, named: "report.docx")
    let plain = try SourceDocument(SampleReport.document.word(), named: "report.docx")
    #expect(
      read.tables.map { $0.rows.map { $0.cells.map(\.text) } }
        == plain.tables.map { $0.rows.map { $0.cells.map(\.text) } })
    #expect(read.charts.map(\.values) == plain.charts.map(\.values))
    if let folder = ProcessInfo.processInfo.environment["REPORT_FILES"] {
      try Data(file).write(to: URL(filePath: folder).appending(path: "styled.docx"))
      try Data(CouncilWordFile().bytes).write(to: URL(filePath: folder).appending(path: "house-style.dotx"))
    }
  }

  @Test("a plain .docx is as good as a template, and one with a link to its template too")
  func document() throws {
    var file = CouncilWordFile()
    file.mainType = "wordprocessingml.document.main"
    file.documentLinks =
      #"<Relationship Id="t" Type="\#(CouncilWordFile.office)/attachedTemplate" Target="file:///x/y.dotm" TargetMode="External"/>"#
      + #"<Relationship Id="l" Type="\#(CouncilWordFile.office)/hyperlink" Target="https://council.example" TargetMode="External"/>"#
    let parts = try parts(file)
    #expect(parts.values.allSatisfy { !$0.contains("y.dotm") && !$0.contains("council.example") })
  }
}

@Suite("A Word file that could harm is not taken for its styles")
struct HostileStyleSourceTests {
  private func refusal(_ change: (inout CouncilWordFile) -> Void) -> ReadError? {
    var file = CouncilWordFile()
    change(&file)
    do throws(ReadError) {
      _ = try file.source()
      return nil
    } catch {
      return error
    }
  }

  @Test("a file without faults is taken")
  func good() { #expect(refusal { _ in } == nil) }

  @Test("macros")
  func macros() {
    #expect(refusal { $0.more = [("word/vbaProject.bin", [1])] }?.trouble == .macros)
    #expect(refusal { $0.mainType = "ms-word.document.macroEnabled.main" }?.trouble == .macros)
  }

  @Test(
    "controls and objects of other programs, wherever they hang",
    arguments: ["word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin", "word/embeddings/Sheet.xlsx"])
  func objects(part: String) {
    let error = refusal { $0.more = [(part, [1])] }
    #expect(error?.trouble == .embeddedObject)
    #expect(error?.place == part.lowercased())
  }

  @Test("a picture or a part that is fetched from elsewhere")
  func outside() {
    let address = "http://elsewhere.example/pixel.png"
    let error = refusal {
      $0.headerLinks =
        #"<Relationship Id="rId7" Type="\#(CouncilWordFile.office)/image" Target="\#(address)" TargetMode="External"/>"#
    }
    #expect(error?.trouble == .takesFromOutside(address))
    #expect(error?.place == "word/_rels/header1.xml.rels")
  }

  @Test("a field that fetches or runs, though its name is put together from pieces")
  func fields() {
    func field(_ pieces: String...) -> String {
      let runs = pieces.map { "<w:r><w:instrText>\($0)</w:instrText></w:r>" }
      return
        #"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>\#(runs.joined())<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#
    }
    #expect(refusal { $0.header = field(" DDE", "AUTO excel") }?.trouble == .field("DDEAUTO"))
    #expect(refusal { $0.header = field("INCLUDEPICTURE \"http://x\"") }?.trouble == .field("INCLUDEPICTURE"))
    #expect(
      refusal { $0.header = #"<w:p><w:fldSimple w:instr=" INCLUDETEXT x "/></w:p>"# }?.trouble == .field("INCLUDETEXT"))
    let nested = field("PAGE").replacingOccurrences(
      of: "<w:r><w:instrText>", with: field("PAGE") + "<w:r><w:instrText>")
    #expect(refusal { $0.header = nested } != nil)
    #expect(refusal { $0.header = field(" NUMPAGES ") } == nil)
  }

  @Test("an object within a header")
  func embedded() {
    let error = refusal { $0.header = "<w:p><w:r><w:object/></w:r></w:p>" }
    #expect(error?.trouble == .embeddedObject)
    #expect(error?.place == "word/header1.xml")
  }

  @Test("a picture that is none, or a bomb")
  func pictures() {
    #expect(refusal { $0.picture = Array("MZ".utf8) }?.trouble == .picture(.unknownKind))
    #expect(refusal { $0.picture = [] }?.trouble == .picture(.unknownKind))
    #expect(
      refusal {
        $0.picture = CouncilWordFile.pixel
        $0.picture[18] = 0xFF
      }?.trouble == .picture(.tooManyPixels))
    #expect(refusal { $0.headerLinks = "" }?.trouble == .picture(.damaged))
  }

  @Test("a document type, and a file that is no Word document")
  func others() throws {
    #expect(refusal { $0.more = [("word/settings.xml.rels", Array("<!DOCTYPE x><x/>".utf8))] }?.trouble == .doctype)
    #expect(throws: ReadError(.notWord, in: "x.docx")) { try WordStyleSource(Array("%PDF-1.7 ".utf8), named: "x.docx") }
    let workbook = try Workbook(sheets: []).bytes()
    #expect(throws: ReadError(.notWord, in: "x.xlsx")) { try WordStyleSource(workbook, named: "x.xlsx") }
  }

  @Test("a page without room between its margins")
  func narrow() {
    #expect(
      refusal { $0.section = $0.section.replacingOccurrences(of: "1400", with: "13000") }?.trouble == .pageTooSmall)
  }
}

@Suite("A logo is a picture and nothing else")
struct PictureTests {
  private func svg(_ content: String) -> [UInt8] {
    Array(
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" xmlns:xlink="http://www.w3.org/1999/xlink">\#(content)</svg>"#
        .utf8)
  }

  @Test("what it is, its bytes tell")
  func kinds() throws {
    let png = try Picture(CouncilWordFile.pixel)
    #expect(png.kind == .png && png.width == 1 && png.height == 1)
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 30, 0, 60, 3, 0, 0, 0]
    #expect(try Picture(jpeg).width == 60)
    #expect(try Picture(jpeg).height == 30)
    let drawing = try Picture(svg(#"<path d="M0 0h40v20z" fill="url(#g)"/>"#))
    #expect(drawing.kind == .svg && drawing.width == 40 && drawing.height == 20)
  }

  @Test(
    "a drawing that runs or fetches something is refused",
    arguments: [
      "<script>alert(1)</script>", #"<path onload="x()"/>"#, #"<image href="https://x.example/p.png"/>"#,
      #"<use xlink:href="https://x.example/p.svg#a"/>"#, "<style>@import 'x.css';</style>",
      #"<rect style="fill:url(https://x.example/a)"/>"#, "<foreignObject/>",
    ])
  func active(content: String) {
    #expect { try Picture(svg(content)) } throws: { if case Picture.Trouble.active = $0 { true } else { false } }
  }

  @Test("a report with a logo shows it in the page itself, and Word has it in the header with its words")
  func letterhead() throws {
    let logo = Logo(try Picture(svg("<path d=\"M0 0\"/>")), words: "Thornbury Vale Council")
    let page = HTML.page(SampleReport.document, css: "", logo: logo).string
    #expect(page.contains(#"src="data:image/svg+xml;base64,PHN2"#) && page.contains(#"alt="Thornbury Vale Council""#))
    let look = ReportLook(logo: Logo(try Picture(CouncilWordFile.pixel), words: "Arms"))
    let writer = WordWriter(SampleReport.document)
    let parts = SampleReport.document.wordParts(writer, WordFootnotes(writer.notes), look)
    let header = try #require(parts.first { $0.name == "word/header1.xml" })
    #expect(String(decoding: header.bytes, as: UTF8.self).contains(#"descr="Arms""#))
    #expect(parts.contains { $0.name == "word/media/image1.png" })
  }

  @Test("bytes as text", arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
  func base64Text(bytes: String, text: String) { #expect(base64(Array(bytes.utf8)) == text) }
}
