import CorporatePlan
import Foundation
import HTTPTypes
import Ledger
import Synchronization
import Testing

@testable import Web

@Suite("Invitations and new passwords reach people by mail")
struct MailDoorTests {
  private let newcomer = "bo@larkmere.example"

  private func invited(_ name: String = "Bo Larsen") async throws -> (officer: Officer, person: String) {
    let officer = try await Officer()
    let answer = try await officer.send("/people", [("name", name), ("email", newcomer), ("role", "reviewer")])
    let location = try #require(answer.headers[.location])
    let person = try #require(location.firstMatch(of: /\/people\/([^?]+)\?invited=yes/))
    return (officer, String(person.1))
  }

  /// What the page to set a password sends.
  private func choose(_ password: String, with link: String, _ officer: Officer) async throws
    -> (status: Int, page: PageText, cookie: String?)
  {
    let key = try #require(link.split(separator: "=").last)
    return try await officer.knock(
      "/office/password", [("key", String(key)), ("password", password), ("again", password)])
  }

  @Test("whoever is invited finds a letter with a link, chooses a password by it and is in")
  func invitation() async throws {
    let (officer, person) = try await invited()
    let page = try await officer.text("/people/\(person)?invited=yes")
    #expect(page.contains(officer.outbox))
    #expect(!page.contains("key="))
    #expect(try await officer.round().sent == 1)
    let letter = try #require(try officer.letters(to: newcomer).first)
    let link = try letter.link
    #expect(PageText(try await officer.served.ask(link)).contains("For Bo Larsen, \(newcomer)."))
    let set = try await choose("three damp gates", with: link, officer)
    #expect(set.status == 303)
    let ticket = try #require(set.cookie?.firstMatch(of: /goldthread-office=([A-Za-z0-9_-]{43});/)).1
    let office = try await officer.served.ask("/office", .get, [.cookie: "\(OfficeCookie.name)=\(ticket)"])
    #expect(office.status == .ok)
    #expect(try await choose("three other gates", with: link, officer).status == 403)
    let signIn = try await officer.knock("/office/sign-in", [("email", newcomer), ("password", "three damp gates")])
    #expect(signIn.status == 303)
  }

  @Test("pressed again within five minutes, no second invitation goes, and the page says so")
  func twice() async throws {
    let (officer, person) = try await invited()
    try await officer.round()
    let again = try await officer.send("/people/\(person)/invite")
    #expect(again.headers[.location] == "/people/\(person)?invited=already")
    #expect(try await officer.round().sent == 0)
    officer.clock.pass(minutes: 6)
    #expect(try await officer.send("/people/\(person)/invite").headers[.location]?.hasSuffix("=yes") == true)
    #expect(try await officer.round().sent == 1)
  }

  @Test("a link to hand over is shown in the answer and nowhere else, and the letter that waited does not end it")
  func handedOver() async throws {
    let (officer, person) = try await invited()
    let answer = try await officer.send("/people/\(person)/link")
    #expect(answer.status == .ok)
    #expect(answer.headers[.location] == nil)
    #expect(answer.headers[.cacheControl] == "no-store")
    let shown = try #require(
      PageText(answer).source.firstMatch(of: /value="http:\/\/localhost(\/office\/password\?key=[A-Za-z0-9_-]{43})"/))
    #expect(try await officer.round().sent == 0)
    #expect(try await !officer.text("/people/\(person)").contains("key="))
    #expect(try await choose("three damp gates", with: String(shown.1), officer).status == 303)
  }

  @Test("where letters leave by mail nobody, an administrator either, is shown somebody's link")
  func notHandedOver() async throws {
    let officer = try await Officer(
      mail: try .init(
        carrier: "smtp://127.0.0.1:9?encryption=none", from: "plan@larkmere.example", secret: nil, directory: "."))
    let colleague = try await officer.colleague([.councillor])
    #expect(try await officer.send("/people/\(colleague.person.id)/link").status == .forbidden)
    #expect(try await !officer.text("/people/\(colleague.person.id)").contains("/link"))
  }

  @Test("whoever forgot their password gets a letter, and with it another one; the old one opens nothing then")
  func reset() async throws {
    let officer = try await Officer()
    let email = officer.person.email
    #expect(try await officer.knock("/office/forgot", [("email", " Performance@Larkmere.example")]).status == 200)
    await officer.office.forgotten.settled()
    #expect(try await officer.round().sent == 1)
    let link = try #require(try officer.letters(to: email).first).link
    #expect(try await choose("three damp gates", with: link, officer).status == 303)
    #expect(try await officer.open("/office").status == .seeOther)
    let old = try await officer.knock("/office/sign-in", [("email", email), ("password", Officer.password)])
    #expect(old.status == 422)
    let new = try await officer.knock("/office/sign-in", [("email", email), ("password", "three damp gates")])
    #expect(new.status == 303)
  }

  @Test("asking for a new password over and over sends one letter in five minutes")
  func flood() async throws {
    let officer = try await Officer()
    for _ in 0..<30 {
      _ = try await officer.knock("/office/forgot", [("email", officer.person.email)])
      await officer.office.forgotten.settled()
      try await officer.round()
    }
    #expect(try officer.letters().count == 1)
    officer.clock.pass(minutes: 6)
    _ = try await officer.knock("/office/forgot", [("email", officer.person.email)])
    await officer.office.forgotten.settled()
    try await officer.round()
    #expect(try officer.letters().count == 2)
  }

  @Test("the answer is the same whoever asks, and comes at once even while nothing can be written")
  func tellsNothing() async throws {
    let officer = try await Officer()
    let (held, freed) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let council = officer.council
    let holding = Task {
      try await council.append(reason: "Takes long", author: "tests", at: Moment("2025-11-10T09:00:00.000Z")!) { _ in
        held.signal()
        freed.wait()
        return []
      }
    }
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        held.wait()
        continuation.resume()
      }
    }
    // An answer that did wait would end this way, and find the letter noted below.
    DispatchQueue.global().asyncAfter(deadline: .now() + 120) { freed.signal() }
    let known = try await officer.knock("/office/forgot", [("email", officer.person.email)])
    let unknown = try await officer.knock("/office/forgot", [("email", "nobody@larkmere.example")])
    let before = try await officer.council.mail.counts().waiting
    freed.signal()
    _ = try await holding.value
    #expect((known.status, known.page.source) == (unknown.status, unknown.page.source))
    #expect(before == 0)
    await officer.office.forgotten.settled()
    #expect(try await officer.council.mail.counts().waiting == 1)
  }

  @Test("what monitors are told does not change when somebody asks for a new password")
  func health() async throws {
    let officer = try await Officer()
    let before = try await officer.served.text("/health").source
    _ = try await officer.knock("/office/forgot", [("email", officer.person.email)])
    await officer.office.forgotten.settled()
    #expect(try await officer.council.mail.counts().waiting == 1)
    #expect(try await officer.served.text("/health").source == before)
    #expect(before.contains(#""mail":{"given_up":0,"tried_again":0,"waiting":0}"#))
  }

  @Test(
    "nobody's name adds a header or a reader to a letter",
    arguments: [
      "Bo\r\nBcc: eve@evil.example", "Bo\nSubject: Yours", "Bo\" <eve@evil.example>, \"Bo", "Bo\u{2028}Cc: e@e",
    ])
  func header(_ name: String) async throws {
    let (officer, _) = try await invited(name)
    #expect(try await officer.round().sent == 1)
    let letter = try #require(try officer.letters().first)
    let names = letter.headers.compactMap { $0.split(separator: ":").first.map(String.init) }
    #expect(
      names == [
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
        "Auto-Submitted", "X-Auto-Response-Suppress",
      ])
    let to = try #require(letter.header("To"))
    #expect(to.hasSuffix("<\(newcomer)>"))
    // Outside quotes it would be another reader.
    #expect(!to.replacing(/"[^"]*"/, with: "").contains("evil.example"))
  }
}
