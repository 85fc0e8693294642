import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("A clean delivery plan gives clean records")
struct LarkmereDeliveryTests {
  let proposal: ImportProposal

  init() throws { proposal = try LarkmereDelivery.reading() }

  @Test("it is recognised, and nothing in it is lost")
  func recognised() throws {
    #expect(proposal.recognition.kind == "delivery-plan")
    #expect(proposal.period?.code == "2025-26")
    #expect(proposal.body("council", "council")?["name"] == "Larkmere District Council")
    #expect(proposal.unplaced == [])
    let lost = Coverage(proposal).lost(of: try LarkmereDelivery.source())
    #expect(lost == [])
  }

  @Test("no repair is made where nothing is broken")
  func noRepairs() {
    let found = Set(proposal.diagnostics.map(\.code.rawValue)).subtracting(["reading-note"])
    #expect(
      found == [
        "delivery-code-range", "delivery-direction-open", "delivery-placeholder", "delivery-qualitative",
        "delivery-words-not-measures",
      ])
    #expect(proposal.unanswered.isEmpty)
  }

  @Test("priorities have straplines, outcomes stand under them, rows are activities")
  func items() throws {
    #expect(proposal.counts.planItems == [.priority: 2, .outcome: 3, .action: 3, .milestone: 3])
    #expect(proposal.body("item", "green-streets")?["text"] == "Shade within reach of every home")
    let trees = try #require(proposal.body("item", "plant-trees-along-main-roads"))
    #expect(trees["code"] == "LK.1.1")
    #expect(trees["printed_code"] == "LK 1.1")
    #expect(trees["owner"] == "Head of Parks")
    #expect(proposal.body("item", "dredge-the-two-village-ponds")?["code"] == "LK.1.2")
    #expect(proposal.body("item", "open-a-night-shelter")?["code"] == nil)
  }

  @Test("sub-actions and deliverables are milestones, with the day they are due")
  func milestones() throws {
    #expect(proposal.body("item", "choose-the-species")?["level"] == "Sub action")
    #expect(proposal.body("item", "agree-the-sites-by-31-may-2025")?["due"] == "2025-05-31")
    let plan = try #require(proposal.body("item", "planting-plan-adopted-by-end-september-2025"))
    #expect(plan["level"] == "Deliverable")
    #expect(plan["due"] == "2025-09-30")
    #expect(plan["due_words"] == "by end September 2025")
  }

  @Test("each column gives what it shows, in whatever order the columns stand")
  func shows() {
    let shown = proposal.records("indicator").compactMap { change in
      change.revision.body.map { "\($0["code"]?.string ?? "-") \($0["shows"]?.string ?? "")" }
    }
    #expect(
      shown.sorted() == [
        "- community outcome", "- community outcome", "- community outcome", "- customer output", "- customer output",
        "- service output", "HO 01 service output", "TR 01 service output", "TR 02 service output",
        "TR 03 service output", "WA 01 service output",
      ])
    #expect(proposal.counts.byKind["contribution"] == 4)
  }

  @Test("a person's word on a column counts more than its heading")
  func columns() throws {
    let asked = try LarkmereDelivery.reading(columns: ["Owner": "ignore", "Customer outputs": "community outcome"])
    let customers = asked.records("indicator").filter { $0.revision.body?["shows"] == "customer output" }
    #expect(customers.isEmpty)
    let mapped = asked.mapping.flatMap(\.columns).filter { $0.heading == "Customer outputs" }
    #expect(mapped.map(\.confidence) == [100, 100])
    #expect(asked.body("item", "plant-trees-along-main-roads")?["owner"] == nil)
    #expect(asked.unplaced == [])
  }

  @Test("importing it again proposes nothing")
  func again() throws {
    let second = try LarkmereDelivery.reading(into: try Book().applying(proposal.revisions))
    #expect(
      second.changes.filter { $0.kind != .unchanged && $0.revision.kind != "source" }.map(\.revision.record) == [])
  }

  @Test("a plan that names no year is read without targets, and the year is asked for")
  func noYear() throws {
    var document = LarkmereDelivery.document
    document.title = "Larkmere District Council delivery plan"
    let asked = try LarkmereDelivery.reading(of: document)
    #expect(asked.diagnostics(.periodMissing).count == 1)
    #expect(asked.period == nil)
    #expect(asked.counts.planItems[.action] == 3)
  }
}
