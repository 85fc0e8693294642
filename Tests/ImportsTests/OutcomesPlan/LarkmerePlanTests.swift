import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Another council's plan of outcomes is read with other words and other tables")
struct LarkmerePlanTests {
  @Test("themes, outcomes, initiatives and indicators come out")
  func records() throws {
    let proposal = try LarkmerePlan.proposal()
    #expect(proposal.recognition.kind == "outcomes-plan")
    #expect(proposal.counts.planItems == [.vision: 1, .priority: 2, .outcome: 2, .action: 4])
    #expect(proposal.counts.indicators == 4)
    #expect(proposal.unplaced == [])
    #expect(Set(proposal.items("priority").map { $0["level"]?.string }) == ["Theme"])
    #expect(proposal.bodies("plan").first?["start"] == "2025-04-01")
    let due = proposal.items("action").filter { $0["due"] == "2026-03-31" }
    #expect(
      due.compactMap { $0["title"]?.string } == [
        "Insulate council homes with thin walls", "Publish a map of the mill pond",
      ])
    #expect(Set(due.map { $0["due_words"]?.string }) == ["Over the coming year"])
  }

  @Test("a shared indicator is linked to both, and a target in a name gives its polarity")
  func indicators() throws {
    let proposal = try LarkmerePlan.proposal()
    let homes = try #require(proposal.body("indicator", "number-of-homes-insulated"))
    #expect(homes["items"]?.array == ["warm-homes", "fair-streets"])
    #expect(homes["frequency"] == "year")
    #expect(proposal.bodies("indicator").map { $0["frame"]?.string } == ["flow", "flow", "ytd", "flow"])
    #expect(proposal.bodies("indicator").compactMap { $0["source"]?.string } == ["Residents Survey"])
    #expect(proposal.bodies("target").map { $0["target"]?.string } == ["At least 90%"])
    #expect(proposal.bodies("indicator").last?["polarity"] == "high")
  }

  @Test(
    "bi-annual is what was answered, and a year while it is open",
    arguments: [(nil, "year"), ("open", "year"), ("twice-a-year", "half-year"), ("every-two-years", "two years")])
  func biAnnual(answer: String?, frequency: String) throws {
    let open = try LarkmerePlan.proposal()
    let question = try #require(open.diagnostics(.biAnnual).first?.question)
    let proposal = try LarkmerePlan.proposal(answers: answer.map { [question.id: $0] } ?? [:])
    let indicator = proposal.bodies("indicator")[1]
    #expect(indicator["frequency"]?.string == frequency)
    #expect(indicator["schedule"] == "bi-annual")
    #expect(proposal.unanswered.map(\.code) == (answer == nil ? [.biAnnual] : []))
  }

  @Test("the Word file gives the same records as the text")
  func word() throws {
    let (word, text) = (try LarkmerePlan.word(), try LarkmerePlan.proposal())
    for kind in ["plan", "item", "indicator", "target", "contribution"] {
      #expect(word.bodies(kind) == text.bodies(kind))
    }
    #expect(word.unplaced == [])
  }

  @Test("who signed the foreword is left out, the post stays")
  func names() throws {
    for proposal in [try LarkmerePlan.proposal(), try LarkmerePlan.word()] {
      #expect(!proposal.recordedTexts.contains { $0.contains("Oake") })
      #expect(proposal.recordedTexts.contains { $0.contains("Leader of the Council") })
    }
  }

  @Test("every line is in a record or quoted, but for the headings of the tables")
  func nothingIsLost() throws {
    let document = try SourceDocument(Array(LarkmerePlan.text().utf8), named: "plan.txt")
    #expect(try LarkmerePlan.proposal().lostLines(of: document).filter { PlanTopic($0) == nil } == [])
  }

  @Test("a plan that names no year is asked for it")
  func noYear() throws {
    let proposal = try LarkmerePlan.proposal(LarkmerePlan.text().replacing(" for 2025/26", with: ""))
    #expect(proposal.diagnostics(.planYearUnknown).count == 1)
    #expect(proposal.items("action").allSatisfy { $0["start"] == nil })
  }
}
