import CorporatePlan
import Foundation
import Programs
import Testing

@testable import Mail

@Suite("A mail server gets a letter whole, and its answer tells whether to try again")
struct SMTPTests {
  private func carrier(
    _ port: Int, _ encryption: SMTP.Encryption = .none, user: String? = nil, password: String = "sesame"
  ) -> Carrier {
    .smtp(
      SMTP(
        host: "127.0.0.1", port: port, encryption: encryption, user: user,
        password: user.map { _ in MailSecret(password) }))
  }

  private func failure(_ carrier: Carrier) async throws -> SendingFailure? {
    let letter = try LetterTests.letter()
    do { try await carrier.send(letter, from: LetterTests.sender, at: LetterTests.now) } catch { return error }
    return nil
  }

  @Test("what the server keeps are the bytes of the letter, lines of a single dot among them")
  func whole() async throws {
    let server = try MailServer()
    let letter = try LetterTests.letter(
      name: "Siân", text: "Dear Siân,\n.\n..\n.hidden\n" + String(repeating: "a long line ", count: 5000) + "\n.\n")
    try await carrier(server.port).send(letter, from: LetterTests.sender, at: LetterTests.now)
    let received = try #require(server.letters.first)
    #expect(received.message == letter.message(from: LetterTests.sender, at: LetterTests.now))
    #expect(received.from.hasPrefix("MAIL FROM:<plan@larkmere.example>"))
    #expect(received.to == ["RCPT TO:<ada@larkmere.example>"])
    #expect(server.letters.count == 1)
  }

  @Test(
    "4xx is tried again, 5xx is not",
    arguments: [
      ("RCPT", "451 greylisted", true), ("RCPT", "550 no such user", false), ("MAIL", "452 full", true),
      ("DATA", "554 spam", false), ("DATA", "421 closing", true),
    ])
  func refused(word: String, reply: String, again: Bool) async throws {
    let server = try MailServer(replies: [word: reply])
    let failure = try #require(try await failure(carrier(server.port)))
    #expect(failure.again == again && !failure.concernsAll)
    #expect(failure.description.contains(String(reply.prefix(3))))
    #expect(!failure.description.contains("ada@"))
    #expect(server.letters.isEmpty)
  }

  @Test("a server that is not there concerns all letters, and is tried again")
  func absent() async throws {
    let closed = try ClosedPort()
    let failure = try #require(try await failure(carrier(closed.port)))
    #expect(failure.again && failure.concernsAll)
  }

  @Test("a server that hangs up in the middle is tried again")
  func hangsUp() async throws {
    let server = try Loopback { line in
      line.say("220 mail.example ESMTP\r\n")
      _ = line.hear()
    }
    #expect(try await failure(carrier(server.port))?.again == true)
  }

  @Test("where encryption is demanded, a server that offers none gets neither letter nor password")
  func stripped() async throws {
    let server = try MailServer(offers: ["AUTH PLAIN"])
    let failure = try #require(try await failure(carrier(server.port, .required, user: "plan")))
    #expect(failure.again && failure.description.contains("encryption"))
    #expect(server.letters.isEmpty)
    #expect(!server.commands.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("AUTH") })
  }

  @Test("it signs in with user and password")
  func signsIn() async throws {
    let server = try MailServer(offers: ["AUTH PLAIN"])
    #expect(try await failure(carrier(server.port, user: "plan@larkmere.example")) == nil)
    let said = Data("\0plan@larkmere.example\0sesame".utf8).base64EncodedString()
    #expect(server.commands.contains { $0.hasSuffix(said) })
    #expect(server.letters.count == 1)
  }

  @Test("a wrong password concerns all letters, and the sentence does not say it")
  func wrongPassword() async throws {
    let server = try MailServer(offers: ["AUTH PLAIN"], replies: ["AUTH": "535 wrong"])
    let failure = try #require(try await failure(carrier(server.port, user: "plan")))
    #expect(!failure.again && failure.concernsAll)
    #expect(!failure.description.contains("sesame") && server.letters.isEmpty)
  }

  @Test(
    "a server whose certificate nobody vouches for gets nothing",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
  func certificate() async throws {
    let folder = try Folder()
    let port = try ClosedPort().port
    let (key, certificate) = (folder.path + "/key.pem", folder.path + "/cert.pem")
    let made = try await Program(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-days", "2", "-keyout", key, "-out",
        certificate,
      ]
    ).run()
    #expect(made == 0)
    let program = Program(
      "/usr/bin/openssl", ["s_server", "-accept", "127.0.0.1:\(port)", "-key", key, "-cert", certificate, "-quiet"])
    let server = Task { try await program.run() }
    defer { server.cancel() }
    var seen: SendingFailure?
    // Until it listens.
    for _ in 0..<100 {
      seen = try await failure(carrier(port, .fromTheStart))
      if seen?.description.contains("ertificate") == true { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(seen?.description.contains("ertificate") == true)
    #expect(seen?.concernsAll == true)
  }
}

@Suite("GOV.UK Notify gets a letter and a token of the moment")
struct NotifyTests {
  private static let template = "5f2c1d0e-9a8b-4c7d-8e6f-1a2b3c4d5e6f"
  private static let secret = "7b0d6a1e-5c1f-4f6e-9c57-2f1d8a4b3c2d"
  private static let key = "larkmere-live-0c9f3f0e-6f0d-4b61-8a3e-5d2c1b0a9f8e-\(secret)"
  /// Made from the same key and second by Python's hmac.
  private static let token =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3MDAxMjcwMDAsImlzcyI6IjBjOWYzZjBlLTZmMGQtNGI2MS04YTNlLTVkMmMxYjBhOWY4ZSJ9._6fIUf8znFjvLesDSO8cJ0zZLAcZcRrhGvf9AGobXzo"

  private func send(_ server: WebServer) async throws -> SendingFailure? {
    let notify = try Notify(key: Self.key, template: Self.template, base: server.base)
    let letter = try LetterTests.letter(name: "Siân", subject: "Chwarter 2", text: "Annwyl Siân,\n\n\"92.5%\"\n")
    do { try await Carrier.notify(notify).send(letter, from: LetterTests.sender, at: LetterTests.now) } catch {
      return error
    }
    return nil
  }

  @Test("it is one POST with token, address, template, subject and text")
  func post() async throws {
    let server = try WebServer(status: 201, body: "{\"id\":\"740e5834\"}")
    #expect(try await send(server) == nil)
    let request = try #require(server.requests.first)
    #expect(request.line == "POST /v2/notifications/email HTTP/1.1")
    #expect(request.headers["authorization"] == "Bearer \(Self.token)")
    #expect(request.headers["content-type"] == "application/json")
    let body = try JSON(parsing: request.body)
    #expect(body["email_address"]?.string == "ada@larkmere.example")
    #expect(body["template_id"]?.string == Self.template)
    #expect(body["personalisation"]?["subject"]?.string == "Chwarter 2")
    #expect(body["personalisation"]?["body"]?.string == "Annwyl Siân,\n\n\"92.5%\"\n")
    #expect(server.requests.count == 1)
  }

  @Test(
    "too many, and its own trouble, are tried again; what it refuses is not",
    arguments: [
      (429, true, true), (500, true, true), (503, true, true), (400, false, false), (403, false, true),
      (404, false, false), (302, false, false),
    ])
  func refused(status: Int, again: Bool, concernsAll: Bool) async throws {
    let server = try WebServer(
      status: status, body: "{\"status_code\":\(status),\"errors\":[{\"error\":\"E\",\"message\":\"Not now\"}]}")
    let failure = try #require(try await send(server))
    #expect(failure.again == again && failure.concernsAll == concernsAll)
    #expect(failure.description == "GOV.UK Notify answered \(status): Not now")
    #expect(server.requests.count == 1)
  }

  @Test("an answer that is no JSON is told by its number")
  func gateway() async throws {
    let server = try WebServer(status: 502, body: "<html>Bad gateway</html>")
    #expect(try await send(server)?.description == "GOV.UK Notify answered 502")
  }

  @Test(
    "a key, template or address that can't be right is refused, and no key is printed",
    arguments: [
      ("", template, Notify.usualBase), ("larkmere", template, Notify.usualBase),
      (secret, template, Notify.usualBase), (String(key.dropLast()), template, Notify.usualBase),
      (key, "welcome", Notify.usualBase), (key, template, "http://notify.example"),
    ])
  func settings(key: String, template: String, base: String) {
    let refused = #expect(throws: MailSettingsError.self) { try Notify(key: key, template: template, base: base) }
    #expect(refused?.description.contains("7b0d6a1e") == false)
  }

  @Test("printing a carrier prints no secret")
  func printing() throws {
    let carriers: [Carrier] = [
      .notify(try Notify(key: Self.key, template: Self.template)),
      .smtp(SMTP(host: "h", port: 1, encryption: .none, user: "u", password: MailSecret("7b0d6a1e"))),
    ]
    for carrier in carriers {
      var dumped = ""
      dump(carrier, to: &dumped)
      for text in ["\(carrier)", String(reflecting: carrier), dumped] { #expect(!text.contains("7b0d6a1e")) }
    }
  }
}

@Suite("Letters leave by the system's program, or stay in a folder")
struct SendmailTests {
  @Test("sendmail reads the letter, and no address is among its arguments")
  func sendmail() async throws {
    let folder = try Folder()
    let program = try folder.script(
      "sendmail", "#!/bin/sh\nprintf '%s\\n' \"$@\" > '\(folder.path)/arguments'\ncat > '\(folder.path)/stdin'\n")
    let letter = try LetterTests.letter(name: "Siân", text: "One.\n.\nTwo.\n")
    try await Carrier.sendmail(path: program).send(letter, from: LetterTests.sender, at: LetterTests.now)
    #expect(try folder.text("arguments") == "-t\n-i\n")
    let sent = String(decoding: letter.message(from: LetterTests.sender, at: LetterTests.now), as: UTF8.self)
    #expect(try folder.text("stdin") == sent.replacingOccurrences(of: "\r\n", with: "\n"))
  }

  @Test(
    "its exit status tells whether to try again",
    arguments: [(75, true), (69, true), (1, true), (67, false), (65, false), (64, false), (78, false)])
  func status(status: Int, again: Bool) async throws {
    let folder = try Folder()
    let program = try folder.script("sendmail", "#!/bin/sh\nexit \(status)\n")
    let failure = await #expect(throws: SendingFailure.self) {
      let long = try LetterTests.letter(text: String(repeating: "more than a pipe holds ", count: 20_000))
      try await Carrier.sendmail(path: program).send(long, from: LetterTests.sender, at: LetterTests.now)
    }
    #expect(failure?.again == again)
  }

  @Test("a program that is not there is said by name")
  func absent() async throws {
    let failure = await #expect(throws: SendingFailure.self) {
      try await Carrier.sendmail(path: "/no/sendmail").send(
        LetterTests.letter(), from: LetterTests.sender, at: LetterTests.now)
    }
    #expect(failure?.description.hasPrefix("/no/sendmail") == true && failure?.concernsAll == true)
  }

  @Test("in the outbox a letter is one whole file that only its owner reads")
  func outbox() async throws {
    let folder = try Folder()
    let letter = try LetterTests.letter(name: "Siân")
    let carrier = Carrier.outbox(folder: folder.path + "/outbox")
    for _ in 0..<2 { try await carrier.send(letter, from: LetterTests.sender, at: LetterTests.now) }
    let names = try folder.files("/outbox")
    #expect(names.count == 1 && names.allSatisfy { $0.hasPrefix("2023-11-16T09-30") && $0.hasSuffix(".eml") })
    let name = try #require(names.first)
    let path = "\(folder.path)/outbox/\(name)"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(bytes == letter.message(from: LetterTests.sender, at: LetterTests.now))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }

  @Test("an outbox that can't be written to says so, and loses nothing")
  func unwritable() async throws {
    let folder = try Folder()
    try "a file".write(toFile: folder.path + "/outbox", atomically: true, encoding: .utf8)
    let failure = await #expect(throws: SendingFailure.self) {
      try await Carrier.outbox(folder: folder.path + "/outbox").send(
        LetterTests.letter(), from: LetterTests.sender, at: LetterTests.now)
    }
    #expect(failure?.again == true && failure?.concernsAll == true)
    #expect(try folder.text("outbox") == "a file")
  }
}
