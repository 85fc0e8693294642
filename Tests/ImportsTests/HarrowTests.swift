import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("The Harrow report becomes records", .enabled(if: RealReport.isPresent, RealReport.absent))
struct HarrowTests {
  let proposal: ImportProposal
  let scorecard: Scorecard

  init() throws {
    proposal = try RealReport.proposal()
    scorecard = try #require(proposal.scorecard)
  }

  @Test("three priorities, 64 indicators and 32 rated actions are counted")
  func counts() {
    #expect(proposal.counts.planItems == [.priority: 3, .action: 32])
    #expect(proposal.counts.indicators == 64)
    #expect(proposal.counts.targets == 64)
    #expect(proposal.counts.actuals == 64)
    #expect(scorecard.sections.map(\.standings.count) == [14, 22, 28])
    #expect(scorecard.sections.map(\.actions.count) == [10, 10, 12])
  }

  @Test("the computed statuses are 44, 7 and 13")
  func tally() {
    #expect(scorecard.indicators.byStatus.map(\.count) == [44, 7, 13])
    #expect(scorecard.actions.byStatus.map(\.count) == [6, 18, 7, 1])
  }
}
