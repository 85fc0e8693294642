import CorporatePlan
import Testing

@testable import Imports

@Suite("Fractions of one beside percentages are asked about")
struct FractionPercentTests {
  @Test("the name or the unit says per cent; the unit stays per cent and the figures as they stand")
  func asked() throws {
    for csv in [
      "Indicator,Polarity,Period,Target,Actual\n% of births visited,High,Q2 2025/26,0.9,0.88\nCalls,High,Q2 2025/26,5,7\n",
      "Indicator,Polarity,Unit,Period,Target,Actual\nBirths visited,High,%,Q2 2025/26,0.9,0.88\nCalls,High,,Q2 2025/26,5,7\n",
    ] {
      let proposal = try LarkmereSheets.proposal(csv: csv)
      #expect(proposal.troubles == ["fraction-beside-percentages"])
      #expect(proposal.diagnostics(.fractionBesidePercentages).first?.message.contains("0.88 as 0.88%") == true)
      #expect(proposal.members("indicator", "unit").values.sorted() == ["%", "number"])
      #expect(proposal.members("actual", "value").values.sorted() == ["0.88", "7"])
    }
  }

  @Test("on record as well; not where one is above one, or where it was below one before")
  func known() throws {
    let head = "Indicator,Polarity,Unit,Period,Actual\n"
    let book = try Book().applying(
      LarkmereSheets.proposal(csv: head + "Births,High,%,Q1 2025/26,91%\nMissed,Low,%,Q1 2025/26,0.4%\n").revisions)
    let next = "Indicator,Period,Actual\nBirths,Q2 2025/26,0.92\nMissed,Q2 2025/26,0.31\n"
    let proposal = try LarkmereSheets.proposal(csv: next, into: book)
    #expect(proposal.troubles == ["fraction-beside-percentages"])
    let asked = proposal.diagnostics(.fractionBesidePercentages)
    #expect(asked.map(\.verbatim) == ["Births: 0.92"])
    #expect(try LarkmereSheets.proposal(csv: head + "Births,High,%,Q1 2025/26,92.5\n").troubles == [])
  }
}
