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

  private func commented(_ text: String, _ purpose: Commentary.Purpose = .variance, in unit: Unit = .percent) -> Hamlet
  {
    var hamlet = Hamlet()
    hamlet.indicator.unit = unit
    hamlet.add(hamlet.indicator)
    hamlet.actual("91%", FinancialYear(2025).quarter(1))
    hamlet.actual("88.6%", FinancialYear(2024).quarter(2))
    hamlet.add(Baseline(hamlet.indicator.recordID, verbatim: "80%", asOf: "2023"))
    hamlet.add(Comparator(indicator: "calls", group: "England", verbatim: "85.2%"))
    hamlet.add(
      Commentary(
        id: "w", subject: hamlet.indicator.recordID, period: Hamlet.quarter, purpose: purpose, text: text))
    return hamlet
  }

  @Test(
    "commentary that gives another figure or target, with the nearest of the record",
    arguments: [
      ("39% of calls were answered.", "39%", "80%, where it stood at first"),
      ("We reached 94% of calls answered.", "94%", "93%, the figure of Q2 2025/26"),
      ("Calls answered stood at 93% against a target of 95%.", "95%", "90%, the target of Q2 2025/26"),
      ("The target of 93% was met.", "93%", "90%, the target of Q2 2025/26"),
    ])
  func commentary(_ text: String, _ said: String, _ nearest: String) throws {
    for purpose in [Commentary.Purpose.variance, .action] {
      let findings = commented(text, purpose).findings
      let found = try #require(findings.first)
      #expect(findings.map(\.code) == ["commentary-figure-not-of-record"] && found.severity == .objection)
      #expect(found.place == "indicator calls")
      #expect(found.sentence.contains("says \(said) (“") && found.sentence.contains("the nearest is \(nearest)."))
    }
  }

  @Test(
    "commentary that says figures of the record, of another time, of a part, or what is none of the indicator's",
    arguments: [
      "93% of calls were answered, against a target of 90%; it was 91% and a year earlier 88.6%.",
      "89% of calls were answered in the summer of 2024.", "7% of calls answered were cut off.",
      "Calls answered rose from 80% to 93%.", "In July only 71% of calls were answered.",
      "We aim for 97% of calls answered.", "A 20% rise in demand closed two desks.",
      "97.8% of calls answered is forecast.", "Calls answered are 3 points above the target.",
      "Calls answered were above target at 93%.", "Target exceeded: 93%.", "We met the target with 93%.",
      "Over 92% of calls were answered.", "Nearly 94% of calls answered, as last year.",
      "In March only 71% of calls were answered.", "5% of staff moved to help meet the target.",
      "The target for staff absence is 4%.", "6 advisers answered 40 calls each.",
      "England’s target is 85.2% of calls answered.",
    ])
  func trueCommentary(_ text: String) {
    #expect(commented(text).codes == [])
  }

  @Test("a ratio is said by either part and by its share, however it is rounded")
  func ratio() throws {
    var hamlet = commented("62% of calls were answered, 61.5% to be exact: 16 of 26.")
    hamlet.actual("16/26")
    #expect(!hamlet.codes.contains("commentary-figure-not-of-record"))
  }

  @Test("of figures that are withheld because they are small, no nearest is told")
  func smallCommentary() {
    var hamlet = commented("1 call of 12 was answered, 39% of calls answered.")
    hamlet.indicator.suppressBelow = Quantity(5)
    hamlet.add(hamlet.indicator)
    hamlet.actual("3/12")
    #expect(!hamlet.codes.contains("commentary-figure-not-of-record"))
  }

  @Test("every check has its own code and says what it looks for")
  func list() {
    #expect(Set(Checks.all.map(\.code)).count == Checks.all.count)
    #expect(Checks.all.allSatisfy { $0.looksFor.hasSuffix(".") })
  }
}
