import CorporatePlan
import HTTPTypes
import Ledger
import Testing

@testable import Web

@Suite("The performance officer runs the quarter")
struct CyclePageTests {
  typealias Council = ReviewCouncil

  @Test("services by stages, each count out of all it owes, and the days to come")
  func board() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    let page = try await council.performance.text("/cycle")
    #expect(page.contains("Q4 2023/24: how far the returns are"))
    #expect(page.contains(">Waste</a></th>") && page.contains("<b>1</b><span class=\"of\"> of 2</span>"))
    #expect(page.contains("Place") && page.contains("No service"))
    #expect(page.contains("Monday 17 November 2025") && page.contains("in 5 working days"))
    #expect(page.contains("Nothing that was due is missing."))
  }

  @Test("one sees the services within one's reach, and nothing to run them with")
  func reach() async throws {
    let council = try await ReviewCouncil()
    let page = try await council.wasteOfficer.text(Council.cycle)
    #expect(page.contains("Waste") && !page.contains(">Housing<"))
    #expect(!page.contains("Waive it") && !page.contains("/freeze"))
    let auditor = try await council.performance.colleague([.auditor])
    let all = try await auditor.text(Council.cycle)
    #expect(all.contains("Housing") && !all.contains("<form method=\"post\" action=\"/cycle"))
    #expect(try await auditor.send("\(Council.cycle)/freeze").status == .forbidden)
    #expect(council.book.freezes.isEmpty)
  }

  @Test("who is late is named by post and holder, with the working days")
  func late() async throws {
    let council = try await ReviewCouncil(isOpen: false)
    var calendar = Council.calendar
    (calendar.opens, calendar.returnsDue) = (Day("2025-10-20")!, Day("2025-11-05")!)
    try await council.performance.append([calendar.revision])
    let page = try await council.performance.text(Council.cycle)
    #expect(page.contains("Waste Officer (A colleague)"))
    #expect(page.contains("<td class=\"number\">3</td>"))
    #expect(page.contains("\(Council.cycle)?waive=indicator%3Abins-missed#waive"))
    #expect(try await council.wasteHead.text("\(Council.review)?only=exceptions").contains("<li>Late</li>"))
  }

  @Test("a return is waived with a reason, and owed again")
  func waives() async throws {
    let council = try await ReviewCouncil()
    let officer = council.performance
    let fields = [("waive-of", Council.bins.key)]
    let refused = try await officer.send("\(Council.cycle)/waivers", fields)
    #expect(refused.status == .unprocessableContent && PageText(refused).contains("Say why it is not owed"))
    #expect(PageText(refused).contains("href=\"#waive-reason\""))
    let taken = try await officer.send("\(Council.cycle)/waivers", fields + [("waive-reason", "The depot burnt down.")])
    #expect(taken.headers[.location] == "\(Council.cycle)?done=waived#waive")
    #expect(try council.row(Council.bins).state == .waived)
    #expect(try await officer.text(Council.cycle).contains("The depot burnt down."))
    try await officer.send("\(Council.cycle)/waivers/end", [("of", Council.bins.key)])
    #expect(try council.row(Council.bins).state == .entered)
    let unknown = try await officer.send(
      "\(Council.cycle)/waivers", [("waive-of", "indicator:none"), ("waive-reason", "x")])
    #expect(unknown.status == .unprocessableContent)
  }

  @Test("an exception from the lock takes a return or service, a day to come and a reason")
  func excepts() async throws {
    let council = try await ReviewCouncil(isOpen: false)
    var calendar = Council.calendar
    (calendar.opens, calendar.returnsDue) = (Day("2025-10-01")!, Day("2025-10-14")!)
    (calendar.signOffDue, calendar.locks) = (Day("2025-10-21")!, Day("2025-10-21")!)
    try await council.performance.append([calendar.revision])
    await #expect(throws: EntryRefused.self) {
      try await council.enter(FigureEntry(value: "40"), Council.bins, by: council.wasteOfficer)
    }
    let path = "\(Council.cycle)/exceptions"
    let refused = try await council.performance.send(
      path, [("except-of", "service:waste"), ("except-until", "1/1/2020")])
    #expect(
      PageText(refused).contains("href=\"#except-until\"") && PageText(refused).contains("href=\"#except-reason\""))
    #expect(try await council.performance.send(path, [("except-of", "service:none")]).status == .unprocessableContent)
    #expect(council.book.lockExceptions.isEmpty)
    try await council.performance.send(
      path, [("except-of", "service:waste"), ("except-until", "14 November 2025"), ("except-reason", "Late data.")])
    try await council.enter(FigureEntry(value: "40"), Council.bins, by: council.wasteOfficer)
    #expect(try await council.performance.text(Council.cycle).contains("until 14 November 2025: Late data."))
  }

  @Test("a frozen quarter takes no figure and no decision until it is opened again with a reason")
  func freezes() async throws {
    let council = try await ReviewCouncil()
    try await council.submitBins()
    let question = try await council.performance.text("\(Council.cycle)/freeze")
    #expect(question.contains("Freeze Q4 2023/24?") && question.contains("returns are neither approved nor waived"))
    let frozen = try await council.performance.send("\(Council.cycle)/freeze")
    #expect(frozen.headers[.location] == "\(Council.cycle)?done=frozen")
    await #expect(throws: EntryRefused.self) {
      try await council.enter(FigureEntry(value: "45"), Council.bins, by: council.wasteOfficer)
    }
    for step in [Review.Step.approved, .returned] {
      let refused = try await council.decide(step, Council.bins, by: council.wasteHead, reason: "x")
      #expect(refused.status == .unprocessableContent && PageText(refused).contains("is frozen since 10 November 2025"))
    }
    let row = try council.row(Council.bins)
    let all = try await council.wasteHead.send("\(Council.review)/all", [("shown", "\(row.seen) \(row.id)")])
    #expect(all.status == .unprocessableContent)
    let waived = try await council.performance.send(
      "\(Council.cycle)/waivers", [("waive-of", Council.bins.key), ("waive-reason", "x")])
    #expect(waived.status == .unprocessableContent)
    #expect(try await council.performance.send("\(Council.cycle)/calendar", days()).status == .unprocessableContent)
    #expect(try await council.performance.send("\(Council.cycle)/freeze").status == .unprocessableContent)
    #expect(try council.row(Council.bins).state == .submitted)

    let silent = try await council.performance.send("\(Council.cycle)/reopen", [("reopen-reason", " ")])
    #expect(silent.status == .unprocessableContent && council.book.freezes["2023-24-Q4"]?.holds == true)
    try await council.performance.send("\(Council.cycle)/reopen", [("reopen-reason", "A figure was wrong.")])
    #expect(try await council.performance.text(Council.cycle).contains("A figure was wrong."))
    #expect(try await council.decide(.approved, Council.bins, by: council.wasteHead).status == .seeOther)
  }

  private func days(_ changed: [String: String] = [:], revision: Int = 1) -> [(String, String)] {
    let days = [
      "opens": "3/11/2025", "returns_due": "18 November 2025", "sign_off_due": "2025-11-25", "locks": "25.11.25",
      "cabinet": "18/12/2025",
    ]
    return days.merging(changed) { $1 }.map { ($0, $1) } + [("revision", "\(revision)")]
  }

  @Test("a quarter is opened with the days as people write them, and they can be moved")
  func opens() async throws {
    let council = try await ReviewCouncil(isOpen: false)
    let officer = council.performance
    #expect(try await officer.text(Council.cycle).contains("It has no calendar yet"))
    let proposed = try await officer.text("\(Council.cycle)/calendar")
    #expect(proposed.contains("Open Q4 2023/24") && proposed.contains("value=\"15 April 2024\""))
    let opened = try await officer.send("\(Council.cycle)/calendar", days(revision: 0))
    #expect(opened.headers[.location] == "\(Council.cycle)?done=moved#days")
    #expect(council.book.cycles["2023-24-Q4"]?.returnsDue == Day("2025-11-18"))
    try await officer.send("\(Council.cycle)/calendar", days(["returns_due": "19/11/2025"]))
    #expect(council.book.cycles["2023-24-Q4"]?.returnsDue == Day("2025-11-19"))
    // A page opened before that moves nothing back.
    let stale = try await officer.send("\(Council.cycle)/calendar", days())
    #expect(stale.status == .unprocessableContent)
    #expect(council.book.cycles["2023-24-Q4"]?.returnsDue == Day("2025-11-19"))
  }

  @Test("days that are none, missing or out of order are named one by one, as typed")
  func wrongDays() async throws {
    let council = try await ReviewCouncil()
    let response = try await council.performance.send(
      "\(Council.cycle)/calendar", days(["opens": "soon", "returns_due": "", "locks": "1/11/2025"]))
    let page = PageText(response)
    #expect(response.status == .unprocessableContent && page.contains("<title>Error: "))
    for field in ["opens", "returns_due", "locks"] { #expect(page.contains("href=\"#\(field)\""), "\(field)") }
    #expect(page.contains("value=\"soon\""))
    #expect(council.book.cycles["2023-24-Q4"] == Council.calendar)
  }

  @Test("the proposal is counted back from Cabinet without the days on which the council is closed")
  func proposes() async throws {
    let council = try await ReviewCouncil()
    let officer = council.performance
    let path = "\(Council.cycle)/calendar"
    let before = try await officer.text("\(path)?propose=yes&cabinet=13/6/2024")
    #expect(before.contains("value=\"13 June 2024\"") && before.contains("value=\"4 June 2024\""))
    #expect(before.contains("Proposed, and not saved yet"))
    let refused = try await officer.send("\(path)/holidays", [("day", "5/6/2024")])
    #expect(refused.status == .unprocessableContent && PageText(refused).contains("Say what day it is"))
    try await officer.send("\(path)/holidays", [("day", "5/6/2024"), ("name", "Council closed")])
    let after = try await officer.text("\(path)?propose=yes&cabinet=13/6/2024")
    #expect(after.contains("value=\"3 June 2024\"") && after.contains("Council closed"))
    try await officer.send("\(path)/holidays/end", [("day", "2024-06-05")])
    #expect(council.book.holidays.isEmpty)
    #expect(try await officer.open("\(path)?propose=yes&cabinet=soon").status == .unprocessableContent)
    let early = try await officer.text("\(path)?propose=yes&cabinet=22/4/2024")
    #expect(early.contains("is too early for this period"))
  }

  @Test("the bar leads to what one may do")
  func bar() async throws {
    let council = try await ReviewCouncil()
    let councillor = try await council.performance.colleague([.councillor])
    let bar = try await councillor.text("/office")
    #expect(bar.contains("href=\"/cycle\"") && !bar.contains("href=\"/review\""))
    #expect(try await council.wasteHead.text("/office").contains("href=\"/review\""))
  }

  @Test("a period that no quarter of returns has is not found", arguments: ["2150-51-Q1", "x", "2023-24", "2023-M04"])
  func unknown(_ code: String) async throws {
    let council = try await ReviewCouncil()
    for path in ["/review", "/cycle"] {
      #expect(try await council.performance.open("\(path)/\(code)").status == .notFound, "\(path)")
    }
  }
}
