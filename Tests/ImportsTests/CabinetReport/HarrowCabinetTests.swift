import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Harrow's cabinet report becomes records", .enabled(if: Seed.cabinetReport.isPresent, Seed.absent))
struct HarrowCabinetTests {
  let proposal: ImportProposal

  init() throws {
    proposal = try Self.read.get()
  }

  private static let read = Result { try Seed.cabinetReport.proposal() }

  @Test("30 flagship actions under 3 priorities, 5 recommendations, 2 options, 2 risks and 5 clearances")
  func counts() {
    #expect(proposal.recognition.kind == "cabinet-report")
    #expect(proposal.counts.planItems == [.priority: 3, .action: 30])
    let counts = proposal.counts.byKind
    #expect(counts["recommendation"] == 5)
    #expect(counts["option"] == 2)
    #expect(counts["risk"] == 2)
    #expect(counts["risk-score"] == 2)
    #expect(counts["clearance"] == 5)
    #expect(counts["section"] == 19)
    #expect(proposal.unplaced == [])
  }

  @Test("ten actions stand under each priority, and all are for 2024/25")
  func actions() {
    let actions = proposal.bodies("item").filter { $0["role"] == "action" }
    let parents = Dictionary(grouping: actions) { $0["parent"]?.string ?? "" }
    #expect(parents.values.map(\.count) == [10, 10, 10])
    #expect(Set(actions.map { $0["level"]?.string }) == ["Flagship Action"])
    #expect(Set(actions.map { "\($0["start"]?.string ?? "") \($0["end"]?.string ?? "")" }) == ["2024-04-01 2025-04-01"])
  }

  @Test("quantities keep their operators, and an action with several stays one")
  func quantities() {
    let targets = proposal.bodies("item").compactMap { $0["target"]?.string }
    #expect(targets.count == 18)
    for start in ["more than 50 ", "over 200 ", "up to 25 ", "at least two ", "a minimum of 5 ", "another 2 "] {
      #expect(targets.count { $0.hasPrefix(start) } == 1)
    }
    #expect(targets.count { $0.contains(" · ") } == 4)
    #expect(proposal.diagnostics(.severalQuantities).count == 4)
    #expect(proposal.diagnostics(.carriedFromLastYear).count == 1)
  }

  @Test("what an action depends on and when it is due are read from its words")
  func conditions() {
    let items = proposal.bodies("item")
    #expect(items.compactMap { $0["condition"]?.string } == ["subject to installation requirements"])
    let due = items.compactMap { item in item["due_words"]?.string.map { "\($0): \(item["due"]?.string ?? "")" } }
    #expect(
      due.sorted() == [
        "by 2026: 2026-12-31", "by March 2025: 2025-03-31", "in 2024/25: 2025-03-31", "in 2024: 2024-12-31",
        "in April 2024 · late Autumn · in January 2025: 2025-01-31", "within 2024/25: 2025-03-31",
        "within the year: 2025-03-31",
      ])
  }

  @Test("the paper is for the Cabinet of 15 February 2024, and its form holds posts")
  func paper() throws {
    let paper = try #require(proposal.bodies("paper").first)
    #expect(paper["committee"] == "Cabinet")
    #expect(paper["meeting"] == "2024-02-15")
    let form = try #require(paper["form"]?.array)
    let lines = form.map { "\($0["name"]?.string ?? "") \($0["words"]?.string ?? "")" }
    for line in [
      "Key Decision Yes", "Exempt No", "Decision subject to Call-in Yes", "Wards affected All",
      "Responsible Officer Managing Director", "Contact Senior Policy Officer", "Background Papers None.",
      "EqIA cleared by N/A", "Call-in waived by the Chair of Overview and Scrutiny Committee No",
    ] { #expect(lines.contains(line)) }
    #expect(lines.count == 17)
  }

  @Test("one option is rejected and one recommended; risks are green with 2 and 3 mitigations")
  func decisions() {
    #expect(proposal.bodies("option").map { $0["outcome"]?.string } == ["rejected", "recommended"])
    #expect(proposal.bodies("risk").map { $0["mitigations"]?.array?.count } == [2, 3])
    #expect(proposal.bodies("risk-score").map { $0["status"]?.string } == ["green", "green"])
    #expect(Set(proposal.bodies("risk-score").map { $0["day"]?.string }) == ["2024-02-15"])
  }

  @Test("two clearances are on behalf of somebody, and the one of 2025 is kept and told")
  func clearances() throws {
    let clearances = proposal.bodies("clearance")
    #expect(clearances.count { $0["on_behalf"] == true } == 2)
    #expect(
      clearances.map { $0["day"]?.string } == ["2024-01-26", "2024-01-25", "2024-01-24", "2024-01-24", "2025-01-25"])
    let told = try #require(proposal.diagnostics(.clearanceAfterMeeting).first)
    #expect(proposal.diagnostics(.clearanceAfterMeeting).count == 1)
    #expect(told.severity == .warning)
    #expect(told.message.contains("25 January 2025, 345 days after the meeting of 15 February 2024"))
  }

  @Test("no name of a person and no address reaches a record, the file's own included")
  func names() {
    let left = proposal.diagnostics(.personLeftOut)
    #expect(left.count == 8)
    // The names are taken from the document itself: what stands in the quoted words and not in the records.
    let names = Set(
      left.flatMap {
        $0.verbatim.matches(of: /: +(?:Councillor )?([A-Z][a-z]+ [A-Z][a-z]+)(?:,| ·)/).map { String($0.1) }
      })
    #expect(names.count == 7)
    for name in names {
      #expect(!proposal.recordedTexts.contains { $0.contains(name) })
      #expect(!left.contains { $0.message.contains(name) })
    }
    #expect(!proposal.recordedTexts.contains { $0.contains("@harrow") })
  }

  @Test("every line of the document is in a record or quoted in a diagnostic")
  func nothingIsLost() throws {
    #expect(proposal.lostLines(of: try Seed.cabinetReport.document()) == [])
  }

  @Test("importing it again proposes nothing")
  func again() throws {
    let second = try Seed.cabinetReport.proposal(into: try Book().applying(proposal.revisions))
    #expect(second.changes.filter { $0.kind != .unchanged }.map(\.revision.record) == [])
  }

  @Test("no other document is taken for one", arguments: Seed.all.map(\.name))
  func others(name: String) throws {
    let document = try Seed(name: name).document()
    let sure = Recogniser.cabinetReport.confidence(LookedAt(document))
    #expect(name == Seed.cabinetReport.name ? sure == 95 : sure == 0)
  }
}

extension ImportProposal {
  func bodies(_ kind: String) -> [JSON] { records(kind).compactMap(\.revision.body) }
}
