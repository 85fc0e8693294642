import CorporatePlan
import Testing

@testable import Imports

@Suite("Periods are read as people spell them")
struct SpelledPeriodTests {
  @Test(
    "whole ones",
    arguments: [
      ("Q1 2024/25", "2024-25-Q1"), ("2024-25 Q1", "2024-25-Q1"), ("2024-25-Q1", "2024-25-Q1"),
      ("q3 24/25", "2024-25-Q3"),
      ("Quarter 2 2024/2025", "2024-25-Q2"), ("2nd quarter of 2024-25", "2024-25-Q2"), ("Q1 (2024/25)", "2024-25-Q1"),
      ("Apr-24", "2024-M04"), ("April 2024", "2024-M04"), ("Sept 2024", "2024-M09"), ("2024-M04", "2024-M04"),
      ("January 2024/25", "2025-M01"), ("2024/25", "2024-25"), ("2024-2025", "2024-25"), ("24/25", "2024-25"),
      ("FY 2024/25", "2024-25"), ("H1 2024/25", "2024-25-H1"), ("2024-25-H2", "2024-25-H2"),
      ("2020-21 Q1", "2020-21-Q1"),
      ("half year 1 2024/25", "2024-25-H1"),
    ])
  func whole(text: String, code: String) {
    #expect(SpelledPeriod(cell: text)?.plain?.code == code)
  }

  @Test(
    "days, whatever stands between their parts",
    arguments: ["01/04/2024", "2024-04-01", "1.4.24", "2024-04-01T00:00:00", "1 April 2024", "1st Apr 2024"])
  func days(text: String) {
    #expect(SpelledPeriod(cell: text) == .day(Day("2024-04-01") ?? Day(number: 0)))
  }

  @Test("what lacks something, or can be read in two ways")
  func unclear() {
    #expect(SpelledPeriod(cell: "Q2") == .quarter(2))
    #expect(SpelledPeriod(cell: "September") == .month(9))
    #expect(
      SpelledPeriod(cell: "Q1 2024")
        == .ambiguous([FinancialYear(2024).quarter(1), FinancialYear(2023).quarter(4)]))
    #expect(SpelledPeriod(cell: "Summer term 2024") == .term("summer", [FinancialYear(2024)]))
    #expect(SpelledPeriod(cell: "Spring term 2024") == .term("spring", [FinancialYear(2023)]))
  }

  @Test(
    "words, numbers and dates that are none",
    arguments: ["Target", "412", "Marked down", "2024/26 plan", "Q5 2024/25", "12/13/14 foo", "May we?"])
  func none(text: String) {
    #expect(SpelledPeriod(cell: text) == nil)
  }

  @Test("within a heading, with the words around it")
  func headings() {
    #expect(SpelledPeriod.find(in: "Q1 2024/25 Actual")?.rest == "actual")
    #expect(SpelledPeriod.find(in: "2023/24 Outturn")?.rest == "outturn")
    #expect(SpelledPeriod.find(in: "Target (Q2 2024/25)")?.rest == "target")
  }

  @Test(
    "plain letters are read quickly, and as others are",
    arguments: [
      "Q1 2024/25", "2024-25 Q3", "1st quarter 2024/25", "01/04/2024", "2024-04-01T00:00:00", "2024-M09", "H2 24/25",
      "24/25", "2024.25", "16-17 year olds", "% Mar-24", "march 2025", "31st March 2025", "  2024-25", "2024 - 25 Q1",
      "Summer term 2024", "FY 2024_25", "123456789", "Q1", "", " ", "99.5", "5/4/2024", "half year 1 2024/25",
    ])
  func periods(text: String) {
    // A sign that the quick way leaves alone, behind the text: it is a gap, of which nothing is asked.
    #expect(SpelledPeriod(cell: text) == SpelledPeriod(cell: text + "…"))
    #expect(SpelledPeriod(cell: text) == SpelledPeriod(cell: text.uppercased()))
    #expect(SpelledPeriod.find(in: "x" + text)?.rest == SpelledPeriod.find(in: "x" + text + "…")?.rest)
  }
}
