import CorporatePlan
import Ledger
import Reports
import Testing

@testable import Documents
@testable import Web

@Suite("Drafts and sealed reports look as the council's template says")
struct HouseLookTests {
  private static let draft = "/work/reports/performance@2023-24-Q4"
  private static let template = "/work/templates/performance/files"

  /// A Word file of a council whose pages lie on their side, unless that is changed.
  private static func styles(_ change: (String) -> String = { $0 }) throws -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let words = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
    var zip = ZipWriter()
    let parts = [
      "[Content_Types].xml": """
      <Types xmlns="\(package)/content-types"><Override PartName="/word/document.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
      """,
      "_rels/.rels": """
      <Relationships xmlns="\(package)/relationships">\
      <Relationship Id="m" Type="\(office)/officeDocument" Target="word/document.xml"/></Relationships>
      """,
      "word/_rels/document.xml.rels": """
      <Relationships xmlns="\(package)/relationships">\
      <Relationship Id="s" Type="\(office)/styles" Target="styles.xml"/></Relationships>
      """,
      "word/document.xml": """
      <w:document \(words)><w:body><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>\
      <w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/>\
      </w:sectPr></w:body></w:document>
      """,
      "word/styles.xml": """
      <w:styles \(words)><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
      </w:styles>
      """,
    ]
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) { zip.add(name, Array(change(text).utf8)) }
    return try zip.bytes()
  }

  private static let logo: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53, 0xDE, 0x00, 0x00, 0x00, 0x0C, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xA8, 0x92, 0x8F, 0x01, 0x00, 0x02, 0x0C, 0x00, 0xF6, 0xF1, 0x31, 0x71, 0xE5,
    0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]

  /// Somebody whose council has both in its template, with a report in work.
  private func officer() async throws -> Officer {
    let officer = try await Officer(try await SampleCouncil.open())
    try await officer.append([Report(.performance, Period("2023-24-Q4")!).revision])
    for (kind, name, bytes) in [("logo", "arms.png", Self.logo), ("word-style", "house.docx", try Self.styles())] {
      let sent = try await officer.upload(to: Self.template, "file", name, bytes, [("file-kind", kind)])
      #expect(sent.status == .seeOther)
    }
    return officer
  }

  private func isOnItsSide(_ word: [UInt8]) throws -> Bool {
    let page = try OfficePackage.opening(word, named: "report.docx", limits: .council) { package throws(ReadError) in
      PageSetUp(try package.tree("word/document.xml").first("w:body")?.first("w:sectPr"))
    }
    return try #require(page).width > #require(page).height
  }

  @Test("a draft in Word has the pages of the council's file, and the page and the members’ pack its logo")
  func drafts() async throws {
    let officer = try await officer()
    let word = try await officer.open("\(Self.draft)/files/report.docx")
    #expect(try isOnItsSide(Array(buffer: word.body)))
    for name in ["report.html", "members-pack.html"] {
      #expect(try await officer.text("\(Self.draft)/files/\(name)").source.contains("data:image/png;base64,"))
    }
  }

  @Test("what is sealed looks so too, with pack and workbook, and is the same when it is made again")
  func sealed() async throws {
    let officer = try await officer()
    let (council, period) = (officer.council, Period("2023-24-Q4")!)
    let now = try await council.sealSettingAside(period, author: officer.person.id, at: officer.clock.now)
    #expect(
      now.seal.files.map(\.name) == [
        "report.html", "report.docx", "members-pack.html", "data.xlsx", "data.json", "indicators.csv", "actions.csv",
        "values.csv",
      ])
    let word = try #require(now.seal.files.first { $0.name == "report.docx" })
    #expect(try isOnItsSide(try #require(try await council.file(Digest(word.digest)!)).bytes))
    let again = try await council.seal(period, author: officer.person.id, at: officer.clock.now)
    #expect(!again.isNew && again.isReproduced)
  }

  @Test("a Word file that could run something, or is only named like one, is refused when it is sent")
  func hostile() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let macros = try Self.styles {
      $0.replacing(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        with: "application/vnd.ms-word.document.macroEnabled.main+xml")
    }
    for bytes in [macros, Array("PK\u{3}\u{4} word/styles.xml".utf8)] {
      let sent = try await officer.upload(to: Self.template, "file", "house.docx", bytes, [("file-kind", "word-style")])
      #expect(sent.status == .unprocessableContent)
    }
    let cut = try await officer.upload(
      to: Self.template, "file", "arms.png", Array(Self.logo.prefix(12)), [("file-kind", "logo")])
    #expect(cut.status == .unprocessableContent && PageText(cut).contains("damaged"))
    #expect(officer.council.book.reportTemplates["performance"]?.logo == nil)
  }

  @Test("a template whose file is gone stops a draft with a sentence, and never makes it look plain")
  func gone() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let template = ReportTemplate(.performance, logo: "sha256:" + String(repeating: "0", count: 64))
    try await officer.append([Report(.performance, Period("2023-24-Q4")!).revision, template.revision])
    let draft = try await officer.open("\(Self.draft)/files/report.html")
    #expect(draft.status == .serviceUnavailable && PageText(draft).contains("Send the file again"))
    #expect(try await officer.open("\(Self.draft)/files/data.xlsx").status == .ok, "figures have no look")
  }

  @Test("a Word file that is gone stops Word files and the seal, and nothing that has the logo alone")
  func goneStyles() async throws {
    let officer = try await Officer(try await SampleCouncil.open(), printer: Printer { _ in Array("%PDF-1.7".utf8) })
    let template = ReportTemplate(.performance, wordStyle: "sha256:" + String(repeating: "0", count: 64))
    try await officer.append([Report(.performance, Period("2023-24-Q4")!).revision, template.revision])
    for name in ["report.html", "report.pdf", "members-pack.html", "data.xlsx"] {
      #expect(try await officer.open("\(Self.draft)/files/\(name)").status == .ok, "\(name)")
    }
    #expect(try await officer.open("\(Self.draft)/files/report.docx").status == .serviceUnavailable)
    await #expect(throws: LookUnusable.self) {
      try await officer.council.sealSettingAside(
        Period("2023-24-Q4")!, author: officer.person.id, at: officer.clock.now)
    }
  }

  @Test("who reads is told what to take where no PDF can be made, and not what to install")
  func notPrinted() async throws {
    for (failure, words) in [
      (PDFFailure.notInstalled, "No PDF can be made here now. Take the report in Word or as a page"),
      (.notStarted("/opt/chromium"), "No PDF can be made here now"), (.noRoom, "No PDF can be made here now"),
      (.busy, "Try again in a minute"),
    ] {
      let officer = try await Officer(try await SampleCouncil.open(), printer: Printer { _ in throw failure })
      try await officer.append([Report(.performance, Period("2023-24-Q4")!).revision])
      let councillor = try await officer.colleague([.councillor])
      let page = try await councillor.open("\(Self.draft)/files/report.pdf")
      #expect(page.status == .serviceUnavailable && PageText(page).contains(words), "\(failure)")
      for secret in ["CHROMIUM", "hromium", "TMPDIR"] { #expect(!PageText(page).contains(secret), "\(failure)") }
    }
  }

  @Test("drafts and the sealed page are printed as PDF", .enabled(if: Chromium() != nil, "no Chromium"))
  func printed() async throws {
    let officer = try await officer()
    let draft = try await officer.open("\(Self.draft)/files/report.pdf")
    #expect(
      draft.headers[.contentType] == "application/pdf" && Array(buffer: draft.body).starts(with: Array("%PDF-".utf8)))
    #expect(try await officer.open("\(Self.draft)/files/sealed.pdf").status == .notFound)
    _ = try await officer.council.sealSettingAside(
      Period("2023-24-Q4")!, author: officer.person.id, at: officer.clock.now)
    let sealed = try await officer.open("\(Self.draft)/files/sealed.pdf")
    #expect(Array(buffer: sealed.body).starts(with: Array("%PDF-".utf8)))
  }
}
