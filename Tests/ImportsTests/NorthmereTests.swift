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

  @Test("one table may hold all priorities and statuses under heading rows")
  func groups() throws {
    let text = """
      Northmere Borough Council, Q3 2024/25
      Our priorities are
      · Warm homes
      · Clean streets

      Measure\tTarget\tActual\tPolarity
      Warm homes\t\t\t
      Homes brought up to standard\t50\t52\tHigh
      Clean streets\t\t\t
      GREEN\t\t\t
      Streets below standard\t6%\t5%\tLow
      RED\t\t\t
      Missed bins\t40\t61\tLow

      Green: target met
      Amber: within 10% of target
      Red: more than 10% of target away
      """
    let proposal = try Northmere.proposal(ofText: text)
    #expect(proposal.diagnostics == [])
    #expect(proposal.scorecard?.sections.map { $0.standings.map(\.printed?.status) } == [[nil], [.green, .red]])
  }

  @Test("quarters beside the reporting one are figures of their own quarters")
  func earlierQuarter() throws {
    let proposal = try Northmere.proposal([
      "Actual Q3 2024/25\tPolarity": "Actual Q3 2024/25\tActual Q2 2024/25\tPolarity", "\t38\t▼": "\t38\t41\t▼",
      "46.2%\t▲": "46.2%\t44%\t▲", "6%\t▼": "6%\tn/a\t▼", "90%\t▲": "90%\t91%\t▲", "7.5\t▼": "7.5\t6\t▼",
    ])
    #expect(proposal.diagnostics == [])
    #expect(proposal.counts.actuals == 14)
    #expect(proposal.body("actual", "household-waste-recycled-oflog@2024-25-Q2")?["value"] == "44%")
    #expect(proposal.scorecard?.indicators.short[.better] == 2)
  }

  @Test("a column that nothing explains is one question, and each of its cells is listed")
  func strayColumn() throws {
    let proposal = try Northmere.proposal([
      "Polarity\nMissed": "Polarity\tShoe size\nMissed", "38\t▼": "38\t▼\tnine", "46.2%\t▲": "46.2%\t▲\tten",
    ])
    #expect(proposal.diagnostics.map(\.code) == [.unplaced])
    #expect(proposal.unplaced.map(\.verbatim) == ["nine", "ten"])
  }
}
