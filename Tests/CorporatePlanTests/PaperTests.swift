import Testing

@testable import CorporatePlan

@Suite("A paper's mandatory checks and its days before the meeting")
struct PaperTests {
  private let meeting = Day("2026-02-12")!

  private func paper(_ change: (inout PaperChecks) -> Void = { _ in }) -> Paper {
    var paper = Paper(id: "p", title: "Quarter 3", meeting: meeting)
    paper.checks.equality = .notNeeded
    paper.checks.equalityReason = "Figures only"
    paper.checks.wards = .all
    paper.checks.isKey = .no
    paper.checks.callIn = .subject
    paper.checks.callInDays = 5
    paper.checks.isExempt = .no
    change(&paper.checks)
    return paper
  }

  @Test("a paper of which nothing is answered asks five questions")
  func open() {
    #expect(
      Paper(id: "p", title: "Quarter 3", meeting: meeting).problems.map(\.code) == [
        "equality-unanswered", "wards-unanswered", "key-decision-unanswered", "call-in-unanswered", "exempt-unanswered",
      ])
    #expect(paper().problems.isEmpty)
  }

  @Test("a key decision wants 28 clear days: neither the day of the notice nor that of the meeting counts")
  func notice() {
    func codes(_ notice: String?) -> [String] {
      paper { checks in
        checks.isKey = .yes
        checks.notice = notice.flatMap { Day($0) }
      }.problems.map(\.code)
    }
    #expect(codes(nil) == ["key-decision-notice"])
    #expect(codes("2026-01-14").isEmpty)
    #expect(codes("2026-01-15") == ["key-decision-notice"])
    let urgent = paper { checks in
      checks.isKey = .yes
      checks.urgency = .special
    }
    #expect(urgent.problems.map(\.code) == ["key-decision-urgency"])
  }

  @Test("what was answered is printed in the form, and nothing where nobody has")
  func words() {
    let answered = paper { checks in
      (checks.isKey, checks.notice) = (.yes, Day("2026-01-14"))
      (checks.isExempt, checks.paragraphs) = (.yes, [3, 5])
    }.checks
    #expect(answered.keyWords == "Yes, notice published 14 January 2026")
    #expect(answered.exemptWords?.hasPrefix("In part, by paragraph 3, 5 of Part 1 of Schedule 12A") == true)
    #expect(answered.callInWords == "Yes, for 5 working days" && answered.wardWords == "No, as it affects all wards")
    #expect(answered.equalityWords == "Not needed: Figures only")
    #expect(PaperChecks().keyWords == nil && PaperChecks().callInWords == nil)
  }

  @Test("an agenda is out five clear working days before: weekends and the council's own holidays are none")
  func agenda() throws {
    let days = WorkingDays(holidays: BankHolidays.englandAndWales(2026) + [Day("2026-02-09")!])
    let deadlines = try #require(PaperDeadlines(paper { $0.isKey = .yes }, days))
    func due(_ kind: PaperDeadlines.Kind) -> String? { deadlines.steps.first { $0.kind == kind }?.due.description }
    #expect(due(.agenda) == "2026-02-03")
    #expect(due(.keyNotice) == "2026-01-14")
    #expect(due(.clearances) == "2026-01-21")
    let notice = try #require(deadlines.steps.first { $0.kind == .keyNotice })
    #expect(notice.state(on: Day("2026-01-14")!) == .ahead && notice.state(on: Day("2026-01-15")!) == .overdue)
  }
}
