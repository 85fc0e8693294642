import CorporatePlan
import Foundation
import Ledger
import Mail
import Testing

@testable import Web

/// A letter as it lies in the outbox: its header as it stands, and its words.
struct PostedLetter {
  /// Header lines, those that go on joined to the one before.
  let headers: [String]
  let text: String

  init(_ message: String) throws {
    let end = try #require(message.range(of: "\r\n\r\n"))
    headers = message[..<end.lowerBound].replacing("\r\n ", with: " ").components(separatedBy: "\r\n")
    text = PostedLetter.plain(String(message[end.upperBound...]))
  }

  func header(_ name: String) -> String? {
    headers.first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) }
  }

  /// The address in it that opens an account, without the site's own.
  var link: String {
    get throws {
      let link = try #require(text.firstMatch(of: /http:\/\/localhost(\/office\/password\?key=[A-Za-z0-9_-]{43})/))
      return String(link.1)
    }
  }

  /// Undoes quoted-printable.
  private static func plain(_ text: String) -> String {
    let text = Array(text.replacing("=\r\n", with: "").utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "="), index + 2 < text.count,
        let byte = UInt8(String(decoding: text[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Officer {
  /// One round of the postman at the tests' time.
  @discardableResult
  func round() async throws -> Postman.Round { try await office.postman.round(at: clock.now) }

  /// What lies in the outbox, oldest first.
  func letters(to email: String? = nil) throws -> [PostedLetter] {
    guard FileManager.default.fileExists(atPath: outbox) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: outbox).sorted().map {
      try PostedLetter(try String(contentsOfFile: "\(outbox)/\($0)", encoding: .utf8))
    }.filter { letter in email.map { letter.header("To")?.contains("<\($0)>") == true } ?? true }
  }

  /// Sends a form of the door, without a session.
  func knock(_ path: String, _ fields: [(String, String)]) async throws -> (
    status: Int, page: PageText, cookie: String?
  ) {
    let body = fields.map { "\($0.addressed)=\($1.addressed)" }.joined(separator: "&")
    let response = try await served.ask(
      path, .post, [.contentType: "application/x-www-form-urlencoded", .origin: "http://localhost"],
      body: Array(body.utf8))
    return (Int(response.status.code), PageText(response), response.headers[.setCookie])
  }
}
