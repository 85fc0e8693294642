import CorporatePlan
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Mail
import Reports
import Synchronization
import Testing

@testable import Web

/// Somebody at a browser: signed in with a password, sending forms as a browser does.
struct Officer {
  let served: Served
  let office: Office
  let clock: Clock
  let person: Person
  let outbox: String
  private let secret: Secret

  static let password = "wet slate hinge"

  /// The time as tests set it.
  final class Clock: Sendable {
    private let time = Mutex(Moment("2025-11-10T09:00:00.000Z")!)
    var now: Moment { time.withLock { $0 } }
    func pass(minutes: Int) {
      time.withLock { $0 = Moment(milliseconds: $0.milliseconds + minutes * 60_000) }
    }
  }

  /// The first administrator, who is a performance officer too.
  ///
  /// - Parameters:
  ///   - council: an empty one when `nil`.
  ///   - mail: a folder of its own when `nil`.
  ///   - printer: prints reports as PDF.
  init(_ council: Council? = nil, mail: MailSettings? = nil, printer: Printer = Printer()) async throws {
    let clock = Clock()
    let council =
      if let council { council } else {
        try await Council.open(
          directory: NSTemporaryDirectory() + "goldthread-office-\(UUID().uuidString)", council: "larkmere")
      }
    let outbox = NSTemporaryDirectory() + "goldthread-outbox-\(UUID().uuidString)"
    let settings = try mail ?? .outbox(outbox)
    let office = Office(council, at: SiteAddress("http://localhost")!, mail: settings, printer: printer) { clock.now }
    let served = try await Served(council, office: office)
    let email = "performance@larkmere.example"
    _ = try await council.accounts.addFirst(name: "Performance", email: email, password: Self.password, at: clock.now)
    try await self.init(served, office, clock, email, outbox)
  }

  /// A colleague with these roles, holding a post where one is named.
  func colleague(_ roles: Set<Role>, post: String? = nil, deputy: Bool = false) async throws -> Officer {
    let email = "\(UUID().uuidString)@larkmere.example".lowercased()
    let person = try await council.accounts.add(name: "A colleague", email: email, roles: roles, at: clock.now)
    let letter = try await council.accounts.letter(.invitation, to: person.id, at: clock.now)
    _ = try await council.accounts.setPassword(Self.password, with: letter, at: clock.now)
    if let post {
      let tenure = Tenure(
        id: "\(post)-\(person.id)", post: post, person: person.id, from: Day("2020-01-01")!, isDeputy: deputy)
      try await council.append(reason: "Appointed", author: self.person.id, at: clock.now) { _ in [tenure.revision] }
    }
    return try await Officer(served, office, clock, email, outbox)
  }

  private init(_ served: Served, _ office: Office, _ clock: Clock, _ email: String, _ outbox: String)
    async throws
  {
    (self.served, self.office, self.clock, self.outbox) = (served, office, clock, outbox)
    secret = try await office.accounts.signIn(email: email, password: Self.password, from: "tests", at: clock.now)
    person = try #require(try await office.accounts.person(withSession: secret, at: clock.now))
  }

  var council: Council { served.site.council }
  /// What the cookie holds.
  var ticketText: String { secret.text }
  var session: Session { Session(secret, person) }
  /// What each of the officer's forms carries.
  var token: String { session.token }
  var headers: HTTPFields { [.cookie: "\(OfficeCookie.name)=\(secret.text)"] }

  func open(_ path: String) async throws -> TestResponse { try await served.ask(path, .get, headers) }
  func text(_ path: String) async throws -> PageText { PageText(try await open(path)) }

  /// Sends a form; the answer's address where it leads elsewhere.
  @discardableResult
  func send(
    _ path: String, _ fields: [(String, String)] = [], token: String? = nil, origin: String? = "http://localhost"
  ) async throws -> TestResponse {
    let body = ([("token", token ?? self.token)] + fields).map { "\($0.addressed)=\($1.addressed)" }.joined(
      separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    headers[.origin] = origin
    return try await served.ask(path, .post, headers, body: Array(body.utf8))
  }

  /// What a browser would send of the longest form on a page, if its button were pressed at once.
  static func fields(in page: PageText) -> [(String, String)] {
    let forms = page.source.components(separatedBy: "<form").dropFirst().map {
      $0.components(separatedBy: "</form>")[0]
    }
    let form = forms.max { $0.utf8.count < $1.utf8.count } ?? ""
    func attribute(_ name: String, _ tag: Substring) -> String? {
      tag.components(separatedBy: " \(name)=\"").dropFirst().first
        .map { plain($0.components(separatedBy: "\"")[0]) }
    }
    func plain(_ text: String) -> String {
      text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
    var fields: [(String, String)] = []
    for tag in form.split(separator: "<") {
      if tag.hasPrefix("input"), let name = attribute("name", tag), name != "token" {
        fields.append((name, attribute("value", tag) ?? ""))
      } else if tag.hasPrefix("textarea"), let name = attribute("name", tag) {
        fields.append((name, plain(tag.components(separatedBy: ">").dropFirst().joined(separator: ">"))))
      } else if tag.hasPrefix("select"), let name = attribute("name", tag) {
        fields.append((name, ""))
      } else if tag.hasPrefix("option"), tag.contains(" selected"), let last = fields.popLast() {
        fields.append((last.0, attribute("value", tag) ?? ""))
      }
    }
    return fields
  }

  /// The same person after signing in again.
  func again() async throws -> Officer { try await Officer(served, office, clock, person.email, outbox) }

  /// Sends a file to be imported.
  func upload(_ name: String, _ bytes: [UInt8], _ fields: [(String, String)] = []) async throws -> TestResponse {
    try await upload(to: "/imports", "file", name, bytes, fields)
  }

  /// Sends a file as a browser does.
  func upload(
    to path: String, _ field: String, _ name: String, _ bytes: [UInt8], _ fields: [(String, String)] = []
  ) async throws -> TestResponse {
    var body: [UInt8] = []
    for (name, value) in [("token", token)] + fields {
      body += Array("--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    body += Array(
      "--edge\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: text/plain\r\n\r\n"
        .utf8)
    body += bytes + Array("\r\n--edge--\r\n".utf8)
    var headers = headers
    headers[.contentType] = "multipart/form-data; boundary=edge"
    headers[.origin] = "http://localhost"
    return try await served.ask(path, .post, headers, body: body)
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

extension MailSettings {
  /// Letters become files in a folder.
  static func outbox(_ folder: String = NSTemporaryDirectory() + "goldthread-outbox-\(UUID().uuidString)") throws
    -> MailSettings
  {
    try MailSettings(carrier: "outbox:\(folder)", from: nil, secret: nil, directory: folder)
  }
}
