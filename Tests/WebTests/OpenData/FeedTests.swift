import CorporatePlan
import Foundation
import FoundationXML
import HTTPTypes
import HummingbirdTesting
import Ledger
import Testing

@testable import Web

@Suite("Sealed reports are news for feed readers")
struct ReportsFeedTests {
  /// An Atom document as RFC 4287 is read: elements with their attributes and text, by the library of the system.
  private final class Reader: NSObject, XMLParserDelegate {
    struct Element {
      let path: String
      let attributes: [String: String]
      var text = ""
    }
    private(set) var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      let path = (open.last.map { elements[$0].path + "/" } ?? "") + name
      open.append(elements.count)
      elements.append(Element(path: path, attributes: attributes))
    }
    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last.map { elements[$0].text += text } }
    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }

    static func read(_ bytes: [UInt8]) -> [Element]? {
      let (parser, reader) = (XMLParser(data: Data(bytes)), Reader())
      parser.delegate = reader
      return parser.parse() ? reader.elements : nil
    }
  }

  private func feed(_ site: Served) async throws -> [Reader.Element] {
    let response = try await site.ask("/reports.atom")
    #expect(response.headers[.contentType] == "application/atom+xml; charset=utf-8")
    return try #require(Reader.read(Array(response.body.readableBytesView)))
  }

  @Test("The feed is what RFC 4287 asks for, and leads to pages and files that are there")
  func valid() async throws {
    let council = try await SampleCouncil.open()
    let site = try await Served(council)
    let before = try await feed(site)
    #expect(before.filter { $0.path == "feed/entry" }.isEmpty)
    let period = Period("2023-24-Q4")!
    _ = try await council.seal(period, author: "p-1", at: Moment("2024-05-20T10:00:00.000Z")!)
    let feed = try await feed(site)
    #expect(feed[0].attributes["xmlns"] == "http://www.w3.org/2005/Atom")
    func texts(_ path: String) -> [String] { feed.filter { $0.path == path }.map(\.text) }
    // Sections 4.1.1 and 4.1.2: exactly one of each, an author, and a link to the feed itself.
    for path in [
      "feed/id", "feed/title", "feed/updated", "feed/author/name", "feed/entry/id", "feed/entry/title",
      "feed/entry/updated", "feed/entry/published", "feed/entry/summary",
    ] { #expect(texts(path).count == 1 && texts(path) != [""], "\(path)") }
    for id in texts("feed/id") + texts("feed/entry/id") {
      #expect(id.wholeMatch(of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
    #expect(texts("feed/entry/updated") == ["2024-05-20T10:00:00.000Z"])
    let links = feed.filter { $0.path.hasSuffix("/link") }
    #expect(links.count { $0.path == "feed/link" && $0.attributes["rel"] == "self" } == 1)
    #expect(links.count { $0.path == "feed/entry/link" && $0.attributes["rel"] == "alternate" } == 1)
    #expect(links.contains { $0.attributes["rel"] == "enclosure" })
    for link in links {
      let address = try #require(link.attributes["href"])
      #expect(try await site.ask(address).status == .ok, "\(address)")
    }
  }

  @Test("A report that is sealed again is news of the same report")
  func again() async throws {
    let council = try await SampleCouncil.open()
    let site = try await Served(council)
    let period = Period("2023-24-Q4")!
    _ = try await council.seal(period, author: "p-1", at: Moment("2024-05-20T10:00:00.000Z")!)
    let first = try await feed(site)
    try await council.append(reason: "Typing error", author: "p-2", at: Moment("2024-06-01T08:00:00.000Z")!) { _ in
      [Actual(indicator: "calls-answered", period: period, value: try Value("70%")).revision]
    }
    _ = try await council.seal(period, author: "p-1", at: Moment("2024-06-02T10:00:00.000Z")!)
    let second = try await feed(site)
    func text(_ path: String, _ feed: [Reader.Element]) -> String? { feed.first { $0.path == path }?.text }
    #expect(text("feed/entry/id", first) == text("feed/entry/id", second))
    #expect(text("feed/entry/published", second) == "2024-05-20T10:00:00.000Z")
    #expect(text("feed/entry/updated", second) == "2024-06-02T10:00:00.000Z")
    #expect(text("feed/updated", second) == "2024-06-02T10:00:00.000Z")
  }

  @Test("The pages about reports lead feed readers there; others do not")
  func linked() async throws {
    let site = try await Served.shared()
    let link = #"<link rel="alternate" type="application/atom+xml" title="Sealed reports" href="/reports.atom">"#
    for path in ["/reports", "/reports/2023-24-Q4"] { #expect(try await site.text(path).contains(link), "\(path)") }
    #expect(try await !site.text("/plan").contains(link))
  }
}

@Suite("Somebody's deadlines are in their calendar program")
struct DeadlinesTests {
  /// The address as the page shows it, without the host.
  private func made(_ officer: Officer) async throws -> String {
    let page = PageText(try await officer.send("/office/me/calendar"))
    let match = try #require(
      page.source.firstMatch(of: /value="http:\/\/localhost(\/calendar\/[A-Za-z0-9_-]{43}\.ics)"/))
    return String(match.1)
  }

  /// The lines of a calendar, unfolded; it fails on what RFC 5545 does not allow.
  private func lines(_ response: TestResponse) throws -> [String] {
    let bytes = Array(response.body.readableBytesView)
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    let text = try #require(String(validating: bytes, as: UTF8.self))
    var lines: [String] = []
    for line in text.components(separatedBy: "\r\n").dropLast() {
      #expect(line.utf8.count <= 75, "\(line)")
      #expect(!line.contains("\n") && !line.contains("\r"))
      if line.hasPrefix(" ") { lines[lines.count - 1] += line.dropFirst() } else { lines.append(line) }
    }
    return lines
  }

  @Test("It has the days of the quarter and what the person owes, all day long, under names that stay")
  func calendar() async throws {
    let council = try await ReviewCouncil()
    let officer = council.wasteOfficer
    let path = try await made(officer)
    let response = try await officer.served.ask(path)
    #expect(response.status == .ok)
    #expect(response.headers[.contentType] == "text/calendar; charset=utf-8")
    #expect(response.headers[.cacheControl] == "private, no-cache")
    let lines = try lines(response)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.contains("VERSION:2.0"))
    let events = lines.split(separator: "BEGIN:VEVENT").dropFirst().map(Array.init)
    for event in events {
      for name in ["UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", "SEQUENCE"] {
        #expect(event.count { $0.hasPrefix("\(name):") } == 1, "\(name)")
      }
      let stamp = try #require(event.first { $0.hasPrefix("DTSTAMP:") })
      #expect(stamp.wholeMatch(of: /DTSTAMP:\d{8}T\d{6}Z/) != nil)
      #expect(!event.contains { $0.hasPrefix("DTEND") })
    }
    let uids = events.flatMap { $0.filter { $0.hasPrefix("UID:") } }
    #expect(Set(uids).count == uids.count)
    #expect(uids.contains("UID:2023-24-Q4-returns_due@localhost"))
    let due = try #require(events.first { $0.contains("UID:2023-24-Q4-returns_due@localhost") })
    #expect(due.contains("DTSTART;VALUE=DATE:20251117"))
    let owed = try #require(events.first { $0.contains { $0.hasPrefix("UID:2023-24-Q4-returns-p-") } })
    #expect(owed.contains { $0.hasPrefix("SUMMARY:Your returns for Quarter 4 2023/24: ") })

    // The quarter's days are moved: the same event, moved once.
    var moved = ReviewCouncil.calendar
    moved.returnsDue = Day("2025-11-18")!
    try await council.performance.append([moved.revision])
    let later = try self.lines(try await officer.served.ask(path)).split(separator: "BEGIN:VEVENT").map(Array.init)
    let again = try #require(later.first { $0.contains("UID:2023-24-Q4-returns_due@localhost") })
    #expect(again.contains("DTSTART;VALUE=DATE:20251118") && again.contains("SEQUENCE:1"))
  }

  @Test("Somebody who owes nothing has the quarter's days alone")
  func others() async throws {
    let council = try await ReviewCouncil()
    let path = try await made(council.performance)
    let lines = try lines(try await council.performance.served.ask(path))
    #expect(lines.contains("UID:2023-24-Q4-locks@localhost"))
    #expect(!lines.contains { $0.hasPrefix("UID:2023-24-Q4-returns-p-") })
  }

  @Test("A wrong address, one that was replaced or ended, and one of somebody who left are not there")
  func ended() async throws {
    let council = try await ReviewCouncil()
    let officer = council.wasteOfficer
    let first = try await made(officer)
    let second = try await made(officer)
    func status(_ path: String) async throws -> HTTPResponse.Status { try await officer.served.ask(path).status }
    #expect(try await status(first) == .notFound)
    #expect(try await status(second) == .ok)
    for wrong in ["/calendar/\(Secret().text).ics", "/calendar/.ics", "/calendar/x", String(second.dropLast(4))] {
      #expect(try await status(wrong) == .notFound, "\(wrong)")
    }
    let page = try await officer.text("/office/me")
    #expect(!page.contains(second))
    #expect(page.contains("End the address"))
    #expect(try await officer.send("/office/me/calendar/end").status == .seeOther)
    #expect(try await status(second) == .notFound)

    let third = try await made(officer)
    let accounts = officer.council.accounts
    try await accounts.setDisabled(true, officer.person.id, by: "p-admin", at: officer.clock.now)
    #expect(try await status(third) == .notFound)
    try await accounts.setDisabled(false, officer.person.id, by: "p-admin", at: officer.clock.now)
    #expect(try await status(third) == .ok)
    try await accounts.setRoles([], of: officer.person.id, by: "p-admin", at: officer.clock.now)
    #expect(try await status(third) == .notFound)
    try await accounts.erase(officer.person.id, by: "p-admin", at: officer.clock.now)
    #expect(try await status(third) == .notFound)
  }

  @Test("Only a form of the person's own session makes an address")
  func forged() async throws {
    let council = try await ReviewCouncil()
    for path in ["/office/me/calendar", "/office/me/calendar/end", "/tokens", "/tokens/t-1/revoke"] {
      #expect(try await council.performance.send(path, token: "forged").status == .forbidden, "\(path)")
    }
    #expect(try await council.performance.council.accounts.calendarKeyMade(for: council.performance.person.id) == nil)
  }
}
