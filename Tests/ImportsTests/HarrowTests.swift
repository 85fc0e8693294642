import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("The Harrow report becomes records", .enabled(if: RealReport.isPresent, RealReport.absent))
struct HarrowTests {
  let proposal: ImportProposal
  let scorecard: Scorecard

  init() throws {
    proposal = try RealReport.ofText.get()
    scorecard = try #require(proposal.scorecard)
  }

  @Test("three priorities, 64 indicators and 32 rated actions are counted")
  func counts() {
    #expect(proposal.recognition.kind == "scorecard")
    #expect(proposal.recognition.confidence > 90)
    #expect(proposal.period?.code == "2023-24-Q2")
    #expect(proposal.counts.planItems == [.priority: 3, .action: 32])
    #expect(proposal.counts.indicators == 64)
    #expect(proposal.counts.targets == 64)
    #expect(proposal.counts.actuals == 64)
    #expect(proposal.counts.printed == 64)
    #expect(proposal.counts.updates == 32)
    #expect(scorecard.sections.map(\.standings.count) == [14, 22, 28])
    #expect(scorecard.sections.map(\.actions.count) == [10, 10, 12])
  }

  @Test("the key gives 44 green, 7 amber and 13 red; the report prints 43, 8 and 13")
  func tally() {
    #expect(scorecard.indicators.byStatus.map(\.count) == [44, 7, 13])
    #expect(proposal.printedTally?.byStatus.map(\.count) == [43, 8, 13])
    #expect(scorecard.actions.byStatus.map(\.count) == [6, 18, 7, 1])
    #expect(
      scorecard.sections.map { section in section.standings.compactMap(\.printed).counts }
        == [[9, 1, 4], [19, 3, 0], [15, 4, 9]])
    #expect(proposal.preview.contains("Indicators: 44 green, 7 amber, 13 red of 64 rated"))
    #expect(proposal.preview.contains("As printed: 43 green, 8 amber, 13 red of 64 rated"))
  }

  @Test("the one printed status that differs can be accepted with a reason, and then the report's counts stand")
  func acceptance() throws {
    let accepted = proposal.acceptingPrinted(reason: "the unrounded figure is below 10%")
    #expect(accepted.map(\.record) == ["percent-of-people-from-total-eligible-population-invited-for@2023-24-Q2"])
    let book = try Book().applying(proposal.revisions + accepted)
    let after = Scorecard(book, scorecard.period)
    #expect(after.indicators.byStatus.map(\.count) == [43, 8, 13])
    #expect(
      after.sections.map { $0.indicatorTally.byStatus.map(\.count) } == [[9, 1, 4], [19, 3, 0], [15, 4, 9]])
    #expect(book.acceptingPrinted(in: scorecard.period, reason: "again") == [])
    #expect(proposal.acceptingPrinted(["footfall"], reason: "another") == [])
  }

  @Test("the neighbourhood resource centres are one commitment with four rated parts")
  func split() throws {
    let need = try #require(scorecard.sections.last)
    let parts = need.actions.filter { $0.commitment != nil }
    #expect(parts.map(\.item.title) == ["Wiseworks", "Kenmore", "New Bentley", "Vaughan"])
    #expect(
      Set(parts.map(\.commitment?.title))
        == ["Improve our neighbourhood resource centres into true adult social care and well being hubs"])
    #expect(parts.map(\.status) == [.green, .amber, .amber, .amber])
    #expect(scorecard.sections.map { [$0.split?.original, $0.split?.rated] } == [[8, 10], [8, 10], [8, 12]])
  }

  @Test("each row keeps its polarity, figures to the letter and place")
  func rows() throws {
    let residual = try #require(
      proposal.body("actual", "residual-household-waste-per-household-kg-household-oflog@2023-24-Q2"))
    #expect(residual["value"] == "171.46")
    #expect(residual["source"] == "harrow-performance-report-2023-24-q2.txt, table 4, row 17, column 5")
    let indicator = try #require(
      proposal.body("indicator", "residual-household-waste-per-household-kg-household-oflog"))
    #expect(indicator["polarity"] == "low")
    #expect(indicator["unit"] == "kg/household")
    #expect(indicator["decimals"] == 2)
    #expect(indicator["tags"] == .array(["Oflog"]))
  }

  @Test(
    "what a name says with certainty is read from it",
    arguments: [
      ("catalytic-converter-theft-rolling-year", "rolling 12", "number"),
      ("domestic-flagged-offences-rolling-12-months", "rolling 12", "number"),
      ("repeat-web-contact-asb-complaints-over-12-months", "rolling 12", "%"),
      ("percent-of-re-referrals-that-are-repeat-within-12-months", "flow", "%"),
      ("average-wait-time-seconds-before-a-telephone-call-is", "flow", "seconds"),
      ("pm1-average-time-for-processing-new-benefits-claims-days", "flow", "days"),
      ("percentage-of-household-waste-sent-for-recycling-oflog", "flow", "%"),
    ])
  func details(id: String, frame: String, unit: String) throws {
    let indicator = try #require(proposal.body("indicator", id))
    #expect(indicator["frame"]?.string == frame)
    #expect(indicator["unit"]?.string == unit)
    #expect(indicator["lag"] == nil)
  }

  @Test("the head gives the council, its plan and its words")
  func council() throws {
    let council = try #require(proposal.body("council", "council"))
    #expect(council["name"] == "London Borough of Harrow")
    #expect(council["plan_title"] == "Restoring Pride in Harrow")
    #expect(council["action_word"] == "Flagship Action")
    #expect(council["scorecard_word"] == "Corporate Performance Scorecard")
  }

  @Test("achievements, key actions and footnotes stand with their priorities")
  func words() {
    #expect(scorecard.sections.map(\.achievements.count) == [12, 17, 15])
    #expect(scorecard.sections.map(\.nextQuarter.count) == [6, 22, 14])
    #expect(proposal.counts.commentary[.glossary] == 10)
    let glossary = proposal.records("commentary").compactMap { $0.revision.body?["text"]?.string }
    #expect(glossary.contains("ASC: Adult Social Care"))
    #expect(glossary.contains("EHCP: Education, Health & Care Plans"))
    #expect(glossary.contains("Public Space Protection Order"))
    #expect(
      scorecard.sections[0].achievements.contains {
        $0.text.hasSuffix("Accessibility 91%\nContent 86%\nUser Experience 96%")
      })
    #expect(proposal.unplaced == [])
  }

  @Test("the key is kept as a rule that rates like the one that ships")
  func rule() throws {
    let body = try #require(proposal.body("rule", "london-borough-of-harrow-2023"))
    let (read, shipped) = (try RatingRule(body), try RatingRule(try #require(RuleBook.shipped["harrow-2023"])))
    #expect(read.bands == shipped.bands)
    #expect((read.basis, read.met, read.equal) == (shipped.basis, shipped.met, shipped.equal))
    #expect(
      read.printedKey
        == "G - Green - Has exceeded target; A - Amber - Just off target by less than 5%; R - Red - off target by 5% or more"
    )
  }

  @Test("importing the same file again proposes nothing")
  func again() throws {
    let book = try Book().applying(proposal.revisions)
    let second = try RealReport.proposal(into: book)
    #expect(second.changes.filter { $0.kind != .unchanged && $0.revision.kind != "source" } == [])
    #expect(second.scorecard?.indicators == scorecard.indicators)
  }
}

extension [PrintedStatus] {
  fileprivate var counts: [Int] {
    [Status.green, .amber, .red].map { status in count { $0.status == status } }
  }
}
