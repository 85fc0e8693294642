import CorporatePlan
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Reports
import Testing

@testable import Web

/// A program that was given a token.
struct Program {
  let served: Served
  let secret: Secret

  init(_ officer: Officer, service: String? = nil, ends: Moment? = nil) async throws {
    served = officer.served
    let year = Moment(milliseconds: officer.clock.now.milliseconds + 365 * 86_400_000)
    secret = try await officer.council.accounts.makeToken(
      "Power BI", service: service, by: officer.person.id, ends: ends ?? year, at: officer.clock.now
    ).secret
  }

  func ask(_ path: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get) async throws -> TestResponse
  {
    var headers = headers
    headers[.authorization] = "Bearer \(secret.text)"
    return try await served.ask(path, method, headers)
  }

  func rows(_ path: String) async throws -> [JSON] {
    let response = try await ask(path)
    return try #require(try JSON(sent: response)["rows"]?.array, "\(path) \(response.status)")
  }
}

@Suite("Programs of the council read with a token, and only with one")
struct DataInterfaceTests {
  private func expectProblem(_ response: TestResponse, _ status: HTTPResponse.Status, _ words: String) throws {
    #expect(response.status == status, "\(words)")
    #expect(response.headers[.contentType] == "application/problem+json", "\(words)")
    #expect(response.headers[.cacheControl] == "no-store", "\(words)")
    expectGuarded(response.headers, words)
    let problem = try JSON(sent: response)
    #expect(problem["status"]?.integer == status.code, "\(words)")
    #expect(problem["detail"]?.string?.isEmpty == false, "\(words)")
  }

  @Test("No address for programs opens without a token, with a wrong one, or with a cookie")
  func door() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    for route in Routes.all where route.access == .token {
      for (headers, words): (HTTPFields, String) in [
        ([:], "none"), (officer.headers, "a cookie"), ([.authorization: "Bearer"], "an empty one"),
        ([.authorization: "Basic \(officer.ticketText)"], "another scheme"),
        ([.authorization: "Bearer \(officer.ticketText)"], "a session’s"),
      ] {
        let response = try await officer.served.ask(route.path, .get, headers)
        try expectProblem(response, .unauthorized, "\(route.path) \(words)")
        #expect(response.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
        // Each counts as a wrong try from the same place.
        officer.clock.pass(minutes: 61)
      }
      #expect(try await officer.again().open("/office").status == .ok)
    }
  }

  @Test("A token opens nothing else: neither an office page nor a form")
  func elsewhere() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let program = try await Program(officer)
    #expect(try await program.ask("/api/v1/indicators").status == .ok)
    for route in Routes.all where route.access.isOffice {
      let response = try await program.ask(officeAddress(of: route), method: route.method)
      #expect(response.status == .seeOther, "\(route.method) \(route.path)")
      #expect(response.headers[.location]?.hasPrefix("/office/sign-in") == true, "\(route.path)")
    }
  }

  @Test("Every table comes as JSON and as CSV, is kept by nobody in between, and costs no bytes while nothing changes")
  func tables() async throws {
    let council = try await ReviewCouncil()
    let program = try await Program(council.performance)
    for set in DataSet.allCases {
      let path = DataInterface.path(of: set)
      let json = try await program.ask(path)
      #expect(json.status == .ok, "\(path)")
      #expect(json.headers[.contentType] == "application/json", "\(path)")
      #expect(json.headers[.cacheControl] == "private, no-cache", "\(path)")
      #expect(json.headers[.vary]?.contains("Authorization") == true, "\(path)")
      expectGuarded(json.headers, path)
      let tag = try #require(json.headers[.eTag])
      #expect(try await program.ask(path, [.ifNoneMatch: tag]).status == .notModified, "\(path)")
      for csv in [try await program.ask(path, [.accept: "text/csv"]), try await program.ask("\(path)?format=csv")] {
        #expect(csv.headers[.contentType] == "text/csv; charset=utf-8; header=present", "\(path)")
        let table = try #require(CSVText(Array(csv.body.readableBytesView)), "\(path)")
        #expect(table.header == set.schema.fields.map(\.name), "\(path)")
        #expect(table.rows.count == (try await program.rows(path)).count, "\(path)")
      }
      #expect(program.served.site.view.pages[path] == nil)
    }
  }

  @Test("Drafts and what is internal are there for a token, and not for the public")
  func drafts() async throws {
    let council = try await ReviewCouncil()
    let program = try await Program(council.performance)
    let path = "/api/v1/values?period=\(ReviewCouncil.period.code)"
    let inside = try await program.rows(path).count { $0["actual"] != .null }
    #expect(inside > 0)
    let response = try await program.served.ask("/open/values.json")
    let outside = try #require(try JSON(sent: response).array)
    let drafts = outside.filter { $0["period"]?.string == ReviewCouncil.period.code && $0["actual"] != .null }
    #expect(drafts.isEmpty)
  }

  @Test("A token of one service reads what belongs to it, and is refused another’s")
  func service() async throws {
    let council = try await ReviewCouncil()
    let waste = try await Program(council.performance, service: "waste")
    let subjects = Set(try await waste.rows("/api/v1/returns").compactMap { $0["subject"]?.string })
    #expect(subjects == ["bins-missed", "recycling"])
    for path in ["/api/v1/indicators", "/api/v1/values", "/api/v1/definitions"] {
      let ids = Set(try await waste.rows(path).compactMap { $0["indicator"]?.string })
      #expect(ids == ["bins-missed", "recycling"], "\(path)")
    }
    try expectProblem(try await waste.ask("/api/v1/returns?service=housing"), .forbidden, "another service")
    try expectProblem(try await waste.ask("/api/v1/returns?service=nowhere"), .notFound, "no service")
    let all = try await Program(council.performance)
    let arrears = try await all.rows("/api/v1/returns?service=housing").compactMap { $0["subject"]?.string }
    #expect(arrears == ["arrears"])
    let place = try await Program(council.performance, service: "place")
    let placed = Set(try await place.rows("/api/v1/returns").compactMap { $0["subject"]?.string })
    #expect(placed == ["bins-missed", "recycling", "arrears"], "a directorate has its services")
  }

  @Test("A token that has ended or was revoked opens nothing from that moment on")
  func ended() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let soon = Moment(milliseconds: officer.clock.now.milliseconds + 60 * 60_000)
    let (short, long) = (try await Program(officer, ends: soon), try await Program(officer))
    #expect(try await short.ask("/api/v1/plan").status == .ok)
    officer.clock.pass(minutes: 61)
    try expectProblem(try await short.ask("/api/v1/plan"), .unauthorized, "ended")
    #expect(try await long.ask("/api/v1/plan").status == .ok)
    for token in try await officer.council.accounts.tokens() {
      try await officer.council.accounts.revokeToken(token.id, by: officer.person.id, at: officer.clock.now)
    }
    try expectProblem(try await long.ask("/api/v1/plan"), .unauthorized, "revoked")
  }

  @Test("Too many wrong tokens from one place have to wait; the right one of a neighbour goes on")
  func tooMany() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let program = try await Program(officer)
    var statuses: [HTTPResponse.Status] = []
    for _ in 0..<22 {
      statuses.append(
        try await officer.served.ask("/api/v1/plan", .get, [.authorization: "Bearer \(Secret().text)"]).status)
    }
    #expect(statuses.prefix(20).allSatisfy { $0 == .unauthorized })
    #expect(statuses.last == .tooManyRequests)
    let refused = try await officer.served.ask("/api/v1/plan", .get, [.authorization: "Bearer x"])
    try expectProblem(refused, .tooManyRequests, "too many")
    #expect(refused.headers[.retryAfter].flatMap { Int($0) }.map { $0 > 0 } == true)
    #expect(try await program.ask("/api/v1/plan").status == .ok)
    officer.clock.pass(minutes: 24 * 60 + 1)
    #expect(try await officer.served.ask("/api/v1/plan", .get, [.authorization: "Bearer x"]).status == .unauthorized)
  }

  @Test("What can’t be answered is a problem that says why")
  func problems() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let program = try await Program(officer)
    for (path, accept, status): (String, String?, HTTPResponse.Status) in [
      ("/api/v1/indicators", "application/xml", .notAcceptable), ("/api/v1/indicators?format=xml", nil, .notAcceptable),
      ("/api/v1/indicators", "application/json;q=0, text/csv;q=0.0", .notAcceptable),
      ("/api/v1/indicators?period=2023-24-Q9", nil, .notFound), ("/api/v1/nothing", nil, .notFound),
      ("/api/v2/indicators", nil, .notFound), ("/api/v1/indicators?page=0", nil, .badRequest),
      ("/api/v1/indicators?size=100000", nil, .badRequest), ("/api/v1/indicators?size=x", nil, .badRequest),
      ("/api/v1/%zz", nil, .badRequest),
    ] {
      let response = try await program.ask(path, accept.map { [.accept: $0] } ?? [:])
      try expectProblem(response, status, "\(path) \(accept ?? "")")
    }
    for method: HTTPRequest.Method in [.post, .put, .patch, .delete, .options] {
      let response = try await program.ask("/api/v1/indicators", method: method)
      try expectProblem(response, .methodNotAllowed, "\(method)")
      #expect(response.headers[.allow] == "GET, HEAD")
    }
  }

  @Test(
    "The format is what the program likes best",
    arguments: [
      ("*/*", "application/json"), ("text/csv", "text/csv"), ("text/csv;q=0.5, application/json;q=0.4", "text/csv"),
      ("application/json;q=0, */*;q=0.1", "text/csv"), ("text/*", "text/csv"), ("application/*", "application/json"),
      ("text/html, */*;q=0.8", "application/json"),
    ])
  func format(_ accept: String, _ type: String) async throws {
    let program = try await Program(try await Officer(try await SampleCouncil.open()))
    let response = try await program.ask("/api/v1/plan", [.accept: accept])
    #expect(response.headers[.contentType]?.hasPrefix(type) == true, "\(accept)")
  }

  @Test("Pages follow one another by their links, and make the whole")
  func pages() async throws {
    let program = try await Program(try await Officer(try await SampleCouncil.open()))
    let whole = try await program.rows("/api/v1/values?size=10000")
    var (rows, next): ([JSON], String?) = ([], "/api/v1/values?size=25")
    while let path = next {
      let response = try await program.ask(path)
      let page = try JSON(sent: response)
      rows += try #require(page["rows"]?.array)
      next = page["next"]?.string
      #expect(page["total"]?.integer == whole.count)
      #expect(response.headers[.link] == next.map { "<\($0)>; rel=\"next\"" })
    }
    #expect(rows == whole)
    #expect(whole.count > 25)
  }

  @Test("An administrator makes a token, sees it once, and ends it; only its digest is kept")
  func made() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let empty = try await officer.send("/tokens", [("name", ""), ("months", "12")])
    #expect(empty.status == .unprocessableContent)
    #expect(PageText(empty).contains("There is a problem"))
    let page = PageText(try await officer.send("/tokens", [("name", "Power BI of Waste"), ("months", "3")]))
    let secret = String(try #require(page.source.firstMatch(of: /id="token-text"[^>]*value="([A-Za-z0-9_-]{43})"/)).1)
    let list = try await officer.text("/tokens")
    #expect(list.contains("Power BI of Waste"))
    #expect(list.contains("Never"))
    #expect(!list.contains(secret))
    let headers: HTTPFields = [.authorization: "Bearer \(secret)"]
    func risks() async throws -> String {
      String(buffer: try await officer.served.ask("/api/v1/risks", .get, headers).body)
    }
    var paper = Paper(id: "award", title: "Award of a contract")
    let risk = Risk(id: "bidder", title: "The bidder fails", paper: paper.id)
    try await officer.append([paper.revision, risk.revision])
    #expect(try await risks().contains("The bidder fails"))
    paper.checks.isExempt = .yes
    try await officer.append([paper.revision])
    #expect(try await !risks().contains("The bidder fails"), "few read what is exempt")
    #expect(try await !officer.text("/tokens").contains("Never"))
    let tokens = try await officer.council.accounts.tokens()
    let token = try #require(tokens.first)
    #expect(token.ends == Moment("2026-02-10T00:00:00.000Z"))
    #expect(try await officer.send("/tokens/\(token.id)/revoke").status == .seeOther)
    #expect(try await officer.served.ask("/api/v1/risks", .get, headers).status == .unauthorized)
    #expect(try await officer.text("/tokens").contains("There are no tokens"))
  }
}
