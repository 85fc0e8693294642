import Testing

@testable import CorporatePlan

@Suite("A return is submitted, given back, submitted again and approved by somebody else")
struct ReturnStepsTests {
  private let head = Stepper("p-head", on: Quarter.day)

  /// The sentences of what stands in the way.
  private func blocks(_ step: () throws -> [Revision]) -> [String] {
    do {
      _ = try step()
      return []
    } catch let refused as StepRefused {
      return refused.blocks.map { "\($0.title): \($0.sentence)" }
    } catch { return ["\(error)"] }
  }

  @Test("it is submitted when nothing is asked and no warning is open, and all that blocks is listed")
  func submission() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "640"), Quarter.visits)
    try quarter.enter(FigureEntry(value: "42%"), Quarter.recycling)
    let rows = quarter.rows(Quarter.recycling, Quarter.visits)
    #expect(
      blocks { try quarter.book.submission(of: rows) } == [
        "Waste recycled: It is red. Say why, and what is being done.",
        "Waste recycled: It was green in Q1 2025/26 and is red now. Say what changed.",
        "Visits to the tip: 640 is far from the 9 figures before it, which lie between 388 and 431. Check it, or say what happened.",
      ])
    try quarter.enter(FigureEntry(commentary: "Fewer lorries."), Quarter.recycling)
    quarter.add(
      try quarter.book.revisions(
        answering: .outlier, of: quarter.row(Quarter.visits), words: "Longer hours.", on: Quarter.day), by: "p-officer")
    quarter.add(
      try quarter.book.submission(of: quarter.rows(Quarter.recycling, Quarter.visits)), by: "p-officer")
    #expect(quarter.row(Quarter.visits).state == .submitted)
    #expect(try quarter.book.submission(of: quarter.rows(Quarter.visits)).isEmpty, "once is enough")
  }

  @Test("nobody approves what they wrote themselves")
  func author() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.1%"), Quarter.recycling)
    try quarter.enter(FigureEntry(note: "I added this."), Quarter.recycling, by: "p-head")
    quarter.add(try quarter.book.submission(of: quarter.rows(Quarter.recycling)), by: "p-officer")
    let own = ["Waste recycled: You entered part of it yourself. Somebody else has to check it."]
    let rows = quarter.rows(Quarter.recycling)
    #expect(blocks { try quarter.book.approval(of: rows, by: head) } == own)
    #expect(blocks { try quarter.book.approval(of: rows, by: Stepper("p-officer", on: Quarter.day)) } == own)
    #expect(blocks { try quarter.book.approval(of: rows, by: Stepper("p-director", on: Quarter.day)) } == [])
    #expect(try quarter.book.approvalOfAll(rows, by: head).revisions.isEmpty)
  }

  @Test("who stands in for the post that owes it checks what its holder entered, and nothing of their own or of others")
  func deputy() throws {
    var quarter = Quarter()
    for person in ["p-deputy", "p-other"] {
      quarter.add(
        Tenure(
          id: person, post: "waste-officer", person: person, from: Quarter.day("2025-01-01"), isDeputy: true))
    }
    func refusal(_ author: String, _ approver: String = "p-deputy") throws -> String? {
      var quarter = quarter
      try quarter.enter(FigureEntry(value: "45.1%"), Quarter.recycling, by: author)
      quarter.add(try quarter.book.submission(of: quarter.rows(Quarter.recycling)), by: author)
      return quarter.book.refusal(
        toApprove: quarter.row(Quarter.recycling), by: Stepper(approver, on: Quarter.day))
    }
    #expect(try refusal("p-deputy")?.hasPrefix("You entered part of it yourself") == true)
    #expect(try refusal("p-other")?.hasPrefix("You stand in for its owner") == true)
    #expect(try refusal("p-officer") == nil)
    #expect(try refusal("p-deputy", "p-head") == nil)
  }

  @Test("evidence added or taken away, and another answer to a warning, reopen what was approved")
  func support() throws {
    var quarter = Quarter()
    let evidence = EvidenceFile(
      Quarter.recycling, in: Quarter.period, name: "evidence-1.pdf", mediaType: "application/octet-stream",
      digest: "sha256:\(String(repeating: "a", count: 64))")
    func approve() throws {
      quarter.add(try quarter.book.submission(of: quarter.rows(Quarter.recycling)), by: "p-officer")
      quarter.add(try quarter.book.approval(of: quarter.rows(Quarter.recycling), by: head), by: "p-head")
      #expect(quarter.row(Quarter.recycling).state == .approved)
    }
    try quarter.approve(Quarter.recycling, "45.1%")
    quarter.add([evidence.revision], by: "p-officer")
    #expect(quarter.row(Quarter.recycling).state == .reopened)
    try approve()
    quarter.add([evidence.withdrawal], by: "p-officer")
    #expect(quarter.row(Quarter.recycling).state == .reopened)
    #expect(quarter.book.evidence.isEmpty)
    try approve()
    quarter.add(
      Confirmation(Quarter.recycling, in: Quarter.period, .outlier, figure: "45.1%", words: "It is so."),
      by: "p-officer")
    #expect(quarter.row(Quarter.recycling).state == .reopened)
    // Who gave the evidence has a part in it.
    try approve()
    quarter.add([evidence.revision], by: "p-head")
    quarter.add(try quarter.book.submission(of: quarter.rows(Quarter.recycling)), by: "p-officer")
    #expect(throws: StepRefused.self) {
      try quarter.book.approval(of: quarter.rows(Quarter.recycling), by: head)
    }
  }

  @Test("what was not submitted is not approved, nor what was changed after that")
  func order() throws {
    var quarter = Quarter()
    #expect(blocks { try quarter.book.approval(of: quarter.rows(Quarter.recycling), by: head) }.count == 1)
    try quarter.approve(Quarter.recycling, "45.1%")
    try quarter.enter(FigureEntry(value: "45.3%"), Quarter.recycling)
    #expect(
      blocks { try quarter.book.approval(of: quarter.rows(Quarter.recycling), by: head) } == [
        "Waste recycled: It was changed after it was approved. Its officer submits it again."
      ])
  }

  @Test("what was changed since the page was opened is neither submitted, approved nor given back unseen")
  func shown() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.1%"), Quarter.recycling)
    let shown = [quarter.row(Quarter.recycling).id: quarter.row(Quarter.recycling).seen]
    try quarter.enter(FigureEntry(value: "45.2%"), Quarter.recycling)
    let moved = ["Waste recycled: It was changed since you opened the page. Look at it again."]
    let rows = quarter.rows(Quarter.recycling)
    #expect(blocks { try quarter.book.submission(of: rows, shown: shown) } == moved)
    quarter.add(try quarter.book.submission(of: rows), by: "p-officer")
    let submitted = quarter.rows(Quarter.recycling)
    #expect(blocks { try quarter.book.approval(of: submitted, by: head, shown: shown) } == moved)
    #expect(blocks { try quarter.book.givingBack(submitted, because: "Why?", shown: shown) } == moved)
    #expect(try quarter.book.approvalOfAll(submitted, by: head, shown: shown).revisions.isEmpty)
  }

  @Test("it is given back with a reason, mended and submitted again")
  func givenBack() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.1%"), Quarter.recycling)
    #expect(blocks { try quarter.book.givingBack(quarter.rows(Quarter.recycling), because: "Why?") }.count == 1)
    quarter.add(try quarter.book.submission(of: quarter.rows(Quarter.recycling)), by: "p-officer")
    #expect(
      blocks { try quarter.book.givingBack(quarter.rows(Quarter.recycling), because: " ") } == [
        "Waste recycled: Say what has to be mended"
      ])
    quarter.add(
      try quarter.book.givingBack(quarter.rows(Quarter.recycling), because: "Is that with garden waste?"), by: "p-head")
    let row = quarter.row(Quarter.recycling)
    #expect(row.state == .returned && row.returnedBecause == "Is that with garden waste?")
    #expect(row.reviewed?.author == "p-head")
    try quarter.approve(Quarter.recycling, "45.3%")
    #expect(quarter.row(Quarter.recycling).state == .approved && quarter.row(Quarter.recycling).returnedBecause == nil)
  }

  @Test("all without warnings are approved at once; one with an answered warning is looked at by itself")
  func allAtOnce() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.1%"), Quarter.recycling)
    try quarter.enter(FigureEntry(value: "640"), Quarter.visits)
    quarter.add(
      try quarter.book.revisions(
        answering: .outlier, of: quarter.row(Quarter.visits), words: "Longer hours.", on: Quarter.day), by: "p-officer")
    quarter.add(
      try quarter.book.submission(of: quarter.rows(Quarter.recycling, Quarter.visits)), by: "p-officer")
    let rows = quarter.book.returnRows(in: Quarter.period, on: Quarter.day)
    let (revisions, left) = try quarter.book.approvalOfAll(rows, by: head)
    #expect(revisions.map(\.record) == ["indicator:recycling@2025-26-Q2"])
    #expect(left.map(\.title) == ["Visits to the tip"])
  }

  @Test("a return that is waived is not owed, until that is taken back")
  func waived() throws {
    var quarter = Quarter()
    let slot = quarter.row(Quarter.repairs).slot
    #expect(throws: EntryRefused([EntryProblem(.reason, "Say why it is not owed")])) {
      try quarter.book.waiving(slot, because: " ")
    }
    quarter.add(try quarter.book.waiving(slot, because: "The contractor changed."), by: "p-performance")
    #expect(quarter.row(Quarter.repairs).state == .waived)
    #expect(quarter.problems(FigureEntry(value: "91%"), Quarter.repairs).first?.contains("not owed") == true)
    #expect(try quarter.book.submission(of: quarter.rows(Quarter.repairs)).isEmpty)
    quarter.add(try quarter.book.unwaiving(slot), by: "p-performance")
    #expect(quarter.row(Quarter.repairs).state == .due)
  }
}
