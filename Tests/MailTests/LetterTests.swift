import CorporatePlan
import Foundation
import Testing

@testable import Mail

@Suite("A letter is a correct message, whatever stands in it")
struct LetterTests {
  static let now = Moment(milliseconds: 1_700_127_000_000)
  static let sender: Sender = {
    do { return try Sender(name: "Corporate plan", address: "plan@larkmere.example") } catch {
      preconditionFailure("\(error)")
    }
  }()

  static func letter(
    name: String = "Ada Okafor", subject: String = "Returns for Q2", text: String = "Dear Ada,\n\nplease.\n"
  ) throws -> Letter {
    try Letter(id: "request/q2/p-1", name: name, address: "ada@larkmere.example", subject: subject, text: text)
  }

  private func lines(_ message: [UInt8]) -> [String] {
    String(decoding: message, as: UTF8.self).components(separatedBy: "\r\n")
  }

  private static let headers = [
    "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
    "Auto-Submitted", "X-Auto-Response-Suppress",
  ]

  @Test(
    "another program reads name, subject and text as they were written", .enabled(if: Python.path != nil),
    arguments: [
      ("Ada Okafor", "Returns for Q2 2023/24 are open", "Dear Ada,\n\nplease.\n"),
      ("Siân Ó Briain", "Ffurflenni’r chwarter – 3 i’w dychwelyd erbyn 13 Hydref, gyda thargedau a gwerthoedd", "Ŵ\n"),
      ("O'Neil, \"Bob\" <x@y.example>", "=?utf-8?Q?no?=", "a=b =3D\n.\n..\nFrom here\n trailing \t\n\n"),
      (
        "李小龍 👩‍👩‍👧", String(repeating: "Zażółć gęślą jaźń ", count: 20) + "!",
        String(repeating: "é long ", count: 900) + "\n"
      ),
      ("", "!", "\n"),
    ])
  func read(name: String, subject: String, text: String) async throws {
    let letter = try Self.letter(name: name, subject: subject, text: text)
    let message = letter.message(from: Self.sender, at: Self.now)
    let read = try await Python.read(message)
    #expect(read["name"] == name)
    #expect(read["subject"] == subject)
    #expect(read["text"]?.replacingOccurrences(of: "\r\n", with: "\n") == text + "\n")
    #expect(read["address"] == "ada@larkmere.example" && read["recipients"] == "1" && read["defects"] == "0")
    #expect(read["date"] == "2023-11-16T09:30:00+00:00")
    #expect(read["headers"] == Self.headers.joined(separator: "|"))
  }

  @Test(
    "its lines are short, in ASCII and ended by CRLF",
    arguments: ["plain", String(repeating: "ünbroken", count: 400), String(repeating: "=", count: 300), "a\rb\r\nc\n"])
  func form(text: String) throws {
    let message = try Self.letter(name: text, subject: text, text: text).message(from: Self.sender, at: Self.now)
    #expect(message.allSatisfy { $0 < 0x80 && $0 != 0 })
    let lines = lines(message)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.contains("\n") && !$0.contains("\r") })
  }

  @Test(
    "nobody adds a header by a name or a subject",
    arguments: ["\r\n", "\n", "\r", "\r\n\r\n", "\u{85}", "\u{2028}", "\u{0B}", "\0"])
  func injection(end: String) throws {
    let words = "Ada\(end)Bcc: eve@evil.example"
    let letter = try Self.letter(name: words, subject: words)
    let lines = lines(letter.message(from: Self.sender, at: Self.now))
    let head = lines.prefix { !$0.isEmpty }.filter { !$0.hasPrefix(" ") }
    #expect(head.compactMap { $0.split(separator: ":").first.map(String.init) } == Self.headers)
    #expect(!lines.contains { $0.lowercased().hasPrefix("bcc") })
    #expect(letter.subject.split(separator: " ") == ["Ada", "Bcc:", "eve@evil.example"])
  }

  @Test(
    "an address that could say more than where it goes is refused",
    arguments: [
      "ada@larkmere.example\r\nBcc: eve@evil.example", "ada@larkmere.example> SIZE=1", "ada larkmere@example",
      "ada@larkmere.example,eve@evil.example", "ada@@larkmere.example", "@larkmere.example", "ada@", "ada",
      "-oQ/tmp@larkmere.example", "ada@-larkmere.example", "ädä@larkmere.example", "\"ada\"@larkmere.example",
      "ada@larkmere.example\0", String(repeating: "a", count: 250) + "@larkmere.example",
    ])
  func address(_ address: String) {
    let refused = #expect(throws: SendingFailure.self) {
      try Letter(id: "1", name: "Ada", address: address, subject: "s", text: "t")
    }
    #expect(refused?.again == false && refused?.description.contains("eve") == false)
  }

  @Test("tried again it has the same name, and another letter another one, which tells nothing")
  func identity() throws {
    let one = try Self.letter()
    let other = try Letter(
      id: "request/q2/p-2", name: one.name, address: one.address, subject: one.subject, text: one.text)
    func id(_ letter: Letter, _ minutes: Int) -> String? {
      let now = Moment(milliseconds: Self.now.milliseconds + minutes * 60_000)
      return lines(letter.message(from: Self.sender, at: now)).first { $0.hasPrefix("Message-ID:") }
    }
    #expect(id(one, 0) == id(one, 30) && id(one, 0) != id(other, 0))
    #expect(id(one, 0)?.contains("request") == false && id(one, 0)?.hasSuffix("@larkmere.example>") == true)
  }
}
