import CorporatePlan
import Foundation
import HTTPTypes
import Ledger
import Testing

@testable import Web

@Suite("A document is taken in by looking first")
struct ImportWizardTests {
  @Test("A report is uploaded, looked at, recorded as one batch and taken back")
  func journey() async throws {
    let officer = try await Officer()
    let address = try await officer.uploadExample()
    let preview = try await officer.text(address)
    #expect(preview.contains("a performance report with a scorecard"))
    #expect(preview.contains("for Q2 2025/26") || preview.contains("for Quarter 2 2025/26"))
    #expect(preview.contains("Nothing is recorded yet"))
    #expect(officer.council.book.position == 0)

    let done = try #require(try await officer.send("\(address)/apply").headers[.location])
    #expect(done == "/imports/b1/done")
    let position = officer.council.book.position
    #expect(position > 100)
    #expect(officer.council.book.stamp(of: RecordID("council", "council"))?.author == "office")
    #expect(try await officer.text(done).contains("Import of report.txt"))
    #expect(try await officer.text("/imports").contains("report.txt"))
    #expect(try await officer.open(address).status == .notFound)
    #expect(try await officer.served.text("/").contains("Larkmere"))

    #expect(try await officer.send("/imports/b1/undo").status == .unprocessableContent)
    #expect(officer.council.book.position == position)
    let undone = try #require(
      try await officer.send("/imports/b1/undo", [("reason", "the wrong quarter")]).headers[.location])
    #expect(officer.council.book.indicators.isEmpty)
    let text = try await officer.text(undone)
    #expect(text.contains("the wrong quarter"))
    #expect(text.contains("Nobody had changed any of them since"))
  }

  @Test("Taking back leaves alone what somebody has changed since, and says who did")
  func changedSince() async throws {
    let officer = try await Officer()
    try await officer.send("\(officer.uploadExample())/apply")
    let changed = try #require(officer.council.book.indicators.values.min { $0.id < $1.id })
    try await officer.council.append(reason: "Defined anew", author: "post:head-of-housing", at: officer.clock.now) {
      _ in
      var changed = changed
      changed.definition = "As counted on the last day"
      return [changed.revision]
    }
    try await officer.send("/imports/b1/undo", [("reason", "the wrong quarter")])
    let text = try await officer.text("/imports/b1/undo")
    #expect(text.contains("Changed since, and left as they are"))
    #expect(text.contains("Head of Housing"))
    #expect(text.contains("Defined anew"))
    #expect(officer.council.book.indicators.count == 1)
  }

  @Test("The same report again changes nothing, one figure more changes that figure")
  func again() async throws {
    let officer = try await Officer()
    try await officer.send("\(officer.uploadExample())/apply")
    let same = try await officer.uploadExample()
    #expect(try await officer.text(same).contains("All of it is on record already"))
    let position = officer.council.book.position
    try await officer.send("\(same)/apply")
    #expect(officer.council.book.position == position)
  }

  @Test("What was recorded meanwhile is shown before anything is recorded")
  func overtaken() async throws {
    let officer = try await Officer()
    let address = try await officer.uploadExample()
    try await officer.council.append(reason: "A note", author: "p-1", at: officer.clock.now) { _ in
      [PlanItem(id: "x", role: .vision, level: "Vision", title: "A vision", order: 0).revision]
    }
    let back = try #require(try await officer.send("\(address)/apply").headers[.location])
    #expect(back == "\(address)?because=overtaken#problems")
    #expect(officer.council.book.position == 1)
    #expect(try await officer.text("\(address)?because=overtaken").contains("Somebody recorded something"))
    #expect(try await officer.send("\(address)/apply").headers[.location]?.hasSuffix("/done") == true)
  }

  @Test("A file that is no document is refused with the reason and what to do")
  func hostile() async throws {
    let officer = try await Officer()
    let address = try #require(
      try await officer.upload("../../plan<b>.pdf", Array("%PDF-1.7 x".utf8)).headers[.location])
    let response = try await officer.open(address)
    #expect(response.status == .unprocessableContent)
    let text = PageText(response)
    #expect(
      text.contains("plan&lt;b&gt;.pdf: the file is a PDF, which keeps no tables. Save as Word, or paste the text."))
    #expect(!text.contains(".."))
    try await officer.send("\(address)/discard")
    #expect(try await officer.open(address).status == .notFound)
  }

  @Test("A file that is too large is refused before it is read")
  func tooLarge() async throws {
    let officer = try await Officer()
    let response = try await officer.upload(
      "big.txt", [UInt8](repeating: 65, count: ImportDesk.limits.fileBytes + 1 << 20))
    #expect(response.status == .contentTooLarge)
    #expect(PageText(response).contains("The limit is 20 MB"))
  }

  @Test("A form without a file and text, or with both, says so")
  func nothingChosen() async throws {
    let officer = try await Officer()
    let none = try await officer.upload("", [])
    #expect(none.status == .unprocessableContent)
    #expect(PageText(none).contains("<title>Error: "))
    #expect(PageText(none).contains("Choose a file, or paste text"))
    let both = try await officer.upload("a.txt", [65], [("text", "pasted"), ("period", "next week")])
    #expect(PageText(both).contains("not both"))
    #expect(PageText(both).contains("Write the period like 2025-26-Q2"))
    #expect(PageText(both).contains(">pasted</textarea>"))
  }

  @Test("Pasted text is read like a file")
  func pasted() async throws {
    let officer = try await Officer()
    let sent = try await officer.upload("", [], [("text", Officer.report())])
    let address = try #require(sent.headers[.location])
    #expect(try await officer.text(address).contains("Pasted text"))
  }

  @Test("Five files may wait, each for half an hour")
  func waiting() async throws {
    let officer = try await Officer()
    let first = try #require(try await officer.upload("1.txt", [65]).headers[.location])
    for number in 2...5 { #expect(try await officer.upload("\(number).txt", [65]).status == .seeOther) }
    let sixth = try await officer.upload("6.txt", [65])
    #expect(sixth.status == .unprocessableContent)
    #expect(PageText(sixth).contains("5 files are waiting for you already"))
    officer.clock.pass(minutes: 29)
    #expect(try await officer.open(first).status != .notFound)
    officer.clock.pass(minutes: 29)
    #expect(try await officer.open(first).status != .notFound)
    #expect(try await officer.upload("7.txt", [65]).status == .seeOther)
    officer.clock.pass(minutes: 31)
    #expect(try await officer.open(first).status == .notFound)
  }

  @Test("Another session's file is not there")
  func others() async throws {
    let (one, other) = (try await Officer(), try await Officer())
    let address = try await one.uploadExample()
    #expect(try await other.open(address).status == .notFound)
    #expect(try await other.send("\(address)/apply").status == .notFound)
  }
}
