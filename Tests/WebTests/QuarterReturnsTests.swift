import CorporatePlan
import Foundation
import HTTPTypes
import Ledger
import Testing

@testable import Web

@Suite("The returns of a quarter are worked out once for each state of the ledger")
struct QuarterReturnsTests {
  @Test("Whoever opens the grid next gets it drawn from the same rows, until somebody saves")
  func kept() async throws {
    let first = try await Officer(try await CollectTests.council())
    let calls = try await first.colleague([.responsibleOfficer], post: "calls-manager")
    let returns = calls.served.site.returns
    let one = try await first.text(CollectTests.path)
    #expect(returns.count == 1)
    _ = try await calls.text(CollectTests.path)
    #expect(returns.count == 1)
    #expect(try await first.text(CollectTests.path).source == one.source)
    try await calls.send(
      CollectTests.path + "/cell", [("position", "\(calls.council.book.position)"), ("i:calls:value", "93.25%")])
    #expect(try await first.text(CollectTests.path).contains("93.25%"))
    #expect(returns.count == 2)
  }

  @Test("Kept or drawn anew, a grid is the same to the byte")
  func same() async throws {
    let council = try await CollectTests.council()
    let first = try await Officer(council)
    let anew = try await Served(council, cachesPages: false, office: first.office)
    for address in [CollectTests.path, "\(CollectTests.path)?show=open", CollectTests.path] {
      #expect(try await first.open(address).body == anew.ask(address, .get, first.headers).body)
    }
    #expect(anew.site.returns.count == 0)
  }

  @Test("A row that was refused is not kept as it was sent")
  func refused() async throws {
    let first = try await Officer(try await CollectTests.council())
    let sent = try await first.send(
      CollectTests.path, [("position", "\(first.council.book.position)"), ("i:calls:value", "ninety")])
    #expect(sent.status == .unprocessableContent)
    #expect(PageText(sent).contains("ninety"))
    #expect(!(try await first.text(CollectTests.path).contains("ninety")))
  }

  @Test("Another day is another grid: what is due today is overdue tomorrow")
  func days() async throws {
    let first = try await Officer(try await CollectTests.council())
    #expect(try await first.text(CollectTests.path).contains("To do"))
    first.clock.pass(minutes: 14 * 24 * 60)
    let later = try await first.again()
    #expect(try await later.text(CollectTests.path).contains("Overdue"))
  }

  @Test("However many quarters somebody opens, only the last few are held")
  func bounded() async throws {
    let first = try await Officer(try await CollectTests.council())
    let quarters = (2010..<2025).map { FinancialYear($0).quarter(1) }
    try await first.council.append(reason: "Opened", author: "p-1", at: first.clock.now) { _ in
      quarters.map {
        Cycle(period: $0, opens: $0.end, returnsDue: $0.end + 9, signOffDue: $0.end + 14, locks: $0.end + 14)
      }
      .map(\.revision)
    }
    for year in 2010..<2025 { _ = try await first.open("/collect/\(FinancialYear(year).quarter(1).code)") }
    #expect(first.served.site.returns.count == KeptReturns.most)
  }

  @Test("Saving in the office does not make the public's view of the ledger")
  func office() async throws {
    let first = try await Officer(try await CollectTests.council())
    let view = first.served.site.view
    let sent = try await first.send(
      CollectTests.path + "/cell", [("position", "\(first.council.book.position)"), ("i:calls:value", "93%")])
    #expect(sent.status == .ok)
    #expect(first.served.site.hasView == false)
    #expect(first.served.site.view !== view)
    #expect(first.served.site.hasView)
  }
}
