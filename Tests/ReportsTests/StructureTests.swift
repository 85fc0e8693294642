import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("The report has the parts that councillors expect")
struct StructureTests {
  private let document = PerformanceReport(ThornburyVale().book, ThornburyVale.quarter).document

  @Test("title, summary, priorities, what is not rated, keys, glossary, method")
  func outline() {
    let priority = [
      "Achievements", "Key Activities", "Indicators", "What lies behind the ratings",
      "Key actions over the next quarter",
    ]
    .map { "  " + $0 }
    let parts: [[String]] = [
      ["Summary", "  All indicators", "  All Key Activities"],
      ["What changed since Q1 2025/26", "  Status moved"], ["A vale that is green and well kept"], priority,
      ["A vale where nobody is left behind"], priority,
      ["A council that answers"], priority,
      ["Split, merged, dropped and renamed"],
      ["Not rated", "Keys to the ratings", "  Key to Key Activities", "  Key to indicators", "Glossary"],
      ["How the figures are counted"],
    ]
    #expect(document.title == "Thornbury Vale Council: performance report, Q2 2025/26")
    #expect(document.headings == parts.flatMap { $0 })
  }

  @Test("the summary gives every number its denominator")
  func sentences() {
    #expect(
      document.paragraphs.contains(
        "21 indicators are in the plan: 20 were due, 19 have data and 17 are rated. The ratings are 8 Green (47%), "
          + "4 Amber (24%) and 5 Red (29%). 4 are not rated: 1 data only, 1 no activity, 1 no target and 1 not due."))
    #expect(
      document.paragraphs.contains(
        "The 9 Key Activities that the plan promises are reported as 11, because some were divided into parts which are "
          + "each rated on their own."))
  }

  @Test("an indicator's row says status, polarity, target, actual, data period and directions in words")
  func row() throws {
    let row = try #require(document.indicatorRow("Household waste recycled, composted or reused"))
    #expect(
      row == [
        "Green", "Household waste recycled, composted or reused", "▲\u{A0}high", "48%", "49.2% (Q1 2025/26)",
        "▲\u{A0}better, was 48.9%", "▲\u{A0}better, was 46.1%",
      ])
    #expect(document.indicatorRow("Average time to a disabled facilities grant")?[4] == "151 days\u{A0}p")
    #expect(
      document.indicatorRow("Council tax collected (year to date)")?[5] == "was 28.1%", "no direction within the year")
    #expect(document.indicatorRow("Visitors to the three town centres")?[2] == "neither")
  }

  @Test("what was never compared takes no column")
  func firstReport() {
    var vale = ThornburyVale()
    for indicator in vale.book.indicators.values {
      for actual in vale.book.readings[indicator.id]?.actuals ?? []
      where actual.period.end < FinancialYear(2025).quarter(1).end
        || indicator.lag == 0 && actual.period != ThornburyVale.quarter
      {
        vale.records.withdraw(actual)
      }
    }
    let document = PerformanceReport(vale.book, ThornburyVale.quarter).document
    #expect(document.indicatorRow("Calls answered") == ["Red", "Calls answered", "▲\u{A0}high", "90%", "79%"])
  }

  @Test("every amber and red says why, an officer's decision shows the computed status beside it")
  func reasons() {
    let items = document.items
    #expect(
      items.contains(
        "Red Calls answered 79% against a target of at least 90% is 11 percentage points worse, or 12.22% of the "
          + "target, which is rated Red: worse by 5% of the target or more. Explanation: A telephone outage closed the contact centre for "
          + "two days in July, and four advisers left. Action: Six advisers started in September; a call-back service "
          + "began on 1 September."))
    #expect(
      items.contains {
        $0.contains("Red, decided by an officer; the rule computes Amber. Reason given: The backlog of 40 requests")
      })
    #expect(
      items.contains {
        $0.hasPrefix("Green Tenants invited to a health check")
          && $0.contains("The document it was imported from showed Amber; the rule computes Green.")
      })
    #expect(items.filter { $0.hasPrefix("Amber ") || $0.hasPrefix("Red ") }.count == 9 + 1, "and one action")
  }

  @Test("the key is the rule's, and the printed one is quoted where it says something else")
  func keys() {
    #expect(document.row("Red", in: "What the ratings of indicators mean")?[1] == "Worse by 5% of the target or more.")
    #expect(document.items.contains("A figure equal to its target counts as Green."))
    #expect(
      document.notes.contains {
        $0.contains("“Green has exceeded target;") && $0.contains("meeting the target exactly counts as Green too")
      })
  }

  @Test("what is not rated is listed with its reason")
  func notRated() {
    let table = "What has no rating this quarter, and why"
    #expect(
      document.row("Trees planted", in: table)?[2] == "It is collected once a year; no year ended in this quarter.")
    #expect(
      document.row("People taking part in led walks", in: table)?[2]
        == "Nothing happened in this period that could be measured.")
  }

  @Test("the foot of each page says which ledger position and rule it is, and no time")
  func edition() {
    #expect(
      document.edition
        == "Thornbury Vale Council · Q2 2025/26 · ledger position \(ThornburyVale().book.contentPosition) · "
        + "thornbury-2025 v1")
  }

  @Test("links lead to headings that are there")
  func links() {
    let anchors = Set(document.blocks.compactMap { if case .heading(let heading) = $0 { heading.anchor } else { nil } })
    #expect(document.links.count == 5)
    #expect(document.links.allSatisfy { anchors.contains(String($0.dropFirst())) })
  }
}
