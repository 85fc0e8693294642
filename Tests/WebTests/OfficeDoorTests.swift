import CorporatePlan
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Mail
import Testing

@testable import Web

@Suite("Only who has signed in comes into the office")
struct OfficeDoorTests {
  @Test("Without a session every page and form of the office leads to the sign-in page, and back afterwards")
  func walk() async throws {
    let officer = try await Officer()
    for route in Routes.all where route.access.isOffice {
      let path = officeAddress(of: route)
      for headers: HTTPFields in [
        [:], [.cookie: "\(OfficeCookie.name)="], [.cookie: "\(OfficeCookie.name)=\(Secret().text)"],
      ] {
        let response = try await officer.served.ask(path, route.method, headers, body: route.method == .post ? [] : nil)
        #expect(response.status == .seeOther, "\(route.method) \(path)")
        let back = route.method == .get ? "?to=\(path.addressed)" : ""
        #expect(response.headers[.location] == "/office/sign-in\(back)", "\(route.method) \(path)")
        #expect(response.body.readableBytes == 0, "\(route.method) \(path)")
        expectGuarded(response.headers, path)
      }
    }
  }

  @Test("A site without an office has none of its addresses")
  func none() async throws {
    let site = try await Served.shared()
    for route in Routes.all where route.access != .open {
      let path = officeAddress(of: route)
      #expect(try await site.ask(path, route.method).status == .notFound, "\(route.method) \(path)")
      #expect(
        try await site.ask(path, route.method, [.cookie: "\(OfficeCookie.name)=x"]).status == .notFound, "\(path)")
    }
  }

  @Test("The office answers only to its own names: a page elsewhere that points its name here gets nothing")
  func names() {
    #expect(SiteAddress("https://plan.larkmere.example")?.authority == "plan.larkmere.example")
    #expect(SiteAddress("https://plan.larkmere.example:8443/")?.authority == "plan.larkmere.example:8443")
    #expect(SiteAddress("http://127.0.0.1:8080")?.isSecure == false)
    for wrong in [
      "http://plan.larkmere.example", "plan.larkmere.example", "https://", "https://a/b", "https://a b", "ftp://a",
      "https://me@a", "http://127.0.0.1.evil.example", "http://[::2]",
    ] {
      #expect(SiteAddress(wrong) == nil, "\(wrong)")
    }
    for (name, isOurs) in [
      ("127.0.0.1:8080", true), ("localhost", true), ("[::1]:80", true), ("127.0.0.1.evil.example", false),
      ("evil.example", false), ("localhost.evil.example", false),
    ] {
      #expect(SiteAddress.isLoopback(name) == isOurs, "\(name)")
    }
  }

  @Test("Only the office takes forms, and none of its pages is kept")
  func table() async throws {
    #expect(Routes.all.filter { $0.method != .get }.allSatisfy { $0.access != .open })
    let officer = try await Officer()
    for path in ["/office", "/imports", "/imports/new"] {
      let response = try await officer.open(path)
      #expect(response.status == .ok, "\(path)")
      #expect(response.headers[.cacheControl] == "no-store", "\(path)")
      #expect(response.headers[.eTag] == nil, "\(path)")
      expectGuarded(response.headers, path, hasScript: true)
      #expect(try await officer.served.ask(path).status == .seeOther, "\(path)")
    }
    #expect(try await officer.send("/").status == .methodNotAllowed)
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

@Suite("Signing in and out")
struct SignInTests {
  private func form(_ served: Served, _ path: String, _ fields: [(String, String)], cookie: String? = nil) async throws
    -> TestResponse
  {
    let body = fields.map { "\($0.addressed)=\($1.addressed)" }.joined(separator: "&")
    var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .origin: "http://localhost"]
    if let cookie { headers[.cookie] = "\(OfficeCookie.name)=\(cookie)" }
    return try await served.ask(path, .post, headers, body: Array(body.utf8))
  }

  private func ticket(_ response: TestResponse) throws -> String {
    let cookie = try #require(response.headers[.setCookie])
    return try #require(cookie.firstMatch(of: /goldthread-office=([A-Za-z0-9_-]{43});/)).1.description
  }

  @Test("The set-up page works once, with the key from the terminal; what follows is an invitation")
  func setUp() async throws {
    let council = try await Council.open(
      directory: NSTemporaryDirectory() + "goldthread-setup-\(UUID().uuidString)", council: "larkmere")
    let office = Office(council, at: SiteAddress("http://localhost")!, mail: try .outbox())
    let served = try await Served(council, office: office)
    let path = try #require(try await office.setUpPath)
    let key = try #require(path.split(separator: "=").last.map(String.init))
    #expect(try await served.ask("/office/set-up").status == .forbidden)
    #expect(try await served.ask("/office/set-up?key=\(Secret().text)").status == .forbidden)
    #expect(try await served.ask(path).status == .ok)
    let fields = [("name", "Ada"), ("email", "ada@larkmere.example"), ("password", Officer.password)]
    let wrong = [
      [("key", key)] + fields + [("again", "another one here")],
      [("key", key), ("name", ""), ("email", "ada@larkmere.example"), ("password", Officer.password)]
        + [("again", Officer.password)],
      [("key", key), ("name", "Ada"), ("email", "ada"), ("password", Officer.password), ("again", Officer.password)],
      [("key", key), ("name", "Ada"), ("email", "ada@larkmere.example"), ("password", "short"), ("again", "short")],
    ]
    for fields in wrong {
      let response = try await form(served, "/office/set-up", fields)
      #expect(response.status == .unprocessableContent)
      #expect(PageText(response).contains("There is a problem"))
    }
    #expect(
      try await form(served, "/office/set-up", [("key", "x")] + fields + [("again", Officer.password)]).status
        == .forbidden)
    let made = try await form(served, "/office/set-up", [("key", key)] + fields + [("again", Officer.password)])
    #expect(made.headers[.location] == "/office")
    _ = try ticket(made)
    #expect(try await office.setUpPath == nil)
    #expect(try await served.ask(path).status == .forbidden)
    let again = [("key", key), ("name", "Eve"), ("email", "eve@larkmere.example"), ("password", Officer.password)]
    #expect(
      try await form(served, "/office/set-up", again + [("again", Officer.password)]).status == .forbidden)
    #expect(try await council.accounts.people().map(\.email) == ["ada@larkmere.example"])
  }

  @Test("The right password opens a new session, whatever ticket the browser brought along")
  func signIn() async throws {
    let officer = try await Officer()
    let planted = Secret().text
    let fields = [("email", "Performance@larkmere.example "), ("password", Officer.password)]
    let opened = try await form(officer.served, "/office/sign-in", fields, cookie: planted)
    #expect(opened.status == .seeOther)
    #expect(opened.headers[.location] == "/office")
    let ticket = try ticket(opened)
    #expect(ticket != planted)
    #expect(
      try await officer.served.ask("/office", .get, [.cookie: "\(OfficeCookie.name)=\(planted)"]).status == .seeOther)
    #expect(try await officer.served.ask("/office", .get, [.cookie: "\(OfficeCookie.name)=\(ticket)"]).status == .ok)
    let cookie = try #require(opened.headers[.setCookie])
    for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"] { #expect(cookie.contains(part)) }
    #expect(!cookie.contains("Secure"))
    // Who signs in again leaves the session before behind.
    let second = try await form(officer.served, "/office/sign-in", fields, cookie: ticket)
    #expect(try self.ticket(second) != ticket)
    #expect(
      try await officer.served.ask("/office", .get, [.cookie: "\(OfficeCookie.name)=\(ticket)"]).status == .seeOther)
  }

  @Test("Over TLS the cookie never travels without it")
  func secure() async throws {
    let council = try await Council.open(
      directory: NSTemporaryDirectory() + "goldthread-tls-\(UUID().uuidString)", council: "larkmere")
    let office = Office(council, at: SiteAddress("https://plan.larkmere.example")!, mail: try .outbox())
    #expect(OfficeCookie.setting("x", in: office).hasSuffix("; Secure"))
  }

  @Test("A wrong address and a wrong password are told alike, and after five tries one waits")
  func wrong() async throws {
    let officer = try await Officer()
    var pages: [String] = []
    for email in ["performance@larkmere.example", "nobody@larkmere.example"] {
      let response = try await form(
        officer.served, "/office/sign-in", [("email", email), ("password", "not this one")])
      #expect(response.status == .unprocessableContent)
      #expect(response.headers[.setCookie] == nil)
      pages.append(PageText(response).source.replacing(email, with: "someone"))
    }
    #expect(pages[0] == pages[1])
    for _ in 0..<4 {
      _ = try await form(
        officer.served, "/office/sign-in", [("email", "performance@larkmere.example"), ("password", "not this one")])
    }
    let stopped = try await form(
      officer.served, "/office/sign-in", [("email", "performance@larkmere.example"), ("password", Officer.password)])
    #expect(stopped.status == .tooManyRequests)
    #expect(PageText(stopped).contains("Wait 15 seconds"))
  }

  @Test(
    "After signing in one lands where one wanted to go, and only on this site",
    arguments: [
      ("/imports/new", "/imports/new"), ("//evil.example", "/office"), ("https://evil.example/", "/office"),
      ("/\\evil.example", "/office"), ("javascript:alert(1)", "/office"), ("/a\r\nSet-Cookie: x=y", "/office"),
      ("/../office", "/office"), ("", "/office"),
    ])
  func landing(_ wanted: String, _ landed: String) async throws {
    let officer = try await Officer()
    let response = try await form(
      officer.served, "/office/sign-in",
      [("email", "performance@larkmere.example"), ("password", Officer.password), ("to", wanted)])
    #expect(response.headers[.location] == landed)
  }

  @Test("An invitation sets a password once; the page of a spent one says what to do")
  func invitation() async throws {
    let officer = try await Officer()
    let person = try await officer.council.accounts.add(
      name: "Nora <b>", email: "nora@larkmere.example", roles: [.responsibleOfficer], at: officer.clock.now)
    let letter = try await officer.council.accounts.letter(.invitation, to: person.id, at: officer.clock.now)
    let page = try await officer.served.ask("/office/password?key=\(letter.text)")
    #expect(page.status == .ok)
    #expect(page.headers[.referrerPolicy] == "same-origin")
    #expect(PageText(page).contains("Nora &lt;b&gt;"))
    let fields = [("key", letter.text), ("password", Officer.password), ("again", Officer.password)]
    #expect(try await form(officer.served, "/office/password", fields).headers[.location] == "/office")
    #expect(try await form(officer.served, "/office/password", fields).status == .forbidden)
    #expect(try await officer.served.ask("/office/password?key=\(letter.text)").status == .forbidden)
    #expect(try await officer.served.ask("/office/password").status == .forbidden)
  }

  @Test("A session ends after four idle hours, after twelve hours, or by signing out")
  func ends() async throws {
    let officer = try await Officer()
    for _ in 0..<3 {
      officer.clock.pass(minutes: 220)
      #expect(try await officer.open("/office").status == .ok)
    }
    officer.clock.pass(minutes: 61)
    #expect(try await officer.open("/office").status == .seeOther)

    let idle = try await Officer()
    idle.clock.pass(minutes: 241)
    #expect(try await idle.open("/office").status == .seeOther)

    let other = try await Officer()
    let out = try await other.send("/office/sign-out")
    #expect(out.headers[.location] == "/office/sign-in")
    #expect(out.headers[.setCookie]?.contains("Max-Age=0") == true)
    #expect(try await other.open("/office").status == .seeOther)
  }

  @Test("A form is taken only with its session's token and from its own site")
  func forged() async throws {
    let officer = try await Officer()
    for wrong in ["", "x", Secret().text, officer.token.uppercased() + "0"] {
      #expect(try await officer.send("/office/sign-out", token: wrong).status == .forbidden, "\(wrong)")
    }
    for origin in ["http://evil.example", "null", "https://localhost", "http://localhost:1"] {
      #expect(try await officer.send("/office/sign-out", origin: origin).status == .forbidden, "\(origin)")
    }
    #expect(try await officer.send("/office/sign-out", origin: nil).status == .forbidden)
    for site in ["cross-site", "same-site", "none"] {
      var headers = officer.headers
      headers[.fetchSite] = site
      headers[.contentType] = "application/x-www-form-urlencoded"
      let response = try await officer.served.ask(
        "/office/sign-out", .post, headers, body: Array("token=\(officer.token)".utf8))
      #expect(response.status == .forbidden, "\(site)")
    }
    #expect(try await officer.open("/office").status == .ok)
    // Another session's token opens nothing here.
    let colleague = try await officer.colleague([.performanceOfficer])
    #expect(try await officer.send("/office/sign-out", token: colleague.token).status == .forbidden)
  }

  @Test(
    "The forms before signing in are refused from other sites too",
    arguments: ["sign-in", "set-up", "password", "forgot"])
  func doorForms(_ name: String) async throws {
    let officer = try await Officer()
    for origin in ["http://evil.example", "null"] {
      let response = try await officer.served.ask(
        "/office/\(name)", .post, [.contentType: "application/x-www-form-urlencoded", .origin: origin],
        body: Array("email=a".utf8))
      #expect(response.status == .forbidden, "\(origin)")
    }
  }

  @Test("Asking for a new password says the same whether there is such a person or not")
  func forgot() async throws {
    let officer = try await Officer()
    let known = try await form(officer.served, "/office/forgot", [("email", "performance@larkmere.example")])
    let unknown = try await form(officer.served, "/office/forgot", [("email", "nobody@larkmere.example")])
    #expect(known.status == .ok)
    #expect(PageText(known).source == PageText(unknown).source)
  }
}

@Suite("Each role reaches what the table of permissions gives it, and nothing else")
struct RoleWalkTests {
  @Test(
    "Every route of the office names what it takes, and each role is let in or refused by the table",
    arguments: Role.allCases)
  func walk(_ role: Role) async throws {
    let first = try await Officer(try await SampleCouncil.open())
    let officer = try await first.colleague([role])
    for route in Routes.all where route.access.isOffice && !route.path.hasSuffix("sign-out") {
      let path = officeAddress(of: route)
      let response =
        route.method == .get ? try await officer.open(path) : try await officer.send(path, origin: "http://localhost")
      let may =
        switch route.access {
        case .needs(let action): Permission.scope(of: role, for: action) > .none
        case .own: true
        case .open, .door, .token, .secret: false
        }
      if may {
        #expect(response.status.code < 500, "\(role) \(route.method) \(path)")
        #expect(response.headers[.location]?.hasPrefix("/office/sign-in") != true, "\(role) \(path)")
      } else {
        #expect(response.status == .forbidden, "\(role) \(route.method) \(path)")
      }
      // A page that may be opened in general can still be about something out of reach.
      if may, route.path.contains(":") == false, route.method == .get {
        #expect(response.status == .ok, "\(role) \(path)")
      }
    }
  }

  @Test("Rights that were taken away are gone with the next click")
  func taken() async throws {
    let first = try await Officer()
    let officer = try await first.colleague([.performanceOfficer])
    #expect(try await officer.open("/imports").status == .ok)
    try await first.council.accounts.setRoles([.councillor], of: officer.person.id, by: "p-admin", at: .present)
    #expect(try await officer.open("/imports").status == .seeOther)
  }

  @Test("Nobody is in two minds about a route: each path and method stands in the map once")
  func once() {
    let keys = Routes.all.map { "\($0.method) \($0.path)" }
    #expect(Set(keys).count == keys.count)
  }
}

/// An address for a route of the office, with something in the place of each parameter.
func officeAddress(of route: Route) -> String {
  let examples = [":id": "b1", ":position": "1", ":name": "x", ":period": "2023-24-Q4", ":unit": "waste"]
  return route.path.split(separator: "/").map { "/" + (examples[String($0)] ?? String($0)) }.joined()
}
