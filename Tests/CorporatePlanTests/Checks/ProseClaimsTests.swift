import CorporatePlan
import Testing

@Suite("Targets named in running text")
struct ProseClaimsTests {
  @Test(
    "are read in the spellings that reports use",
    arguments: [
      ("Q2 there have been 1520 Enrolments in Adult & Community Learning exceed target (500).", "500"),
      ("Complaint responses have continued to attain the 90% target with 94% of 932 in time.", "90%"),
      ("We beat the target of 2,000 trees.", "2,000"),
      ("Target: £1.2m", "£1.2m"),
    ])
  func spellings(text: String, figure: String) {
    #expect(ProseClaims.targets(in: text).map(\.figure.verbatim) == [figure])
  }

  @Test(
    "are not read where the text speaks of something else",
    arguments: [
      "Repairs contractors complete over the target for emergency repairs (94.4%).",
      "The team has exceeded monthly targets during Q1(68.8%) and Q2 (62.4%).",
      "Electrical safety is on track to exceed target of 2000 electrical checks by end of 2023/24.",
      "Set in the 2023 target round.",
      "The Q2 target was met.",
      "Targeting December Cabinet, 12 papers in all.",
    ])
  func silence(text: String) { #expect(ProseClaims.targets(in: text).isEmpty) }

  @Test("belong to the one indicator whose name they say, or to none")
  func subject() throws {
    var hamlet = Hamlet()
    hamlet.indicator.name = "Total No of enrolments in Adult Community Learning (combined)"
    hamlet.indicator.unit = .number
    hamlet.add(hamlet.indicator)
    hamlet.target("600")
    hamlet.actual("1520")
    let standings = Scorecard(hamlet.book, Hamlet.quarter).standings
    func subject(_ text: String) throws -> String? {
      try #require(ProseClaims.targets(in: text).first).subject(among: standings)?.indicator.id
    }
    #expect(try subject("1520 Enrolments in Adult & Community Learning exceed target (500).") == "calls")
    #expect(try subject("Adult social care answered 97 requests against a target of 80.") == nil)
    #expect(try subject("Enrolments in Adult Community Learning reached 95% of the 90% target.") == nil, "another unit")
  }
}
