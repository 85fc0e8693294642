import CorporatePlan
import Testing

@testable import Imports

@Suite("Every contradiction is told in any council's report")
struct DiagnosticTests {
  /// A change to a report that has nothing wrong, and what is told of it.
  struct Flaw: CustomTestStringConvertible, Sendable {
    let code: DiagnosticCode
    let change: [(from: String, to: String)]
    let at: String
    let says: String
    var testDescription: String { code.rawValue }

    init(_ code: DiagnosticCode, _ from: String, _ to: String, at: String, _ says: String) {
      (self.code, change, self.at, self.says) = (code, [(from, to)], at, says)
    }

    init(_ code: DiagnosticCode, _ change: [(from: String, to: String)], at: String, _ says: String) {
      (self.code, self.change, self.at, self.says) = (code, change, at, says)
    }
  }

  @Test(
    "and of nothing else",
    arguments: [
      Flaw(
        .printedStatusDiffers, "25\tRed\t", "25\tGreen\t", at: "table 1, row 4", "Printed green, but the key gives red"),
      Flaw(
        .keyContradictsRows, "the target is met or exceeded", "the target is exceeded", at: "line 57",
        "1 row of the tables equal"),
      Flaw(
        .keyEqualityOpen, [("the target is met or exceeded", "the target is exceeded"), ("6%\t6%", "6%\t5%")],
        at: "line 57", "no row shows how that is printed"),
      Flaw(
        .keyNotUnderstood, [("within 10% of the target", "nearly on target"), ("more than 10% away", "far away")],
        at: "line 57", "No rule was recorded"),
      Flaw(
        .keyBasisAssumed, "within 10% of the target\nRed: more than 10% away from the target",
        "within 10%\nRed: over 10%", at: "line 58", "10% of the target"),
      Flaw(
        .footnoteNamesOtherPriority, "commitments for Warm homes were", "commitments for Clean streets were",
        at: "footnote 1", "names “Clean streets and green spaces”"),
      Flaw(
        .chartContradictsTable, "COMPLETED\tGREEN\tAMBER\t1\t2\t1\t", "COMPLETED\tGREEN\tAMBER\t1\t1\t2\t",
        at: "chart 1", "1 green, 2 amber; line 9 has 2 green, 1 amber"),
      Flaw(
        .chartNotMatched, "COMPLETED\tGREEN\tAMBER\t1\t2\t1\t", "COMPLETED\tGREEN\tAMBER\t1\t7\t1\t", at: "chart 1",
        "No table has the 9 rows"),
      Flaw(
        .fractionBesidePercentages, "Fly-tips cleared within two days\t95%\t90%",
        "% of fly-tips cleared within two days\t0.95\t0.9", at: "table 3, row 5", "95% and 90%"),
      Flaw(
        .countMeasuredInPercent, "Household waste recycled", "Number of bins recycled", at: "table 3, row 3",
        "speaks of a number"),
      Flaw(
        .unitSignMissing, "Repairs done at the first visit\t81%\tHigh\t90%",
        "% repairs done at the first visit\t81\tHigh\t90",
        at: "table 1, row 3", "have no % sign"),
      Flaw(
        .proseTargetDiffers, "The depot moved in November.", "Energy advice visits came to 410 (target 450).",
        at: "line 52",
        "target of 450"),
      Flaw(
        .proseActualDiffers, "The depot moved in November.", "Recycled waste rose to 47.1% of the total.",
        at: "line 52",
        "46.2%"),
      Flaw(
        .arrearsMentioned, "The depot moved in November.", "Recycled waste was 46.2% (reported in arrears).",
        at: "line 52",
        "Say which quarter"),
      Flaw(
        .subScores, "The depot moved in November.", "The survey gave:\n· Streets\t\t71%\n· Parks\t\t80%", at: "line 53",
        "2 scores"),
      Flaw(
        .splitPartlyIdentified, "The original 3 commitments", "The original 2 commitments", at: "footnote 1",
        "leaves 3 commitments"),
      Flaw(.splitDiffersFromRows, "rated as 4", "rated as 5", at: "footnote 1", "the list has 4"),
      Flaw(
        .nameTwice, "W2\tRepairs done at the first visit", "W2\tHomes brought up to standard", at: "table 1, row 3",
        "also stands at table 1, row 2"),
      Flaw(
        .periodDisagrees, "Target Q3 2024/25\tActual Q3 2024/25\tPolarity",
        "Target Q2 2024/25\tActual Q2 2024/25\tPolarity", at: "table 3", "were taken for Q3 2024/25"),
      Flaw(.polarityUnknown, "38\t▼", "38\t?", at: "table 3, row 2", "high or low"),
      Flaw(.figureUnreadable, "40\t38\t", "40\t38 of 12 (est. 3)\t", at: "table 3, row 2", "was not understood"),
      Flaw(
        .pageNumber, "Commitments – Clean streets\n", "12\n\nCommitments – Clean streets\n", at: "line 30",
        "page number"),
      Flaw(
        .councilNameRead,
        [
          ("Northmere Borough Council\n", "Quarterly report\n"),
          ("The depot moved", "The depot of Northmere Borough Council moved"),
        ],
        at: "line 52", "“Northmere Borough Council”"),
      Flaw(
        .councilNotNamed, "Northmere Borough Council\n", "Quarterly report\n", at: "document",
        "doesn't name the council"),
      Flaw(
        .unplaced, "Key to status\n", "Approved by the board on 3 March, with thanks to all.\n\nKey to status\n",
        at: "line 56", "no home"),
    ])
  func told(flaw: Flaw) throws {
    let text = flaw.change.reduce(Northmere.text) { $0.replacing($1.from, with: $1.to) }
    let proposal = try Northmere.proposal(ofText: text)
    let diagnostic = try #require(proposal.diagnostics.first, "nothing was told")
    // Without a rule the order of the rows can't be held against it.
    let others: Set<DiagnosticCode> = flaw.code == .keyNotUnderstood ? [.printedStatusUnknown] : []
    #expect(Set(proposal.diagnostics.map(\.code)).subtracting(others) == [flaw.code])
    #expect(diagnostic.message.contains(flaw.says), "\(diagnostic)")
    if !flaw.at.isEmpty { #expect(diagnostic.at == flaw.at) }
  }
}
