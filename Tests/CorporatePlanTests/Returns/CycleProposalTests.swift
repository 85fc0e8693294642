import Testing

@testable import CorporatePlan

@Suite("A quarter's calendar is counted on from its end and back from Cabinet")
struct CycleProposalTests {
  private let quarter = FinancialYear(2025).quarter(2)
  private func proposal(cabinet: String?) -> CycleProposal {
    CycleProposal(for: quarter, Book().workingDays(around: quarter), cabinet: cabinet.map(Quarter.day))
  }

  @Test("28 clear days of notice, 22 days for clearances, seven working days for the paper, five clear ones public")
  func countedBack() {
    let proposal = proposal(cabinet: "2025-12-11")
    #expect(proposal.remarks.isEmpty)
    let cycle = proposal.cycle
    #expect(cycle.cabinet?.description == "2025-12-11" && cycle.notice?.description == "2025-11-12")
    #expect(cycle.clearances?.description == "2025-11-19" && cycle.papers?.description == "2025-12-02")
    #expect(cycle.agenda?.description == "2025-12-03")
    let days = Book().workingDays(around: quarter)
    #expect(days.clearDays(from: cycle.agenda ?? quarter.start, to: cycle.cabinet ?? quarter.end) == 5)
    #expect(cycle.returnsDue == Cycle.proposed(for: quarter, days).returnsDue)
  }

  @Test("holidays are no working days: over Christmas the paper is due earlier")
  func christmas() {
    #expect(proposal(cabinet: "2026-01-05").cycle.papers?.description == "2025-12-22")
  }

  @Test("a Cabinet too early for the returns is told of, not moved")
  func tooEarly() {
    let early = proposal(cabinet: "2025-10-25")
    #expect(early.cycle.cabinet?.description == "2025-10-25" && early.remarks.count == 3)
    #expect(proposal(cabinet: nil).remarks.isEmpty && proposal(cabinet: nil).cycle.papers == nil)
  }

  @Test("it is opened with the days as they were settled, once, and not with days out of order")
  func opened() throws {
    var book = Book()
    var cycle = proposal(cabinet: "2025-12-11").cycle
    for revision in try book.opening(cycle) {
      try book.append(revision.kind, revision.record, revision.body?.canonical)
    }
    #expect(book.cycles["2025-26-Q2"] == cycle)
    #expect(try book.opening(cycle).isEmpty)
    cycle.locks = cycle.opens
    let refused = #expect(throws: EntryRefused.self) { try book.opening(cycle) }
    #expect(refused?.problems.first?.sentence.contains("before") == true)
  }
}
