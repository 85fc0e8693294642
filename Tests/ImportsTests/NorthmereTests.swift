import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Another council's report is read with other columns, words and tolerance")
struct NorthmereTests {
  @Test("nothing is left over and nothing is wrong")
  func clean() throws {
    let proposal = try Northmere.proposal()
    #expect(proposal.diagnostics == [])
    #expect(proposal.unplaced == [])
    #expect(proposal.recognition.confidence > 90)
    #expect(proposal.period?.code == "2024-25-Q3")
  }

  @Test("two themes, nine indicators, six rated actions of which two are parts of one")
  func counts() throws {
    let proposal = try Northmere.proposal()
    #expect(proposal.counts.planItems == [.priority: 2, .action: 6])
    #expect(proposal.counts.indicators == 9)
    #expect(proposal.scorecard?.sections.map(\.standings.count) == [4, 5])
    #expect(proposal.scorecard?.sections.map(\.actions.count) == [4, 2])
    #expect(proposal.scorecard?.sections.map(\.priority.level) == ["Theme", "Theme"])
  }
}
