import CorporatePlan
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Synchronization
import Testing

@testable import Web

/// An officer at a browser: signed in with the key from the terminal, sending forms as a browser does.
struct Officer {
  let served: Served
  let office: Office
  let clock: Clock
  private let ticket: String

  /// The time as tests set it.
  final class Clock: Sendable {
    private let time = Mutex(Moment("2025-11-10T09:00:00.000Z")!)
    var now: Moment { time.withLock { $0 } }
    func pass(minutes: Int) {
      time.withLock { $0 = Moment(milliseconds: $0.milliseconds + minutes * 60_000) }
    }
  }

  /// - Parameter council: an empty one when `nil`.
  init(_ council: Council? = nil) async throws {
    let clock = Clock()
    let office = Office { clock.now }
    let council =
      if let council { council } else {
        try await Council.open(
          directory: NSTemporaryDirectory() + "goldthread-office-\(UUID().uuidString)", council: "larkmere")
      }
    served = try await Served(council, office: office)
    (self.office, self.clock) = (office, clock)
    let cookie = try #require(try await served.ask(office.signInPath).headers[.setCookie])
    ticket = try #require(cookie.split(separator: ";").first.map(String.init))
  }

  var council: Council { served.site.council }
  var headers: HTTPFields { [.cookie: ticket] }
  /// What the cookie holds.
  var ticketText: String { ticket.split(separator: "=").last.map(String.init) ?? "" }

  func open(_ path: String) async throws -> TestResponse { try await served.ask(path, .get, headers) }
  func text(_ path: String) async throws -> PageText { PageText(try await open(path)) }

  func token() async throws -> String {
    try #require(try await text("/imports").source.firstMatch(of: /name="token" value="([A-Za-z0-9_-]{43})"/)).1
      .description
  }

  /// Sends a form; the answer's address where it leads elsewhere.
  @discardableResult
  func send(
    _ path: String, _ fields: [(String, String)] = [], token: String? = nil, origin: String? = "http://localhost"
  ) async throws -> TestResponse {
    let token = if let token { token } else { try await self.token() }
    let body = ([("token", token)] + fields).map { "\($0.addressed)=\($1.addressed)" }.joined(separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    headers[.origin] = origin
    return try await served.ask(path, .post, headers, body: Array(body.utf8))
  }

  /// Sends a file as a browser does.
  func upload(_ name: String, _ bytes: [UInt8], _ fields: [(String, String)] = []) async throws -> TestResponse {
    var body: [UInt8] = []
    for (field, value) in [("token", try await token())] + fields {
      body += Array("--edge\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
    }
    body += Array(
      "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: text/plain\r\n\r\n"
        .utf8)
    body += bytes + Array("\r\n--edge--\r\n".utf8)
    var headers = headers
    headers[.contentType] = "multipart/form-data; boundary=edge"
    headers[.origin] = "http://localhost"
    return try await served.ask("/imports", .post, headers, body: body)
  }

  /// Uploads the example council's report and waits for its preview; its address.
  func uploadExample(_ change: (String) -> String = { $0 }) async throws -> String {
    let address = try #require(try await upload("report.txt", Array(change(Officer.report()).utf8)).headers[.location])
    _ = try await settled(address)
    return address
  }

  /// The page once the file has been read.
  func settled(_ path: String) async throws -> PageText {
    while true {
      let response = try await open(path)
      if response.headers[HTTPField.Name("Refresh")!] == nil { return PageText(response) }
    }
  }

  /// The example council's report of a quarter, as text.
  static func report() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: root.appendingPathComponent("Examples/larkmere/scorecard-2025-26-q2.txt"), encoding: .utf8)
  }
}
