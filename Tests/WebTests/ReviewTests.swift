import CorporatePlan
import HTTPTypes
import Ledger
import Testing

@testable import Web

@Suite("A head of service checks what came in")
struct ReviewTests {
  typealias Council = ReviewCouncil

  @Test("the queue has one's own service, what deserves a closer look first, with what was asked and answered")
  func queue() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    try await council.submitRecycling()
    let page = try await council.wasteHead.text(Council.review)
    for words in [
      "4.7%", "at least 48%", "The new lorries came late.", "They run from April.", "See the minutes.",
      "Is the decimal point right?", "Counted twice, it is right.", "A colleague, 10 November 2025",
      "2 of 2 returns wait for review", "1 of 2 deserve a closer look", "the worst status", "Waste Officer",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let order = ["Household waste sent", "Missed bins per"].map { page.source.range(of: ">\($0)")?.lowerBound }
    #expect(try #require(order[0]) < #require(order[1]))
    #expect(!page.contains("Rent arrears"))
    #expect(try await council.performance.text(Council.review).contains("Rent arrears"))
  }

  @Test("the address says which returns are shown")
  func filters() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    try await council.submitRecycling()
    let exceptions = try await council.wasteHead.text("\(Council.review)?only=exceptions")
    #expect(exceptions.contains(">Household waste sent") && !exceptions.contains(">Missed bins per"))
    let housing = try await council.performance.text("\(Council.review)?service=housing")
    #expect(housing.contains(">Rent arrears") && !housing.contains(">Missed bins per"))
    let approved = try await council.wasteHead.text("\(Council.review)?state=approved")
    #expect(approved.contains("No return is like that"))
  }

  @Test("approving is recorded in the reviewer's name, and leads back to the place with its filters")
  func approves() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    let response = try await council.wasteHead.send(
      "\(Council.review)/decisions?state=submitted", try council.shown(Council.bins) + [("step", "approved")])
    #expect(response.status == .seeOther)
    let location = try #require(response.headers[.location])
    #expect(location.hasSuffix("#indicator-bins-missed") && location.contains("state=submitted"))
    #expect(try council.row(Council.bins).state == .approved)
    #expect(try council.row(Council.bins).reviewed?.author == council.wasteHead.person.id)
    let page = try await council.wasteHead.text(String(location.prefix { $0 != "#" }))
    #expect(page.contains("Approved.") && page.contains(">Missed bins per"))
  }

  @Test("the head of another service neither sees nor decides it, whatever ids they send")
  func elsewhere() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    let other = council.housingHead
    for step in [Review.Step.approved, .returned] {
      #expect(try await council.decide(step, Council.bins, by: other, reason: "Mine now").status == .forbidden)
    }
    let slot = try council.row(Council.bins)
    try await other.send("\(Council.review)/all", [("shown", "\(slot.seen) \(slot.id)")])
    #expect(try await other.open("\(Council.review)/sign-off/waste").status == .forbidden)
    #expect(try await other.send("\(Council.review)/sign-off/waste", [("shown", "999999")]).status == .forbidden)
    for path in ["", "?service=waste", "?row=indicator:bins-missed", "/all"] {
      #expect(!(try await other.text(Council.review + path)).contains("Missed bins per"), "\(path)")
    }
    #expect(try council.row(Council.bins).state == .submitted)
    #expect(try await council.wasteOfficer.open(Council.review).status == .forbidden)
  }

  @Test("nobody approves what they entered; who stands in for a post approves what its holder entered")
  func ownWork() async throws {
    let council = try await ReviewCouncil()
    try await council.enter(FigureEntry(value: "40"), Council.bins, by: council.wasteHead)
    try await council.submit(Council.bins, by: council.wasteOfficer)
    let page = try await council.wasteHead.text(Council.review)
    #expect(page.contains("You entered part of it yourself") && !page.contains("name=\"step\" value=\"approved\""))
    let refused = try await council.decide(.approved, Council.bins, by: council.wasteHead)
    #expect(refused.status == .unprocessableContent)
    #expect(PageText(refused).contains("You entered part of it yourself. Somebody else has to check it."))
    #expect(try council.row(Council.bins).state == .submitted)

    let deputy = try await council.performance.colleague([.reviewer], post: "waste-officer", deputy: true)
    try await council.enter(FigureEntry(value: "41"), Council.bins, by: deputy)
    try await council.submit(Council.bins, by: deputy)
    #expect(try await council.decide(.approved, Council.bins, by: deputy).status == .unprocessableContent)
    #expect(try council.row(Council.bins).state == .submitted)
    try await council.submitBins("42")
    #expect(try await council.decide(.approved, Council.bins, by: deputy).status == .seeOther)
    #expect(try council.row(Council.bins).state == .approved)
  }

  @Test("giving back takes a reason, which its officer reads")
  func givesBack() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    let refused = try await council.decide(.returned, Council.bins, by: council.wasteHead, reason: "  ")
    let page = PageText(refused)
    #expect(refused.status == .unprocessableContent && page.contains("<title>Error: "))
    #expect(page.contains("href=\"#reason-indicator-bins-missed\"") && page.contains("Say what has to be mended"))
    #expect(try council.row(Council.bins).state == .submitted)
    try await council.decide(.returned, Council.bins, by: council.wasteHead, reason: "Of which month?")
    #expect(try council.row(Council.bins).returnedBecause == "Of which month?")
    #expect(try await council.wasteHead.text(Council.review).contains("Of which month?"))
  }

  @Test("what changed after the page was opened is not decided: both figures are shown")
  func changedMeanwhile() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins("40")
    let opened = try council.shown(Council.bins)
    try await council.submitBins("42")
    let response = try await council.wasteHead.send(
      "\(Council.review)/decisions", opened + [("step", "returned"), ("reason", "Too high")])
    let page = PageText(response)
    #expect(response.status == .unprocessableContent)
    #expect(page.contains("It was changed since you opened the page"))
    #expect(page.contains("<td>40</td><td>42</td>") && page.contains("Too high"))
    #expect(try council.row(Council.bins).state == .submitted)
    // A form that does not say what it showed has shown nothing.
    let blind = try await council.wasteHead.send(
      "\(Council.review)/decisions",
      [("row", Council.bins.key), ("revision", "2"), ("step", "approved")])
    #expect(blind.status == .unprocessableContent)
  }

  @Test("what somebody else decided meanwhile is not decided over")
  func decidedMeanwhile() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    let opened = try council.shown(Council.bins)
    try await council.decide(.approved, Council.bins, by: council.director)
    let response = try await council.wasteHead.send(
      "\(Council.review)/decisions", opened + [("step", "returned"), ("reason", "No")])
    #expect(response.status == .unprocessableContent)
    #expect(PageText(response).contains("Somebody decided on it since you opened the page"))
    #expect(try council.row(Council.bins).state == .approved)
  }

  @Test("a change after approval opens it again, and the queue says so")
  func reopens() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    try await council.decide(.approved, Council.bins, by: council.wasteHead)
    try await council.enter(FigureEntry(value: "43"), Council.bins, by: council.wasteOfficer)
    #expect(try council.row(Council.bins).state == .reopened)
    #expect(try await council.wasteHead.text(Council.review).contains("Changed after it was approved"))
    let refused = try await council.decide(.approved, Council.bins, by: council.wasteHead)
    #expect(PageText(refused).contains("Its officer submits it again."))
  }

  @Test("all without warnings are approved at once, by name; those with one are left, and said why")
  func all() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    try await council.submitRecycling()
    let page = try await council.wasteHead.text("\(Council.review)/all")
    #expect(page.contains("Approve the one with no warnings?") && page.contains("Missed bins per"))
    #expect(page.contains("Left for you to look at") && page.contains("Is the decimal point right?"))
    let rows = [try council.row(Council.bins), try council.row(Council.recycling)]
    // Naming one with a warning in the form does not approve it.
    let response = try await council.wasteHead.send(
      "\(Council.review)/all", rows.map { ("shown", "\($0.seen) \($0.id)") })
    #expect(response.headers[.location] == "\(Council.review)?approved=1&left=1")
    #expect(try council.row(Council.bins).state == .approved)
    #expect(try council.row(Council.recycling).state == .submitted)
    #expect(try await council.wasteHead.text("\(Council.review)?approved=1&left=1").contains("1 return is approved."))
  }

  @Test("approving all leaves what came in or changed after the page was opened")
  func allAsSeen() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins("40")
    let opened = try council.row(Council.bins)
    try await council.submitBins("41")
    try await council.wasteHead.send("\(Council.review)/all", [("shown", "\(opened.seen) \(opened.id)")])
    #expect(try council.row(Council.bins).state == .submitted)
    try await council.wasteHead.send("\(Council.review)/all")
    #expect(try council.row(Council.bins).state == .submitted)
  }

  @Test("a decision without the session's token is refused")
  func forged() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    let fields = try council.shown(Council.bins) + [("step", "approved")]
    let response = try await council.wasteHead.send("\(Council.review)/decisions", fields, token: "x")
    #expect(response.status == .forbidden)
    #expect(try council.row(Council.bins).state == .submitted)
  }

  @Test("script in words and reasons comes out as text")
  func escaped() async throws {
    let council = try await ReviewCouncil()
    let hostile = "<script>alert(1)</script>\" onfocus=\"x"
    try await council.submitRecycling(words: hostile)
    try await council.decide(.returned, Council.recycling, by: council.wasteHead, reason: hostile)
    try await council.performance.send(
      "\(Council.cycle)/waivers", [("waive-of", Council.arrears.key), ("waive-reason", hostile)])
    for (officer, path) in [
      (council.wasteHead, Council.review), (council.wasteHead, "\(Council.review)/sign-off/waste"),
      (council.performance, Council.cycle), (council.performance, Council.review),
    ] {
      let page = try await officer.text(path)
      #expect(page.contains("&lt;script&gt;alert(1)"), "\(path)")
      #expect(!page.contains("<script>alert") && !page.contains("\" onfocus"), "\(path)")
    }
    let typed = try await council.wasteHead.send(
      "\(Council.review)/decisions",
      [("row", Council.recycling.key), ("seen", "1"), ("step", "returned"), ("reason", "</textarea>\(hostile)")])
    #expect(!PageText(typed).contains("<script>alert"))
  }

  @Test("who was erased has no name in the queue, and what they did stays")
  func erased() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    try await council.performance.council.accounts.erase(council.wasteOfficer.person.id, by: "p-admin", at: .present)
    let page = try await council.wasteHead.text(Council.review)
    #expect(page.contains("somebody who has left") && !page.contains(council.wasteOfficer.person.id))
  }
}

@Suite("A service or directorate signs off its quarter")
struct SignOffPageTests {
  typealias Council = ReviewCouncil
  private let waste = "\(ReviewCouncil.review)/sign-off/waste"

  private func approved() async throws -> ReviewCouncil {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    try await council.submitRecycling()
    for subject in [Council.bins, Council.recycling] {
      try await council.decide(.approved, subject, by: council.wasteHead)
    }
    return council
  }

  @Test("not while a return waits, which is named")
  func waits() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    let page = try await council.wasteHead.text(waste)
    #expect(page.contains("2 of 2 returns are neither approved nor waived") && page.contains("0</b> of 2 approved"))
    let response = try await council.wasteHead.send(waste, [("shown", "\(council.book.position)")])
    #expect(response.status == .unprocessableContent)
    #expect(PageText(response).contains("Missed bins per 100,000 collections: It is not approved (submitted)."))
    #expect(council.book.signOffs.isEmpty)
  }

  @Test("what is signed is counted, the worst with their words, and the record is kept")
  func signs() async throws {
    let council = try await approved()
    let page = try await council.wasteHead.text(waste)
    #expect(page.contains("2</b> of 2 approved") && page.contains("With the worst status: 1 of 2"))
    #expect(page.contains("The new lorries came late."))
    let response = try await council.wasteHead.send(
      waste, [("shown", "\(council.book.position)"), ("comments", "All seen.")])
    #expect(response.headers[.location] == "\(waste)?done=signed#record")
    let signed = try await council.wasteHead.text(waste)
    #expect(signed.contains("Signed off</b> by A colleague, 10 November 2025") && signed.contains("All seen."))
    #expect(council.book.signOffs["waste@2023-24-Q4"] != nil)
  }

  @Test("a change afterwards shows on the record, by whom")
  func changed() async throws {
    let council = try await approved()
    try await council.wasteHead.send(waste, [("shown", "\(council.book.position)")])
    #expect(!(try await council.wasteHead.text(waste)).contains("Changed since sign-off"))
    try await council.enter(FigureEntry(value: "44"), Council.bins, by: council.wasteOfficer)
    let page = try await council.wasteHead.text(waste)
    #expect(page.contains("Changed since sign-off"))
    #expect(page.contains("changed after approval, last changed by A colleague"))
    #expect(try await council.performance.text(Council.cycle).contains("changed since sign-off"))
  }

  @Test("a page opened before a change signs nothing")
  func late() async throws {
    let council = try await approved()
    let opened = council.book.position
    try await council.submitBins("41")
    try await council.decide(.approved, Council.bins, by: council.wasteHead)
    let response = try await council.wasteHead.send(waste, [("shown", "\(opened)")])
    #expect(response.status == .unprocessableContent && council.book.signOffs.isEmpty)
  }

  @Test("who does not head it can't sign it; the director above can")
  func whose() async throws {
    let council = try await approved()
    let shown = [("shown", "\(council.book.position)")]
    #expect(try await council.housingHead.send(waste, shown).status == .forbidden)
    #expect(try await council.performance.send(waste, shown).status == .forbidden)
    #expect(try await council.wasteOfficer.send(waste, shown).status == .forbidden)
    #expect(try await council.wasteOfficer.text(waste).contains("It is signed off by Head of Waste."))
    #expect(council.book.signOffs.isEmpty)
    #expect(try await council.director.send(waste, shown).status == .seeOther)
    #expect(try await council.director.open("\(Council.review)/sign-off/place").status == .ok)
  }
}
