import CorporatePlan
import Foundation
import HTTPTypes
import Ledger
import Testing

@testable import Web

@Suite("Only who has the key comes into the office")
struct OfficeDoorTests {
  private static let examples = [":id": "b1", ":position": "1", ":name": "x", ":period": "2023-24-Q4"]

  private func address(of route: Route) -> String {
    route.path.split(separator: "/").map { "/" + (Self.examples[String($0)] ?? String($0)) }.joined()
  }

  @Test("Without a session every page and form of the office leads to the sign-in page")
  func walk() async throws {
    let site = try await Served(office: Office())
    let office = Routes.all.filter { $0.access == .office }
    #expect(office.count > 10)
    for route in office {
      let path = address(of: route)
      for headers: HTTPFields in [
        [:], [.cookie: "goldthread-office="], [.cookie: "goldthread-office=\(Secret().text)"],
      ] {
        let response = try await site.ask(path, route.method, headers, body: route.method == .post ? [] : nil)
        #expect(response.status == .seeOther, "\(route.method) \(path)")
        #expect(response.headers[.location] == "/office/sign-in", "\(route.method) \(path)")
        #expect(response.body.readableBytes == 0, "\(route.method) \(path)")
        expectGuarded(response.headers, path)
      }
    }
  }

  @Test("A site without an office has none of its addresses")
  func none() async throws {
    let site = try await Served.shared()
    for route in Routes.all where route.access != .open {
      let path = address(of: route)
      #expect(try await site.ask(path, route.method).status == .notFound, "\(route.method) \(path)")
      #expect(try await site.ask(path, route.method, [.cookie: "goldthread-office=x"]).status == .notFound)
    }
    #expect(try await site.ask("/office/sign-in?key=\(Secret().text)").status == .notFound)
  }

  @Test("Only the office takes forms, and none of its pages is kept")
  func table() async throws {
    #expect(Routes.all.filter { $0.method != .get }.allSatisfy { $0.access == .office })
    let officer = try await Officer()
    for path in ["/office", "/imports", "/imports/new"] {
      let response = try await officer.open(path)
      #expect(response.status == .ok, "\(path)")
      #expect(response.headers[.cacheControl] == "no-store", "\(path)")
      #expect(response.headers[.eTag] == nil, "\(path)")
      expectGuarded(response.headers, path)
      #expect(try await officer.served.ask(path).status == .seeOther, "\(path)")
    }
    #expect(try await officer.send("/").status == .methodNotAllowed)
  }

  @Test("A key opens once, and only when a person follows it")
  func key() async throws {
    let office = Office()
    let site = try await Served(office: office)
    #expect(office.signInPath.wholeMatch(of: /\/office\/sign-in\?key=[A-Za-z0-9_-]{43}/) != nil)
    #expect(try await site.ask(office.signInPath, .head).headers[.setCookie] == nil)
    #expect(try await site.ask(office.signInPath, .get, [.fetchPurpose: "prefetch"]).headers[.setCookie] == nil)
    #expect(try await site.ask("/office/sign-in?key=\(Secret().text)").status == .forbidden)
    #expect(try await site.ask("/office/sign-in?key=x").status == .forbidden)
    #expect(try await site.ask("/office/sign-in").status == .ok)

    let first = try await site.ask(office.signInPath)
    #expect(first.status == .seeOther)
    #expect(first.headers[.location] == "/office")
    let cookie = try #require(first.headers[.setCookie])
    for part in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200"] { #expect(cookie.contains(part)) }

    let second = try await site.ask(office.signInPath)
    #expect(second.status == .forbidden)
    #expect(second.headers[.setCookie] == nil)
  }

  @Test("A session ends after twelve hours, or by signing out")
  func ends() async throws {
    let officer = try await Officer()
    officer.clock.pass(minutes: 719)
    #expect(try await officer.open("/office").status == .ok)
    officer.clock.pass(minutes: 2)
    #expect(try await officer.open("/office").status == .seeOther)

    let other = try await Officer()
    let out = try await other.send("/office/sign-out")
    #expect(out.headers[.location] == "/office/sign-in")
    #expect(out.headers[.setCookie]?.contains("Max-Age=0") == true)
    #expect(try await other.open("/office").status == .seeOther)
  }

  @Test("A form is taken only with its session's token and from its own site")
  func forged() async throws {
    let officer = try await Officer()
    let token = try await officer.token()
    for wrong in ["", "x", Secret().text, token.uppercased() + "0"] {
      #expect(try await officer.send("/office/sign-out", token: wrong).status == .forbidden, "\(wrong)")
    }
    for origin in ["http://evil.example", "null", "https://localhost", "http://localhost:1"] {
      #expect(
        try await officer.send("/office/sign-out", token: token, origin: origin).status == .forbidden, "\(origin)")
    }
    #expect(try await officer.send("/office/sign-out", token: token, origin: nil).status == .forbidden)
    for site in ["cross-site", "same-site", "none"] {
      var headers = officer.headers
      headers[.fetchSite] = site
      headers[.contentType] = "application/x-www-form-urlencoded"
      let response = try await officer.served.ask(
        "/office/sign-out", .post, headers, body: Array("token=\(token)".utf8))
      #expect(response.status == .forbidden, "\(site)")
    }
    #expect(try await officer.open("/office").status == .ok)
  }

  @Test("The public pages stay as they are for an officer: no token, no cookie, kept for all")
  func public_() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let (mine, theirs) = (try await officer.text("/"), try await officer.served.text("/"))
    #expect(mine.source == theirs.source)
    #expect(!mine.contains("token"))
  }

  @Test("Secrets differ, and are compared to the last letter")
  func secrets() {
    #expect(Secret().text != Secret().text)
    #expect(Secret().text.utf8.count == 43)
    #expect("abc".isSame(as: "abc"))
    #expect(!"abc".isSame(as: "abd"))
    #expect(!"abc".isSame(as: "ab"))
  }
}
