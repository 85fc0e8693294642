import CorporatePlan
import Testing

@testable import Imports

@Suite("A table may lack figures")
struct MissingFigureTests {
  @Test(
    "an actual that is missing is told and never read as zero",
    arguments: [
      ("n/a", "not applicable", 9), ("TBC", "to be confirmed", 9), ("", "no actual", 8), ("-", "no actual", 9),
    ])
  func actual(mark: String, reason: String, actuals: Int) throws {
    let proposal = try Northmere.proposal(["100,000 collections\t40\t38\t": "100,000 collections\t40\t\(mark)\t"])
    #expect(proposal.counts.actuals == actuals)
    #expect(proposal.counts.targets == 9)
    #expect(proposal.diagnostics(.actualMissing).map(\.at) == ["table 3, row 2"])
    #expect(proposal.diagnostics(.actualMissing).allSatisfy { $0.message.contains(reason) })
    let standing = try #require(proposal.scorecard?.standings.first { $0.indicator.name.hasPrefix("Missed bins") })
    #expect(standing.status == nil)
    #expect(standing.value.text == reason)
    #expect(proposal.scorecard?.indicators.rated == 8)
  }

  @Test("a target that is missing leaves the indicator without a status", arguments: ["TBC", "", "n/a"])
  func target(mark: String) throws {
    let proposal = try Northmere.proposal(["100,000 collections\t40\t38\t": "100,000 collections\t\(mark)\t38\t"])
    #expect(proposal.diagnostics(.targetMissing).map(\.at) == ["table 3, row 2"])
    #expect(proposal.scorecard?.indicators.notRated == ["no target": 1])
  }

  @Test("targets with a comparison need no polarity column")
  func comparison() throws {
    let proposal = try Northmere.proposal(["collections\t40\t38\t▼": "collections\t≤ 40\t38\t"])
    #expect(proposal.diagnostics == [])
    #expect(proposal.body("indicator", "missed-bins-per-100-000-collections")?["polarity"] == "low")
  }
}
