import CorporatePlan
import Foundation
import HTTPTypes
import Ledger
import Mail
import Testing

@testable import Web

@Suite("What became of letters is seen, and mended, on the page about mail")
struct MailPageTests {
  @Test(
    "a folder that can't be written to is told with its sentence, to monitors too; once it is mended the letter goes")
  func failing() async throws {
    let officer = try await Officer()
    let colleague = try await officer.colleague([.councillor])
    // A file stands where the folder should be.
    #expect(FileManager.default.createFile(atPath: officer.outbox, contents: nil))
    try await officer.council.mail.ask(.invitation, for: colleague.person.id, at: officer.clock.now)
    #expect(try await officer.round().failures.count == 1)
    let page = try await officer.text("/mail")
    #expect(page.contains("The outbox folder could not be written to"))
    #expect(page.contains("<b>1</b> failed, and tried again"))
    #expect(page.contains("to A colleague"))
    let health = try await officer.served.text("/health")
    #expect(health.contains(#""tried_again":1"#) && health.contains("\"last_failure\":\"2025-11-10T09:0"))
    #expect(!health.contains("colleague") && !health.contains("larkmere.example"))
    try FileManager.default.removeItem(atPath: officer.outbox)
    #expect(try await officer.round().sent == 0)
    officer.clock.pass(minutes: 6)
    #expect(try await officer.round().sent == 1)
    #expect(try await officer.text("/mail").contains("No letter failed."))
    #expect(try await !officer.served.text("/health").contains("last_failure"))
  }

  @Test("what was given up is tried again when an administrator says so: one letter, or all")
  func retried() async throws {
    let officer = try await Officer()
    #expect(FileManager.default.createFile(atPath: officer.outbox, contents: nil))
    for _ in 0..<3 {
      let colleague = try await officer.colleague([.councillor])
      try await officer.council.mail.ask(.invitation, for: colleague.person.id, at: officer.clock.now)
    }
    // A carrier's trouble ends the round after one letter.
    for _ in 0..<20 {
      try await officer.round()
      officer.clock.pass(minutes: 481)
    }
    #expect(try await officer.council.mail.counts().givenUp == 3)
    let administrator = try await officer.again()
    #expect(try await administrator.text("/mail").contains("Try all again that were given up"))
    try FileManager.default.removeItem(atPath: officer.outbox)
    let key = try #require(try await officer.council.mail.list().first?.key)
    #expect(try await administrator.send("/mail/retry", [("letter", key)]).headers[.location] == "/mail?again=1")
    #expect(try await officer.round().sent == 1)
    #expect(try await administrator.send("/mail/retry", [("letter", key)]).headers[.location] == "/mail?again=0")
    #expect(try await administrator.send("/mail/retry").headers[.location] == "/mail?again=2")
    #expect(try await officer.round().sent == 2)
  }

  @Test("a form without the session's token, or from another site, tries nothing again and changes no words")
  func guarded() async throws {
    let officer = try await Officer()
    for path in ["/mail/retry", "/mail/templates/request", "/mail/templates/request/standard", "/people/x/link"] {
      #expect(try await officer.send(path, token: "wrong").status == .forbidden, "\(path)")
      #expect(try await officer.send(path, origin: "http://evil.example").status == .forbidden, "\(path)")
    }
  }

  @Test("a letter's words are tried on what is recorded, changed, and put back; each change is in the ledger")
  func templates() async throws {
    let council = try await ReviewCouncil()
    let officer = council.performance
    let address = "/mail/templates/request"
    let typed = [
      ("subject", "Your figures for {period}"), ("text", "Please, by {due}:\r\n\r\n{rows}\r\n\r\n{link} <b>thanks</b>"),
      ("revision", "0"),
    ]
    let preview = PageText(try await officer.send("\(address)/preview", typed))
    #expect(preview.contains("Your figures for Q4 2023/24"))
    #expect(preview.contains("Please, by 17 November 2025:"))
    #expect(preview.contains("&lt;b>thanks") || preview.contains("&lt;b&gt;thanks"))
    #expect(council.book.templates.isEmpty)
    #expect(try await officer.send(address, typed).headers[.location] == "\(address)?saved=yes")
    #expect(council.book.template(.request).text == "Please, by {due}:\n\n{rows}\n\n{link} <b>thanks</b>")
    let stamp = try #require(council.book.stamp(of: RecordID("template", "request")))
    #expect(stamp.author == officer.person.id)
    #expect(try await officer.text("/mail/templates").contains("own, since 10 November 2025"))
    // Who had the page open before is told, and keeps what they typed.
    let late = try await officer.send(address, typed)
    #expect(late.status == .unprocessableContent)
    #expect(PageText(late).contains("Somebody changed these words"))
    try await officer.send("\(address)/standard", [("revision", "1")])
    #expect(council.book.template(.request) == .standard(.request))
    #expect(try await officer.text("/mail/templates").contains("The standard words"))
  }

  @Test(
    "words that a letter could not be sent with are refused beside their field, and stay as typed",
    arguments: [
      ("Look: {nonsense}", "{link}", "names {nonsense}"), ("Look", "No way in", "needs {link}"),
      ("", "{link}", "The subject is empty"), ("Look", "{link", "brace that is not closed"),
    ])
  func wrongWords(_ subject: String, _ text: String, _ words: String) async throws {
    let officer = try await Officer()
    for way in ["", "/preview"] {
      let answer = try await officer.send(
        "/mail/templates/invitation\(way)", [("subject", subject), ("text", text), ("revision", "0")])
      #expect(answer.status == .unprocessableContent)
      let page = PageText(answer)
      #expect(page.contains(words) && page.contains("<title>Error: Invitation") && page.contains(text))
    }
    #expect(officer.council.book.templates.isEmpty)
  }

  @Test(
    "every kind of letter has a page with the letter as it would be now, also before there is anything",
    arguments: LetterKind.allCases)
  func kinds(_ kind: LetterKind) async throws {
    for officer in [try await Officer(), try await ReviewCouncil().performance] {
      let page = try await officer.text("/mail/templates/\(kind.rawValue)")
      #expect(page.contains("Dear Performance,"))
      for placeholder in kind.placeholders { #expect(page.contains("<dt>{\(placeholder.rawValue)}</dt>")) }
      let letter = try #require(page.source.components(separatedBy: #"<p class="text">"#).last)
      #expect(!letter.prefix { $0 != "<" }.contains("{"))
    }
  }

  @Test("a reminder by hand shows its letter first, goes once, and never beside another letter of the day")
  func remind() async throws {
    let council = try await ReviewCouncil()
    let officer = council.performance
    let owing = council.wasteOfficer.person
    let address = "\(ReviewCouncil.cycle)/remind/\(owing.id)"
    let first = try await officer.text(address)
    #expect(first.contains("Still to come for Q4 2023/24: 2 returns"))
    #expect(first.contains("It leaves within a minute.") && first.contains("Send it now"))
    #expect(try await officer.round().sent > 0)
    // The request went this morning.
    let second = try await officer.text(address)
    #expect(second.contains("had a letter today at 09:00") && second.contains("on 11 November 2025, from eight"))
    #expect(try await officer.send(address).headers[.location] == address)
    #expect(try await officer.text(address).contains("The reminder is in the queue. It leaves on 11 November 2025"))
    try await officer.send(address)
    #expect(try await officer.round().sent == 0)
    officer.clock.pass(minutes: 24 * 60)
    try await officer.round()
    let letters = try officer.letters(to: owing.email)
    #expect(letters.count == 2)
    #expect(letters.last?.text.contains("This is yours to return for Q4 2023/24 by 17 November 2025") == true)
  }

  @Test("a reminder that waits is taken back when all it asks for comes in")
  func takenBack() async throws {
    let council = try await ReviewCouncil()
    let officer = council.performance
    let owing = council.wasteOfficer.person
    try await officer.round()
    try await officer.send("\(ReviewCouncil.cycle)/remind/\(owing.id)")
    try await council.submitBins()
    try await council.submitRecycling()
    officer.clock.pass(minutes: 24 * 60)
    try await officer.round()
    #expect(try officer.letters(to: owing.email).count == 1)
    let page = try await officer.again().text("\(ReviewCouncil.cycle)/remind/\(owing.id)")
    #expect(page.contains("owes nothing for Q4 2023/24 now"))
  }

  @Test("whoever's return is given back is told by mail why, and by which post, but not by whom")
  func givenBack() async throws {
    let council = try await ReviewCouncil()
    let officer = council.performance
    try await council.submitBins()
    let answer = try await council.decide(
      .returned, ReviewCouncil.bins, by: council.wasteHead, reason: "Does it count the flats?")
    #expect(answer.status == .seeOther)
    try await officer.round()
    let letter = try #require(try officer.letters(to: council.wasteOfficer.person.email).first)
    #expect(letter.text.contains("This came back from the Head of Waste:"))
    #expect(letter.text.contains("Does it count the flats?"))
    #expect(letter.text.contains("http://localhost/collect/2023-24-Q4"))
    #expect(!letter.text.contains(council.wasteHead.person.email))
  }

  @Test("the late list leads to the reminder of whoever holds the post")
  func fromTheBoard() async throws {
    let council = try await ReviewCouncil()
    council.performance.clock.pass(minutes: 10 * 24 * 60)
    // The session is long over: they sign in again.
    let officer = try await council.performance.again()
    let page = try await officer.text(ReviewCouncil.cycle)
    #expect(page.contains("\(ReviewCouncil.cycle)/remind/\(council.wasteOfficer.person.id)"))
  }
}
