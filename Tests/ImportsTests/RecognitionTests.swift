import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("What is not a scorecard is refused with a reason")
struct RecognitionTests {
  @Test(
    "an unknown document gives one error and no records",
    arguments: [
      "Minutes of the meeting of 4 May\n\nPresent: seven members.\n\nThe minutes were agreed.\n",
      "Name\tAddress\nA\tHigh Street\nB\tMill Lane\n",
    ])
  func unknown(text: String) throws {
    let proposal = try Northmere.proposal(ofText: text)
    #expect(proposal.recognition == .unknown)
    #expect(proposal.diagnostics.map(\.code) == [.notRecognised])
    #expect(proposal.diagnostics.map(\.severity) == [.error])
    #expect(proposal.revisions == [])
    #expect(proposal.unplaced.count >= 3)
    #expect(proposal.preview.hasPrefix("northmere-q3.txt: not recognised"))
  }

  @Test("a report without a quarter is refused until somebody says which")
  func noPeriod() throws {
    let text = Northmere.text.replacing("Quarter 3 2024/25", with: "this quarter").replacing(" Q3 2024/25", with: "")
    let refused = try Northmere.proposal(ofText: text)
    #expect(refused.diagnostics.map(\.code) == [.periodMissing])
    #expect(refused.revisions == [])
    #expect(refused.period == nil)

    let told = try Northmere.proposal(ofText: text, period: FinancialYear(2024).quarter(3))
    #expect(told.diagnostics == [])
    #expect(told.counts.actuals == 9)
  }

  @Test("a title with two quarters is refused, and another quarter than the title's is told")
  func otherPeriod() throws {
    let two = try Northmere.proposal(["Quarter 3 2024/25": "Quarter 3 2024/25 and Quarter 4 2024/25"])
    #expect(two.diagnostics.map(\.code) == [.periodDisagrees])
    #expect(two.revisions == [])

    let asked = try Northmere.proposal(period: FinancialYear(2024).quarter(4))
    #expect(asked.diagnostics.map(\.code) == [.periodDisagrees])
    #expect(asked.diagnostics.map(\.severity) == [.warning])
    #expect(asked.period?.code == "2024-25-Q4")
  }

  @Test(
    "quarters are read as people write them",
    arguments: ["Q3 2024-25", "Quarter 3 2024/2025", "2024/25 Q3", "Q3 of 2024–25", "Q3, 2024/25"])
  func periods(text: String) {
    #expect(PrintedPeriod.all(in: "Report \(text) (draft)").map(\.code) == ["2024-25-Q3"])
  }

  @Test("years that don't follow each other name no quarter")
  func noYear() {
    #expect(PrintedPeriod.all(in: "Q2 2023/25, Q5 2023/24, H1 2023/24") == [])
  }

  @Test("without a key there is a question and no rule")
  func noKey() throws {
    let text = String(
      Northmere.text.prefix(upTo: Northmere.text.firstRange(of: "Key to status")?.lowerBound ?? Northmere.text.endIndex)
    )
    let proposal = try Northmere.proposal(ofText: text)
    #expect(Set(proposal.diagnostics.map(\.code)) == [.keyMissing, .printedStatusUnknown])
    #expect(proposal.records("rule").isEmpty)
    #expect(proposal.records("ruling").isEmpty)
    #expect(proposal.scorecard?.indicators.undetermined == 9)
  }

  @Test("without priorities there is an error, and nothing is put under one")
  func noPriorities() throws {
    let text = """
      Northmere Borough Council performance Q3 2024/25
      Measure\tTarget\tActual\tPolarity
      Missed bins\t40\t38\tLow
      Repairs at the first visit\t90%\t81%\tHigh

      Green: on or above target
      Amber: within 10% of target
      Red: more than 10% of target away
      """
    let proposal = try Northmere.proposal(ofText: text)
    #expect(Set(proposal.diagnostics.map(\.code)) == [.prioritiesMissing, .priorityUnknown, .printedStatusUnknown])
    #expect(proposal.scorecard?.unplacedIndicators.count == 2)
  }
}
