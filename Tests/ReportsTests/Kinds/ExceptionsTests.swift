import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("By exception a report lists what has a reason, says the reason, and counts the rest")
struct ExceptionsTests {
  private let full: PerformanceReport
  private let short: PerformanceReport

  init() throws {
    let book = try YearOfTheVale().book
    full = PerformanceReport(book, YearOfTheVale.quarter)
    short = PerformanceReport(book, YearOfTheVale.quarter, .exceptions)
  }

  private func reasons(_ id: String) throws -> [String] {
    short.exceptions(try #require(short.scorecard.standings.first { $0.indicator.id == id }))
  }

  @Test(
    "the reasons",
    arguments: [
      ("calls", ["off target", "figure corrected"]), ("vacancy", ["was Red"]),
      ("sickness", ["slightly off target twice running"]),
      ("grants", ["off target", "provisional"]), ("cycling", ["no figure"]), ("invoices", []), ("leisure", []),
      ("foi", ["off target", "was Green", "decided by an officer"]),
    ])
  func reasons(id: String, expected: [String]) throws {
    #expect(try reasons(id) == expected)
  }

  @Test("an action whose day has passed is listed as overdue")
  func overdue() throws {
    let rivers = try #require(short.scorecard.allActions.first { $0.item.id == "rivers" })
    #expect(short.exceptions(rivers) == ["overdue"])
  }

  @Test("every indicator stands in a table or by name in the line of the others")
  func nothingLost() {
    let text = short.document.plainText
    for standing in short.scorecard.standings { #expect(text.contains(standing.indicator.name)) }
    func listed(_ report: PerformanceReport) -> Int {
      report.document.tables.filter { $0.caption.contains("worst first") }.flatMap(\.groups).flatMap(\.rows).count
    }
    #expect(listed(full) == full.scorecard.standings.count)
    #expect(listed(short) == short.scorecard.standings.count { !short.exceptions($0).isEmpty })
    #expect(text.contains("give no reason to be listed: "))
  }

  @Test("the counts of the whole are those of the report in full")
  func counts() {
    func sentence(_ report: PerformanceReport) -> String? {
      report.document.paragraphs.first { $0.contains("are in the plan") }
    }
    #expect(sentence(short) == sentence(full))
  }

  @Test("a red without a word of what is done about it says so")
  func silence() throws {
    #expect(full.document.plainText.contains("No explanation has been given."))
  }

  @Test(
    "a priority is told in computed sentences: counts, direction, what moved, what is furthest off, and the note on it")
  func overview() throws {
    let section = try #require(full.scorecard.sections.first { $0.priority.id == "people" })
    let words = full.overview(section)
    #expect(
      words.hasPrefix(
        "3 of 5 rated indicators are Green and 2 are Red; 3 of 4 rated Key Activities are Completed or Green. Of 5 "
          + "indicators that can be compared with the period before, 4 got better and 1 worse. Since Q1 2025/26, "
          + "“Tenants invited to a health check” moved from Red to Green. Furthest from its target is"))
  }
}
