import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Another council's paper is read with other headings, tables and words")
struct LarkmereTests {
  @Test("the form, the plan and the items come out")
  func records() throws {
    let proposal = try Larkmere.proposal()
    #expect(proposal.recognition.kind == "cabinet-report")
    #expect(proposal.counts.planItems == [.priority: 2, .action: 3])
    #expect(proposal.unplaced == [])
    let paper = try #require(proposal.bodies("paper").first)
    #expect(paper["committee"] == "Executive")
    #expect(paper["meeting"] == "2025-03-12")
    #expect(paper["title"] == "Larkmere Council Plan 2025-28 and Key Actions 2025/26")
    let plan = try #require(proposal.bodies("plan").first)
    #expect(plan["title"] == "Larkmere Council Plan 2025-28")
    #expect(plan["start"] == "2025-04-01")
    #expect(plan["end"] == "2028-04-01")
    let actions = proposal.bodies("item").filter { $0["role"] == "action" }
    #expect(Set(actions.map { $0["level"]?.string }) == ["Key Action"])
    #expect(actions.map { $0["target"]?.string } == ["at least 40 council homes", "3 tool libraries", nil])
    #expect(actions.map { $0["due"]?.string } == ["2025-12-31", nil, nil])
    #expect(actions.map { $0["condition"]?.string } == [nil, "subject to funding", nil])
  }

  @Test("clearances in a table: one after the meeting, one on behalf, one without a date")
  func clearances() throws {
    let proposal = try Larkmere.proposal()
    let clearances = proposal.bodies("clearance")
    #expect(
      clearances.map { $0["role"]?.string } == ["Section 151 Officer", "Monitoring Officer", "Director of People"])
    #expect(clearances.map { $0["day"]?.string } == ["2025-03-03", "2025-03-14", nil])
    #expect(clearances.map { $0["on_behalf"] == true } == [false, true, false])
    #expect(clearances.map { $0["comments"]?.string } == ["No further comments", "Lawful", nil])
    #expect(proposal.diagnostics(.clearanceAfterMeeting).count == 1)
    #expect(proposal.diagnostics(.clearanceUndated).count == 1)
    #expect(proposal.diagnostics(.optionUndecided).count == 1)
  }

  @Test("risks keep their place in the matrix and the post that answers for them")
  func risks() throws {
    let proposal = try Larkmere.proposal()
    #expect(proposal.bodies("risk").map { $0["owner"]?.string } == ["Head of Parks", "Head of Housing"])
    #expect(proposal.bodies("risk-score").map { $0["likelihood"]?.integer } == [2, 1])
    #expect(proposal.bodies("risk-score").map { $0["impact"]?.integer } == [4, 3])
    #expect(proposal.bodies("risk-score").map { $0["status"]?.string } == ["amber", "green"])
  }

  @Test("nobody's name is recorded")
  func names() throws {
    for proposal in [try Larkmere.proposal(), try Larkmere.word()] {
      for name in ["Quartermaine", "Featherstone", "Ashgrove", "Thistle", "Umber", "960123"] {
        #expect(!proposal.recordedTexts.contains { $0.contains(name) })
        #expect(proposal.diagnostics.contains { $0.verbatim.contains(name) })
      }
    }
  }

  @Test("the Word file gives the same records as its text")
  func word() throws {
    let (word, text) = (try Larkmere.word(), try Larkmere.proposal())
    #expect(Self.comparable(word) == Self.comparable(text))
    #expect(word.unplaced == [])
    #expect(
      word.diagnostics.map(\.code.rawValue).filter { $0 != "table-caption" && $0 != "reading-note" }
        == text.diagnostics.map(\.code.rawValue))
  }

  @Test("every line is in a record or quoted")
  func nothingIsLost() throws {
    #expect(try Larkmere.proposal().lostLines(of: try Larkmere.document()) == [])
  }

  @Test("a paper without the day of its meeting, or a year for its actions, is asked about")
  func missing() throws {
    let proposal = try Larkmere.proposal(["12 March 2025": "to be confirmed", " 2025/26": ""])
    #expect(proposal.diagnostics(.meetingDateMissing).count == 1)
    #expect(proposal.diagnostics(.actionsYearUnknown).count == 1)
    #expect(proposal.bodies("risk-score") == [])
    #expect(proposal.bodies("item").allSatisfy { $0["start"] == nil })
  }

  @Test(
    "asked to read something else as a paper or a plan, nothing is taken and everything is shown",
    arguments: ["cabinet-report", "outcomes-plan"])
  func somethingElse(kind: String) throws {
    let document = try SourceDocument(Array("Minutes\n\nPresent: seven members.\n".utf8), named: "minutes.txt")
    let proposal = ImportProposal(document, fileDigest: RealReport.digest, kind: kind)
    #expect(proposal.revisions == [])
    #expect(proposal.unplaced.map(\.verbatim) == ["Minutes", "Present: seven members."])
  }

  @Test("an action that leaves a number out is told")
  func numbers() throws {
    let proposal = try Larkmere.proposal(["2. Open a repair": "3. Open a repair"])
    #expect(
      proposal.diagnostics(.numberOutOfOrder).map(\.message) == [
        "This is number 3 of its list as printed and number 2 as counted."
      ])
  }

  @Test(
    "what a sentence promises is read from it",
    arguments: [
      ("Plant over 1,500 trees across the borough", ["over 1,500 trees"]),
      ("Reach 75% of all schools by 2026", ["75% of all schools"]),
      ("Bring Level 3 courses to 2 towns in March 2025", ["2 towns"]),
      ("Spend £2.5m on roads in 2025/26", ["£2.5m"]),
      ("Open phase one of the museum at one of our mills", []),
      (
        "Train no more than 12 guides and at least three wardens by May",
        ["no more than 12 guides", "at least three wardens"]
      ),
    ])
  func quantities(text: String, expected: [String]) {
    #expect(ActionWording(text, in: nil).quantities == expected)
  }

  @Test(
    "a name is told from a post",
    arguments: [
      ("Ann Lee, Head of Housing", "Head of Housing"), ("Councillor Peregrine Oake", ""),
      ("Head of Housing", "Head of Housing"), ("Managing Director – J. O'Hara", "Managing Director"), ("All", "All"),
      ("Cllr Oake, Cabinet Member for Parks; oake@larkmere.example", "Cabinet Member for Parks"),
    ])
  func people(text: String, kept: String) {
    #expect(WithoutPeople(text).words == kept)
  }

  private static func comparable(_ proposal: ImportProposal) -> [String] {
    proposal.changes.filter { $0.revision.kind != "source" }
      .map { "\($0.revision.kind) \($0.revision.record) \($0.revision.body?.canonical ?? "")" }
  }
}
