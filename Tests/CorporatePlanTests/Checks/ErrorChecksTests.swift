import CorporatePlan
import Testing

@Suite("What does not add up stops a seal")
struct ErrorChecksTests {
  @Test("a report that adds up has no findings") func clean() { #expect(Hamlet().findings.isEmpty) }

  @Test("a period without a figure or an action has nothing to report")
  func nothing() {
    let book = Hamlet().book
    let findings = Checks.findings(book, Scorecard(Book(), Hamlet.quarter))
    #expect(findings.map(\.code) == ["nothing-to-report"])
    #expect(findings.first?.place == "report 2025-26-Q2")
  }

  @Test("an indicator whose rating can't be told needs what is missing")
  func undetermined() {
    var hamlet = Hamlet()
    hamlet.target("< 2022/23 baseline")
    #expect(hamlet.codes == ["undetermined-rating"])
    #expect(hamlet.findings.first?.place == "indicator calls")
    hamlet.add(
      StatusOverride(
        indicator: "calls", period: Hamlet.quarter, status: .green,
        reason: "The baseline was 80%, in the 2022/23 report"))
    #expect(hamlet.codes.isEmpty, "an officer's decision settles it")
  }

  @Test("a figure that was due is there or has a reason")
  func missing() {
    var hamlet = Hamlet()
    hamlet.withdraw(Actual(indicator: "calls", period: Hamlet.quarter, value: .state("")))
    #expect(hamlet.codes == ["missing-without-reason"])
    hamlet.actual("-")
    #expect(hamlet.codes == ["missing-without-reason"], "a dash is no reason")
    hamlet.actual("no activity")
    #expect(hamlet.codes.isEmpty)
  }

  @Test("what was waived with a reason is not asked for again, and says that it was waived")
  func waived() {
    var hamlet = Hamlet()
    hamlet.withdraw(Actual(indicator: "calls", period: Hamlet.quarter, value: .state("")))
    hamlet.withdraw(ActionUpdate(item: "library", period: Hamlet.quarter, stage: .inProgress))
    #expect(Set(hamlet.codes) == ["missing-without-reason", "action-not-judged"])
    for subject in [RecordID(Indicator.kind, "calls"), RecordID(PlanItem.kind, "library")] {
      hamlet.add(Waiver(subject, in: Hamlet.quarter, reason: "The telephones were moved"))
    }
    #expect(hamlet.codes.isEmpty)
    let scorecard = Scorecard(hamlet.book, Hamlet.quarter)
    #expect(scorecard.standings.first?.value == .missing(.waived))
    #expect(scorecard.standings.first?.isDue == true, "it counts among what was due")
    #expect(scorecard.allActions.first?.outcome == .notRated(.missing(.waived)))
    hamlet.add(ActionUpdate(item: "library", period: Hamlet.quarter, stage: .inProgress))
    #expect(hamlet.codes.isEmpty, "begun and then waived")
    let year = Scorecard(hamlet.book, FinancialYear(containing: Hamlet.quarter.start).period)
    #expect(year.standings.first?.value == .missing(.waived), "in the report of its year, too")
    hamlet.actual("-")
    #expect(hamlet.codes.isEmpty, "a dash says no more than that there is no figure")
    hamlet.actual("90%")
    #expect(Scorecard(hamlet.book, Hamlet.quarter).standings.first?.value.figure != nil, "a figure all the same counts")
  }

  @Test("an indicator or action under no priority is printed nowhere")
  func unplaced() {
    var hamlet = Hamlet()
    hamlet.indicator.items = []
    hamlet.add(hamlet.indicator)
    hamlet.add(PlanItem(id: "library", role: .action, level: "Action", title: "Open a library", order: 1))
    #expect(hamlet.findings.map(\.place) == ["indicator calls", "action library"])
    #expect(Set(hamlet.codes) == ["unplaced"])
  }

  @Test("priorities that go round in a circle take their indicators out of the sections")
  func circle() {
    var hamlet = Hamlet()
    hamlet.add(
      PlanItem(id: "people", role: .priority, level: "Priority", title: "People first", parent: "place", order: 1))
    hamlet.add(PlanItem(id: "place", role: .priority, level: "Priority", title: "Place", parent: "people", order: 2))
    #expect(Set(hamlet.codes) == ["sections-do-not-add-up"])
    #expect(hamlet.findings.contains { $0.sentence.contains("in the plan: 0 by priority, 1 in all") })
  }

  @Test("an action without an update or without a judgement is nobody's status")
  func notJudged() {
    var hamlet = Hamlet()
    hamlet.add(ActionUpdate(item: "library", period: Hamlet.quarter, stage: .inProgress))
    #expect(hamlet.codes == ["action-not-judged"])
    hamlet.withdraw(ActionUpdate(item: "library", period: Hamlet.quarter, stage: .inProgress))
    #expect(hamlet.codes == ["action-not-judged"])
    hamlet.add(ActionUpdate(item: "library", period: Hamlet.quarter, stage: .withdrawn))
    #expect(hamlet.codes.isEmpty)
  }

  @Test("a decision is for a status that the rule has")
  func unknownStatus() {
    var hamlet = Hamlet()
    hamlet.add(StatusOverride(indicator: "calls", period: Hamlet.quarter, status: Status("purple"), reason: "A typo"))
    #expect(hamlet.codes == ["override-unknown-status"])
    #expect(hamlet.findings.first?.sentence.contains("green, amber, red") == true)
  }

  @Test("nobody decides on data that are not there: they stay not rated")
  func overrideWithoutData() {
    var hamlet = Hamlet()
    hamlet.actual("n/a")
    hamlet.add(StatusOverride(indicator: "calls", period: Hamlet.quarter, status: .green, reason: "We know it is fine"))
    #expect(hamlet.codes == ["override-without-data"])
    let tally = Scorecard(hamlet.book, Hamlet.quarter).indicators
    #expect((tally.due, tally.withData, tally.rated) == (1, 0, 0))
    #expect(tally.notRated == ["not applicable": 1])
  }

  @Test("a decision against the rule says why", arguments: ["-", "n/a", "TBC", "none", "...", "x"])
  func override(reason: String) {
    var hamlet = Hamlet()
    hamlet.add(StatusOverride(indicator: "calls", period: Hamlet.quarter, status: .amber, reason: reason))
    #expect(hamlet.codes == ["override-without-reason"])
  }
}
