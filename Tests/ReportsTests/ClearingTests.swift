import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("A clearance is bound to what was read")
struct ClearingTests {
  private func state(_ vale: ThornburyVale, _ role: String) -> ClearanceStandings.State? {
    vale.underCheck().standings.standing(of: role)?.state
  }

  @Test("what is recorded of other things, and clearing itself, changes nothing of what was cleared")
  func stable() throws {
    var vale = ThornburyVale()
    vale.officers()
    let before = vale.clearing.shown
    vale.records.add(PlanItem(id: "next-year", role: .milestone, level: "Milestone", title: "A fair", order: 900))
    vale.records.add(Holiday(Day("2025-12-29")!, name: "Council closed"))
    try vale.decide("Chief Financial Officer", by: "p-0")
    vale.setAside()
    #expect(vale.clearing.shown == before)
    #expect(state(vale, "Chief Financial Officer") == .cleared)
    #expect(state(vale, "Head of Legal") == .waiting)
  }

  @Test("a figure that is changed afterwards voids it, and names the section, the day, the post and the figure")
  func void() throws {
    var vale = ThornburyVale()
    vale.officers()
    try vale.decide("Chief Financial Officer", by: "p-0")
    vale.records.add(Actual(indicator: "calls", period: ThornburyVale.quarter, value: try Value("80%")))
    guard case .void(let sections)? = state(vale, "Chief Financial Officer") else {
      Issue.record("it is not void")
      return
    }
    let sentences = sections.map(\.sentence)
    let section = try #require(sentences.first { $0.contains("“A council that answers”") })
    #expect(section.contains("changed on 9 October 2025 by p1: “Calls answered”, Q2 2025/26: 79% became 80%"))
    #expect(
      !sentences.contains { $0.contains("“A vale that is green and well kept”") }, "that section stands as it was")
    let finding = vale.result().stopping.first { $0.code == "clearance-void" }
    #expect(finding?.severity == .error && finding?.sentence.contains("“Calls answered”") == true)
  }

  @Test("a figure that was withdrawn is told with what it was, a target with both, and a withheld one without a number")
  func causes() throws {
    var vale = ThornburyVale()
    var families = try #require(vale.book.indicators["temporary"])
    families.suppressBelow = Quantity(5)
    vale.records.add(families)
    vale.officers()
    try vale.decide("Chief Financial Officer", by: "p-0")
    vale.records.withdraw(Actual(indicator: "calls", period: ThornburyVale.quarter, value: try Value("79%")))
    vale.records.add(Target(indicator: "wait", period: ThornburyVale.quarter, verbatim: "150"))
    vale.records.add(Actual(indicator: "temporary", period: ThornburyVale.quarter, value: try Value("14")))
    guard case .void(let sections)? = state(vale, "Chief Financial Officer") else {
      Issue.record("it is not void")
      return
    }
    let told = sections.map(\.sentence).joined(separator: "\n")
    #expect(told.contains("“Calls answered”, Q2 2025/26: 79% was withdrawn"))
    #expect(told.contains("the target of “Average wait before a call is answered”, Q2 2025/26: 120 became 150"))
    #expect(told.contains("the figure of “Families in bed and breakfast for longer than six weeks”"))
    #expect(!told.contains("became 14"))
  }

  @Test("of what two officers changed, the sentence names one with her day, and only counts the other's")
  func twoOfficers() throws {
    var vale = ThornburyVale()
    vale.officers()
    try vale.decide("Chief Financial Officer", by: "p-0")
    vale.records.add(Target(indicator: "wait", period: ThornburyVale.quarter, verbatim: "150"), by: "p2")
    vale.records.add(
      Actual(indicator: "calls", period: ThornburyVale.quarter, value: try Value("80%")), by: "p3", after: 2)
    guard case .void(let sections)? = state(vale, "Chief Financial Officer") else {
      Issue.record("it is not void")
      return
    }
    let section = try #require(sections.map(\.sentence).first { $0.contains("“A council that answers”") })
    #expect(section.contains("on 11 October 2025 by p3: “Calls answered”, Q2 2025/26: 79% became 80% and 1 more"))
    #expect(!section.contains("150"))
  }

  @Test("words that were emptied elsewhere are not the cause of what changed here")
  func emptied() throws {
    var vale = ThornburyVale()
    vale.officers()
    try vale.decide("Chief Financial Officer", by: "p-0")
    vale.records.add(Actual(indicator: "calls", period: ThornburyVale.quarter, value: try Value("80%")), by: "p2")
    vale.records.add(Passage(report: ThornburyVale.report.id, key: "summary/indicators", text: ""), by: "p3")
    guard case .void(let sections)? = state(vale, "Chief Financial Officer") else {
      Issue.record("it is not void")
      return
    }
    let section = try #require(sections.map(\.sentence).first { $0.contains("“A council that answers”") })
    #expect(section.contains("by p2: “Calls answered”, Q2 2025/26: 79% became 80%") && !section.contains("p3"))
  }

  @Test("another version of the words is another content")
  func passage() throws {
    var vale = ThornburyVale()
    vale.officers()
    try vale.decide("Head of Legal", by: "p-1")
    vale.records.add(
      Passage(report: ThornburyVale.report.id, key: "introduction/purpose", text: "What we did this summer."))
    guard case .void(let sections)? = state(vale, "Head of Legal") else {
      Issue.record("it is not void")
      return
    }
    #expect(sections.map(\.sentence) == ["The beginning changed on 9 October 2025 by p1: its words."])
  }

  @Test("in order, a later officer waits for the one before")
  func order() throws {
    var vale = ThornburyVale()
    vale.officers(inOrder: true)
    #expect(state(vale, "Head of Legal") == .afterwards(role: "Chief Financial Officer"))
    #expect(throws: EditRefused.self) { try vale.decide("Head of Legal", by: "p-1") }
    try vale.decide("Chief Financial Officer", by: "p-0")
    try vale.decide("Head of Legal", by: "p-1")
    #expect(vale.underCheck().standings.isComplete)
  }

  @Test("only who holds the post clears; a deputy does so on behalf, and that is recorded")
  func deputies() throws {
    var vale = ThornburyVale()
    vale.officers()
    #expect(throws: EditRefused.self) { try vale.decide("Chief Financial Officer", by: "p-1") }
    vale.records.add(
      Tenure(id: "d", post: "post-0", person: "p-9", from: Day("2025-01-01")!, isDeputy: true))
    try vale.decide("Chief Financial Officer", .withComments, comments: "Within budget", by: "p-9")
    let clearance = vale.book.clearances["performance@2025-26-Q2#Chief Financial Officer"]
    #expect(clearance?.onBehalf == true && clearance?.decision == .withComments)
  }

  @Test("nobody clears what they have not seen, refuses without a reason, or before being asked")
  func refusals() throws {
    var vale = ThornburyVale()
    vale.officers()
    let clearing = vale.clearing
    let old = #expect(throws: EditRefused.self) {
      try clearing.decide(as: "Head of Legal", .cleared, comments: nil, by: "p-1", shown: "sha256:old")
    }
    #expect(old?.problems.first?.sentence.contains("changed while you were reading") == true)
    #expect(throws: EditRefused.self) { try vale.decide("Head of Legal", .refused, by: "p-1") }
    try vale.decide("Head of Legal", .refused, comments: "The lease is not signed", by: "p-1")
    #expect(state(vale, "Head of Legal") == .refused)
    for revision in try vale.clearing.withdraw("Head of Legal", by: "p-1") { vale.records.add(revision) }
    #expect(state(vale, "Head of Legal") == .waiting)
  }
}
