import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite(
  "What the Harrow report contradicts is told with its place", .enabled(if: RealReport.isPresent, RealReport.absent))
struct HarrowDiagnosticsTests {
  let proposal: ImportProposal

  init() throws {
    proposal = try RealReport.ofText.get()
  }

  @Test("these and no others")
  func all() {
    let told = proposal.diagnostics.map { "\($0.severity) \($0.code.rawValue): \($0.at)" }
    #expect(
      told.sorted() == [
        "note key-basis-assumed: table 7, row 2", "note name-over-lines: table 6, row 8", "note page-number: line 768",
        "note sub-scores: line 23", "note unit-sign-missing: table 6, row 2", "note unit-sign-missing: table 6, row 21",
        "note unit-sign-missing: table 6, row 3", "note unit-sign-missing: table 6, row 4",
        "question arrears-mentioned: line 202", "question council-name-read: line 195",
        "question fraction-beside-percentages: table 6, row 17", "question split-partly-identified: footnote 13",
        "question split-partly-identified: footnote 2", "question split-partly-identified: footnote 5",
        "question unit-sign-missing: table 6, row 26", "warning chart-contradicts-table: chart 3",
        "warning count-measured-in-percent: table 6, row 13", "warning footnote-names-other-priority: footnote 13",
        "warning key-contradicts-rows: table 7, row 1", "warning printed-status-differs: table 6, row 18",
        "warning prose-actual-differs: line 202", "warning prose-actual-differs: line 207",
        "warning prose-actual-differs: line 27", "warning prose-target-differs: line 210",
      ])
  }

  @Test(
    "each says what stands against what",
    arguments: [
      (DiagnosticCode.printedStatusDiffers, ["Printed amber", "key gives green", "Only an unrounded actual"]),
      (.keyContradictsRows, ["13 rows", "printed green"]),
      (.footnoteNamesOtherPriority, ["under “A place where those", "names “A borough that is clean and safe”"]),
      (.chartContradictsTable, ["5 green, 2 amber", "6 green, 1 amber", "typed by hand", "agree with the table"]),
      (.fractionBesidePercentages, ["90% and 88%"]),
      (.proseTargetDiffers, ["target of 500", "600"]),
      (.arrearsMentioned, ["recycling", "nothing was changed"]),
    ])
  func words(code: DiagnosticCode, parts: [String]) throws {
    let diagnostic = try #require(proposal.diagnostics(code).first)
    for part in parts { #expect(diagnostic.message.contains(part)) }
    #expect(!diagnostic.verbatim.isEmpty)
  }

  @Test("the text's figures for footfall, gas and recycling are told")
  func prose() {
    let messages = proposal.diagnostics(.proseActualDiffers).map(\.message)
    for part in [
      "5.9% for “Footfall", "32.73% for “Percentage of household waste", "99.89% for “% Homes with valid gas",
    ] {
      #expect(messages.contains { $0.contains(part) })
    }
  }

  @Test("the parts of a commitment that are known and those that are not")
  func splits() {
    let messages = proposal.diagnostics(.splitPartlyIdentified).map(\.message)
    #expect(messages.contains { $0.contains("has 4 parts") && $0.contains("leaves 9 commitments") })
  }
}
