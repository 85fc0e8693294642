import CorporatePlan
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Testing

@testable import Web

@Suite("A browser is sent to the answer of its form, so that Back and reload send nothing again")
struct AnsweredFormTests {
  private let form = "/edit/items/estate"
  private let empty = [("title", "")]

  @Test("A refused form is shown at its own address, with what is wrong and what was written")
  func refused() async throws {
    let officer = try await Borough().chief
    let sent = try await officer.navigate(form, empty + [("description", "Half of it")], on: "\(form)?from=home")
    #expect(sent.status == .seeOther)
    let address = try #require(sent.headers[.location])
    #expect(address.hasPrefix("\(form)?from=home&answered="))
    for _ in 1...2 {
      let shown = try await officer.open(address)
      #expect(shown.status == .unprocessableContent && shown.headers[.cacheControl] == "no-store")
      #expect(PageText(shown).contains("There is a problem") && PageText(shown).contains("<title>Error: "))
    }
  }

  @Test("Programs and browsers that do not say where they were are answered at once")
  func programs() async throws {
    let officer = try await Borough().chief
    #expect(try await officer.send(form, empty).status == .unprocessableContent)
    for page in [
      nil, "http://elsewhere.example\(form)", "http://localhost", "http://localhost/edit/order",
      "http://localhost/plan",
      "http://localhost//evil.example/", "http://localhost/\(String(repeating: "a", count: 1_990))",
    ] {
      let sent = try await officer.navigate(form, empty, from: page)
      #expect(sent.status == .unprocessableContent, "\(page ?? "nowhere")")
    }
  }

  @Test("It is shown to nobody else, and for half an hour")
  func own() async throws {
    let officer = try await Borough().chief
    let address = try #require(try await officer.navigate(form, empty, on: form).headers[.location])
    let other = try await officer.again()
    #expect(try await other.open(address).status == .ok)
    #expect(try await officer.open(address).status == .unprocessableContent)
    officer.clock.pass(minutes: 31)
    #expect(try await officer.open(address).status == .ok)
  }

  @Test("Once the form is sent again its earlier answer is gone")
  func again() async throws {
    let officer = try await Borough().chief
    let first = try #require(try await officer.navigate(form, empty, on: form).headers[.location])
    let second = try #require(try await officer.navigate(form, empty, on: first).headers[.location])
    #expect(second.components(separatedBy: "answered=").count == 2 && second != first)
    #expect(try await officer.open(first).status == .ok)
    let saved = try await officer.navigate(form, [("title", "Rebuild the whole estate")], on: second)
    #expect(saved.status == .seeOther && saved.headers[.location]?.contains("saved=") == true)
    #expect(try await officer.open(second).status == .ok)
  }

  @Test("Once a page's script has saved something from it, the answer that stood there is gone")
  func script() async throws {
    let borough = try await Borough()
    let officer = try await borough.housing()
    let grid = "/collect/\(Borough.period.code)"
    func typed(_ text: String) -> [(String, String)] {
      [("position", "\(officer.council.book.position)"), ("i:repairs:value", text)]
    }
    let address = try #require(try await officer.navigate(grid, typed("lots"), on: grid).headers[.location])
    #expect(address.contains("answered="))
    #expect(try await officer.open(address).status == .unprocessableContent)
    let saved = try await officer.navigate(
      "\(grid)/cell", typed("72%"), from: "http://localhost\(address)", mode: "cors")
    #expect(saved.status == .ok)
    let page = try await officer.open(address)
    #expect(page.status == .ok && PageText(page).contains(#"value="72%""#))
  }

  @Test("A preview is a page of its own too, and what is kept is bounded")
  func previews() async throws {
    let officer = try await Borough().chief
    let fields = [
      ("for", "indicator"), ("indicator", "debt"), ("rule", "kent"), ("from", "2023-24-Q1"), ("to", ""),
    ]
    var addresses: [String] = []
    for _ in 0...AnsweredForms.mostPages {
      let sent = try await officer.navigate("/edit/rules", fields, on: "/edit/rules")
      addresses.append(try #require(sent.headers[.location]))
    }
    let newest = try await officer.text(try #require(addresses.last))
    #expect(newest.contains("Put this rule in force?"))
    #expect(!(try await officer.text(addresses[0])).contains("Put this rule in force?"))
  }

  @Test("Words of a report that are shown, or get a figure, are so at an address of their own")
  func words() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    try await officer.append([Report(.performance, Period("2023-24-Q4")!).revision])
    let form = "/work/reports/\("performance@2023-24-Q4".addressed)/words"
    let fields = [("key", "summary/indicators"), ("text", "In short"), ("figure", "plan: indicators")]
    for step in ["preview", "add"] {
      let sent = try await officer.navigate(form, fields + [("step", step)], on: "\(form)?key=summary/indicators")
      let address = try #require(sent.headers[.location], "\(step)")
      #expect(sent.status == .seeOther && address.contains("answered="))
      for _ in 1...2 { #expect(try await officer.text(address).contains("In short")) }
    }
    #expect(officer.council.book.passages.isEmpty)
  }

  @Test("A wrong password is told at the door's own address")
  func door() async throws {
    let officer = try await Officer()
    let page = "http://localhost/office/sign-in?to=%2Freview"
    var headers: HTTPFields = [
      .contentType: "application/x-www-form-urlencoded", .origin: "http://localhost", .referer: page,
      .fetchMode: "navigate",
    ]
    let wrong = Array("email=performance%40larkmere.example&password=wrong&to=%2Freview".utf8)
    let sent = try await officer.served.ask("/office/sign-in", .post, headers, body: wrong)
    let address = try #require(sent.headers[.location])
    #expect(sent.status == .seeOther && address.hasPrefix("/office/sign-in?to=%2Freview&answered="))
    let shown = PageText(try await officer.served.ask(address))
    #expect(
      shown.contains("The address or the password is not right") && shown.contains("performance@larkmere.example"))
    headers[.referer] = "http://localhost\(address)"
    let right = Array("email=performance%40larkmere.example&password=wet+slate+hinge&to=%2Freview".utf8)
    let opened = try await officer.served.ask("/office/sign-in", .post, headers, body: right)
    #expect(opened.headers[.location] == "/review")
    #expect(!PageText(try await officer.served.ask(address)).contains("is not right"))
  }
}

extension Officer {
  /// Sends a form from a page of the site as a browser does that goes where the answer is.
  fileprivate func navigate(_ path: String, _ fields: [(String, String)], on page: String) async throws -> TestResponse
  {
    try await navigate(path, fields, from: "http://localhost\(page)")
  }

  fileprivate func navigate(
    _ path: String, _ fields: [(String, String)], from page: String?, mode: String = "navigate"
  ) async throws -> TestResponse {
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    headers[.origin] = "http://localhost"
    headers[.referer] = page
    headers[.fetchMode] = mode
    let body = ([("token", token)] + fields).map { "\($0.addressed)=\($1.addressed)" }.joined(separator: "&")
    return try await served.ask(path, .post, headers, body: Array(body.utf8))
  }
}
