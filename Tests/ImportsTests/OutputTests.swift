import CorporatePlan
import Testing

@testable import Imports

@Suite("A proposal is printed for scripts and for people")
struct OutputTests {
  let proposal: ImportProposal

  init() throws {
    proposal = try Northmere.proposal(["25\tRed\t": "25\tGreen\t"])
  }

  @Test("JSON has the members that scripts rely on")
  func json() throws {
    let json = try JSON(parsing: proposal.json.canonical)
    #expect(json["recognised"] == .object(["as": "scorecard", "confidence": .number("0.98")]))
    #expect(json["counts"]?["plan_items"] == .object(["priority": 2, "action": 6]))
    #expect(json["counts"]?["indicators"] == 9)
    #expect(json["counts"]?["risks"] == 0)
    #expect(json["tally"]?["indicators"] == .object(["green": 5, "amber": 2, "red": 2]))
    #expect(json["tally"]?["printed"] == .object(["green": 6, "amber": 2, "red": 1]))
    #expect(json["tally"]?["actions"] == .object(["complete": 1, "green": 3, "amber": 1, "red": 1]))
    #expect(json["unplaced_cells"] == 0)
    let diagnostic = try #require(json["diagnostics"]?.array?.first)
    #expect(diagnostic["severity"] == "warning")
    #expect(diagnostic["code"] == "printed-status-differs")
    #expect(diagnostic["at"] == "table 1, row 4")
    #expect(diagnostic["verbatim"] == "Time to let an empty home (days) | 25 | 31")
    #expect(json["records"]?.array?.count == proposal.changes.count)
    #expect(json["records"]?.array?.first?["kind"] == "council")
  }

  @Test("the preview gives the tally, the priorities and each diagnostic with its place")
  func preview() {
    let preview = proposal.preview
    #expect(preview.contains("Indicators: 5 green, 2 amber, 2 red of 9 rated"))
    #expect(preview.contains("Warm homes for everyone\n  4 indicators, 4 actions (4 rated from 3 commitments)"))
    #expect(preview.contains("Warnings (1)\n  table 1, row 4 (printed-status-differs)\n    “Time to let"))
  }

  @Test("every code says what it means and what to do", arguments: DiagnosticCode.allCases)
  func codes(code: DiagnosticCode) {
    #expect(code.meaning.hasSuffix("."))
    #expect(code.remedy.hasSuffix("."))
    #expect(code.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
  }
}
