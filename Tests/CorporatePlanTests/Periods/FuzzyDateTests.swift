import CorporatePlan
import Testing

@Suite("When something is due, in a council's words")
struct FuzzyDateTests {
  /// The plan of Larkmere for 2024/25.
  static let span = days("2024-04-01", "2025-03-31")

  static func days(_ first: String, _ last: String) -> ClosedRange<Day> { Day(first)!...Day(last)! }

  @Test(
    "a date phrase has a last day in time",
    arguments: [
      ("31 March 2025", "day", "2025-03-31"), ("31/03/2025", "day", "2025-03-31"), ("31/3/25", "day", "2025-03-31"),
      ("31.03.2025", "day", "2025-03-31"), ("2025-03-31", "day", "2025-03-31"),
      ("1st of May 2024", "day", "2024-05-01"),
      ("31-Mar-25", "day", "2025-03-31"), ("Friday 14 June 2024", "day", "2024-06-14"),
      ("March 31st, 2025", "day", "2025-03-31"), ("March 31, 2025", "day", "2025-03-31"),
      ("end April 2024", "month", "2024-04-30"), ("by May 24", "month", "2024-05-31"),
      ("April 2024", "month", "2024-04-30"), ("January 25", "month", "2025-01-31"), ("Feb 2024", "month", "2024-02-29"),
      ("the end of Sept 2024", "month", "2024-09-30"), ("April ’14", "month", "2014-04-30"),
      ("mid-June 2024", "month", "2024-06-20"), ("early June 2024", "month", "2024-06-10"),
      ("start of June 2024", "month", "2024-06-01"), ("before June 2024", "month", "2024-05-31"),
      ("April/May 2024", "month", "2024-05-31"), ("March 2024/25", "month", "2025-03-31"),
      ("Q3 2024/25", "quarter", "2024-12-31"), ("end of quarter 4 of 2024-25", "quarter", "2025-03-31"),
      ("second quarter 24/25", "quarter", "2024-09-30"),
      ("Summer term 2024", "term", "2024-07-31"), ("autumn 24 term", "term", "2024-12-31"),
      ("spring term 2024/25", "term", "2025-04-30"),
      ("Spring 2025", "season", "2025-05-31"), ("summer of 2024", "season", "2024-08-31"),
      ("late Autumn 2024", "season", "2024-11-30"), ("Winter 2023", "season", "2024-02-29"),
      ("Winter 2024", "season", "2025-02-28"), ("early autumn 2024", "season", "2024-09-30"),
      ("2025/26", "year", "2026-03-31"), ("2025-26", "year", "2026-03-31"), ("end 2025", "year", "2025-12-31"),
      ("by 2026", "year", "2026-12-31"), ("the end of the financial year 2024/25", "year", "2025-03-31"),
      ("mid 2025", "year", "2025-08-31"),
    ])
  func resolved(text: String, grain: String, day: String) throws {
    let date = try #require(FuzzyDate(text))
    #expect(date.grain.rawValue == grain)
    #expect(date.deadline?.description == day)
  }

  @Test(
    "what does not say its year is not guessed",
    arguments: [
      "September", "end April", "13 June", "June 28th", "quarter 2", "late Autumn", "Summer term", "year end",
      "within the year", "X", "by X", "TBC", "to be confirmed", "31 February 2025", "31/02/2025", "Q4 2024",
      "Spring 2024/25", "Saturday 14 June 2024",
    ])
  func unresolved(text: String) throws {
    let date = try #require(FuzzyDate(text))
    #expect(date.grain == .unresolved)
    #expect(date.deadline == nil)
  }

  @Test(
    "within the span of the plan it is the one that lies there",
    arguments: [
      ("September", "2024-09-30"), ("January", "2025-01-31"), ("13 June", "2024-06-13"), ("June 28th", "2024-06-28"),
      ("June 12", "2024-06-12"), ("quarter 2", "2024-09-30"), ("Q4", "2025-03-31"), ("Q4 2024", "2025-03-31"),
      ("late Autumn", "2024-11-30"), ("Summer term", "2024-07-31"), ("within the year", "2025-03-31"),
      ("the end of the financial year", "2025-03-31"), ("end of year", "2025-03-31"),
      ("May 24", "2024-05-31"),
    ])
  func inSpan(text: String, day: String) throws {
    let date = try #require(FuzzyDate(text, in: Self.span))
    #expect(date.deadline?.description == day)
  }

  @Test("in a plan of three years a month without a year stays open")
  func manyYears() {
    let span = Self.days("2024-04-01", "2027-03-31")
    #expect(FuzzyDate("September", in: span)?.deadline == nil)
    #expect(FuzzyDate("year end", in: span)?.deadline == nil)
  }

  @Test("“June 28” in a plan for 2024/25 may be the 28th or the month in 2028, and stays open")
  func dayOrYear() {
    #expect(FuzzyDate("June 28", in: Self.span)?.deadline == nil)
    #expect(FuzzyDate("June 28")?.deadline?.description == "2028-06-30")
  }

  @Test(
    "phrases are found within a sentence, in order",
    arguments: [
      (
        "Planning consent for the lido by end April 2024 and works under way by September 2024.",
        ["end April 2024: 2024-04-30", "September 2024: 2024-09-30"]
      ),
      ("Agree the skills fund (Decision by December 24).", ["December 24: 2024-12-31"]),
      ("Open the boathouse café by X.", ["X: open"]),
      ("Depot lease signed by TBC; survey in June", ["TBC: open", "June: 2024-06-30"]),
      ("Complete the audit within the year", ["within the year: 2025-03-31"]),
      ("The wellbeing hub going live late Autumn with an open day", ["late Autumn: 2024-11-30"]),
      ("Return due 31/03/2025", ["31/03/2025: 2025-03-31"]),
      ("Net zero by 2040, and 80% of homes at band C by 2025/26", ["2040: 2040-12-31", "2025/26: 2026-03-31"]),
      ("Runs from April 2024 to March 25", ["April 2024: 2024-04-30", "March 25: 2025-03-31"]),
      (
        "Contractor appointed by June 28th with works done by the end of the summer",
        ["June 28th: 2024-06-28", "end of the summer: 2024-08-31"]
      ),
      ("Strategy and outcomes - March 2025", ["March 2025: 2025-03-31"]),
      ("Report to Cabinet before 1 May 2024", ["before 1 May 2024: 2024-04-30"]),
      ("Launch the guide before the end of May", ["before the end of May: 2024-05-31"]),
      ("Lighting scheme due by mid-June", ["mid-June: 2024-06-20"]),
    ])
  func sentences(text: String, expected: [String]) {
    let found = FuzzyDate.all(in: text, span: Self.span)
    #expect(found.map { "\($0.verbatim): \($0.deadline?.description ?? "open")" } == expected)
  }

  @Test(
    "figures, levels and verbs are no dates",
    arguments: [
      "Build 80 homes", "20 learners reach Level 3", "Raise £2,024,000", "Answer 90% in 30 days", "open 24/7",
      "Residents may apply to 12 schemes", "Grow from 2024 homes to 2100", "Visits to 2,000 homes", "a score of 4/5",
      "Band C in 10 of 12 blocks", "Phase 2 of 3", "X marks the spot", "Sell to X", "in summary", "10-12 sites",
      "ratio of 1:20 by ward", "Step 3 of the march to 50",
    ])
  func noDates(text: String) {
    #expect(FuzzyDate.all(in: text, span: Self.span).isEmpty)
    #expect(FuzzyDate(text) == nil)
  }

  @Test("only a whole text is a date")
  func whole() {
    #expect(FuzzyDate("end April 2024 at the latest") == nil)
    #expect(FuzzyDate("") == nil)
    #expect(FuzzyDate("by") == nil)
    #expect(FuzzyDate("Phase 2 March 2025") == nil)
    #expect(FuzzyDate.all(in: "Phase 2 March 2025").map(\.verbatim) == ["March 2025"])
  }
}
