import CorporatePlan
import Foundation
import Testing

@testable import Mail

@Suite("How letters leave is set in a line, and secrets stand elsewhere")
struct MailSettingsTests {
  private func carrier(_ line: String?, secret: String? = nil) throws -> Carrier {
    try MailSettings(
      carrier: line, from: "Corporate plan <plan@larkmere.example>", secret: secret.map { MailSecret($0) },
      directory: "/data"
    ).carrier
  }

  @Test("each way of sending is read")
  func ways() throws {
    #expect(try carrier(nil) == .outbox(folder: "/data/outbox"))
    #expect(try carrier("outbox:") == .outbox(folder: "/data/outbox"))
    #expect(try carrier("outbox:/srv/post") == .outbox(folder: "/srv/post"))
    #expect(try carrier("sendmail") == .sendmail(path: "/usr/sbin/sendmail"))
    #expect(try carrier("sendmail:/opt/msmtp") == .sendmail(path: "/opt/msmtp"))
    func server(_ host: String, _ port: Int, _ encryption: SMTP.Encryption, _ user: String? = nil) -> Carrier {
      .smtp(
        SMTP(host: host, port: port, encryption: encryption, user: user, password: user.map { _ in MailSecret("s") }))
    }
    #expect(try carrier("smtp://mail.example") == server("mail.example", 587, .required))
    #expect(try carrier("smtps://mail.example/") == server("mail.example", 465, .fromTheStart))
    #expect(try carrier("smtp://10.0.0.1?encryption=none") == server("10.0.0.1", 25, .none))
    #expect(try carrier("smtp://[::1]:2525?encryption=none") == server("[::1]", 2525, .none))
    #expect(
      try carrier("smtp://plan@larkmere.example@mail.example:2587", secret: "s")
        == server("mail.example", 2587, .required, "plan@larkmere.example"))
    #expect(
      try carrier("smtp://plan%40larkmere.example@mail.example", secret: "s")
        == server("mail.example", 587, .required, "plan@larkmere.example"))
  }

  @Test(
    "what can't be read is refused with a sentence",
    arguments: [
      "pigeon", "smtp:mail.example", "smtp://", "smtp://mail.example:0", "smtp://mail.example:x", "smtp://mail example",
      "smtp://mail.example/path", "smtp://mail.example?encryption=maybe", "smtps://mail.example?encryption=none",
      "smtp://-oProxy", "notify:welcome", "smtp://mail.example%0d%0a",
    ])
  func refused(line: String) {
    let error = #expect(throws: MailSettingsError.self) { try carrier(line, secret: "s") }
    #expect(error?.description.contains("write") == true || error?.description.contains("copy") == true)
  }

  @Test("a password in the line is refused and not said again, as is one that would go over the network unencrypted")
  func passwords() {
    for line in ["smtp://plan:hunter2@mail.example", "smtp://plan@mail.example?encryption=none"] {
      let error = #expect(throws: MailSettingsError.self) { try carrier(line, secret: "hunter2") }
      #expect(error?.description.contains("hunter2") == false)
    }
    #expect(throws: MailSettingsError.self) { try carrier("smtp://plan@mail.example") }
    #expect(throws: Never.self) { try carrier("smtp://plan@127.0.0.1:2525?encryption=none", secret: "s") }
  }

  @Test("a secret comes from a file, without its last line end, or from the environment")
  func secrets() throws {
    let folder = try Folder()
    try "sesame\n".write(toFile: folder.path + "/secret", atomically: true, encoding: .utf8)
    let environment = [MailSettings.secretVariable: "other"]
    #expect(try MailSettings.secret(file: folder.path + "/secret", environment: environment) == MailSecret("sesame"))
    #expect(try MailSettings.secret(file: nil, environment: environment) == MailSecret("other"))
    #expect(try MailSettings.secret(file: nil, environment: [:]) == nil)
    #expect(throws: MailSettingsError.self) {
      try MailSettings.secret(file: folder.path + "/none", environment: environment)
    }
  }

  @Test(
    "letters come from an address, with a name or without",
    arguments: [
      ("plan@larkmere.example", "", true), ("Plan <plan@larkmere.example>", "Plan", true),
      ("\"Plan, corporate\" <plan@larkmere.example>", "Plan, corporate", true), ("Plan", "", false),
      ("Plan <plan@larkmere.example\r\nBcc: x@y.example>", "", false), ("", "", false),
    ])
  func senders(from: String, name: String, isRead: Bool) throws {
    let settings = try? MailSettings(carrier: "sendmail", from: from, secret: nil, directory: "/data")
    #expect(settings?.sender == (isRead ? try Sender(name: name, address: "plan@larkmere.example") : nil))
  }

  @Test("the manual lists every kind of letter with what it can name", arguments: LetterKind.allCases)
  func manual(kind: LetterKind) throws {
    let manual = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../docs/mail.md")
    let text = String(decoding: try Data(contentsOf: manual), as: UTF8.self)
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| `\(kind.rawValue)` |") })
    #expect(row.hasSuffix("| \(kind.placeholders.map { "`{\($0.rawValue)}`" }.joined(separator: " ")) |"))
    #expect(text.contains(MailSettings.secretVariable))
  }
}
