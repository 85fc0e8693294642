import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("A plan whose rows were broken over lines and pages is put together again where that is certain")
struct PageBreakTests {
  /// Extracted from a PDF: a row for every line of the page, the heading again on each page, one code and one title lost.
  static let text = """
    Larkmere District Council Corporate plan (2022-2030)

    Delivery plan 2025/26

    Summary of activities

    Streets\tHomes
     Plant trees along the main roads and squares of the town. Sweep every street before eight in the morning. \tOpen a shelter for people who sleep rough in winter. Insulate the homes of tenants who cannot pay for heat.

    Streets\tHomes
    12% of streets have shade (UK Ave 20%)\t310 homes per 1,000 people
    Bench count is 40. Pond visits?\tRents in 23/24 were £500 lower than England at £710

    Priority one: Streets and squares - Shade for all. Critical outcomes:

    LO 1 Streets have shade.

    LO2 Streets are clean.

    Activity for 2025/06\tOutputs service\tOutputs customers\tOutcomes for community
    AB 01 02 - Plant trees along the main roads\tTR 01 Number of trees in the\tNumber of households that\tCooler streets
    and squares of the town. Contributes to LO 1 & 2\tground after a year. TR 02-04 Survival of trees\task for a tree\t

    Activity for 2025/06\tOutputs service\tOutputs customers\tOutcomes for community
    Sub actions incl - - Choose the species - Water the\t\t\tSatisfaction with shade
    trees. Review the contract of the\tand litter\t\t
    Nursery\tPlanting plan adopted by 2027\t\t
    before eight in the morning. Contributes to LO 2\tTRR 05 Number of bins\t\tStreets are swept
    AB.01.05 Wash the square\tNumber of washes\t\t

    Priority two: Homes - Warm and dry. Critical outcomes: LO 3 Nobody sleeps rough. LO 4 Homes are warm.

    Activity\tOutputs service\tOutputs customers\tOutcomes for community
    AB.02.01 Open a shelter for people who sleep rough in winter. Contributes to LO 3-4\tHO 01 Number of beds\t\t
    """

  let proposal: ImportProposal
  let document: SourceDocument

  init() throws {
    document = try SourceDocument(Array(PageBreakTests.text.utf8), named: "larkmere.txt")
    proposal = ImportProposal(document, fileDigest: RealReport.digest)
  }

  @Test("nothing is lost, and no word of it either")
  func nothingLost() {
    #expect(proposal.recognition.kind == "delivery-plan")
    #expect(proposal.unplaced == [])
    let lost = Coverage(proposal).lost(of: document)
    #expect(lost == [])
  }

  @Test("an activity goes on after the heading of the next page; one without its beginning has the summary's title")
  func activities() {
    let actions = bodies("item").filter { $0["role"] == "action" }
    #expect(
      actions.compactMap { $0["title"]?.string } == [
        "Plant trees along the main roads and squares of the town", "Sweep every street before eight in the morning",
        "Wash the square", "Open a shelter for people who sleep rough in winter",
      ])
    #expect(actions.map { $0["code"]?.string } == ["AB.01.02", nil, "AB.01.05", "AB.02.01"])
    let question = proposal.diagnostics(.deliveryCodeLost).first?.question
    #expect(question?.choices.map(\.id) == ["AB.01.03", "AB.01.04"])
  }

  @Test("a cell goes on in the next row where it begins with a small letter below one without an end mark")
  func joined() {
    let names = bodies("indicator").compactMap { $0["name"]?.string }
    #expect(names.contains("Number of trees in the ground after a year"))
    #expect(names.contains("Number of households that ask for a tree"))
    #expect(names.filter { $0.hasPrefix("Survival of trees") }.count == 3)
    let parts = bodies("item").filter { $0["level"] == "Sub action" }.compactMap { $0["title"]?.string }
    #expect(parts == ["Choose the species", "Water the trees", "Review the contract of the", "Nursery"])
  }

  @Test("where it is not certain it stays in pieces until somebody answers")
  func asked() throws {
    let cut = try #require(proposal.diagnostics(.deliveryTextCut).first { $0.question != nil }?.question)
    #expect(cut.choices.map(\.id) == ["one", "two"])
    let told = ImportProposal(document, fileDigest: RealReport.digest, answers: [cut.id: "one"])
    #expect(told.records("item").contains { $0.revision.body?["title"] == "Review the contract of the Nursery" })
    #expect(proposal.diagnostics(.deliveryTextLost).map(\.verbatim) == ["and litter"])
  }

  @Test("contributions, years and codes are read in any spelling")
  func codes() {
    #expect(proposal.counts.byKind["contribution"] == 5)
    #expect(
      bodies("item").filter { $0["role"] == "outcome" }.compactMap { $0["code"]?.string } == [
        "LO 1", "LO 2", "LO 3", "LO 4",
      ])
    #expect(proposal.diagnostics(.deliveryYearMisprinted).count == 1)
    #expect(proposal.diagnostics(.deliveryBeyondEdition).map(\.verbatim) == ["by 2027"])
    #expect(proposal.period?.code == "2025-26")
    #expect(bodies("plan").compactMap { $0["end"]?.string } == ["2030-04-01", "2026-04-01"])
  }

  @Test("figures of the place stand beside those of others")
  func place() {
    let others = bodies("comparator").map { "\($0["group"]?.string ?? "") \($0["value"]?.string ?? "")" }
    #expect(others == ["UK average 20%", "England £710"])
    #expect(
      bodies("baseline").compactMap { $0["baseline"]?.string } == ["12%", "40", "310", "£500"])
    #expect(proposal.diagnostics(.deliveryPlaceholder).map(\.verbatim) == ["Pond visits?"])
  }

  private func bodies(_ kind: String) -> [JSON] { proposal.records(kind).compactMap(\.revision.body) }
}

@Suite("Codes stand for what they say")
struct DeliveryCodeTests {
  @Test(
    "an indicator's code may stand for several",
    arguments: [
      ("AB CD 10-12 Trees", ["AB CD 10", "AB CD 11", "AB CD 12"]), ("AB 07/8 Ponds", ["AB 07", "AB 08"]),
      ("AB CDE 01/03 Ducks", ["AB CDE 01", "AB CDE 03"]), ("AB 03.1 Days", ["AB 03.1"]), ("AB 5 - 12 ducks", ["AB 5"]),
      ("about 80% of ABC 50%", []),
    ])
  func ranges(text: String, codes: [String]) {
    #expect(IndicatorCodes.split(text, not: []).codes.flatMap(\.codes) == codes)
  }

  @Test(
    "an activity's code has one spelling",
    arguments: [
      ("LK.01.07 Plant", "LK.01.07"), ("LK 01.11 - Plant", "LK.01.11"), ("LK 02 03 Plant", "LK.02.03"),
      ("LK.03.02. Plant", "LK.03.02"), ("P1/2: Plant", "P.1.2"), ("A 4 day course", nil), ("Plant 12 trees", nil),
    ])
  func spellings(text: String, code: String?) {
    var rest = text
    #expect(ActivityCode.takeOut(of: &rest, notPrefix: "LO")?.text == code)
    #expect(rest.hasSuffix(code == nil ? text : "Plant"))
  }

  @Test(
    "what an activity contributes to is counted out",
    arguments: [
      ("Contributes to LO 1, 2, 3, 5", [1, 2, 3, 5]), ("contributes to LO 2 & 3 Sub actions", [2, 3]),
      ("Contributes to LO 17-20", [17, 18, 19, 20]), ("Contribution to LO 11,12,15, 16", [11, 12, 15, 16]),
      ("Contributes to LO 21, LO 20", [21, 20]), ("Contributes to LO 11 -", [11]), ("It contributes to 55% of it", []),
    ])
  func contributions(text: String, numbers: [Int]) {
    #expect(Contributions.all(in: text).flatMap(\.outcomes).map(\.number) == numbers)
  }
}
