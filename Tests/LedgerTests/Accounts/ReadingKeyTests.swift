import CorporatePlan
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Secrets with which programs read are kept as digests, outside the ledger")
struct ReadingKeyTests {
  private let noon = Moment(milliseconds: 1_700_000_000_000)

  @Test("neither secret stands in the file, and a person's calendar goes with the person")
  func digests() async throws {
    let scratch = Scratch()
    let council = try await scratch.open()
    let accounts = council.accounts
    let first = try await accounts.addFirst(
      name: "Ada", email: "ada@x.example", password: "seven green bridges", at: noon)
    let person = try await accounts.add(name: "Eve", email: "eve@x.example", roles: [.auditor], at: noon)
    let calendar = try await accounts.makeCalendarKey(for: person.id, at: noon)
    let token = try await accounts.makeToken(
      "Power BI", service: nil, by: first.id, ends: Moment(milliseconds: noon.milliseconds + 1000), at: noon)
    let file = try scratch.bytes() + scratch.bytes("-wal")
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.contains("Power BI"))
    #expect(!text.contains(calendar.text) && !text.contains(token.secret.text))
    #expect(council.book.position == 0)
    #expect(try await accounts.person(withCalendarKey: calendar)?.id == person.id)
    try await accounts.erase(person.id, by: "p-admin", at: noon)
    #expect(try await accounts.calendarKeyMade(for: person.id) == nil)
    #expect(try await accounts.person(withCalendarKey: calendar) == nil)
    let left = try await accounts.file.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM calendar_key") }
    #expect(left == 0)
  }

  @Test("another council's token opens nothing here")
  func councils() async throws {
    let scratch = Scratch()
    let (harrow, brent) = (try await scratch.open(council: "harrow"), try await scratch.open(council: "brent"))
    let later = Moment(milliseconds: noon.milliseconds + 1000)
    let made = try await harrow.accounts.makeToken("Excel", service: "waste", by: "p-1", ends: later, at: noon)
    #expect(try await harrow.accounts.token(with: made.secret, at: noon)?.service == "waste")
    #expect(try await brent.accounts.token(with: made.secret, at: noon) == nil)
    #expect(try await harrow.accounts.token(with: made.secret, at: later) == nil)
  }
}
