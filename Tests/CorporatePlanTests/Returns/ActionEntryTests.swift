import Testing

@testable import CorporatePlan

@Suite("What an officer types of an action becomes its update, or all that is wrong with it")
struct ActionEntryTests {
  @Test(
    "a date is read as people type it",
    arguments: [
      "31/3/2026", "31/03/26", "31.3.2026", "31-3-2026", "31 March 2026", "31st March 2026", "2026-03-31",
      "end March 2026", "March 2026",
    ])
  func dates(text: String) { #expect(Day(typed: text)?.description == "2026-03-31") }

  @Test("what names no day is none", arguments: ["31/2/2026", "soon", "3/2026", "2026", "", "31/3/202"])
  func noDates(text: String) { #expect(Day(typed: text) == nil || text == "2026") }

  @Test("stage, per cent, forecast and judgement are recorded with what was done and what is next")
  func whole() throws {
    var quarter = Quarter()
    let entry = ActionEntry(
      stage: .inProgress, percent: "45%", forecast: "30 June 2026", judged: "Delayed", completed: "",
      done: "Ground bought.", next: "Tender.", note: "The seller nearly withdrew.")
    try quarter.enter(entry, Quarter.depot)
    let row = quarter.row(Quarter.depot)
    #expect(row.action?.update?.percent == 45 && row.status == Status("delayed"))
    #expect(row.action?.update?.forecast?.description == "2026-06-30")
    #expect(row.words == [.action: "Ground bought.", .nextQuarter: "Tender.", .note: "The seller nearly withdrew."])
    #expect(try quarter.revisions(entry, Quarter.depot).isEmpty)
    #expect(try quarter.revisions(ActionEntry(percent: "46"), Quarter.depot).map(\.kind) == [ActionUpdate.kind])
  }

  @Test("all problems are told at once")
  func problems() {
    let entry = ActionEntry(
      stage: .inProgress, percent: "45.5", forecast: "soon", judged: "purple", completed: "1/9/2025")
    #expect(
      Quarter().problems(entry, Quarter.depot) == [
        "percent: Enter a whole number from 0 to 100, like 45",
        "forecast: Enter a date, like 31/3/2026 or 31 March 2026",
        "judged: “purple” is no status of actions. Choose one of: on track, delayed, missed",
        "completed: It has a day of completion, and its stage is “in progress”. Mend one",
      ])
    #expect(Quarter().problems(ActionEntry(percent: "45"), Quarter.depot) == ["stage: Say how far it is"])
    #expect(
      Quarter().problems(ActionEntry(stage: .complete, completed: "1/12/2025"), Quarter.depot) == [
        "completed: 1 December 2025 is still to come. Enter it as the forecast"
      ])
    #expect(
      Quarter().problems(ActionEntry(stage: .complete, completed: ""), Quarter.depot) == [
        "completed: Say when it was completed, like 31/3/2026"
      ])
  }

  @Test("what is complete is not judged")
  func complete() throws {
    var quarter = Quarter()
    try quarter.enter(
      ActionEntry(stage: .complete, percent: "100", judged: "on track", completed: "30/9/2025"), Quarter.depot)
    let row = quarter.row(Quarter.depot)
    #expect(row.action?.update?.judged == nil && row.status == .complete && row.demands.isEmpty)
  }

  @Test("nothing to report is said: it stands as it stood, until somebody reports something")
  func nothing() throws {
    var quarter = Quarter()
    #expect(quarter.row(Quarter.depot).state == .due)
    try quarter.enter(ActionEntry(hasNothingToReport: true), Quarter.depot)
    let row = quarter.row(Quarter.depot)
    #expect(row.state == .entered && row.action?.update?.hasNothingToReport == true)
    #expect(row.action?.update?.percent == 30 && row.status == Status("on track") && row.blocks.isEmpty)
    try quarter.enter(ActionEntry(note: "Asked twice."), Quarter.depot)
    #expect(quarter.row(Quarter.depot).action?.update?.hasNothingToReport == true)
    try quarter.enter(ActionEntry(percent: "35"), Quarter.depot)
    #expect(quarter.row(Quarter.depot).action?.update?.hasNothingToReport == false)
  }

  /// As a form without script sends it.
  private let emptyForm = ActionEntry(
    percent: "", forecast: "", judged: "", completed: "", done: "", next: "", note: "", hasNothingToReport: true)

  @Test("empty fields beside nothing to report take nothing away of how it stood")
  func untouched() throws {
    var quarter = Quarter()
    try quarter.enter(emptyForm, Quarter.depot)
    let update = try #require(quarter.row(Quarter.depot).action?.update)
    #expect(update.percent == 30 && update.judged == Status("on track") && update.hasNothingToReport)
    #expect(update.forecast == Quarter.day("2026-03-31"))
    var cleared = emptyForm
    cleared.hasNothingToReport = false
    try quarter.enter(cleared, Quarter.depot)
    #expect(quarter.row(Quarter.depot).action?.update?.percent == nil)
  }

  @Test("what was complete before stays complete, when there is nothing to report")
  func stillComplete() throws {
    var quarter = Quarter()
    let day = Quarter.day("2025-06-20")
    quarter.add(
      ActionUpdate(
        item: "depot", period: FinancialYear(2025).quarter(1), stage: .complete, percent: 100, completed: day))
    try quarter.enter(emptyForm, Quarter.depot)
    let update = try #require(quarter.row(Quarter.depot).action?.update)
    #expect(update.stage == .complete && update.completed == day && update.percent == 100)
  }

  @Test("of what was never reported, there can't be nothing to report")
  func neverReported() {
    var quarter = Quarter()
    quarter.add(PlanItem(id: "park", role: .action, level: "Action", title: "A park", parent: "place", order: 2))
    let park = RecordID(PlanItem.kind, "park")
    #expect(
      quarter.problems(ActionEntry(hasNothingToReport: true), park).first?.hasPrefix("stage: Say how far") == true)
  }
}
