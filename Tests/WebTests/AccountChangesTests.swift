import CorporatePlan
import Ledger
import Testing

@testable import Web

@Suite("Who changed whose account and roles is noted, and shown to administrators and auditors")
struct AccountChangesTests {
  @Test("An invitation, other roles, a link, signing out, closing and erasing each leave an entry with who did it")
  func noted() async throws {
    let chief = try await Officer()
    let invited = try await chief.send(
      "/people", [("name", "Nora Vale"), ("email", "nora@larkmere.example"), ("role", "councillor")])
    let address = try #require(invited.headers[.location]?.split(separator: "?").first.map(String.init))
    let id = try #require(address.split(separator: "/").last.map(String.init))
    _ = try await chief.send(
      "\(address)/details", [("name", "Nora Vale"), ("email", "nora@larkmere.example"), ("role", "auditor")])
    _ = try await chief.send("\(address)/link")
    _ = try await chief.send("\(address)/sign-out")
    _ = try await chief.send("\(address)/close")
    let events = try await chief.council.accounts.events(about: id, limit: 20).map(\.event)
    #expect(
      events.reversed().map(\.what) == [.added, .asked, .roles, .link, .signedOut, .closed]
        && events.allSatisfy { $0.by == chief.person.id })
    #expect(events.first { $0.what == .roles }?.detail == "councillor → auditor")
    let page = try await chief.text(address)
    #expect(page.contains("Roles changed: councillor → auditor") && page.contains("10 November 2025, 09:00"))
    #expect(try await chief.text("/people/changes").contains("Nora Vale"))
    _ = try await chief.send("\(address)/erase")
    let list = try await chief.text("/people/changes?person=\(id)")
    #expect(list.contains("Erased") && !list.contains("Nora Vale"))
  }

  @Test("What changed nothing leaves none, and what somebody does to their own account is theirs")
  func own() async throws {
    let chief = try await Officer()
    let other = try await chief.colleague([.councillor])
    let accounts = chief.council.accounts
    func events() async throws -> [AccountEvent] {
      try await accounts.events(about: other.person.id, limit: 50).map(\.event)
    }
    let before = try await events().count
    let address = "/people/\(other.person.id)/details"
    _ = try await chief.send(
      address, [("name", other.person.name), ("email", other.person.email), ("role", "councillor")])
    #expect(try await events().count == before)
    _ = try await other.send("/office/me/sign-out")
    #expect(try await events().first.map { $0.what == .signedOut && $0.by == $0.about } == true)
  }

  @Test("What lets programs and calendars read is noted when it is made and when it ends, by ids alone")
  func keys() async throws {
    let chief = try await Officer()
    let other = try await chief.colleague([.administrator])
    _ = try await chief.send("/tokens", [("name", "Power BI of Nora"), ("months", "3")])
    let token = try #require(try await chief.council.accounts.tokens().first)
    _ = try await other.send("/tokens/\(token.id)/revoke")
    _ = try await other.send("/tokens/\(token.id)/revoke")
    _ = try await chief.send("/office/me/calendar")
    _ = try await chief.send("/office/me/calendar/end")
    _ = try await chief.send("/office/me/calendar/end")
    let events = try await chief.council.accounts.events(about: chief.person.id, limit: 4).map(\.event).reversed()
    #expect(events.map(\.what) == [.tokenMade, .tokenEnded, .calendarMade, .calendarEnded])
    #expect(events.map(\.by) == [chief, other, chief, chief].map(\.person.id))
    #expect(events.first?.detail == "\(token.id), reads everything, until 2026-02-10")
    let page = try await chief.text("/people/changes")
    #expect(page.contains("Token for a program ended: \(token.id)") && page.contains("Calendar address made"))
    #expect(!page.contains("Nora"))
  }

  @Test("Auditors and administrators see the list, and nobody else", arguments: Role.allCases)
  func seen(_ role: Role) async throws {
    let chief = try await Officer()
    let officer = try await chief.colleague([role])
    let may = [.administrator, .auditor].contains(role)
    let page = try await officer.open("/people/changes")
    #expect(page.status == (may ? .ok : .forbidden))
    #expect(PageText(try await officer.open("/office")).contains("href=\"/people/changes\"") == (role == .auditor))
  }
}
