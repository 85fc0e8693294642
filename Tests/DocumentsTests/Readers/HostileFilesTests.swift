import Foundation
import Testing

@testable import Documents

@Suite("A bad file is refused with a reason, and harms nobody")
struct HostileFilesTests {
  let directory: URL

  init() async throws {
    directory = try await Scripts.hostile.value
  }

  private func read(_ name: String) throws(ReadError) -> SourceDocument {
    try SourceDocument(path: directory.appending(path: name).path)
  }

  private func refusal(of name: String) -> ReadError? {
    do throws(ReadError) {
      _ = try read(name)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "what is no document",
    arguments: [
      ("empty.docx", ReadError.Trouble.empty), ("macros.docm", .macros), ("macros.xlsm", .macros),
      ("hidden-macros.docx", .macros), ("encrypted.docx", .encrypted), ("protected.docx", .encrypted),
      ("old.doc", .oldOffice), ("report.pdf", .pdf), ("archive.zip", .archive), ("document.odt", .openDocument),
      ("binary.xlsb", .binaryWorkbook), ("workbook.xlsx", .malformedXML(reason: "it lists no sheets")),
      ("unclosed.csv", .unclosedQuotation),
      ("picture.txt", .binary), ("unmarked-utf-16.txt", .binary), ("control.txt", .binary),
    ])
  func noDocument(name: String, trouble: ReadError.Trouble) {
    #expect(refusal(of: name)?.trouble == trouble)
    #expect(refusal(of: name)?.file == name)
  }

  @Test(
    "what was made to exhaust the reader",
    arguments: [
      ("part-bomb.docx", ReadError.Trouble.inflatesTooFar(limit: 64 << 20), "word/document.xml" as String?),
      ("total-bomb.docx", .inflatesTooFar(limit: 256 << 20), "word/media/6.bin"),
      ("ratio-bomb.docx", .suspiciousRatio, "word/document.xml"),
      ("entity-bomb.docx", .doctype, "word/document.xml, line 2"),
      ("external-entity.docx", .doctype, "word/document.xml, line 2"),
      ("styles-doctype.docx", .doctype, "word/styles.xml, line 2"),
      ("deep.docx", .tooDeep(limit: 256), "word/document.xml, line 2"),
      ("crowded.docx", .tooManyEntries(count: 10_002, limit: 10_000), nil),
    ])
  func exhausting(name: String, trouble: ReadError.Trouble, place: String?) {
    #expect(refusal(of: name)?.trouble == trouble)
    #expect(refusal(of: name)?.place == place)
  }

  @Test("thousands of cells that take no space, in Word and in text")
  func crowds() throws {
    var limits = ReadLimits.council
    limits.pieces = 1_000
    let cells = String(repeating: "<w:tc/>", count: 2_000)
    #expect(throws: ReadError(.tooManyPieces(limit: 1_000), in: "cells.docx", at: "word/document.xml, line 1")) {
      try SourceDocument(WordFile("<w:tbl><w:tr>\(cells)</w:tr></w:tbl>").bytes, named: "cells.docx", limits: limits)
    }
    #expect(throws: ReadError(.tooManyPieces(limit: 1_000), in: "cells.txt")) {
      try SourceDocument([UInt8](repeating: 0x09, count: 2_001), named: "cells.txt", limits: limits)
    }
  }

  @Test("a head of 20,000 columns is a table; with as many cells in 25 rows under it the file is refused")
  func wideHeads() throws {
    let head = (1...20_000).map { "Column \($0)" }.joined(separator: ",")
    let short = try SourceDocument(Array((head + String(repeating: "\na,1", count: 1_000)).utf8), named: "wide.csv")
    #expect(short.tables[0].rows.cellCount == 22_000)
    let full = Array((head + String(repeating: "\n" + String(repeating: ",", count: 19_999), count: 25)).utf8)
    #expect(throws: ReadError(.tooManyPieces(limit: 500_000), in: "wide.csv")) {
      try SourceDocument(full, named: "wide.csv")
    }
  }

  @Test("a part that is longer than it says")
  func lying() throws {
    let trouble = try #require(refusal(of: "lying-bomb.docx")).trouble
    switch trouble {
    case .sizeMisstated, .damagedArchive: break
    default: Issue.record("\(trouble)")
    }
  }

  @Test(
    "what was cut off or damaged",
    arguments: [
      ("truncated.docx", nil as String?), ("damaged.docx", "word/document.xml"), ("twice.docx", "/word/document.xml"),
    ])
  func damaged(name: String, place: String?) throws {
    let error = try #require(refusal(of: name))
    guard case .damagedArchive = error.trouble else {
      Issue.record("\(error)")
      return
    }
    #expect(error.place == place)
  }

  @Test("what lacks its text or is no XML")
  func broken() {
    #expect(
      refusal(of: "without-document.docx")?.description
        == "without-document.docx, word/document.xml: the file lacks this part. Open it in Word or Excel, save it again, and try once more."
    )
    #expect(
      refusal(of: "malformed.docx")?.description
        == "malformed.docx, word/document.xml, line 4: the file is damaged (mismatched tag). Open it in Word or Excel, save it again, and try once more."
    )
  }

  @Test("200 MB are refused by their size")
  func huge() throws {
    #expect(refusal(of: "huge.txt")?.trouble == .tooLarge(bytes: 200 << 20, limit: 100 << 20))
    #expect(refusal(of: "huge.txt")?.wrong == "the file is 200 MB; the limit is 100 MB")
  }

  @Test("what can't be opened", arguments: ["absent.docx", "."])
  func unreadable(name: String) throws {
    guard case .unreadable = try #require(refusal(of: name)).trouble else {
      Issue.record("\(name) was read")
      return
    }
  }

  @Test("every refusal says the file, what is wrong and what to do")
  func wording() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    let refusals = names.compactMap(refusal)
    #expect(refusals.count == 31)
    for refusal in refusals {
      #expect(refusal.description.hasPrefix(refusal.file))
      #expect(!refusal.wrong.isEmpty && refusal.mend.hasSuffix("."))
    }
  }

  @Test("a good file next to them is read")
  func good() throws {
    #expect(try read("good.docx").paragraphs.map(\.text) == ["Hello"])
  }

  @Test("what Word never writes is read as far as it makes sense")
  func odd() throws {
    let document = try read("odd.docx")
    #expect(document.tables.count == 1)
    #expect(document.tables[0].rows[0].cells.map(\.text) == ["merged into nothing", ""])
    #expect(document.paragraphs.map(\.text) == ["between rows", "a paragraph\u{FFFD}"])
    #expect(document.notes.map(\.matter) == [.footnoteAdrift])
  }

  @Test("a good file cut at any byte is refused or read, never fatal")
  func cuts() throws {
    let bytes = [UInt8](try Data(contentsOf: directory.appending(path: "good.docx")))
    for length in 4..<bytes.count {
      #expect(throws: ReadError.self) { try SourceDocument(Array(bytes.prefix(length)), named: "cut.docx") }
    }
  }

  @Test("a good file with any byte changed is refused or read, never fatal")
  func changes() throws {
    let bytes = [UInt8](try Data(contentsOf: directory.appending(path: "good.docx")))
    for index in bytes.indices {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var changed = bytes
        changed[index] ^= mask
        do throws(ReadError) {
          _ = try SourceDocument(changed, named: "changed.docx")
        } catch {
          #expect(error.file == "changed.docx")
        }
      }
    }
  }

  @Test("XML with any byte changed is refused or read, never fatal")
  func changedXML() throws {
    let body =
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>●</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    let utf8 = Array(body.utf8)
    for index in utf8.indices {
      for replacement in "</\u{0}".utf8 {
        var changed = utf8
        changed[index] = replacement
        do throws(ReadError) {
          _ = try SourceDocument(WordFile(String(decoding: changed, as: UTF8.self)).bytes, named: "changed.docx")
        } catch {
          #expect(error.file == "changed.docx")
        }
      }
    }
  }
}
