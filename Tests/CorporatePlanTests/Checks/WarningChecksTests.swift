import CorporatePlan
import Testing

@Suite("What looks wrong is printed with the seal")
struct WarningChecksTests {
  @Test("a status that the source printed and nobody settled")
  func printed() {
    var hamlet = Hamlet()
    hamlet.add(PrintedStatus(indicator: "calls", period: Hamlet.quarter, status: .amber, evidence: "order of the rows"))
    #expect(hamlet.codes == ["printed-status-unsettled"])
    hamlet.add(
      StatusOverride(indicator: "calls", period: Hamlet.quarter, status: .green, reason: "The figure was rounded down"))
    #expect(hamlet.codes.isEmpty, "deciding for the rule against the source is a decision")
  }

  @Test("a status that the source printed without a figure asks for the figure")
  func printedWithoutFigure() {
    var hamlet = Hamlet()
    hamlet.actual("n/a")
    hamlet.add(PrintedStatus(indicator: "calls", period: Hamlet.quarter, status: .amber, evidence: "order of the rows"))
    #expect(hamlet.codes == ["printed-status-unsettled"])
    #expect(hamlet.findings.first?.sentence.contains("Enter the figure") == true)
  }

  @Test("a decision that the rule would have made")
  func agrees() {
    var hamlet = Hamlet()
    hamlet.add(StatusOverride(indicator: "calls", period: Hamlet.quarter, status: .green, reason: "Looks fine to us"))
    #expect(hamlet.codes == ["override-agrees-with-rule"])
  }

  @Test("reds that nobody explains are one warning that names them")
  func red() {
    var hamlet = Hamlet()
    hamlet.actual("79%")
    #expect(hamlet.codes == ["red-without-commentary"])
    #expect(hamlet.findings.first?.sentence.contains("“Calls answered”") == true)
    hamlet.add(
      Commentary(
        id: "v", subject: hamlet.indicator.recordID, period: Hamlet.quarter, purpose: .variance, text: "An outage."))
    #expect(hamlet.codes.isEmpty)
  }

  @Test("a year-to-date figure that falls")
  func falling() {
    var hamlet = Hamlet()
    hamlet.indicator.frame = .yearToDate
    hamlet.add(hamlet.indicator)
    hamlet.actual("95%", FinancialYear(2024).quarter(4))
    hamlet.actual("40%", FinancialYear(2025).quarter(1))
    #expect(hamlet.codes.isEmpty, "a new year begins at nothing")
    hamlet.actual("94%", FinancialYear(2025).quarter(1))
    #expect(hamlet.codes == ["falling-cumulative"])
  }

  @Test("a share of one where the name says per cent")
  func shares() {
    var hamlet = Hamlet()
    hamlet.indicator.name = "% of births that receive a New Birth Visit within 14 days"
    hamlet.indicator.unit = .number
    hamlet.add(hamlet.indicator)
    hamlet.target("0.9")
    hamlet.actual("0.88")
    #expect(hamlet.codes == ["unit-disagreement"])
    hamlet.target("0.9%")
    hamlet.actual("0.88%")
    #expect(hamlet.codes.isEmpty, "typed with its sign it is meant")
  }

  @Test("a target and an actual in different units also can't be rated")
  func units() {
    var hamlet = Hamlet()
    hamlet.actual("£93")
    #expect(hamlet.codes == ["undetermined-rating", "unit-disagreement"])
  }

  @Test("a number of things measured in per cent")
  func counts() {
    var hamlet = Hamlet()
    hamlet.indicator.name = "No of Private Rent Accommodation within 35 miles of Harrow"
    hamlet.add(hamlet.indicator)
    #expect(hamlet.codes == ["count-in-percent"])
  }

  @Test("a target of zero, met or missed")
  func zero() {
    var hamlet = Hamlet()
    hamlet.indicator.polarity = .lowIsGood
    hamlet.add(hamlet.indicator)
    hamlet.target("0.00%")
    hamlet.actual("0")
    #expect(hamlet.codes == ["target-is-zero"])
    #expect(hamlet.findings.first?.sentence.contains("any miss of it Red") == true)
  }

  @Test("three periods running without a figure")
  func threeMissing() {
    var hamlet = Hamlet()
    hamlet.actual("not applicable")
    #expect(hamlet.codes.isEmpty, "a new indicator has no earlier periods")
    hamlet.actual("TBC", FinancialYear(2025).quarter(1))
    hamlet.target("90%", FinancialYear(2024).quarter(4))
    #expect(hamlet.codes == ["three-periods-missing"])
    hamlet.actual("88%", FinancialYear(2024).quarter(4))
    #expect(hamlet.codes.isEmpty)
  }

  @Test("an achievement that names another target")
  func prose() {
    var hamlet = Hamlet()
    hamlet.achievement("93% of calls were answered, above the 85% target.")
    #expect(hamlet.codes == ["prose-target-differs"])
    hamlet.achievement("93% of calls were answered, above the 90% target.")
    #expect(hamlet.codes.isEmpty)
  }

  @Test("every check has its own code and says what it looks for")
  func list() {
    #expect(Set(Checks.all.map(\.code)).count == Checks.all.count)
    #expect(Checks.all.allSatisfy { $0.looksFor.hasSuffix(".") })
  }
}
