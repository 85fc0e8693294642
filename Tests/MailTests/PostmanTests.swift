import CorporatePlan
import Foundation
import Testing

@testable import Ledger
@testable import Mail

@Suite("The quarter's letters go out, once and to whom they are for")
struct PostmanTests {
  @Test("on the day it opens each is asked for theirs by name; the next round has nothing to do")
  func request() async throws {
    let town = try await Town()
    let postman = try town.postman()
    let first = try await postman.round(at: at(9, 18))
    #expect(first.sent == 2 && first.failures.isEmpty)
    let letters = try town.letters()
    let asked = try #require(letters.first { $0.to == "sian@larkmere.example" })
    #expect(asked.subject == "Returns for Q2 2023/24 are open: 1 return, due by 13 October 2023")
    #expect(asked.text.hasPrefix("Dear Siân Ó Briain,\r\n"))
    #expect(asked.text.contains("https://plan.larkmere.example/collect/2023-24-Q2"))
    #expect(letters.contains { $0.to == "ada@larkmere.example" && $0.subject == "Where Q2 2023/24 stands" })
    for hour in 9..<18 { #expect(try await postman.round(at: at(9, 18, hour, 30)) == Postman.Round()) }
    for day in 19..<25 { _ = try await postman.round(at: at(9, day)) }
    #expect(try town.letters().count == 2)
  }

  @Test("nothing goes before eight, at the weekend or on a holiday; what was owed goes on the next working day")
  func days() async throws {
    let town = try await Town()
    try await town.record([Holiday(day(9, 18), name: "Charter day")], at: at(4, 3))
    let postman = try town.postman()
    for moment in [at(9, 16), at(9, 17), at(9, 18), at(9, 19, 7, 59)] {
      #expect(try await postman.round(at: moment) == Postman.Round())
    }
    #expect(try await postman.round(at: at(9, 19, 8)).sent == 2)
  }

  @Test("whoever submits before the letter leaves gets none")
  func withdrawn() async throws {
    let town = try await Town()
    let server = try MailServer(replies: ["RCPT": "451 later"])
    let failing = try town.postman(
      .smtp(SMTP(host: "127.0.0.1", port: server.port, encryption: .none)))
    #expect(try await failing.round(at: at(10, 10)).failures.count == 2)
    try await town.submit(at: at(10, 10, 9, 2))
    let next = try await town.postman().round(at: at(10, 10, 9, 50))
    #expect(next.withdrawn == 1)
    #expect(try town.letters().map(\.to) == ["ada@larkmere.example"])
  }

  @Test("never more than one a day: what waits together is one letter, what comes later waits for the next working day")
  func oneADay() async throws {
    let town = try await Town()
    let postman = try town.postman()
    // Friday 13 October: a reminder in the morning; then one return is given back twice.
    _ = try await postman.round(at: at(10, 13, 8))
    for hour in [10, 11] {
      try await town.submit(at: at(10, 13, hour))
      try await town.review(.returned, reason: "Why at \(hour)?", by: town.head.id, at: at(10, 13, hour, 10))
      _ = try await postman.round(at: at(10, 13, hour, 20))
    }
    func own() throws -> [(to: String, subject: String, text: String)] {
      try town.letters().filter { $0.to == "sian@larkmere.example" }
    }
    #expect(try own().map(\.subject) == ["Still to come for Q2 2023/24: 1 return, due by 13 October 2023"])
    for moment in [at(10, 13, 20), at(10, 14), at(10, 15)] { _ = try await postman.round(at: moment) }
    #expect(try own().count == 1)
    _ = try await postman.round(at: at(10, 16, 8))
    let letters = try own()
    #expect(letters.count == 2)
    let merged = try #require(letters.last)
    #expect(merged.subject == "Returned to you for Q2 2023/24 – and 1 more")
    #expect(merged.text.contains("the Head:") && merged.text.contains("Why at 11?"))
    #expect(!merged.text.contains("Why at 10?"))
    #expect(merged.text.contains("Late for Q2 2023/24: 1 return"))
    #expect(merged.text.components(separatedBy: "Dear ").count == 2)
  }

  @Test("a reminder by hand counts for the day too, and pressed twice is one")
  func byHand() async throws {
    let town = try await Town()
    let postman = try town.postman()
    _ = try await postman.round(at: at(9, 18))
    let reminder = try #require(
      town.council.book.reminder(
        to: town.crews.id, in: town.q2, on: day(9, 18), links: postman.links))
    #expect(try await town.council.mail.add(reminder, at: at(9, 18, 10)))
    #expect(try await !town.council.mail.add(reminder, at: at(9, 18, 10)))
    #expect(try await postman.round(at: at(9, 18, 11)).sent == 0)
    #expect(try await postman.round(at: at(9, 19)).sent == 1)
    #expect(try await postman.round(at: at(9, 20)).sent == 0)
  }

  @Test("an invitation goes at once, on a Sunday night and beside the day's letter, with a link that opens the account")
  func invitation() async throws {
    let town = try await Town()
    let postman = try town.postman()
    #expect(try await town.council.mail.ask(.invitation, for: town.crews.id, at: at(9, 17, 23)))
    #expect(try await postman.round(at: at(9, 17, 23)).sent == 1)
    let letter = try #require(try town.letters().first)
    let secret = try #require(
      letter.text.components(separatedBy: "/office/password?key=").last?.components(separatedBy: "\r\n").first)
    #expect(
      try await town.council.accounts.person(withLetter: Secret(secret), at: at(9, 18))?.id == town.crews.id)
    #expect(try await postman.round(at: at(9, 18)).sent == 2)
    #expect(try await town.council.mail.ask(.reset, for: town.crews.id, at: at(9, 18, 10)))
    #expect(try await postman.round(at: at(9, 18, 10)).sent == 1)
  }

  @Test("the words say how long a link works")
  func lasting() {
    let hour = 3_600_000
    #expect(Accounts.Purpose.invitation.lasts == 7 * 24 * hour && Accounts.Purpose.reset.lasts == 2 * hour)
    #expect(LetterTemplate.standard(.invitation).text.contains("within a week"))
    #expect(LetterTemplate.standard(.reset).text.contains("within two hours"))
  }

  @Test("the secret of an invitation never waits in the file")
  func secrets() async throws {
    let town = try await Town()
    try await town.council.mail.ask(.reset, for: town.crews.id, at: at(9, 17))
    _ = try await town.postman().round(at: at(9, 17))
    let letter = try #require(try town.letters().first)
    let secret = try #require(letter.text.components(separatedBy: "/office/password?key=").last?.prefix(43))
    #expect(secret.count == 43)
    for name in try town.folder.files("/data") {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(town.folder.path)/data/\(name)"))
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
    }
  }

  @Test("a reset that is asked for over and over fills nobody's mailbox")
  func flooding() async throws {
    let town = try await Town()
    for second in 0..<20 {
      let now = Moment(milliseconds: at(9, 17).milliseconds + second * 1000)
      try await town.council.mail.ask(.reset, for: town.crews.id, at: now)
      _ = try await town.postman().round(at: now)
    }
    #expect(try town.letters().count == 1)
    #expect(try await town.council.mail.ask(.reset, for: town.crews.id, at: at(9, 17, 9, 6)))
    #expect(try await !town.council.mail.ask(.reset, for: "p-nobody", at: at(9, 17)))
  }

  @Test("whoever is erased takes their letters along; whoever is gone or disabled is not written to")
  func erased() async throws {
    let town = try await Town()
    let server = try MailServer(replies: ["RCPT": "451 later"])
    let failing = try town.postman(.smtp(SMTP(host: "127.0.0.1", port: server.port, encryption: .none)))
    _ = try await failing.round(at: at(9, 18))
    #expect(try await town.council.mail.list().contains { $0.person == town.crews.id })
    try await town.council.accounts.erase(town.crews.id, by: "p-admin", at: at(9, 17))
    #expect(try await !town.council.mail.list().contains { $0.person == town.crews.id })
    _ = try await town.postman().round(at: at(9, 18, 12))
    #expect(try town.letters().map(\.to) == ["ada@larkmere.example"])
  }

  @Test("whoever is shut out gets nothing, not even what waited; opened again they get what is owed then")
  func disabled() async throws {
    let town = try await Town()
    let accounts = town.council.accounts
    try await town.council.mail.ask(.reset, for: town.crews.id, at: at(9, 17))
    try await accounts.setDisabled(true, town.crews.id, by: "p-admin", at: at(9, 17))
    #expect(try await !town.council.mail.ask(.invitation, for: town.crews.id, at: at(9, 17)))
    _ = try await town.postman().round(at: at(9, 18))
    #expect(try town.letters().map(\.to) == ["ada@larkmere.example"])
    try await accounts.setDisabled(false, town.crews.id, by: "p-admin", at: at(9, 18, 10))
    _ = try await town.postman().round(at: at(9, 18, 11))
    #expect(try town.letters().filter { $0.to == "sian@larkmere.example" }.count == 2)
  }

  @Test("no name and no address gets into the ledger or the queue")
  func personalData() async throws {
    let town = try await Town()
    let postman = try town.postman()
    try await town.record(
      [try LetterTemplate(.request, subject: "Ask {period}", text: "{rows} {link}")], at: at(9, 1))
    try await town.submit(at: at(9, 18, 7))
    try await town.review(.returned, reason: "Why?", by: town.head.id, at: at(9, 18, 7, 30))
    for day in 18..<30 { _ = try await postman.round(at: at(9, day)) }
    #expect(try town.letters().count > 2)
    let kept = try await town.council.file.read { db in
      try String.fetchAll(db, sql: "SELECT author || reason || kind || record || coalesce(body, '') FROM entry")
        + String.fetchAll(
          db, sql: "SELECT key || person || kind || subject || text || coalesce(last_error, '') FROM mail")
    }
    #expect(kept.count > 10)
    for word in ["Siân", "Larsen", "Okafor", "@larkmere.example"] {
      #expect(!kept.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test("letters in the council's own words say what they say")
  func templates() async throws {
    let town = try await Town()
    try await town.record(
      [
        try LetterTemplate(.request, subject: "Ffurflenni {period}", text: "{rows}\n{link}"),
        try LetterTemplate(.frame, subject: "{first} ({more})", text: "Annwyl {name},\n{letters}"),
      ], at: at(9, 1))
    _ = try await town.postman().round(at: at(9, 18))
    let letter = try #require(try town.letters().first { $0.to == "sian@larkmere.example" })
    #expect(letter.subject == "Ffurflenni Q2 2023/24")
    #expect(letter.text.hasPrefix("Annwyl Siân Ó Briain,\r\n• Bins missed\r\nhttps://"))
  }
}

@Suite("What could not be sent is tried again, and seen")
struct RetryTests {
  private func failing(_ town: Town, _ port: Int) throws -> Postman {
    try town.postman(.smtp(SMTP(host: "127.0.0.1", port: port, encryption: .none)))
  }

  @Test(
    "it is tried after 5 minutes, half an hour, two and eight hours, and then given up until somebody tries it again")
  func backOff() async throws {
    let town = try await Town()
    let server = try MailServer(replies: ["RCPT": "451 later"])
    let postman = try failing(town, server.port)
    try await town.council.mail.ask(.reset, for: town.crews.id, at: at(9, 17, 10))
    let mail = town.council.mail
    var minute = 0
    for wait in [5, 30, 120, 480] {
      #expect(try await postman.round(at: at(9, 17, 10, minute)).failures.count == 1)
      let row = try #require(try await mail.list().first)
      guard case .trying = row.state else {
        Issue.record("not tried again: \(row)")
        return
      }
      #expect(row.lastError?.contains("451") == true)
      minute += wait
      #expect(try await postman.round(at: at(9, 17, 10, minute - 1)).failures.isEmpty)
      // A round takes a moment.
      minute += 1
    }
    #expect(try await postman.round(at: at(9, 17, 10, minute)).failures.count == 1)
    #expect(try await mail.counts() == MailCounts(waiting: 0, trying: 0, sent: 0, givenUp: 1))
    #expect(try await postman.round(at: at(9, 20, 7)).failures.isEmpty)
    let key = try #require(try await mail.list().first?.key)
    #expect(try await mail.retry(key, at: at(9, 20, 7)))
    #expect(try await town.postman().round(at: at(9, 20, 7)).sent == 1)
    #expect(try await mail.counts() == MailCounts(waiting: 0, trying: 0, sent: 1, givenUp: 0))
    #expect(try await !mail.retry(key, at: at(9, 20, 7)))
    #expect(server.letters.isEmpty)
  }

  @Test("what is refused for good is given up at once, and the others go on")
  func refused() async throws {
    let town = try await Town()
    let server = try MailServer(replies: ["RCPT": "550 no such user"])
    #expect(try await failing(town, server.port).round(at: at(9, 18)).failures.count == 2)
    #expect(try await town.council.mail.counts().givenUp == 2)
    #expect(try await town.postman().round(at: at(9, 18, 10)).sent == 0)
    #expect(try await town.council.mail.retryAll(at: at(9, 18, 11)) == 2)
    #expect(try await town.postman().round(at: at(9, 18, 11)).sent == 2)
  }

  @Test("while the server is away a round tries one letter only, and none is lost")
  func away() async throws {
    let town = try await Town()
    let closed = try ClosedPort()
    let gone = try failing(town, closed.port)
    #expect(try await gone.round(at: at(9, 18)).failures.count == 1)
    #expect(try await town.postman().round(at: at(9, 18, 10)).sent == 2)
  }

  @Test("a letter that failed and one that came meanwhile go as one, when the first is due again")
  func together() async throws {
    let town = try await Town()
    let server = try MailServer(replies: ["RCPT": "451 later"])
    try await town.submit(at: at(10, 2))
    try await town.review(.returned, reason: "First?", by: town.head.id, at: at(10, 3))
    _ = try await failing(town, server.port).round(at: at(10, 10))
    let reminder = try #require(
      town.council.book.reminder(
        to: town.crews.id, in: town.q2, on: day(10, 10), links: try town.postman().links))
    try await town.council.mail.add(reminder, at: at(10, 10, 9, 1))
    #expect(try await town.postman().round(at: at(10, 10, 9, 2)).sent == 0)
    #expect(try await town.postman().round(at: at(10, 10, 9, 10)).sent == 2)
    #expect(try town.letters().filter { $0.to == "sian@larkmere.example" }.map(\.subject).count == 1)
  }

  @Test("two loops at once send each letter once; what a loop took and never sent is taken again later")
  func claims() async throws {
    let town = try await Town()
    let server = try MailServer()
    let postman = try failing(town, server.port)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { _ = try await postman.round(at: at(9, 18)) } }
      try await group.waitForAll()
    }
    #expect(server.letters.count == 2)
    // While one is on its way, another to the same person waits: only one may arrive today.
    let mail = town.council.mail
    func notice(_ about: String) -> Notice {
      Notice(.reminder, to: town.crews.id, about: about, subject: about, text: about)
    }
    try await mail.add(notice("one"), at: at(9, 21))
    let one = try #require(try await mail.take(at: at(9, 21), ordinary: true))
    try await mail.add(notice("two"), at: at(9, 21))
    #expect(try await mail.take(at: at(9, 21, 9, 1), ordinary: true) == nil)
    try await mail.sent(one, at: at(9, 21, 9, 2))
    #expect(try await mail.take(at: at(9, 21, 9, 3), ordinary: true) == nil)
    #expect(try await mail.take(at: at(9, 22), ordinary: true)?.letters.map(\.subject) == ["two"])
    try await town.council.mail.ask(.reset, for: town.crews.id, at: at(9, 19))
    #expect(try await town.council.mail.take(at: at(9, 19), ordinary: true) != nil)
    #expect(try await town.council.mail.take(at: at(9, 19, 9, 9), ordinary: true) == nil)
    #expect(try await town.council.mail.take(at: at(9, 19, 9, 11), ordinary: true) != nil)
  }

  @Test("the loop goes on after a round that failed, until it is stopped")
  func loop() async throws {
    let town = try await Town()
    let postman = try town.postman()
    let (rounds, told) = AsyncStream.makeStream(of: Int.self)
    let task = Task {
      try await postman.run(every: .milliseconds(1), now: { at(9, 18) }) { outcome in
        told.yield((try? outcome.get().sent) ?? -1)
      }
    }
    var seen: [Int] = []
    for await sent in rounds {
      seen.append(sent)
      if seen.count == 3 { break }
    }
    task.cancel()
    #expect(seen == [2, 0, 0])
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
