import CorporatePlan
import Foundation
import Testing

@testable import Ledger

@Suite("A frozen quarter takes no return, whichever way it comes")
struct FreezeTests {
  private let noon = Moment("2025-11-10T12:00:00.000Z")!
  private let quarter = FinancialYear(2025).quarter(2)

  private func council() async throws -> Council {
    try await Council.open(
      directory: NSTemporaryDirectory() + "goldthread-freeze-\(UUID().uuidString)", council: "larkmere")
  }

  private func record(_ council: Council, _ records: any Record...) async throws -> Receipt {
    let revisions = records.map(\.revision)
    return try await council.append(reason: "As sent", author: "p-1", at: noon) { _ in revisions }
  }

  @Test("neither an append nor an undo changes it, a month of it is part of it, and the next quarter is open")
  func frozen() async throws {
    let council = try await council()
    let figure = Actual(indicator: "calls", period: quarter, value: try Value("91%"))
    let before = try await record(council, figure)
    _ = try await record(council, Freeze(quarter, frozen: Day("2025-11-10")!))
    let position = council.book.position
    for late in [
      Actual(indicator: "calls", period: quarter, value: try Value("92%")),
      Actual(indicator: "calls", period: .month(2025, 8), value: try Value("92%")),
    ] {
      await #expect(throws: Frozen.self) { _ = try await self.record(council, late) }
    }
    await #expect(throws: Frozen.self) {
      _ = try await council.undo(
        batch: try #require(before.batch), author: "p-1", reason: "By mistake", at: self.noon)
    }
    #expect(council.book.position == position)
    _ = try await record(
      council, Actual(indicator: "calls", period: FinancialYear(2025).quarter(3), value: try Value("93%")))
    _ = try await record(
      council, Freeze(quarter, frozen: Day("2025-11-10")!, reopened: Day("2025-11-11")!, reason: "One was wrong"))
    _ = try await record(council, Actual(indicator: "calls", period: quarter, value: try Value("92%")))
    #expect(council.book.readings["calls"]?.actual(in: quarter)?.value.verbatim == "92%")
  }
}
