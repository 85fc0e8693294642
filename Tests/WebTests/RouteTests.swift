import CorporatePlan
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Testing

@testable import Web

@Suite("Every address of the site answers")
struct RouteTests {
  @Test("Every public route of the map has an example here")
  func complete() {
    #expect(Set(Routes.all.filter { $0.access == .open }.map(\.path)) == Set(examples.map(\.route)))
  }

  @Test("Each example answers, with the headers that every response has")
  func answers() async throws {
    let council = try await SampleCouncil.open()
    let seal = try await council.sealSettingAside(
      Period("2023-24-Q4")!, author: "p-1", at: Moment("2024-05-20T10:00:00.000Z")!
    )
    .seal
    let site = try await Served(council)
    for (_, example) in examples {
      let address = example.replacing(":position", with: String(seal.position))
      let response = try await site.ask(address)
      #expect(response.status == .ok, "\(address)")
      #expect(response.body.readableBytes > 0, "\(address)")
      expectGuarded(response.headers, address)
      let head = try await site.ask(address, .head)
      #expect(head.status == .ok, "HEAD \(address)")
      #expect(head.body.readableBytes == 0, "HEAD \(address)")
      #expect(head.headers[.contentLength] == String(response.body.readableBytes), "HEAD \(address)")
    }
  }

  @Test(
    "What is not there gets a page that says so",
    arguments: [
      ("/nothing", 404), ("/indicators/nothing", 404), ("/priorities/nothing", 404), ("/actions/nothing", 404),
      ("/reports/2023-24-Q4/files/nothing.txt", 404), ("/reports/1999-00-Q1", 404), ("/reports/nonsense", 404),
      ("/?period=1999-00-Q1", 404), ("/indicators?period=nonsense", 404), ("/assets/goldthread-0.css", 404),
      ("/indicators/", 404), ("//example.com", 404), ("/../etc/passwd", 400), ("/indicators/%2e%2e/x", 400),
      ("/indicators/%2E%2E", 400), ("/a%00b", 400), ("/%zz", 400), ("/%ff", 400), ("/indicators?q=%ff", 400),
      ("/a\\b", 400), ("/\u{E9}", 400), ("http://example.com/", 400), ("/" + String(repeating: "a", count: 3000), 414),
      ("/?q=" + String(repeating: "%20", count: 1000), 414),
    ])
  func refused(_ address: String, _ status: Int) async throws {
    let response = try await Served.shared().ask(address)
    #expect(response.status.code == status)
    expectGuarded(response.headers, address)
    let text = PageText(response)
    #expect(text.contains("<h1>"))
    #expect(text.contains("Marlow Fen Borough Council"))
  }

  @Test("An unknown period's page names the known ones")
  func knownPeriods() async throws {
    let text = try await Served.shared().text("/?period=2031-32-Q1")
    #expect(text.contains("“2031-32-Q1”"))
    #expect(text.contains("/?period=2022-23-Q1"))
  }

  @Test("Only GET and HEAD are taken", arguments: [HTTPRequest.Method.post, .put, .delete, .options, .patch, .trace])
  func methods(_ method: HTTPRequest.Method) async throws {
    let response = try await Served.shared().ask("/", method)
    #expect(response.status == .methodNotAllowed)
    #expect(response.headers[.allow] == "GET, HEAD")
    expectGuarded(response.headers, "\(method)")
  }

  @Test("A page that can't be drawn gives a reference and nothing of the inside")
  func trouble() async throws {
    let site = try await Served.shared().site
    let answer = ErrorPage.trouble(Visit(site), reference: "abc123")
    #expect(answer.status == .internalServerError)
    let text = String(decoding: answer.bytes, as: UTF8.self)
    #expect(text.contains("Something went wrong"))
    #expect(text.contains("abc123"))
  }

  @Test("A council without figures has pages too")
  func empty() async throws {
    let council = try await Council.open(
      directory: NSTemporaryDirectory() + "goldthread-empty-\(UUID().uuidString)", council: "new")
    let site = try await Served(council)
    let overview = try await site.ask("/")
    #expect(overview.status == .ok)
    #expect(PageText(overview).contains("Nothing has been reported yet"))
    for path in ["/reports", "/data", "/accessibility", "/health", "/open/indicators.csv"] {
      #expect(try await site.ask(path).status == .ok, "\(path)")
    }
    for path in ["/indicators", "/priorities", "/how-we-rate"] {
      let response = try await site.ask(path)
      #expect(response.status == .ok, "\(path)")
      #expect(PageText(response).contains("Nothing has been reported yet"), "\(path)")
    }
    #expect(try await site.ask("/indicators/nothing").status == .notFound)
  }

  @Test("Health tells how far the ledger is")
  func health() async throws {
    let site = try await Served()
    let before = site.site.council.book.position
    #expect(try await site.text("/health").contains("\"position\":\(before),\"status\":\"ok\""))
    #expect(try await site.ask("/health").headers[.cacheControl] == "no-store")
  }
}

/// The headers that no response may lack.
func expectGuarded(_ headers: HTTPFields, _ address: String, hasScript: Bool = false) {
  let script = hasScript ? " script-src 'self'; connect-src 'self';" : ""
  #expect(
    headers[.contentSecurityPolicy]
      == "default-src 'none'; style-src 'self'; img-src 'self' data:;\(script) form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "\(address)")
  #expect(headers[.xContentTypeOptions] == "nosniff", "\(address)")
  #expect(headers[.referrerPolicy] != nil, "\(address)")
  #expect(headers[.permissionsPolicy] != nil, "\(address)")
  #expect(headers[.setCookie] == nil, "\(address)")
}
